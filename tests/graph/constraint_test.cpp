#include <buygraph/graph/constraint.hpp>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph::graph;

//   a star of four: the centre's contacts do not know each other, 4 · (1/4)²; each leaf depends on him alone
TEST_CASE("a star's centre is free and its leaves are not") {
    const auto found = constraint(networks::undirected(6, {{0, 1}, {0, 2}, {0, 3}, {0, 4}}));
    CHECK(*found[0] == Approx(.25));
    CHECK(*found[3] == Approx(1));
    CHECK_FALSE(found[5]);
}

TEST_CASE("in a triangle each contact counts directly and through the other") {  // 2 · (1/2 + 1/2 · 1/2)²
    for (const auto& value : constraint(networks::undirected(3, {{0, 1}, {1, 2}, {0, 2}}))) CHECK(*value == Approx(1.125));
}

//   0 ─3─▶ 1, 2 ─1─▶ 0: shares ¾ and ¼ whatever the direction; the opponent and the tie to himself are left out
TEST_CASE("both directions count together, by weight") {
    const auto found = constraint(networks::directed(4, {{0, 1, 3}, {2, 0, 1}, {3, 0, -5}, {0, 0, 9}}));
    CHECK(*found[0] == Approx(.5625 + .0625));
    CHECK(*found[1] == Approx(1));
    CHECK_FALSE(found[3]);
}

TEST_CASE("constraint agrees with its formula written out") {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const std::size_t n = 7;
        const Ties ties = networks::directed(n, networks::random_ties(n, .3, seed));
        std::vector<double> p(n * n, 0);
        for (const Tie& tie : ties.all()) p[tie.from * n + tie.to] += tie.weight, p[tie.to * n + tie.from] += tie.weight;
        for (std::size_t i = 0; i < n; ++i) {
            double all = 0;
            for (std::size_t j = 0; j < n; ++j) all += p[i * n + j];
            for (std::size_t j = 0; j < n && all > 0; ++j) p[i * n + j] /= all;
        }
        const auto found = constraint(ties);
        for (std::size_t i = 0; i < n; ++i) {
            double sum = 0;
            for (std::size_t j = 0; j < n; ++j) {
                double through = p[i * n + j];
                for (std::size_t q = 0; q < n; ++q) through += p[i * n + q] * p[q * n + j];
                if (p[i * n + j] > 0) sum += through * through;
            }
            CHECK(found[i].value_or(0) == Approx(sum).epsilon(1e-12));
        }
    }
}
