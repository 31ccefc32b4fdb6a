#include <buygraph/picture/spaced.hpp>

#include <cmath>
#include <random>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::picture;

TEST_CASE("places that have room stay where they are wished") {
    CHECK(spaced({10, 30, 70}, {20, 20}, 0, 100) == std::vector<double>{10, 30, 70});
    CHECK(spaced({}, {}, 0, 100).empty());
    CHECK(spaced({-5}, {}, 0, 100) == std::vector<double>{0});
}

// Two who wish the same stand about it; of three at 50, 50 and 20, in this order and 10 apart: the mean of 50, 40 and 0, which is 30, and on from there.
TEST_CASE("those who are too near part about their middle") {
    CHECK(spaced({50, 50}, {20}, 0, 100) == std::vector<double>{40, 60});
    CHECK(spaced({50, 50, 20}, {10, 10}, 0, 100) == std::vector<double>{30, 40, 50});
}

TEST_CASE("where the line is too short they start at its low end") { CHECK(spaced({90, 90, 90}, {20, 20}, 10, 30) == std::vector<double>{10, 30, 50}); }

// The problem is convex, so a place from which no small step is better is the best of all.
TEST_CASE("no small step within the bounds comes nearer to the wishes") {
    std::mt19937 random(1);
    std::uniform_real_distribution<> wish(0, 100), room(1, 12);
    for (int round = 0; round < 200; ++round) {
        std::vector<double> wishes(2 + random() % 6), apart(wishes.size() - 1);
        for (double& one : wishes) one = wish(random);
        for (double& one : apart) one = room(random);
        const std::vector<double> places = spaced(wishes, apart, 0, 100);
        const auto cost = [&](const std::vector<double>& at) {
            double sum = 0;
            for (std::size_t i = 0; i < at.size(); ++i) sum += (at[i] - wishes[i]) * (at[i] - wishes[i]);
            return sum;
        };
        const auto allowed = [&](const std::vector<double>& at) {
            bool fine = at.front() >= -1e-9 && at.back() <= 100 + 1e-9;
            for (std::size_t i = 0; i + 1 < at.size(); ++i) fine = fine && at[i + 1] - at[i] >= apart[i] - 1e-9;
            return fine;
        };
        REQUIRE(allowed(places));
        for (std::size_t from = 0; from < places.size(); ++from)
            for (std::size_t to = from; to < places.size(); ++to)
                for (const double step : {-.1, .1}) {
                    std::vector<double> other = places;
                    for (std::size_t i = from; i <= to; ++i) other[i] += step;
                    if (allowed(other)) REQUIRE(cost(other) >= cost(places) - 1e-9);
                }
    }
}
