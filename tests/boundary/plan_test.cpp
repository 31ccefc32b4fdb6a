#include <buygraph/boundary/plan.hpp>
#include <buygraph/io/write_deal.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("the steps add up to the gain of the whole, within hours and budget") {
    Asked asked(priced_deal());
    const Json answer = asked(boundary::answer_plan, {{"samples", 256}, {"weeks", 1}, {"budget", 1000}, {"all_actions", true}});
    REQUIRE_FALSE(answer["steps"].empty());
    CHECK(sum_of(answer["steps"], "gain") == Approx(answer["gain"].get<double>()).margin(1e-9));
    CHECK(answer["after"]["ours"].get<double>() - answer["before"]["ours"].get<double>() == Approx(answer["gain"].get<double>()).margin(1e-12));
    CHECK(answer["cost"] <= 1000.0);
    for (const Json& row : answer["hours"]) CHECK(row["used"] <= row["available"]);
    CHECK(sum_of(answer["hours"], "used") == Approx(sum_of(answer["steps"], "hours")));
}

TEST_CASE("a margin cannot be made greatest where the deal has no value") {
    Json document = write_deal(priced_deal());
    document.erase("value");
    Asked asked(document);
    CHECK_THROWS_AS(asked(boundary::answer_plan, {{"objective", "margin"}}), InputError);
    CHECK_THROWS_AS(asked(boundary::answer_plan, {{"objective", "glory"}}), InputError);
}
