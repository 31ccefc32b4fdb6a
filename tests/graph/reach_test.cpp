#include <buygraph/graph/reach.hpp>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph::graph;

//   0 ──▶ 1 ──▶ 2 ──▶ 3        4 ─opposes─▶ 0
//         ▲───────────┘
TEST_CASE("reach counts others along positive ties within the steps allowed") {
    const Ties ties = networks::directed(5, {{0, 1, 1}, {1, 2, .1}, {2, 3, 1}, {3, 1, 1}, {4, 0, -1}});
    const std::vector<std::size_t> one{1, 1, 1, 1, 0}, two{2, 2, 2, 2, 0}, any{3, 2, 2, 2, 0};
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(reach(ties, 0)[i].people == 0);
        CHECK(reach(ties, 1)[i].people == one[i]);
        CHECK(reach(ties, 2)[i].people == two[i]);
        CHECK(reach(ties)[i].people == any[i]);
        CHECK(reach(ties)[i].share == Approx(static_cast<double>(any[i]) / 4));
    }
}

TEST_CASE("one person reaches nobody, and a tie to himself is nobody else") {
    CHECK(reach(networks::directed(1, {{0, 0, 1}}))[0].people == 0);
    CHECK(reach(networks::directed(1, {}))[0].share == 0);
    CHECK(reach(networks::directed(0, {})).empty());
}

TEST_CASE("reach agrees with looking for a way to each") {
    for (unsigned seed = 0; seed < 40; ++seed) {
        const Ties ties = networks::directed(8, networks::random_ties(8, .18, seed, -1));
        const auto found = reach(ties);
        for (std::size_t person = 0; person < 8; ++person) {
            std::size_t count = 0;
            for (std::size_t other = 0; other < 8; ++other) count += other != person && networks::connected(ties, {person}, other);
            CHECK(found[person].people == count);
        }
    }
}
