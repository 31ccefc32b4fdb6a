#include <buygraph/boundary/zipper.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("the value is that of the pairs, and wishes are met or named") {
    Asked asked(priced_deal());
    const Json free = asked(boundary::answer_zipper);
    CHECK(sum_of(free["pairs"], "value") == Approx(free["value"].get<double>()).margin(1e-9));
    const Json forbidden = asked(boundary::answer_zipper, {{"forbidden", {{0, "brandsma", "moreau"}}}});
    for (const Json& pair : forbidden["pairs"]) CHECK_FALSE((pair["member"] == "brandsma" && pair["person"] == "moreau"));
    CHECK(forbidden["value"] <= free["value"]);
    const Json fixed = asked(boundary::answer_zipper, {{"fixed", {{0, "farrow", "baptista"}}}, {"team", {"farrow"}}});
    CHECK(fixed["members"].size() == 1);
    CHECK(fixed["pairs"][0]["member"] == "farrow");
}

TEST_CASE("a member's capacity counts over all deals") {
    Asked asked(priced_deal());
    asked.session.hold(priced_deal());
    const Json one = asked(boundary::answer_zipper), two = asked(boundary::answer_zipper, {{"deals", {1, 2}}});
    CHECK(two["members"].size() == one["members"].size());
    CHECK(two["pairs"].size() < 2 * one["pairs"].size());
    CHECK_THROWS_AS(asked(boundary::answer_zipper, {{"deals", {1, 7}}}), InputError);
    CHECK_THROWS_AS(asked(boundary::answer_zipper, {{"fixed", {{"brandsma", "moreau"}}}}), InputError);
}
