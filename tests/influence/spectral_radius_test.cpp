#include <buygraph/influence/spectral_radius.hpp>

#include "catch.hpp"

using namespace buygraph;
using influence::spectral_radius;

namespace {
Matrix square(std::size_t size, std::vector<double> values) {
    Matrix matrix(size, size);
    matrix.values = std::move(values);
    return matrix;
}
}  // namespace

TEST_CASE("radii known in closed form: numbers, turns, pairs of roots, powers that end") {
    CHECK(spectral_radius(square(1, {-0.4})) == Approx(0.4));
    CHECK(spectral_radius(square(2, {0, 1, 1, 0})) == Approx(1));
    CHECK(spectral_radius(square(2, {0, -2, 2, 0})) == Approx(2));  // ±2i
    CHECK(spectral_radius(square(2, {1, 1, 1, 0})) == Approx((1 + std::sqrt(5)) / 2));
    CHECK(spectral_radius(square(3, {0, 1, 5, 0, 0, 1, 0, 0, 0})) == Approx(0).margin(1e-4));  // nilpotent: a triple root, so the cube root of the rounding
    CHECK(spectral_radius(square(3, {0, .5, .5, 1, 0, 0, 0, 1, 0})) == Approx(1));  // rows add to 1
}

TEST_CASE("rows and columns are as good as each other, and a scaled matrix has a scaled radius") {
    const Matrix one = square(3, {.2, -.7, .1, .4, .3, .9, -.5, .6, .1});
    Matrix turned(3, 3), half = one;
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j) turned(i, j) = one(j, i);
    for (double& value : half.values) value /= 2;
    CHECK(spectral_radius(turned) == Approx(spectral_radius(one)));
    CHECK(spectral_radius(half) == Approx(spectral_radius(one) / 2));
}
