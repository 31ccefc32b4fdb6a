#include <buygraph/graph/eigenvector.hpp>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph::graph;

//   a star of four leaves: λ = 2, the centre 1/√2, each leaf 1/√8; without a shift the iteration would swing for ever
TEST_CASE("a star has its closed form") {
    const auto found = eigenvector(networks::undirected(5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}}));
    CHECK(found.converged);
    CHECK(found.eigenvalue == Approx(2).epsilon(1e-12));
    CHECK(found.values[0] == Approx(std::sqrt(.5)).epsilon(1e-11));
    CHECK(found.values[4] == Approx(std::sqrt(.125)).epsilon(1e-11));
}

//   0 ─2─▶ 1 ─8─▶ 0: λ = √16 = 4, x1 = 2 x0 / 4
TEST_CASE("standing flows from to, by weight") {
    const auto found = eigenvector(networks::directed(2, {{0, 1, 2}, {1, 0, 8}}));
    CHECK(found.eigenvalue == Approx(4).epsilon(1e-12));
    CHECK(found.values[0] == Approx(2 / std::sqrt(5.)).epsilon(1e-11));
    CHECK(found.values[1] == Approx(1 / std::sqrt(5.)).epsilon(1e-11));
    const auto turned = eigenvector(reversed(networks::directed(2, {{0, 1, 2}, {1, 0, 8}})));
    CHECK(turned.values[1] == Approx(2 / std::sqrt(5.)).epsilon(1e-11));
}

TEST_CASE("the scale of weights changes the eigenvalue alone") {
    auto ties = networks::random_ties(9, .5, 4);
    const auto one = eigenvector(networks::directed(9, ties));
    for (Tie& tie : ties) tie.weight *= 1e-6;
    const auto small = eigenvector(networks::directed(9, ties));
    CHECK(small.eigenvalue == Approx(one.eigenvalue * 1e-6).epsilon(1e-11));
    for (std::size_t i = 0; i < 9; ++i) CHECK(small.values[i] == Approx(one.values[i]).epsilon(1e-10));
}

TEST_CASE("where no ties run in a circle there is no such vector, and the result says so") {
    const auto found = eigenvector(networks::directed(3, {{0, 1, 1}, {1, 2, 1}}));
    CHECK_FALSE(found.converged);
    CHECK(found.steps == 10000);
    CHECK(found.residual > 1e-6);
}

TEST_CASE("without a positive tie everybody has 0") {
    const auto found = eigenvector(networks::directed(2, {{0, 1, -1}}));
    CHECK(found.converged);
    CHECK(found.values == std::vector<double>{0, 0});
    CHECK(eigenvector(networks::directed(0, {})).values.empty());
}
