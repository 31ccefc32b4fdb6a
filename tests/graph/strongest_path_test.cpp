#include <buygraph/graph/strongest_path.hpp>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph;
using namespace buygraph::graph;

//   0 ─.9─▶ 1 ─.8─▶ 3 (.72)      0 ─.6─▶ 3      2 ─5─▶ 0      3 ─−1─▶ 4
TEST_CASE("the way that carries most wins over the shortest, and no tie counts for more than 1") {
    const Ties ties = networks::directed(5, {{0, 1, .9}, {1, 3, .8}, {0, 3, .6}, {2, 0, 5}, {3, 4, -1}});
    const auto found = strongest_path(ties, std::vector<std::size_t>{0}, 3);
    CHECK(found->people == std::vector<std::size_t>{0, 1, 3});
    CHECK(found->strength == Approx(.72));
    CHECK(strongest_path(ties, std::vector<std::size_t>{2}, 3)->strength == Approx(.72));
    CHECK(strongest_path(ties, std::vector<std::size_t>{1, 2}, 3)->people == std::vector<std::size_t>{1, 3});
    CHECK(strongest_path(ties, std::vector<std::size_t>{3}, 3)->people == std::vector<std::size_t>{3});
    CHECK(strongest_path(ties, std::vector<std::size_t>{3}, 3)->strength == 1);
    CHECK_FALSE(strongest_path(ties, std::vector<std::size_t>{0}, 4));
    CHECK_FALSE(strongest_path(ties, std::vector<std::size_t>{3}, 0));
}

TEST_CASE("of ways that carry the same, one with fewest steps") {
    const Ties ties = networks::directed(4, {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}, {0, 3, 1}});
    CHECK(strongest_path(ties, std::vector<std::size_t>{0}, 3)->people == std::vector<std::size_t>{0, 3});
}

TEST_CASE("a path from nobody, or of somebody who is not there, is refused") {
    const Ties ties = networks::directed(2, {{0, 1, 1}});
    CHECK_THROWS_AS(strongest_path(ties, {}, 1), InputError);
    CHECK_THROWS_AS(strongest_path(ties, std::vector<std::size_t>{2}, 1), InputError);
    CHECK_THROWS_AS(strongest_path(ties, std::vector<std::size_t>{0}, 2), InputError);
}

TEST_CASE("the strongest path agrees with trying every way") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        auto list = networks::random_ties(7, .35, seed, -1);
        for (Tie& tie : list) tie.weight *= .3;
        const Ties ties = networks::directed(7, list);
        double most = 0;
        std::vector<std::size_t> start{0};
        networks::each_way(ties, start, [&](const std::vector<std::size_t>& way) {
            double product = 1;
            for (std::size_t i = 0; i + 1 < way.size(); ++i)
                for (const Tie& tie : ties.from(way[i]))
                    if (tie.to == way[i + 1]) product *= std::min(1., tie.weight);
            if (way.back() == 6) most = std::max(most, product);
        });
        const auto found = strongest_path(ties, std::vector<std::size_t>{0}, 6);
        CHECK(found.has_value() == (most > 0));
        if (found) CHECK(found->strength == Approx(most).epsilon(1e-12));
    }
}
