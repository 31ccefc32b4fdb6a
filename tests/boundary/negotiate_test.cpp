#include <buygraph/boundary/negotiate.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("a curve is drawn at the prices asked for, and what is missing is named") {
    Asked asked(priced_deal());
    const Json answer = asked(boundary::answer_negotiate, {{"samples", 128}, {"prices", {15000000, 16000000, 17000000}}});
    REQUIRE(answer["curve"].size() == 3);
    for (const Json& point : answer["curve"])  // P(ours) · (price − cost)
        CHECK(point["expected_margin"].get<double>() == Approx(point["win"].get<double>() * point["margin"].get<double>() * point["price"].get<double>()).epsilon(1e-9));
    CHECK(answer["zone"][0] < answer["zone"][1]);
    CHECK(answer["missing"]["curve"].empty());
    Asked without;
    const Json unknown = without(boundary::answer_negotiate, {{"samples", 64}});
    CHECK(unknown["curve"].empty());
    CHECK_FALSE(unknown["missing"]["curve"].empty());
    CHECK(unknown["nash"].is_null());
}
