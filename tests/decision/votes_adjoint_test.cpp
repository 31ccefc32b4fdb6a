#include <buygraph/decision/votes_adjoint.hpp>
#include <buygraph/decision/votes.hpp>

#include <random>

#include "catch.hpp"

using namespace buygraph::decision;

// The chance is linear in each yes: its derivative is the chance with that yes at 1 less the chance with it at 0, exactly.
TEST_CASE("the derivative by a yes is the chance with it less the chance without it") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> uniform(0, 1);
    const std::vector<int> votes{1, 3, 0, 2, 2, 5};
    for (const int needed : {1, 4, 7, 9, 13}) {
        std::vector<double> yes(votes.size()), found(votes.size(), 0.0), state(static_cast<std::size_t>(needed) + 1);
        for (double& chance : yes) chance = uniform(random);
        VotesAdjoint<double> adjoint(votes.size(), needed);
        adjoint(yes, votes, 1.5, found);
        for (std::size_t i = 0; i < votes.size(); ++i) {
            std::vector<double> with = yes, without = yes;
            with[i] = 1, without[i] = 0;
            const double exact = chance_of_votes<double>(with, votes, needed, state) - chance_of_votes<double>(without, votes, needed, state);
            CHECK(found[i] == Approx(1.5 * exact).margin(1e-14));
        }
    }
}
