#include <buygraph/boundary/coverage.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("coverage is a share, 0 where there is no evidence") {
    Asked asked;
    const Json answer = asked(boundary::answer_coverage, {{"samples", 64}});
    CHECK(answer["rival"] == "rival");
    CHECK(answer["overall"] > 0.0);
    CHECK(answer["overall"] < 1.0);
    CHECK(keys_of(answer["people"][0]) == std::vector<std::string>{"person", "coverage", "on_us", "on_rival", "on_status_quo", "weights", "sways", "freshness"});
    Json document = deals::document();
    document["evidence"] = Json::array();
    Asked unknown(document);
    CHECK(unknown(boundary::answer_coverage, {{"samples", 64}})["overall"].get<double>() == Approx(0).margin(1e-9));
}
