#include <buygraph/influence/equilibrium.hpp>

#include <random>

#include "catch.hpp"
#include "deals.hpp"
#include "published.hpp"

using namespace buygraph;

using published::matrix;
using published::openness;
using published::parsegov;

TEST_CASE("the published example of Parsegov et al. 2017 comes to rest at 60, 60, 75, 75") {
    const Matrix final = influence::equilibrium(parsegov, openness, matrix(4, 1, {25, 25, 75, 85}));
    CHECK(final(0, 0) == Approx(60.0208).margin(5e-5));
    CHECK(final(1, 0) == Approx(59.9840).margin(5e-5));
    CHECK(final(2, 0) == Approx(75).margin(1e-12));
    CHECK(final(3, 0) == Approx(74.9862).margin(5e-5));
}

TEST_CASE("the path leads there, starting from the first attitudes") {
    const Matrix first = matrix(4, 2, {25, 1, 25, 2, 75, 3, 85, 4});
    const auto states = influence::path(parsegov, openness, first, 200);
    CHECK(states.front() == first);
    const Matrix final = influence::equilibrium(parsegov, openness, first);
    for (std::size_t i = 0; i < 8; ++i) CHECK(states.back().values[i] == Approx(final.values[i]).epsilon(1e-12));
}

TEST_CASE("rows of the control matrix add to 1 and times the attitudes give the equilibrium") {
    const Matrix control = influence::control_matrix(parsegov, openness);
    const Matrix final = influence::equilibrium(parsegov, openness, matrix(4, 1, {25, 25, 75, 85}));
    for (std::size_t i = 0; i < 4; ++i) {
        double sum = 0, image = 0;
        const double u[]{25, 25, 75, 85};
        for (std::size_t p = 0; p < 4; ++p) sum += control(i, p), image += control(i, p) * u[p];
        CHECK(sum == Approx(1).epsilon(1e-14));
        CHECK(image == Approx(final(i, 0)).epsilon(1e-13));
    }
}

// Two people who pull each other the opposite way: x1 = ½(−x2) + ½·1, x2 = ½(−x1) + ½·1, so both ⅓.
TEST_CASE("a negative weight pulls towards the opposite") {
    const Matrix final = influence::equilibrium(matrix(2, 2, {0, -1, -1, 0}), std::vector{.5, .5}, matrix(2, 1, {1, 1}));
    CHECK(final(0, 0) == Approx(1. / 3));
    CHECK(final(1, 0) == Approx(1. / 3));
}

TEST_CASE("what is no network is refused, naming the row") {
    const Matrix good = matrix(2, 2, {.5, .5, 0, 1}), attitudes = matrix(2, 1, {0, 1});
    CHECK_THROWS_AS(influence::control_matrix(matrix(2, 1, {1, 1}), std::vector{.1, .1}), InputError);
    CHECK_THROWS_AS(influence::control_matrix(good, std::vector{.1}), InputError);
    CHECK_THROWS_AS(influence::control_matrix(good, std::vector{.1, 1.}), InputError);
    CHECK_THROWS_AS(influence::equilibrium(good, std::vector{.1, .1}, matrix(3, 1, {1, 1, 1})), InputError);
    CHECK_THROWS_AS(influence::equilibrium(good, std::vector{.1, .1}, matrix(2, 1, {std::nan(""), 1})), InputError);
    try {
        (void)influence::equilibrium(matrix(2, 2, {.5, .5, .6, .6}), std::vector{.1, .1}, attitudes);
        FAIL("accepted");
    } catch (const InputError& error) {
        CHECK(error.where == "influence, row 1");
    }
}
