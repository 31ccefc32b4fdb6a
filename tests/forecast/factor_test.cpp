#include <buygraph/forecast/factor.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;
using forecasting::pivoted_factor;

TEST_CASE("the factor times its transpose is the covariance, singular ones included") {
    std::mt19937 random(1);
    for (const std::size_t rank : {1UL, 3UL, 8UL}) {
        const Matrix half = deals::random_matrix(8, rank, random);
        Matrix covariance(8, 8);
        for (std::size_t i = 0; i < 8; ++i)
            for (std::size_t j = 0; j < 8; ++j)
                for (std::size_t k = 0; k < rank; ++k) covariance(i, j) += half(i, k) * half(j, k);
        const Matrix factor = pivoted_factor(covariance).matrix;
        CHECK(factor.columns == rank);
        for (std::size_t i = 0; i < 8; ++i)
            for (std::size_t j = 0; j < 8; ++j) {
                double sum = 0;
                for (std::size_t k = 0; k < factor.columns; ++k) sum += factor(i, k) * factor(j, k);
                REQUIRE(sum == Approx(covariance(i, j)).margin(1e-12));
            }
    }
}

// Variances 1, 4, 4: the second is taken first although rounding might favour the third.
TEST_CASE("the largest variance comes first, of equal ones the one that stands first") {
    Matrix covariance(3, 3);
    covariance(0, 0) = 1, covariance(1, 1) = 4, covariance(2, 2) = 4 * (1 + 1e-13);
    const Matrix factor = pivoted_factor(covariance).matrix;
    CHECK(factor(1, 0) == Approx(2));
    CHECK(factor(2, 1) == Approx(2));
    CHECK(factor(0, 2) == Approx(1));
}

TEST_CASE("certainty has no columns") { CHECK(pivoted_factor(Matrix(4, 4)).matrix.columns == 0); }

namespace {
Matrix random_covariance(std::size_t size, std::size_t rank, unsigned seed) {
    std::mt19937 random(seed);
    const Matrix half = deals::random_matrix(size, rank, random);
    Matrix covariance(size, size);
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j)
            for (std::size_t k = 0; k < rank; ++k) covariance(i, j) += half(i, k) * half(j, k);
    return covariance;
}
}  // namespace

TEST_CASE("with its own pivots a covariance has its own factor") {
    const Matrix covariance = random_covariance(7, 5, 2);
    const forecasting::PivotedFactor found = pivoted_factor(covariance);
    CHECK(found.pivots.size() == 5);
    CHECK(forecasting::factor_in_order(covariance, found.pivots).matrix == found.matrix);
}

// Central differences of Σ weight · factor, the covariance moved symmetrically.
TEST_CASE("the way back through the factor agrees with central differences") {
    const Matrix covariance = random_covariance(6, 6, 4);
    const forecasting::PivotedFactor found = pivoted_factor(covariance);
    std::mt19937 random(9);
    const Matrix weight = deals::random_matrix(6, 6, random);
    const Matrix by_covariance = forecasting::covariance_adjoint(found.matrix, found.pivots, weight);
    const auto value = [&](const Matrix& at) {
        const Matrix factor = forecasting::factor_in_order(at, found.pivots).matrix;
        double sum = 0;
        for (std::size_t i = 0; i < factor.values.size(); ++i) sum += weight.values[i] * factor.values[i];
        return sum;
    };
    for (std::size_t i = 0; i < 6; ++i)
        for (std::size_t j = 0; j <= i; ++j) {
            Matrix up = covariance, down = covariance;
            constexpr double step = 1e-6;
            up(i, j) += step, down(i, j) -= step;
            if (i != j) up(j, i) += step, down(j, i) -= step;
            const double found_slope = by_covariance(i, j) + (i == j ? 0 : by_covariance(j, i));
            CHECK(found_slope == Approx((value(up) - value(down)) / (2 * step)).epsilon(1e-6).margin(1e-7));
        }
}
