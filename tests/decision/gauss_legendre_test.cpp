#include <buygraph/decision/gauss_legendre.hpp>

#include <numeric>

#include "catch.hpp"

using namespace buygraph::decision;

// Abramowitz and Stegun 1964, table 25.4, n = 5, on (−1, 1).
TEST_CASE("five points are those of the tables") {
    const auto rule = gauss_legendre(5);
    const double points[]{-0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664};
    const double weights[]{0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366, 0.236926885056189};
    for (std::size_t k = 0; k < 5; ++k) {
        CHECK(2 * rule.points[k] - 1 == Approx(points[k]).margin(1e-15));
        CHECK(2 * rule.weights[k] == Approx(weights[k]).epsilon(1e-14));
    }
}

TEST_CASE("one point is the middle") {
    const auto rule = gauss_legendre(1);
    CHECK(rule.points[0] == 0.5);
    CHECK(rule.weights[0] == Approx(1).epsilon(1e-15));
}

TEST_CASE("powers up to 2 count - 1 are integrated exactly, the next is not") {
    for (const std::size_t count : {1U, 2U, 3U, 8U, 13U, 64U, 250U, 251U, 1000U}) {
        const auto rule = gauss_legendre(count);
        const auto integral = [&](double power) {
            double sum = 0;
            for (std::size_t k = 0; k < count; ++k) sum += rule.weights[k] * std::pow(rule.points[k], power);
            return sum;
        };
        const double last = 2 * static_cast<double>(count) - 1;
        CAPTURE(count);
        for (const double power : {0.0, 1.0, std::floor(last / 2), last}) CHECK(integral(power) == Approx(1 / (power + 1)).epsilon(1e-11));
        if (count <= 8) CHECK(std::abs(integral(last + 1) * (last + 2) - 1) > 1e-9);
    }
}

TEST_CASE("points ascend within (0, 1), weights are positive") {
    for (const std::size_t count : {2U, 7U, 250U, 2000U}) {
        const auto rule = gauss_legendre(count);
        CHECK(rule.points.front() > 0);
        CHECK(rule.points.back() < 1);
        for (std::size_t k = 1; k < count; ++k) REQUIRE(rule.points[k] > rule.points[k - 1]);
        for (const double weight : rule.weights) REQUIRE(weight > 0);
    }
}
