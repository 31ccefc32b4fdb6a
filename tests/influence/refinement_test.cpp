#include <buygraph/influence/refinement.hpp>

#include <cmath>
#include <vector>

#include "catch.hpp"
#include "sparse.hpp"

using namespace buygraph;
using namespace buygraph::influence;

namespace {

/// The largest |B + diag(s) W X − X| of a column as a share of its scale, with nothing but the definition.
double residual_of(const Matrix& influence, const std::vector<double>& susceptibility, const Matrix& right, const Matrix& x, const std::vector<double>& scales) {
    double largest = 0;
    for (std::size_t i = 0; i < x.rows; ++i)
        for (std::size_t c = 0; c < x.columns; ++c) {
            double heard = 0;
            for (std::size_t j = 0; j < x.rows; ++j) heard += influence(i, j) * x(j, c);
            largest = std::max(largest, std::abs(right(i, c) + susceptibility[i] * heard - x(i, c)) / scales[c]);
        }
    return largest;
}

const std::vector<SolveOptions> ways{{.solver = Solver::krylov, .corrections = Corrections::single},
                                     {.solver = Solver::krylov, .corrections = Corrections::doubled},
                                     {.solver = Solver::gauss_seidel, .corrections = Corrections::single},
                                     {.solver = Solver::gauss_seidel, .corrections = Corrections::doubled}};

}  // namespace

TEST_CASE("the residual is that of the solution given back, by every way and for one to nine columns") {
    const std::size_t people = 120;
    const Matrix influence = sparse::random_influence(people, .1, true, 1);
    const std::vector<double> susceptibility = sparse::random_numbers(people, 0, .95, 2);
    const SparseNetwork network = sparse::network(influence);
    for (const std::size_t columns : {1UL, 2UL, 4UL, 5UL, 9UL}) {
        const Matrix right = sparse::random_attitudes(people, columns, 3);
        const std::vector<double> scales = sparse::random_numbers(columns, .5, 2, 4);
        for (SolveOptions options : ways)
            for (const double tolerance : {1e-3, 1e-8, 1e-13}) {
                options.tolerance = tolerance;
                Matrix x = right;
                const Iteration found = solve_network(network, susceptibility, x, scales, options);
                CHECK(found.converged);
                CHECK(found.residual <= tolerance);
                CHECK(residual_of(influence, susceptibility, right, x, scales) == Approx(found.residual).margin(3e-15));
            }
    }
}

TEST_CASE("the cap ends it, and the result says that it has not converged") {
    const Matrix influence = sparse::random_influence(200, .03, false, 5);
    const SparseNetwork network = sparse::network(influence);
    const std::vector<double> susceptibility(200, .9999), scales{1};
    for (SolveOptions options : ways) {
        options.most_iterations = 3;
        Matrix x = sparse::random_attitudes(200, 1, 6);
        const Matrix right = x;
        const Iteration found = solve_network(network, susceptibility, x, scales, options);
        CHECK_FALSE(found.converged);
        CHECK(found.iterations <= 3);
        CHECK(found.residual > options.tolerance);
        CHECK(residual_of(influence, susceptibility, right, x, scales) == Approx(found.residual).epsilon(1e-9));
    }
}

TEST_CASE("a tolerance below what doubles can hold ends with the best there is") {
    const Matrix influence = sparse::random_influence(100, .1, false, 7);
    const SparseNetwork network = sparse::network(influence);
    const std::vector<double> susceptibility(100, .9), scales{1, 1};
    for (SolveOptions options : ways) {
        options.tolerance = 1e-30;
        options.most_iterations = 100'000;
        Matrix x = sparse::random_attitudes(100, 2, 8);
        const Iteration found = solve_network(network, susceptibility, x, scales, options);
        CHECK_FALSE(found.converged);
        CHECK(found.residual < 1e-14);
        CHECK(found.iterations < 2000);
    }
}

// A line in which everybody listens to the one before alone, by all but 1e-9 of his attention: single precision does not see what is missing, and GMRES does not see the way, for
// what is said at the front has to go through everybody. x_0 = 1 and x_i = s x_{i−1}, so the last ends at s^(n−1).
TEST_CASE("where neither single precision nor Krylov helps, sweeps in double do the rest") {
    const std::size_t people = 400;
    const double s = 1 - 1e-9;
    Matrix line(people, people);
    for (std::size_t i = 1; i < people; ++i) line(i, i - 1) = 1;
    std::vector<double> susceptibility(people, s);
    susceptibility[0] = 0;
    const SparseNetwork network = sparse::network(line, {.order = Order::given});
    for (SolveOptions options : ways) {
        options.tolerance = 1e-14;
        Matrix x(people, 1);
        x(0, 0) = 1;
        const Iteration found = solve_network(network, susceptibility, x, std::vector{1.0}, options);
        CHECK(found.converged);
        CHECK(x(people - 1, 0) == Approx(std::pow(s, people - 1)).epsilon(1e-11));
    }
}

TEST_CASE("threads change no bit of any solution") {
    const std::size_t people = 1500;
    const Matrix influence = sparse::random_influence(people, .05, true, 9), right = sparse::random_attitudes(people, 3, 10);
    const SparseNetwork network = sparse::network(influence);
    const std::vector<double> susceptibility(people, .8), scales(3, 1);
    for (SolveOptions options : ways) {
        options.threads = 1;
        Matrix one = right;
        solve_network(network, susceptibility, one, scales, options);
        for (const std::size_t threads : {2UL, 5UL}) {
            options.threads = threads;
            Matrix other = right;
            solve_network(network, susceptibility, other, scales, options);
            CHECK(other == one);
        }
    }
}

TEST_CASE("what cannot be asked for is refused") {
    const SparseNetwork network = sparse::network(Matrix(2, 2));
    const std::vector<double> none(2, 0), scales{1};
    Matrix x(2, 1, 1);
    CHECK_THROWS_AS(solve_network(network, none, x, scales, {.tolerance = 0}), InputError);
    CHECK_THROWS_AS(solve_network(network, none, x, scales, {.tolerance = std::nan("")}), InputError);
    CHECK_THROWS_AS(solve_network(network, none, x, scales, {.most_iterations = 1}), InputError);
    CHECK_THROWS_AS(solve_network(network, none, x, scales, {.memory = 10}), InputError);
    CHECK_THROWS_AS(solve_network(sparse::network(sparse::random_influence(9, .9, false, 1)), std::vector<double>(9, .5), x = Matrix(9, 1, 1), scales, {.interrupt = [] { return true; }}), Interrupted);
}
