#include <buygraph/decision/votes.hpp>

#include <random>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::decision;

TEST_CASE("the chance of enough votes equals the sum over all 2^n votes") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> uniform(0, 1);
    for (int round = 0; round < 30; ++round) {
        const std::size_t n = 1 + random() % 8;
        std::vector<double> yes(n);
        std::vector<int> votes(n);
        int total = 0;
        for (std::size_t i = 0; i < n; ++i) yes[i] = uniform(random), total += votes[i] = static_cast<int>(random() % 4);
        const int needed = 1 + static_cast<int>(random()) % (total + 1);
        const int wanted = needed > 0 ? needed : 1;
        double exact = 0;
        for (std::size_t ballot = 0; ballot < (std::size_t{1} << n); ++ballot) {
            double chance = 1;
            int sum = 0;
            for (std::size_t i = 0; i < n; ++i) {
                const bool says_yes = (ballot >> i) & 1U;
                chance *= says_yes ? yes[i] : 1 - yes[i];
                sum += says_yes ? votes[i] : 0;
            }
            if (sum >= wanted) exact += chance;
        }
        std::vector<double> state(static_cast<std::size_t>(wanted) + 1);
        REQUIRE(chance_of_votes<double>(yes, votes, wanted, state) == Approx(exact).margin(1e-13));
    }
}

TEST_CASE("repeated ballots sum a geometric series") {
    CHECK(repeated(0.5, 1) == 1);
    CHECK(repeated(0.5, 3) == Approx(1.75));
}
