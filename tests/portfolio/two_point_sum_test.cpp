#include <buygraph/portfolio/two_point_sum.hpp>

#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include "catch.hpp"

using namespace buygraph;

namespace {

double variance_on_grid(const GridDistribution& sum) {
    const double mean = sum.mean();
    double squares = 0;
    for (std::size_t cell = 0; cell < sum.probability.size(); ++cell) squares += sum.probability[cell] * (sum.at(cell) - mean) * (sum.at(cell) - mean);
    return squares;
}

}  // namespace

// 100 with ½, 200 with ¼: nothing ½ · ¾, 100 ½ · ¾, 200 ½ · ¼, 300 ½ · ¼.
TEST_CASE("two deals have four sums, exactly") {
    const GridDistribution sum = two_point_sum(std::vector{200., 100.}, std::vector{.25, .5});
    CHECK(sum.step == 100);
    REQUIRE(sum.probability.size() == 4);
    for (const auto& [cell, chance] : {std::pair{0, .375}, {1, .375}, {2, .125}, {3, .125}}) CHECK(sum.probability[static_cast<std::size_t>(cell)] == Approx(chance).epsilon(1e-15));
    CHECK(sum.added_variance == 0);
    CHECK(sum.at_least(200) == Approx(.25).epsilon(1e-15));
    CHECK(sum.quantile(0.5) == 100);
    CHECK(sum.quantile(0.9) == 300);
}

// Binomial(60, 0.3): (60 over k) 0.3^k 0.7^(60−k).
TEST_CASE("equal deals are binomial") {
    const GridDistribution sum = two_point_sum(std::vector<double>(60, 5000.), std::vector<double>(60, .3));
    CHECK(sum.step == 5000);
    for (const int k : {5, 18, 30}) {
        const double log_chance = std::lgamma(61.) - std::lgamma(k + 1.) - std::lgamma(61. - k) + k * std::log(.3) + (60 - k) * std::log(.7);
        const auto cell = static_cast<std::size_t>(std::lround((5000. * k - sum.first) / sum.step));
        CHECK(sum.probability[cell] == Approx(std::exp(log_chance)).epsilon(1e-11));
    }
}

TEST_CASE("on any grid the mean is exact, and the variance is that of the deals and what the grid says it adds") {
    std::mt19937 random(3);
    std::lognormal_distribution<double> size(10, 1.5);
    std::uniform_real_distribution<double> chance(0, 1);
    for (const std::size_t cells : {64UL, 1024UL, 8192UL}) {
        std::vector<double> values, chances;
        double mean = 0, variance = 0;
        for (int deal = 0; deal < 400; ++deal) {
            values.push_back(size(random));
            chances.push_back(chance(random));
            mean += values.back() * chances.back();
            variance += values.back() * values.back() * chances.back() * (1 - chances.back());
        }
        const GridDistribution sum = two_point_sum(values, chances, cells);
        CHECK(sum.probability.size() <= cells);
        CHECK(std::accumulate(sum.probability.begin(), sum.probability.end(), 0.0) == Approx(1).epsilon(1e-12));
        CHECK(sum.mean() == Approx(mean).epsilon(1e-9));
        CHECK(variance_on_grid(sum) == Approx(variance + sum.added_variance).epsilon(1e-8));
        CHECK((cells < 1000 || sum.added_variance < 0.01 * variance));
    }
}

// Ten deals: every one of the 1,024 ways counted by hand.
TEST_CASE("the distribution is that of all ways in which the deals can end") {
    const std::vector<double> values{3, 5, 8, 13, 21, 34, 55, 89, 144, 233}, chances{.1, .9, .5, .3, .7, .2, .6, .4, .8, .35};
    const GridDistribution sum = two_point_sum(values, chances);
    std::vector<double> counted(606, 0.0);
    for (unsigned way = 0; way < 1024; ++way) {
        double total = 0, probability = 1;
        for (std::size_t deal = 0; deal < 10; ++deal) {
            const bool won = (way >> deal & 1U) != 0;
            total += won ? values[deal] : 0;
            probability *= won ? chances[deal] : 1 - chances[deal];
        }
        counted[static_cast<std::size_t>(total)] += probability;
    }
    CHECK(sum.step == 1);
    for (std::size_t cell = 0; cell < sum.probability.size(); ++cell) CHECK(sum.probability[cell] == Approx(counted[static_cast<std::size_t>(sum.at(cell))]).margin(1e-12));
}

TEST_CASE("nothing to win is won surely, and what is sure shifts the rest") {
    CHECK(two_point_sum({}, {}).quantile(.9) == 0);
    CHECK(two_point_sum(std::vector{10., 0.}, std::vector{0., 1.}).quantile(.9) == 0);
    const GridDistribution sum = two_point_sum(std::vector{10., 30.}, std::vector{.5, 1.});
    CHECK(sum.quantile(.25) == 30);
    CHECK(sum.quantile(.75) == 40);
    CHECK(sum.at_least(0) == Approx(1).epsilon(1e-15));
}

TEST_CASE("a mixture has the mean of its parts") {
    const std::vector<GridDistribution> parts{two_point_sum(std::vector{100., 250.}, std::vector{.5, .1}), two_point_sum(std::vector{70., 333.}, std::vector{.2, .9})};
    const GridDistribution both = mixture(parts, std::vector{.25, .75});
    CHECK(both.mean() == Approx(.25 * 75 + .75 * (14 + 299.7)).epsilon(1e-12));
}

TEST_CASE("values and chances out of range are refused") {
    CHECK_THROWS_AS(two_point_sum(std::vector{-1.}, std::vector{.5}), InputError);
    CHECK_THROWS_AS(two_point_sum(std::vector{1.}, std::vector{1.5}), InputError);
    CHECK_THROWS_AS(two_point_sum(std::vector{1., 2.}, std::vector{.5}), InputError);
    CHECK_THROWS_AS(two_point_sum(std::vector{1.}, std::vector{.5}, 4), InputError);
}
