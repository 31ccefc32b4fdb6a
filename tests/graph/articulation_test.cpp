#include <buygraph/graph/articulation.hpp>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph::graph;

namespace {
std::size_t pieces(const Ties& ties, std::size_t gone, std::pair<std::size_t, std::size_t> cut = {99, 99}) {
    std::vector<Tie> both;
    for (const Tie& tie : ties.all()) {
        if (tie.weight <= 0 || tie.from == gone || tie.to == gone || std::minmax(tie.from, tie.to) == std::minmax(cut.first, cut.second)) continue;
        both.push_back(tie);
        both.push_back({tie.to, tie.from, 1});
    }
    const Ties touch(ties.people(), both);
    std::size_t count = 0;
    for (std::size_t i = 0; i < ties.people(); ++i) {
        bool first = i != gone;
        for (std::size_t j = 0; j < i && first; ++j) first = j == gone || !networks::connected(touch, {j}, i);
        count += first;
    }
    return count;
}
}  // namespace

//   Krackhardt's kite: 7 and 8 hold 8 and 9 to the rest
TEST_CASE("the kite's tail hangs on two people and two pairs") {
    const auto found = articulation(networks::kite());
    CHECK(found.people == std::vector<std::size_t>{7, 8});
    CHECK(found.bridges == std::vector<std::pair<std::size_t, std::size_t>>{{7, 8}, {8, 9}});
}

TEST_CASE("one direction is contact enough, both are one contact, opponents are none") {
    const auto found = articulation(networks::directed(4, {{0, 1, 1}, {1, 0, 1}, {2, 1, .1}, {2, 2, 1}, {2, 3, -1}}));
    CHECK(found.people == std::vector<std::size_t>{1});
    CHECK(found.bridges == std::vector<std::pair<std::size_t, std::size_t>>{{0, 1}, {1, 2}});
    CHECK(articulation(networks::directed(0, {})).people.empty());
}

TEST_CASE("articulation agrees with taking each person and each pair away") {
    for (unsigned seed = 0; seed < 80; ++seed) {
        const Ties ties = networks::directed(8, networks::random_ties(8, .14, seed, -1));
        const auto found = articulation(ties);
        const std::size_t whole = pieces(ties, 99);
        for (std::size_t person = 0; person < 8; ++person) {
            const bool named = std::find(found.people.begin(), found.people.end(), person) != found.people.end();
            CHECK(named == (pieces(ties, person) > whole));
        }
        for (std::size_t a = 0; a < 8; ++a)
            for (std::size_t b = a + 1; b < 8; ++b) {
                const bool named = std::find(found.bridges.begin(), found.bridges.end(), std::pair{a, b}) != found.bridges.end();
                CHECK(named == (pieces(ties, 99, {a, b}) > whole));
            }
    }
}
