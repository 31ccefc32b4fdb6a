#include <buygraph/decision/meet_in_the_middle.hpp>

#include <cmath>
#include <random>

#include "catch.hpp"

using namespace buygraph::decision;

namespace {

/// Visits every coalition.
CoalitionSums by_enumeration(const std::vector<double>& weights, double needed, const std::vector<double>& pivot_worth, const std::vector<double>& win_worth) {
    const std::size_t n = weights.size();
    CoalitionSums sums{std::vector<double>(n, 0), 0};
    for (std::size_t coalition = 0; coalition < (std::size_t{1} << n); ++coalition) {
        double weight = 0;
        std::size_t size = 0;
        for (std::size_t i = 0; i < n; ++i)
            if ((coalition >> i) & 1U) weight += weights[i], ++size;
        if (weight >= needed) sums.wins += win_worth[size];
        for (std::size_t i = 0; i < n; ++i)
            if (!((coalition >> i) & 1U) && weight < needed && weight + weights[i] >= needed) sums.pivots[i] += pivot_worth[size];
    }
    return sums;
}

std::vector<double> random_numbers(std::mt19937& random, std::size_t count) {
    std::uniform_real_distribution<double> uniform(0.01, 5);
    std::vector<double> numbers(count);
    for (double& number : numbers) number = uniform(random);
    return numbers;
}

}  // namespace

TEST_CASE("sums over coalitions, worth what their size says, equal those of visiting all") {
    std::mt19937 random(7);
    for (std::size_t n = 1; n <= 11; ++n) {
        for (const double share : {0.0, 0.1, 0.35, 0.5, 0.8, 0.999}) {
            const auto weights = random_numbers(random, n), pivot_worth = random_numbers(random, n), win_worth = random_numbers(random, n + 1);
            double total = 0;
            for (const double weight : weights) total += weight;
            const double needed = share * total + 1e-6;
            const auto found = meet_in_the_middle(weights, needed, pivot_worth, win_worth), expected = by_enumeration(weights, needed, pivot_worth, win_worth);
            CAPTURE(n, share);
            REQUIRE(found.wins == Approx(expected.wins).epsilon(1e-13));
            for (std::size_t i = 0; i < n; ++i) REQUIRE(found.pivots[i] == Approx(expected.pivots[i]).epsilon(1e-12));
        }
    }
}

TEST_CASE("half of all coalitions of an odd number of equals win, to the last one") {
    const std::vector<double> weights(25, 0.3), worth(26, 1.0);
    const auto found = meet_in_the_middle(weights, 3.75, std::span(worth).first(25), worth);
    CHECK(found.wins == 16777216);                            // 2^24
    for (const double pivots : found.pivots) CHECK(pivots == 2704156);  // 24 over 12
}

// 31 people of one unit and one of ten, of which 30 units are needed. He turns 20 to 29 of the others; each of them 29 others without him, or 19 with him.
TEST_CASE("32 people are counted to the last coalition") {
    std::vector<double> weights(32, 0.5), worth(33, 1.0);
    weights[30] = 5;
    const auto over = [](int n, int k) { return std::round(std::exp(std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0))); };
    double turned = 0;
    for (int size = 20; size < 30; ++size) turned += over(31, size);
    const auto found = meet_in_the_middle(weights, 15, std::span(worth).first(32), {});
    CHECK(found.pivots[30] == turned);
    CHECK(found.pivots[3] == over(30, 29) + over(30, 19));
}

TEST_CASE("winning coalitions are counted only when asked for") {
    const std::vector<double> weights{1, 2}, worth{1, 1};
    CHECK(meet_in_the_middle(weights, 2, worth, {}).wins == 0);
}
