#include <buygraph/decision/votes_needed.hpp>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::decision;

TEST_CASE("a quota of two thirds of six is four, against rounding, and a majority is more than half") {
    CHECK(votes_needed(Rule::quota, 2.0 / 3, 6) == 4);
    CHECK(votes_needed(Rule::quota, 2.0 / 3, 7) == 5);
    CHECK(votes_needed(Rule::quota, 1, 5) == 5);
    CHECK(votes_needed(Rule::quota, 0.5 + 1e-12, 2) == 2);
    CHECK(votes_needed(Rule::majority, 0.9, 5) == 3);
    CHECK(votes_needed(Rule::majority, 0.9, 4) == 3);
}
