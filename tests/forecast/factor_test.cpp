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
        const Matrix factor = pivoted_factor(covariance);
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
    const Matrix factor = pivoted_factor(covariance);
    CHECK(factor(1, 0) == Approx(2));
    CHECK(factor(2, 1) == Approx(2));
    CHECK(factor(0, 2) == Approx(1));
}

TEST_CASE("certainty has no columns") { CHECK(pivoted_factor(Matrix(4, 4)).columns == 0); }
