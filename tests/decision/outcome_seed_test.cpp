#include <buygraph/decision/outcome_seed.hpp>

#include "catch.hpp"

using namespace buygraph::decision;

TEST_CASE("an offer's chance is its own, no decision the sum of its three kinds") {
    const OutcomeSeed second = outcome_seed(3, 2), none = outcome_seed(3, 0);
    CHECK((second.offer == std::vector<double>{0, 0, 1} && second.blocked == 0 && second.stalemate == 0 && second.refused == 0));
    CHECK((none.offer == std::vector<double>{0, 0, 0} && none.blocked == 1 && none.stalemate == 1 && none.refused == 1));
}
