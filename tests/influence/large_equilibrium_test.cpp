#include <buygraph/influence/large_equilibrium.hpp>

#include <buygraph/influence/equilibrium.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include "catch.hpp"
#include "published.hpp"
#include "sparse.hpp"

using namespace buygraph;
using namespace buygraph::influence;

namespace {

std::string refused_for(const SparseNetwork& network, const std::vector<double>& susceptibility) {
    try {
        (void)equilibrium(network, susceptibility, Matrix(network.people(), 1, 1));
    } catch (const InputError& error) {
        return error.where + ": " + error.given;
    }
    return "accepted";
}

}  // namespace

TEST_CASE("the published example of Parsegov et al. 2017 comes to rest at 60, 60, 75, 75 through the sparse path") {
    const LargeEquilibrium rest = equilibrium(sparse::network(published::parsegov), published::openness, published::matrix(4, 1, {25, 25, 75, 85}), {.tolerance = 1e-13});
    CHECK(rest.converged);
    CHECK(rest.attitudes(0, 0) == Approx(60.0208).margin(5e-5));
    CHECK(rest.attitudes(1, 0) == Approx(59.9840).margin(5e-5));
    CHECK(rest.attitudes(2, 0) == Approx(75).margin(1e-11));
    CHECK(rest.attitudes(3, 0) == Approx(74.9862).margin(5e-5));
}

TEST_CASE("sparse and dense agree, with signs, in every order and by every way") {
    for (const unsigned seed : {1U, 2U, 3U}) {
        const std::size_t people = 90;
        const Matrix influence = sparse::random_influence(people, .1, seed != 1, seed), attitudes = sparse::random_attitudes(people, 3, seed + 10);
        const std::vector<double> susceptibility = sparse::random_numbers(people, 0, .97, seed + 20);
        const Matrix exact = equilibrium(influence, susceptibility, attitudes);
        for (const Order order : {Order::given, Order::degree, Order::reverse_cuthill_mckee})
            for (const Solver solver : {Solver::krylov, Solver::gauss_seidel})
                for (const Corrections corrections : {Corrections::single, Corrections::doubled}) {
                    const LargeEquilibrium rest =
                        equilibrium(sparse::network(influence, {.order = order}), susceptibility, attitudes, {.tolerance = 1e-13, .solver = solver, .corrections = corrections});
                    CHECK(rest.converged);
                    CHECK(sparse::largest_difference(rest.attitudes.values, exact.values) < 1e-11);
                }
    }
}

TEST_CASE("nobody's attitude is further off than the residual says") {
    const std::size_t people = 80;
    const Matrix influence = sparse::random_influence(people, .1, true, 4), attitudes = sparse::random_attitudes(people, 1, 5);
    const std::vector<double> susceptibility(people, .9);
    const Matrix exact = equilibrium(influence, susceptibility, attitudes);
    for (const double tolerance : {1e-1, 1e-3, 1e-6}) {
        const LargeEquilibrium rest = equilibrium(sparse::network(influence), susceptibility, attitudes, {.tolerance = tolerance});
        CHECK(sparse::largest_difference(rest.attitudes.values, exact.values) <= rest.residual / (1 - .9) + 1e-14);
    }
}

TEST_CASE("without negative strengths nobody ends outside what was there before") {
    const std::size_t people = 300;
    const Matrix influence = sparse::random_influence(people, .05, false, 6), attitudes = sparse::random_attitudes(people, 2, 7);
    const std::vector<std::size_t> all = [&] {
        std::vector<std::size_t> indices(people);
        std::iota(indices.begin(), indices.end(), std::size_t{0});
        return indices;
    }();
    // of ties, so that what nobody takes is one's own and rows add to 1
    std::vector<std::int64_t> from, to;
    std::vector<double> strengths;
    for (const std::size_t i : all)
        for (const std::size_t j : all)
            if (influence(i, j) > 0) from.push_back(static_cast<std::int64_t>(j)), to.push_back(static_cast<std::int64_t>(i)), strengths.push_back(influence(i, j));
    const LargeEquilibrium rest = equilibrium(network_of_ties(people, from, to, strengths), sparse::random_numbers(people, 0, 1, 8), attitudes);
    for (std::size_t c = 0; c < 2; ++c) {
        double low = 1, high = -1;
        for (const std::size_t i : all) low = std::min(low, attitudes(i, c)), high = std::max(high, attitudes(i, c));
        for (const std::size_t i : all) {
            CHECK(rest.attitudes(i, c) >= low - 1e-8);
            CHECK(rest.attitudes(i, c) <= high + 1e-8);
        }
    }
}

TEST_CASE("people numbered differently think the same") {
    const std::size_t people = 70;
    const Matrix influence = sparse::random_influence(people, .1, true, 9), attitudes = sparse::random_attitudes(people, 2, 10);
    const std::vector<double> susceptibility = sparse::random_numbers(people, 0, .9, 11);
    std::vector<std::size_t> number(people);
    std::iota(number.begin(), number.end(), std::size_t{0});
    std::shuffle(number.begin(), number.end(), std::mt19937(12));
    Matrix other_influence(people, people), other_attitudes(people, 2);
    std::vector<double> other_susceptibility(people);
    for (std::size_t i = 0; i < people; ++i) {
        other_susceptibility[number[i]] = susceptibility[i];
        for (std::size_t c = 0; c < 2; ++c) other_attitudes(number[i], c) = attitudes(i, c);
        for (std::size_t j = 0; j < people; ++j) other_influence(number[i], number[j]) = influence(i, j);
    }
    const Matrix one = equilibrium(sparse::network(influence), susceptibility, attitudes, {.tolerance = 1e-13}).attitudes;
    const Matrix other = equilibrium(sparse::network(other_influence), other_susceptibility, other_attitudes, {.tolerance = 1e-13}).attitudes;
    for (std::size_t i = 0; i < people; ++i)
        for (std::size_t c = 0; c < 2; ++c) CHECK(other(number[i], c) == Approx(one(i, c)).margin(1e-11));
}

