#include <buygraph/influence/gauss_seidel.hpp>

#include <buygraph/influence/equilibrium.hpp>

#include <vector>

#include "catch.hpp"
#include "sparse.hpp"

using namespace buygraph;
using namespace buygraph::influence;

namespace {

/// b scaled as sweeps take it: (1 − s_i) a_i / (1 − s_i W[i,i]), by position.
template <class Real, std::size_t width>
Columns<Real, width> swept_right(const SparseNetwork& network, const std::vector<double>& susceptibility, const Matrix& attitudes) {
    Columns<Real, width> right(network.people(), Row<Real, width>{});
    for (std::size_t at = 0; at < right.size(); ++at) {
        const std::size_t i = network.person[at];
        for (std::size_t c = 0; c < width && c < attitudes.columns; ++c) right[at].set(c, (1 - susceptibility[i]) * attitudes(i, c) / (1 - susceptibility[i] * network.own[at]));
    }
    return right;
}

std::vector<double> in_order(const SparseNetwork& network, const std::vector<double>& by_person) {
    std::vector<double> result;
    for (const std::uint32_t person : network.person) result.push_back(by_person[person]);
    return result;
}

}  // namespace

//   0 listens to nobody, 1 to 0 by half and to himself by half, 2 to 1: susceptibility ½ each, b = ½ a
//   a group each: x0 = ½ · 4 = 2;  x1 = (½ · 8 + ½ · ½ · 2) / (1 − ½ · ½) = 4.5 / 0.75 = 6;  x2 = ½ · 2 + ½ · 6 = 4
TEST_CASE("a sweep passes on at once what people before have come to") {
    Matrix influence(3, 3);
    influence(1, 0) = .5, influence(1, 1) = .5, influence(2, 1) = 1;
    const SparseNetwork network = sparse::network(influence, {.order = Order::given});
    const std::vector<double> half(3, .5);
    Matrix attitudes(3, 1);
    attitudes.values = {4, 8, 2};
    Sweeper<double, 1> sweep(network, half, 1);
    Columns<double, 1> x(3, Row<double, 1>{});
    const auto right = swept_right<double, 1>(network, half, attitudes);
    CHECK(sweep(x, &right)[0] == 6);
    CHECK((x[0][0] == 2 && x[1][0] == 6 && x[2][0] == 4));
    CHECK(sweep(x, &right)[0] == 0);
}

TEST_CASE("the rest point does not move, and without a right side everything dies out") {
    const std::size_t people = 60;
    const Matrix influence = sparse::random_influence(people, .2, true, 5), attitudes = sparse::random_attitudes(people, 3, 6);
    const std::vector<double> susceptibility = sparse::random_numbers(people, 0, .9, 7);
    const Matrix rest = equilibrium(influence, susceptibility, attitudes);
    const SparseNetwork network = sparse::network(influence);
    const auto by_position = in_order(network, susceptibility);
    Sweeper<double, 4> sweep(network, by_position, 2);
    Columns<double, 4> x(people, Row<double, 4>{});
    for (std::size_t at = 0; at < people; ++at)
        for (std::size_t c = 0; c < 3; ++c) x[at].set(c, rest(network.person[at], c));
    const auto right = swept_right<double, 4>(network, susceptibility, attitudes);
    for (const double change : sweep(x, &right)) CHECK(change < 1e-14);
    double last = 1;
    for (int k = 0; k < 100; ++k) last = sweep(x, nullptr)[0];
    CHECK(last < 1e-10);
}

TEST_CASE("threads change no bit of a sweep") {
    const std::size_t people = 3000;
    const Matrix influence = sparse::random_influence(people, .03, true, 8), attitudes = sparse::random_attitudes(people, 4, 9);
    const std::vector<double> susceptibility(people, .7);
    const SparseNetwork network = sparse::network(influence);
    const auto right = swept_right<float, 4>(network, susceptibility, attitudes);
    const auto swept = [&](std::size_t threads) {
        Sweeper<float, 4> sweep(network, susceptibility, threads);
        Columns<float, 4> x(people, Row<float, 4>{});
        for (int k = 0; k < 3; ++k) sweep(x, &right);
        std::vector<double> values;
        for (const auto& row : x)
            for (std::size_t c = 0; c < 4; ++c) values.push_back(row[c]);
        return values;
    };
    const auto one = swept(1);
    CHECK(swept(2) == one);
    CHECK(swept(5) == one);
}

TEST_CASE("sweeps alone come to the rest point, within the goal or to the cap") {
    const std::size_t people = 40;
    const Matrix influence = sparse::random_influence(people, .3, true, 10), attitudes = sparse::random_attitudes(people, 1, 11);
    const std::vector<double> susceptibility = sparse::random_numbers(people, 0, .8, 12);
    const SparseNetwork network = sparse::network(influence);
    const auto right = swept_right<double, 1>(network, susceptibility, attitudes);
    const auto by_position = in_order(network, susceptibility);
    Sweeper<double, 1> sweep(network, by_position, 1);
    Columns<double, 1> x;
    const std::size_t sweeps = gauss_seidel(sweep, right, PerColumn<1>{1e-13}, 1000, x);
    CHECK(sweeps < 200);
    const Matrix rest = equilibrium(influence, susceptibility, attitudes);
    for (std::size_t at = 0; at < people; ++at) CHECK(x[at][0] == Approx(rest(network.person[at], 0)).margin(1e-12));
    CHECK(gauss_seidel(sweep, right, PerColumn<1>{1e-13}, 3, x) == 3);
}

TEST_CASE("who asks to stop is heard between groups") {
    const SparseNetwork network = sparse::network(sparse::random_influence(20, .3, false, 13));
    const std::vector<double> half(20, .5);
    const numbers::Interrupt at_once = [] { return true; };
    Sweeper<double, 1> sweep(network, half, 1, at_once);
    Columns<double, 1> x(20, Row<double, 1>{});
    CHECK_THROWS_AS(sweep(x, nullptr), Interrupted);
}
