#include <buygraph/forecast/draws.hpp>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::forecasting;

// Scramble s has the points s and s + 2, so its mean is s + 1: by hand, from sums over 0 … 15.
TEST_CASE("mean, error, variance and interval of a column") {
    Draws draws = Draws::of(2, 2);
    for (std::size_t s = 0; s < scrambles; ++s)
        for (const std::size_t point : {0UL, 1UL}) *draws.at(0, s, point) = -1, *draws.at(1, s, point) = static_cast<double>(s + 2 * point);
    CHECK(draws.samples() == 32);
    const auto [mean, error] = mean_and_error(draws, 1);
    CHECK(mean == Approx(8.5));
    CHECK(error == Approx(std::sqrt(340.0 / 15 / 16)));
    CHECK(variance_of(draws.column(1)) == Approx(340.0 / 16 + 1));
    const Interval interval = interval_of(draws, 1);
    CHECK(interval.low == Approx(2.1));
    CHECK(interval.high == Approx(14.9));
    CHECK(mean_and_error(draws, 0).second == 0);
}

TEST_CASE("samples are rounded up to whole scrambles, and none or too many are refused") {
    CHECK(points_a_scramble({.samples = 1}) == 1);
    CHECK(points_a_scramble({.samples = 17}) == 2);
    CHECK(points_a_scramble({.samples = 4096}) == 256);
    CHECK_THROWS_AS(points_a_scramble({.samples = 0}), InputError);
    CHECK_THROWS_AS(points_a_scramble({.samples = most_samples + 1}), InputError);
}
