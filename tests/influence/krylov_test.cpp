#include <buygraph/influence/krylov.hpp>

#include <buygraph/influence/equilibrium.hpp>

#include <cmath>
#include <vector>

#include "catch.hpp"
#include "sparse.hpp"

using namespace buygraph;
using namespace buygraph::influence;

namespace {

struct Swept {
    std::vector<double> first;  // the first column, by person
    std::size_t sweeps;
};

template <class Real, std::size_t width>
Swept cycle(const Matrix& influence, double susceptibility, const Matrix& attitudes, double goal, std::size_t most, std::size_t threads = 1) {
    const SparseNetwork network = sparse::network(influence);
    const std::vector<double> all(network.people(), susceptibility);
    Columns<Real, width> right(network.people(), Row<Real, width>{}), x;
    Directions<Real, width> directions;
    for (std::size_t at = 0; at < right.size(); ++at)
        for (std::size_t c = 0; c < width && c < attitudes.columns; ++c) right[at].set(c, (1 - susceptibility) * attitudes(network.person[at], c) / (1 - susceptibility * network.own[at]));
    Sweeper<Real, width> sweep(network, all, threads);
    PerColumn<width> goals;
    goals.fill(goal);
    Swept result{std::vector<double>(network.people()), krylov<Real, width>(sweep, right, goals, most, x, directions)};
    for (std::size_t at = 0; at < x.size(); ++at) result.first[network.person[at]] = x[at][0];
    return result;
}

}  // namespace

// A matrix that sends everything to one direction has two eigenvalues only, so two directions are enough, whatever the susceptibility; sweeps alone would need hundreds.
TEST_CASE("one slow mode costs a direction or two") {
    const std::size_t people = 15;  // a group each
    Matrix influence(people, people, 1. / static_cast<double>(people));
    const Matrix attitudes = sparse::random_attitudes(people, 1, 1);
    const Matrix rest = equilibrium(influence, std::vector<double>(people, .999), attitudes);
    const Swept found = cycle<double, 1>(influence, .999, attitudes, 1e-13, 100);
    CHECK(found.sweeps <= people);
    CHECK(sparse::largest_difference(found.first, rest.values) < 1e-9);
}

// Two people and one who listens to nobody: GMRES is exact after as many directions as there are unknowns.
TEST_CASE("as many directions as people give the solution of a small network, in all columns") {
    Matrix influence(3, 3);
    influence(0, 1) = -.9, influence(1, 0) = .6, influence(1, 2) = .4;
    const Matrix attitudes = sparse::random_attitudes(3, 4, 2);
    const Matrix rest = equilibrium(influence, std::vector<double>(3, .95), attitudes);
    const Swept found = cycle<double, 4>(influence, .95, attitudes, 1e-15, 100);
    for (std::size_t i = 0; i < 3; ++i) CHECK(found.first[i] == Approx(rest(i, 0)).margin(1e-13));
    CHECK(found.sweeps <= 5);
}

TEST_CASE("a cycle keeps to the cap, and to ten directions") {
    const Matrix influence = sparse::random_influence(300, .02, false, 3), attitudes = sparse::random_attitudes(300, 1, 4);
    CHECK(cycle<double, 1>(influence, .99, attitudes, 0, 1).sweeps == 1);
    CHECK(cycle<double, 1>(influence, .99, attitudes, 0, 4).sweeps == 4);
    CHECK(cycle<double, 1>(influence, .99, attitudes, 0, 1000).sweeps == krylov_directions + 1);
}

TEST_CASE("with one sweep that sweep is what it gives") {
    const Matrix none(4, 4), attitudes = sparse::random_attitudes(4, 1, 5);
    const Swept found = cycle<double, 1>(none, .5, attitudes, 0, 1);  // nobody listens: a sweep is exact
    for (std::size_t i = 0; i < 4; ++i) CHECK(found.first[i] == Approx(.5 * attitudes(i, 0)).epsilon(1e-15));
}

TEST_CASE("a column of zeros stays zero and does not hold up the others") {
    const Matrix influence = sparse::random_influence(50, .2, true, 6);
    Matrix attitudes(50, 2);
    for (std::size_t i = 0; i < 50; ++i) attitudes(i, 1) = 1;
    const Swept found = cycle<double, 4>(influence, .8, attitudes, 1e-6, 100);
    for (const double value : found.first) CHECK(value == 0);
}

TEST_CASE("single precision comes as far as single precision can, with the same bits for any number of threads") {
    const std::size_t people = 2000;
    const Matrix influence = sparse::random_influence(people, .05, true, 7), attitudes = sparse::random_attitudes(people, 3, 8);
    const Swept one = cycle<float, 4>(influence, .8, attitudes, 1e-5, 100), three = cycle<float, 4>(influence, .8, attitudes, 1e-5, 100, 3);
    const Swept exact = cycle<double, 4>(influence, .8, attitudes, 1e-12, 100);
    CHECK(one.first == three.first);
    CHECK(sparse::largest_difference(one.first, exact.first) < 1e-4);
    CHECK(one.sweeps < exact.sweeps);
}
