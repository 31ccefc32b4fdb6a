#include <buygraph/plan/signal_value.hpp>

#include <cmath>
#include <limits>

#include <buygraph/numbers/normal.hpp>

#include "catch.hpp"

using namespace buygraph;

namespace {

/// Standard normal numbers at even quantiles.
std::vector<double> normals(std::size_t count) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) {
        const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(count);
        values.push_back(numbers::normal_quantile(share));
    }
    return values;
}

}  // namespace

TEST_CASE("what is linear in a Gaussian signal falls by the share that the noise leaves of the signal") {
    // x = a u, y = u + noise: Var(E[x | y]) = a² / (1 + noise variance).
    const std::vector<double> u = normals(4096);
    std::vector<double> x;
    for (const double one : u) x.push_back(0.3 * one);
    const SignalValuer valuer(x, {});
    CHECK(valuer.variance() == Approx(0.09).epsilon(0.002));
    for (const double noise : {0.05, 0.3, 1.0, 4.0}) {
        const SignalValue value = valuer({u, noise});
        CHECK(value.fall == Approx(0.09 / (1 + noise)).epsilon(0.01));  // 64 classes leave some 1 in 1,000 of the variance within
        CHECK_FALSE(value.money);
    }
}

TEST_CASE("a square, of which a straight line would see nothing, falls by the square of that share") {
    // x = u²: E[x | y] = c² y² + (1 − c) with c = 1 / (1 + noise) and Var(y) = 1 / c, so that its variance is 2 c².
    const std::vector<double> u = normals(4096);
    std::vector<double> x;
    for (const double one : u) x.push_back(one * one);
    const SignalValuer valuer(x, {});
    for (const double noise : {0.3, 1.0}) CHECK(valuer({u, noise}).fall == Approx(2 / ((1 + noise) * (1 + noise))).epsilon(0.02));  // the last class holds what is left of the tail
}

TEST_CASE("to stay or to go on a Gaussian payoff: the textbook's unit normal loss") {
    // Payoffs 0 and u − 0.5: going on knowing y pays E max(0, s Z − 0.5) with s² = 1 / (1 + noise), of which nothing is had now.
    const std::vector<double> u = normals(4096);
    Matrix payoffs(2, u.size());
    for (std::size_t i = 0; i < u.size(); ++i) payoffs(1, i) = u[i] - 0.5;
    const SignalValuer valuer(u, payoffs);
    for (const double noise : {0.3, 1.0, 4.0}) {
        const double s = std::sqrt(1 / (1 + noise)), z = 0.5 / s;
        const double density = std::exp(-z * z / 2) / std::sqrt(2 * 3.141592653589793), tail = 0.5 * std::erfc(z / std::sqrt(2.0));
        const InformationValue value = valuer({u, noise}).money.value();
        CHECK(value.now == 0);
        CHECK(value.sample == Approx(s * (density - z * tail)).epsilon(0.02));
        CHECK(value.changes_choice == Approx(tail).margin(0.01));
    }
}

TEST_CASE("the fall from one perfect answer is the whole variance, from one that says nothing none") {
    const std::vector<double> means{0.2, 0.5, 0.9}, prior{0.5, 0.3, 0.2};
    Matrix perfect(3, 3), nothing(3, 2, 0.5);
    for (std::size_t state = 0; state < 3; ++state) perfect(state, state) = 1;
    CHECK(expected_fall(means, prior, perfect) == Approx(0.5 * 0.04 + 0.3 * 0.25 + 0.2 * 0.81 - 0.43 * 0.43));
    CHECK(expected_fall(means, prior, nothing) == Approx(0).margin(1e-15));
}

TEST_CASE("what cannot be told apart by any grid says nothing, and payoffs without bound are refused") {
    const std::vector<double> x = normals(64);
    const SignalValuer valuer(x, {});
    std::vector<double> least(64, 0.0), greatest(64, -1e308);
    least.back() = 5e-324, greatest.back() = 1e308;  // steps that are 0, and infinite
    for (const std::vector<double>& values : {least, greatest, std::vector<double>(64, 1.0)}) CHECK(valuer({values, 0}).fall == Approx(0).margin(1e-15));
    CHECK(valuer({x, std::numeric_limits<double>::infinity()}).fall == Approx(0).margin(1e-15));
    CHECK_THROWS_AS(SignalValuer(x, Matrix(1, 64, std::numeric_limits<double>::quiet_NaN())), InputError);
}