TEST_CASE("one without ties keeps what he thinks in a network of ties") {
    const LargeEquilibrium rest = equilibrium(network_of_ties(3, std::vector<std::int64_t>{0}, std::vector<std::int64_t>{1}, std::vector{.5}), std::vector{.9, .9, .9}, published::matrix(3, 1, {1, -1, 7}), {.tolerance = 1e-14});
    CHECK(rest.attitudes(2, 0) == Approx(7).epsilon(1e-13));
    CHECK(rest.attitudes(0, 0) == Approx(1).epsilon(1e-13));
    // x1 = .9 (.5 · 1 + .5 x1) − .1, so .55 x1 = .35
    CHECK(rest.attitudes(1, 0) == Approx(7. / 11).epsilon(1e-13));
}

//   0 keeps all of his, the others none: 1 hears 0, 2 hears 1 and 3, 3 hears 2
TEST_CASE("susceptibility 1 has a rest point for those who hear somebody with less, however far away") {
    Matrix influence(4, 4);
    influence(1, 0) = 1, influence(2, 1) = .5, influence(2, 3) = .5, influence(3, 2) = 1;
    const LargeEquilibrium rest = equilibrium(sparse::network(influence), std::vector{0., 1., 1., 1.}, published::matrix(4, 1, {3, 0, 8, -9}));
    for (std::size_t i = 0; i < 4; ++i) CHECK(rest.attitudes(i, 0) == Approx(3).epsilon(1e-9));
}

//   two pairs of susceptibility 1 who hear only each other, one who hears only himself, one who keeps his, and one who hears him
TEST_CASE("closed groups of susceptibility 1 are refused, naming all who are in one") {
    Matrix influence(7, 7);
    influence(0, 1) = influence(1, 0) = influence(3, 4) = influence(4, 3) = 1;
    influence(2, 2) = influence(6, 5) = 1;
    std::vector<double> susceptibility(7, 1);
    susceptibility[5] = .5;
    CHECK(refused_for(sparse::network(influence), susceptibility) ==
          "susceptibility: 1 for 5 people who listen only to each other, in one group or several: person 0, person 1, person 2, person 3, person 4");
    NetworkOptions named;
    named.name = [](std::size_t i) { return std::string(1, static_cast<char>('a' + i)); };
    susceptibility = {0, 1, 1, 0, 1, .5, 1};
    CHECK(refused_for(sparse::network(influence, named), susceptibility) == "susceptibility: 1 for 1 person who listens to nobody else: c");
}

TEST_CASE("a listener of a closed group only is refused with it") {
    Matrix influence(3, 3);
    influence(0, 0) = influence(1, 0) = influence(2, 1) = 1;
    CHECK(refused_for(sparse::network(influence), {1, 1, .5}) == "susceptibility: 1 for 2 people who listen only to each other, in one group or several: person 0, person 1");
}

TEST_CASE("what is out of range is refused, naming who") {
    const SparseNetwork network = sparse::network(sparse::random_influence(5, .5, false, 13));
    const std::vector<double> half(5, .5);
    CHECK(refused_for(network, {.5, .5}) == "susceptibility: 2 values");
    CHECK(refused_for(network, {.5, .5, 1.5, .5, .5}) == "susceptibility, person 2: 1.5");
    CHECK(refused_for(network, {.5, .5, .5, -.1, .5}) == "susceptibility, person 3: -0.1");
    CHECK(refused_for(network, {.5, .5, .5, .5, std::nan("")}) == "susceptibility, person 4: nan");
    CHECK_THROWS_AS(equilibrium(network, half, Matrix(4, 1)), InputError);
    CHECK_THROWS_AS(equilibrium(network, half, Matrix(5, 0)), InputError);
    CHECK_THROWS_AS(equilibrium(network, half, Matrix(5, 1, INFINITY)), InputError);
}

TEST_CASE("all attitudes 0 rest at 0, and large and small ones are solved alike") {
    const SparseNetwork network = sparse::network(sparse::random_influence(50, .2, true, 14));
    const std::vector<double> susceptibility(50, .9);
    CHECK(equilibrium(network, susceptibility, Matrix(50, 2)).attitudes == Matrix(50, 2));
    const Matrix attitudes = sparse::random_attitudes(50, 1, 15);
    const Matrix rest = equilibrium(network, susceptibility, attitudes).attitudes;
    for (const double scale : {0x1p-900, 0x1p900}) {
        Matrix scaled = attitudes;
        for (double& value : scaled.values) value *= scale;
        const LargeEquilibrium found = equilibrium(network, susceptibility, scaled);
        CHECK(found.converged);
        for (std::size_t i = 0; i < 50; ++i) CHECK(found.attitudes(i, 0) / scale == Approx(rest(i, 0)).epsilon(1e-12));
    }
}
