#include <buygraph/graph/strong_components.hpp>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph::graph;

//   0 ──▶ 2 ⇄ 1 ──▶ 3 ─opposes─▶ 2
TEST_CASE("groups are those who reach each other, by their first person") {
    const auto groups = strong_components(networks::directed(4, {{0, 2, 1}, {2, 1, 1}, {1, 2, 1}, {1, 3, 1}, {3, 2, -1}}));
    CHECK(groups == std::vector<std::vector<std::size_t>>{{0}, {1, 2}, {3}});
    CHECK(strong_components(networks::directed(0, {})).empty());
}

TEST_CASE("two people are in one group exactly when each reaches the other") {
    for (unsigned seed = 0; seed < 30; ++seed) {
        const Ties ties = networks::directed(8, networks::random_ties(8, .17, seed, -1));
        std::vector<std::size_t> group(8);
        const auto groups = strong_components(ties);
        for (std::size_t g = 0; g < groups.size(); ++g)
            for (const std::size_t person : groups[g]) group[person] = g;
        for (std::size_t a = 0; a < 8; ++a)
            for (std::size_t b = 0; b < 8; ++b) CHECK((group[a] == group[b]) == (networks::connected(ties, {a}, b) && networks::connected(ties, {b}, a)));
    }
}
