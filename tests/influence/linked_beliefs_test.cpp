#include <buygraph/influence/linked_beliefs.hpp>

#include <buygraph/influence/equilibrium.hpp>

#include <random>

#include "catch.hpp"
#include "published.hpp"

using namespace buygraph;
using influence::linked_beliefs;

using published::matrix;
using published::openness;
using published::parsegov;

namespace {
const Matrix first = matrix(4, 2, {25, 25, 25, 15, 75, -50, 85, 5});

Matrix iterated(const Matrix& w, const std::vector<double>& s, const Matrix& c, const Matrix& u, int steps) {
    Matrix x = u;
    for (int step = 0; step < steps; ++step) {
        Matrix next(u.rows, u.columns);
        for (std::size_t i = 0; i < u.rows; ++i)
            for (std::size_t a = 0; a < u.columns; ++a) {
                double linked = 0;
                for (std::size_t j = 0; j < u.rows; ++j)
                    for (std::size_t b = 0; b < u.columns; ++b) linked += w(i, j) * x(j, b) * c(a, b);
                next(i, a) = s[i] * linked + (1 - s[i]) * u(i, a);
            }
        x = next;
    }
    return x;
}
}  // namespace

TEST_CASE("topics that are not linked settle each on its own") {
    const Matrix alone = influence::equilibrium(parsegov, openness, first), found = linked_beliefs(parsegov, openness, matrix(2, 2, {1, 0, 0, 1}), first);
    for (std::size_t i = 0; i < 8; ++i) CHECK(found.values[i] == Approx(alone.values[i]).epsilon(1e-12));
}

TEST_CASE("linked topics come to rest where repeating the rule leads, negative links too") {
    for (const auto& links : {std::vector<double>{.8, .2, .3, .7}, {.8, -.2, -.3, .7}, {1, 0, .5, .5}}) {
        const Matrix logic = matrix(2, 2, links);
        const Matrix found = linked_beliefs(parsegov, openness, logic, first), there = iterated(parsegov, openness, logic, first, 2000);
        for (std::size_t i = 0; i < 8; ++i) CHECK(found.values[i] == Approx(there.values[i]).epsilon(1e-10));
    }
}

// One person, s = ½, W = 1, C = ¾ swap: x1 = ⅜ x2 + ½ u1, x2 = ⅜ x1 + ½ u2; u = (1, 0): x1 = ½ / (1 − 9/64) = 32/55, x2 = 12/55
TEST_CASE("one person's two beliefs have a closed form") {
    const Matrix found = linked_beliefs(matrix(1, 1, {1}), std::vector{.5}, matrix(2, 2, {0, .75, .75, 0}), matrix(1, 2, {1, 0}));
    CHECK(found(0, 0) == Approx(32. / 55));
    CHECK(found(0, 1) == Approx(12. / 55));
}

TEST_CASE("where opinions find no rest the radius is named") {
    const Matrix one = matrix(2, 2, {0, 1, 1, 0}), u = matrix(2, 1, {1, 2});
    CHECK_THROWS_AS(linked_beliefs(one, std::vector{1., 1.}, matrix(1, 1, {1}), u), InputError);
    CHECK_NOTHROW(linked_beliefs(one, std::vector{1., .9}, matrix(1, 1, {1}), u));
    CHECK_NOTHROW(linked_beliefs(one, std::vector{.5, .5}, matrix(1, 1, {-1.9}), u));
    try {
        (void)linked_beliefs(one, std::vector{.5, .5}, matrix(1, 1, {-3}), u);
        FAIL("accepted");
    } catch (const InputError& error) {
        CHECK(error.where == "logic");
        CHECK(std::stod(error.given.substr(error.given.rfind(' '))) == Approx(1.5));
    }
}

TEST_CASE("shapes and numbers out of range are refused") {
    const Matrix w = matrix(2, 2, {.5, .5, 0, 1}), c = matrix(1, 1, {1}), u = matrix(2, 1, {1, 2});
    const std::vector<double> s{.5, .5};
    CHECK_THROWS_AS(linked_beliefs(matrix(1, 2, {0, 1}), s, c, u), InputError);
    CHECK_THROWS_AS(linked_beliefs(w, std::vector{.5}, c, u), InputError);
    CHECK_THROWS_AS(linked_beliefs(w, std::vector{.5, 1.1}, c, u), InputError);
    CHECK_THROWS_AS(linked_beliefs(w, s, matrix(1, 2, {1, 1}), u), InputError);
    CHECK_THROWS_AS(linked_beliefs(w, s, matrix(1, 1, {std::nan("")}), u), InputError);
    CHECK_THROWS_AS(linked_beliefs(w, s, c, matrix(2, 2, {1, 2, 3, 4})), InputError);
    CHECK_THROWS_AS(linked_beliefs(w, s, c, matrix(2, 1, {1, std::nan("")})), InputError);
}
