#include <buygraph/graph/betweenness.hpp>

#include <map>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph;
using namespace buygraph::graph;

// Published for the kite, undirected, of 36 pairs: 14 for 7, 25/3 for 5 and 6, 8 for 8, 11/3 for 3, 5/6 for 0 and 1.
// Krackhardt 1990, doi:10.2307/2393394 (.389, .231, .222, .102, .023).
TEST_CASE("Krackhardt's kite has the published betweenness") {
    const auto found = betweenness(networks::kite());
    const std::vector<double> pairs{5. / 6, 5. / 6, 0, 11. / 3, 0, 25. / 3, 25. / 3, 14, 8, 0};
    for (std::size_t i = 0; i < 10; ++i) CHECK(found[i] == Approx(pairs[i] / 36).margin(1e-15));
}

//   0 ──▶ 1 ──▶ 2: of the two ordered pairs of others, one leads through 1. The undirected factor 2/((n−1)(n−2)) would say 1.
TEST_CASE("a directed chain is normalised by (n - 1)(n - 2)") {
    CHECK(betweenness(networks::directed(3, {{0, 1, 1}, {1, 2, 1}}))[1] == .5);
    CHECK(betweenness(networks::directed(3, {{0, 1, 1}, {1, 2, 1}}), {.normalised = false})[1] == 1);
    CHECK(betweenness(networks::undirected(5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}}))[0] == 1);
}

TEST_CASE("two people or fewer have no betweenness, and a tie to oneself none either") {
    CHECK(betweenness(networks::directed(0, {})).empty());
    CHECK(betweenness(networks::directed(2, {{0, 1, 1}, {1, 1, 1}})) == std::vector<double>{0, 0});
    CHECK(betweenness(networks::directed(3, {{0, 1, 1}, {1, 2, 1}, {1, 1, 9}}))[1] == .5);
}

//   0 ─1─▶ 1 ─1─▶ 3,  0 ─.5─▶ 2 ─.5─▶ 3 (longer),  0 ─−9─▶ 3 (no way)
TEST_CASE("strong ties are short, and negative ones are no way") {
    const Ties ties = networks::directed(4, {{0, 1, 1}, {1, 3, 1}, {0, 2, .5}, {2, 3, .5}, {0, 3, -9}});
    CHECK(betweenness(ties, {.normalised = false}) == std::vector<double>{0, 1, 0, 0});
    CHECK(betweenness(ties, {.length = Length::steps, .normalised = false}) == std::vector<double>{0, .5, .5, 0});
}

//   0 → 1 → 4 and 0 → 2 → 3 → 4 have lengths 1/.3 + 1/.6 = 5 and 2.5 + 1.25 + 1.25 = 5, which differ in the last bit or not
TEST_CASE("ways that are equal but for rounding are equal") {
    const Ties ties = networks::directed(5, {{0, 1, .3}, {1, 4, .6}, {0, 2, .4}, {2, 3, .8}, {3, 4, .8}});
    const auto found = betweenness(ties, {.normalised = false});
    CHECK(found[1] == .5);
    CHECK(found[2] == Approx(1 + .5));  // 0 to 3, and half of 0 to 4
}

TEST_CASE("betweenness agrees with counting all shortest ways") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        const std::size_t n = 3 + seed % 4;
        const Ties ties = networks::directed(n, networks::random_ties(n, .5, seed, -1));
        for (const Length length : {Length::steps, Length::inverse_strength}) {
            std::vector<double> expected(n, 0);
            for (std::size_t source = 0; source < n; ++source) {
                std::map<std::size_t, std::pair<double, std::vector<std::vector<std::size_t>>>> shortest;
                std::vector<std::size_t> start{source};
                networks::each_way(ties, start, [&](const std::vector<std::size_t>& way) {
                    double sum = 0;
                    for (std::size_t i = 0; i + 1 < way.size(); ++i)
                        for (const Tie& tie : ties.from(way[i]))
                            if (tie.to == way[i + 1]) sum += length == Length::steps ? 1 : 1 / tie.weight;
                    auto& [least, ways] = shortest[way.back()];
                    if (ways.empty() || sum < least - 1e-9) ways.clear(), least = sum;
                    if (sum < least + 1e-9) ways.push_back(way);
                });
                for (const auto& [target, found] : shortest)
                    for (const auto& way : found.second)
                        for (std::size_t i = 1; i + 1 < way.size(); ++i) expected[way[i]] += 1 / static_cast<double>(found.second.size());
            }
            const auto found = betweenness(ties, {.length = length, .normalised = false});
            for (std::size_t i = 0; i < n; ++i) CHECK(found[i] == Approx(expected[i]).margin(1e-12));
        }
    }
}

TEST_CASE("a caller stops long work") { CHECK_THROWS_AS(betweenness(networks::kite(), {.interrupt = [] { return true; }}), Interrupted); }
