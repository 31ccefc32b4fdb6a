#include <buygraph/page/levers.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

TEST_CASE("a lever is a slider and a field of one range, named alike") {
    const picture::Element row = page::lever({"score", "Cost", 0, 10, .1, 6.5, {{"person", "chen"}, {"concern", "cost"}}});
    const auto inputs = found::tagged(row, "input");
    REQUIRE(inputs.size() == 2);
    for (const picture::Element* input : inputs) {
        CHECK(found::attribute(*input, "data-kind") == "score");
        CHECK(found::attribute(*input, "data-concern") == "cost");
        CHECK(found::attribute(*input, "value") == "6.5");
        CHECK(found::attribute(*input, "aria-label") == "Cost");
    }
    CHECK(found::attribute(*inputs[0], "type") == "range");
}

TEST_CASE("a price moves from half to half as much again, in steps of about a thousandth") {
    const found::Account& account = found::bundled("03");
    const auto lever = page::price_lever(account.names(), 1'240'000, 1'180'000);
    REQUIRE(lever);
    CHECK(lever->least <= 620'000);
    CHECK(lever->most >= 1'860'000);
    CHECK(lever->step == 10'000);
    CHECK(lever->value == 1'180'000);
    CHECK_FALSE(page::price_lever(account.names(), 0, 0));
}

TEST_CASE("somebody's levers are his susceptibility and our score on the eight concerns that weigh most with him") {
    const found::Account& account = found::bundled("05");
    const picture::Element part = page::person_levers(account.names(), account.model, account.findings, 0);
    const auto rows = found::classed(part, "lever");
    REQUIRE(rows.size() == 9);
    CHECK(std::stod(found::attribute(*found::tagged(*rows[0], "input").at(0), "value")) == Approx(account.model.susceptibility[0]).margin(.0051));
    const Matrix& weights = account.model.prior.weights[account.findings.why.gate];
    double last = 2;
    for (std::size_t at = 1; at < rows.size(); ++at) {
        const std::size_t concern = account.model.concern(found::attribute(*found::tagged(*rows[at], "input").at(0), "data-concern"));
        CHECK(weights(0, concern) <= last);
        last = weights(0, concern);
    }
}
