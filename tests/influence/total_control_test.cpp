#include <buygraph/influence/total_control.hpp>

#include <buygraph/influence/equilibrium.hpp>

#include <cmath>
#include <numeric>
#include <vector>

#include "catch.hpp"
#include "published.hpp"
#include "sparse.hpp"

using namespace buygraph;
using namespace buygraph::influence;

TEST_CASE("control over a target is his row of the control matrix, with signs too") {
    for (const bool with_minus : {false, true}) {
        const std::size_t people = 60;
        const Matrix influence = sparse::random_influence(people, .15, with_minus, 1);
        const std::vector<double> susceptibility = sparse::random_numbers(people, 0, .95, 2);
        const Matrix control = control_matrix(influence, susceptibility);
        const SparseNetwork network = sparse::network(influence), heard_by = transposed(network);
        for (const std::size_t target : {0UL, 17UL, 59UL}) {
            std::vector<double> targets(people, 0);
            targets[target] = 1;
            const Control found = control_over(network, heard_by, susceptibility, targets, {.tolerance = 1e-13});
            CHECK(found.converged);
            for (std::size_t p = 0; p < people; ++p) CHECK(found.shares[p] == Approx(control(target, p)).margin(1e-11));
        }
    }
}

TEST_CASE("total control is the mean of all rows, and adds to 1 where rows of W do") {
    const Matrix control = control_matrix(published::parsegov, published::openness);
    const SparseNetwork network = sparse::network(published::parsegov);
    const Control found = total_control(network, transposed(network), published::openness, {.tolerance = 1e-14});
    for (std::size_t p = 0; p < 4; ++p) {
        double mean = 0;
        for (std::size_t i = 0; i < 4; ++i) mean += control(i, p) / 4;
        CHECK(found.shares[p] == Approx(mean).epsilon(1e-12));
    }
    CHECK(std::accumulate(found.shares.begin(), found.shares.end(), 0.0) == Approx(1).epsilon(1e-12));
}

TEST_CASE("one whose susceptibility is 1 passes on what others think and adds nothing of his own") {
    Matrix influence(3, 3);
    influence(0, 1) = 1, influence(1, 2) = 1;
    const std::vector<double> susceptibility{.5, 1, 0};
    const SparseNetwork network = sparse::network(influence);
    const Control found = control_over(network, transposed(network), susceptibility, std::vector{1., 0., 0.});
    CHECK(found.shares[0] == Approx(.5).epsilon(1e-9));
    CHECK(found.shares[1] == 0);
    CHECK(found.shares[2] == Approx(.5).epsilon(1e-9));
}

TEST_CASE("what people end with is what comes from whom times what they first thought") {
    const std::size_t people = 200;
    const Matrix influence = sparse::random_influence(people, .05, true, 3), attitudes = sparse::random_attitudes(people, 1, 4);
    const std::vector<double> susceptibility = sparse::random_numbers(people, 0, .9, 5), targets = sparse::random_numbers(people, -1, 1, 6);
    const SparseNetwork network = sparse::network(influence);
    const Control found = control_over(network, transposed(network), susceptibility, targets, {.tolerance = 1e-12});
    const Matrix rest = equilibrium(network, susceptibility, attitudes, {.tolerance = 1e-12}).attitudes;
    double left = 0, right = 0;
    for (std::size_t i = 0; i < people; ++i) left += targets[i] * rest(i, 0), right += found.shares[i] * attitudes(i, 0);
    CHECK(left == Approx(right).margin(1e-9));
}

TEST_CASE("the strongest are those with the greatest shares by size, equals by index") {
    const std::vector<double> shares{.1, -.5, .3, .3, 0};
    CHECK(strongest(shares, 3) == std::vector<std::size_t>{1, 2, 3});
    CHECK(strongest(shares, 0).empty());
    CHECK(strongest(shares, 9) == std::vector<std::size_t>{1, 2, 3, 0, 4});
}

TEST_CASE("targets that are no weights are refused, naming who") {
    const SparseNetwork network = sparse::network(Matrix(3, 3)), heard_by = transposed(network);
    const std::vector<double> half(3, .5);
    CHECK_THROWS_AS(control_over(network, heard_by, half, std::vector{1., 0.}), InputError);
    CHECK_THROWS_AS(control_over(network, heard_by, std::vector<double>(3, 2), std::vector(3, 1.)), InputError);
    try {
        (void)control_over(network, heard_by, half, std::vector<double>{1, INFINITY, 0});
        FAIL("accepted");
    } catch (const InputError& error) {
        CHECK(error.where == "targets, person 1");
    }
}
