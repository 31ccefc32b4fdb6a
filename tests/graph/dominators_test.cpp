#include <buygraph/graph/dominators.hpp>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph;
using namespace buygraph::graph;

//   0 ──▶ 2 ──▶ 3 ──▶ 5 ──▶ 6       1 ──▶ 2       0 ─opposes─▶ 6
//         └───▶ 4 ──▶ ┘
TEST_CASE("gatekeepers are those whom every way passes, from the sources on") {
    const Ties ties = networks::directed(8, {{0, 2, 1}, {1, 2, 1}, {2, 3, 1}, {2, 4, 1}, {3, 5, 1}, {4, 5, 1}, {5, 6, 1}, {0, 6, -1}});
    CHECK(dominators(ties, std::vector<std::size_t>{0, 1}, 6) == std::vector<std::size_t>{2, 5});
    CHECK(dominators(ties, std::vector<std::size_t>{0, 2}, 6) == std::vector<std::size_t>{5});
    CHECK(dominators(ties, std::vector<std::size_t>{3, 4}, 5)->empty());
    CHECK(dominators(ties, std::vector<std::size_t>{6}, 6)->empty());
    CHECK_FALSE(dominators(ties, std::vector<std::size_t>{0}, 7));
    CHECK_FALSE(dominators(ties, std::vector<std::size_t>{6}, 0));
}

TEST_CASE("gatekeepers from nobody, or of somebody who is not there, are refused") {
    const Ties ties = networks::directed(2, {{0, 1, 1}});
    CHECK_THROWS_AS(dominators(ties, {}, 1), InputError);
    CHECK_THROWS_AS(dominators(ties, std::vector<std::size_t>{2}, 1), InputError);
    CHECK_THROWS_AS(dominators(ties, std::vector<std::size_t>{0}, 2), InputError);
}

TEST_CASE("gatekeepers agree with taking each person away") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        const Ties ties = networks::directed(8, networks::random_ties(8, .22, seed, -1));
        const std::vector<std::size_t> sources{0, 1};
        const auto found = dominators(ties, sources, 7);
        REQUIRE(found.has_value() == networks::connected(ties, sources, 7));
        if (!found) continue;
        std::vector<std::size_t> expected;
        for (std::size_t person = 2; person < 7; ++person)
            if (!networks::connected(ties, sources, 7, {person})) expected.push_back(person);
        auto sorted = *found;
        std::sort(sorted.begin(), sorted.end());
        CHECK(sorted == expected);
        for (std::size_t i = 0; i + 1 < found->size(); ++i) CHECK(networks::connected(ties, sources, (*found)[i], {(*found)[i + 1]}));
    }
}
