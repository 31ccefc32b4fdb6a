#include <buygraph/model/relation_ties.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

// chen 0, liu 1 and wang 2 report to chen (boss → report .6, report → boss .3), liu and wang are friends (.5 both ways)
TEST_CASE("a deal's ties are its raw strengths, all together or one relation alone") {
    const DecisionModel model = deals::under("autocracy");
    const auto list = [](const graph::Ties& ties) { return std::vector<graph::Tie>(ties.all().begin(), ties.all().end()); };
    CHECK(list(ties_of(model, Relation::friendship)) == std::vector<graph::Tie>{{1, 2, .5}, {2, 1, .5}});
    CHECK(list(ties_of(model, Relation::reports_to)) == std::vector<graph::Tie>{{0, 1, .6}, {0, 2, .6}, {1, 0, .3}, {2, 0, .3}});
    CHECK(list(ties_of(model, Relation::opposes)).empty());
    CHECK(list(ties_of(model)) == std::vector<graph::Tie>{{0, 1, .6}, {0, 2, .6}, {1, 0, .3}, {1, 2, .5}, {2, 0, .3}, {2, 1, .5}});
    CHECK(ties_of(model, Relation::opposes).people() == 3);
}
