#include <buygraph/graph/pagerank.hpp>

#include <numeric>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph;
using namespace buygraph::graph;

//   0 ──▶ 1, who is dangling: x0 = .15/2 + .85 x1/2 and x0 + x1 = 1 give x0 = .5/1.425 = 20/57
TEST_CASE("standing flows along the tie, and from a dangling person to anybody") {
    const auto found = pagerank(networks::directed(2, {{0, 1, 3}}));
    CHECK(found.converged);
    CHECK(found.values[0] == Approx(20. / 57).epsilon(1e-11));
    CHECK(found.values[1] == Approx(37. / 57).epsilon(1e-11));
}

//   0 ─1─▶ 1, 0 ─3─▶ 2, both back to 0: x0 = .05 + .85 (1 − x0), x1 = .05 + .85 x0/4, x2 = .05 + .85 · 3 x0/4
TEST_CASE("a walk takes ties in proportion to their weights, negative ones never") {
    const auto found = pagerank(networks::directed(3, {{0, 1, 1}, {0, 2, 3}, {1, 0, 1}, {2, 0, 7}, {1, 2, -5}}));
    const double x0 = .9 / 1.85;
    CHECK(found.values[0] == Approx(x0).epsilon(1e-11));
    CHECK(found.values[1] == Approx(.05 + .85 * x0 / 4).epsilon(1e-11));
    CHECK(found.values[2] == Approx(.05 + .85 * 3 * x0 / 4).epsilon(1e-11));
}

TEST_CASE("without damping or without ties everybody is equal, and values add to 1") {
    CHECK(pagerank(networks::kite(), 0).values[3] == Approx(.1));
    CHECK(pagerank(networks::directed(4, {})).values == std::vector<double>(4, .25));
    CHECK(pagerank(networks::directed(0, {})).converged);
    const auto kite = pagerank(networks::kite()).values;
    CHECK(std::accumulate(kite.begin(), kite.end(), 0.) == Approx(1).epsilon(1e-14));
}

TEST_CASE("what did not converge says so") {
    const auto found = pagerank(networks::directed(2, {{0, 1, 1}}), .85, {.tolerance = 1e-12, .most_steps = 3});
    CHECK_FALSE(found.converged);
    CHECK(found.steps == 3);
    CHECK(found.residual > 1e-3);
}

TEST_CASE("a damping or tolerance out of range is refused") {
    CHECK_THROWS_AS(pagerank(networks::kite(), 1), InputError);
    CHECK_THROWS_AS(pagerank(networks::kite(), -.1), InputError);
    CHECK_THROWS_AS(pagerank(networks::kite(), .85, {.tolerance = -1}), InputError);
}
