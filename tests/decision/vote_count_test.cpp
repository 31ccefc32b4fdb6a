#include <buygraph/decision/vote_count.hpp>
#include <buygraph/decision/votes.hpp>

#include <random>

#include "catch.hpp"

using namespace buygraph::decision;

namespace {
std::vector<double> random_chances(std::size_t count, std::mt19937& random) {
    std::uniform_real_distribution<double> uniform(0, 1);
    std::vector<double> chances(count);
    for (double& chance : chances) chance = uniform(random);
    return chances;
}
}  // namespace

// From nobody needed to more than there are: 13 votes in all.
TEST_CASE("the chance is that of the count that goes through every state") {
    std::mt19937 random(5);
    const std::vector<int> votes{1, 3, 0, 2, 2, 5};
    for (int needed = 0; needed <= 15; ++needed) {
        const std::vector<double> yes = random_chances(votes.size(), random);
        std::vector<double> state(static_cast<std::size_t>(needed) + 1);
        VoteCount<double> count(votes, needed);
        std::vector<double> gains(count.gains());
        CHECK(count.chance(yes, gains) == Approx(chance_of_votes<double>(yes, votes, needed, state)).margin(1e-14));
    }
}

// The chance is linear in each yes: its derivative is the chance with that yes at 1 less the chance with it at 0, exactly.
TEST_CASE("the derivative by a yes is the chance with it less the chance without it") {
    std::mt19937 random(3);
    const std::vector<int> votes{1, 3, 0, 2, 2, 5};
    for (const int needed : {1, 4, 7, 9, 13}) {
        const std::vector<double> yes = random_chances(votes.size(), random);
        std::vector<double> found(votes.size(), 0.0), state(static_cast<std::size_t>(needed) + 1);
        VoteCount<double> count(votes, needed);
        std::vector<double> gains(count.gains());
        static_cast<void>(count.chance(yes, gains));
        count.backwards(yes, gains, 1.5, found);
        for (std::size_t i = 0; i < votes.size(); ++i) {
            std::vector<double> with = yes, without = yes;
            with[i] = 1, without[i] = 0;
            const double exact = chance_of_votes<double>(with, votes, needed, state) - chance_of_votes<double>(without, votes, needed, state);
            CHECK(found[i] == Approx(1.5 * exact).margin(1e-14));
        }
    }
}

// Of five with one vote each three are needed: before the first 0 votes leave it open, then 0 or 1, then 0 to 2, then 1 or 2, before the last 2.
TEST_CASE("nothing is kept where it is no longer open") {
    CHECK(VoteCount<double>(std::vector<int>{1, 1, 1, 1, 1}, 3).gains() == 9);
    CHECK(VoteCount<double>(std::vector<int>{1, 1, 1, 1}, 4).gains() == 4);
    CHECK(VoteCount<double>(std::vector<int>{1, 1, 1, 1}, 5).gains() == 0);
}
