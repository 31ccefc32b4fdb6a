#include <buygraph/boundary/rival_plan.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("a competitor gains by his steps, and somebody else's offer is refused") {
    Asked asked(priced_deal());
    const Json steps = asked(boundary::answer_rival_plan, {{"samples", 128}, {"rival", "aldurra"}, {"most", 2}})["steps"];
    REQUIRE(steps.size() == 2);
    for (const Json& step : steps) CHECK(step["gain"] > 0.0);
    CHECK_THROWS_AS(asked(boundary::answer_rival_plan, {{"rival", "ours"}}), InputError);
    CHECK_THROWS_AS(asked(boundary::answer_rival_plan), InputError);
}
