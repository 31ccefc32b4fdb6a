#include <buygraph/graph/smallest_cut.hpp>

#include <bit>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph;
using namespace buygraph::graph;

//   0 ──▶ 2 ──▶ 4 ──▶ 6       two ways, which meet in 5 and 4 only
//   1 ──▶ 3 ──▶ 5 ──▶ ┘       5 ──▶ 4
TEST_CASE("the smallest set cuts every way, and of several the nearest to the sources is named") {
    const Ties ties = networks::directed(8, {{0, 2, 1}, {2, 4, 1}, {4, 6, 1}, {1, 3, 1}, {3, 5, 1}, {5, 6, 1}, {5, 4, 1}});
    CHECK(smallest_cut(ties, std::vector<std::size_t>{0, 1}, 6) == std::vector<std::size_t>{2, 3});
    CHECK(smallest_cut(ties, std::vector<std::size_t>{1}, 6) == std::vector<std::size_t>{3});
    CHECK(smallest_cut(ties, std::vector<std::size_t>{0, 1}, 7)->empty());
}

TEST_CASE("no set cuts off a source who sways the target himself or is the target") {
    const Ties ties = networks::directed(3, {{0, 1, 1}, {1, 2, 1}, {0, 2, .01}});
    CHECK_FALSE(smallest_cut(ties, std::vector<std::size_t>{0}, 2));
    CHECK_FALSE(smallest_cut(ties, std::vector<std::size_t>{2}, 2));
    CHECK(smallest_cut(networks::directed(3, {{0, 1, 1}, {1, 2, 1}, {0, 2, -1}}), std::vector<std::size_t>{0}, 2) == std::vector<std::size_t>{1});
    CHECK_THROWS_AS(smallest_cut(ties, {}, 2), InputError);
    CHECK_THROWS_AS(smallest_cut(ties, std::vector<std::size_t>{3}, 2), InputError);
    CHECK_THROWS_AS(smallest_cut(ties, std::vector<std::size_t>{0}, 3), InputError);
}

TEST_CASE("the cut is as small as any of all sets, and cuts") {
    for (unsigned seed = 0; seed < 150; ++seed) {
        const Ties ties = networks::directed(9, networks::random_ties(9, .3, seed, -1));
        const std::vector<std::size_t> sources{0, 1};
        std::optional<int> least;
        for (unsigned set = 0; set < 64; ++set) {
            std::vector<std::size_t> gone;
            for (std::size_t i = 0; i < 6; ++i)
                if (set >> i & 1) gone.push_back(2 + i);
            if (!networks::connected(ties, sources, 8, gone)) least = std::min(least.value_or(9), std::popcount(set));
        }
        const auto found = smallest_cut(ties, sources, 8);
        REQUIRE(found.has_value() == least.has_value());
        if (!found) continue;
        CHECK(static_cast<int>(found->size()) == *least);
        CHECK_FALSE(networks::connected(ties, sources, 8, *found));
    }
}
