#pragma once

#include <buygraph/graph/ties.hpp>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <random>
#include <utility>
#include <vector>

/// Small networks for the tests of this room.
namespace networks {

using buygraph::graph::Tie;
using buygraph::graph::Ties;

/// Each pair both ways, weight 1.
inline Ties undirected(std::size_t people, std::initializer_list<std::pair<std::size_t, std::size_t>> pairs) {
    std::vector<Tie> ties;
    for (const auto& [a, b] : pairs) {
        ties.push_back({a, b, 1});
        ties.push_back({b, a, 1});
    }
    return {people, ties};
}

inline Ties directed(std::size_t people, std::vector<Tie> ties) { return {people, ties}; }

/// Krackhardt's kite, Krackhardt 1990, doi:10.2307/2393394, fig. 3: most contacts has 3, nearest are 5 and 6, the broker is 7.
///
///        2
///      / | \                   3 is tied to all of 0, 1, 2, 4, 5, 6
///     0 -+- 5 ,
///     |  3  |  7 - 8 - 9
///     1 -+- 6 '
///      \ | /
///        4
inline Ties kite() {
    return undirected(10, {{0, 1}, {0, 2}, {0, 3}, {0, 5}, {1, 3}, {1, 4}, {1, 6}, {2, 3}, {2, 5}, {3, 4}, {3, 5}, {3, 6}, {4, 6}, {5, 6}, {5, 7}, {6, 7}, {7, 8}, {8, 9}});
}

/// A tie for each ordered pair with the given chance, weights whole numbers from `least` to 4, so that equal ways are common.
inline std::vector<Tie> random_ties(std::size_t people, double chance, unsigned seed, int least = 1) {
    std::mt19937 random(seed);
    std::bernoulli_distribution there(chance);
    std::uniform_int_distribution<int> weight(least, 4);
    std::vector<Tie> ties;
    for (std::size_t from = 0; from < people; ++from)
        for (std::size_t to = 0; to < people; ++to)
            if (from != to && there(random)) ties.push_back({from, to, static_cast<double>(weight(random))});
    return ties;
}

/// Every way without a circle from one person on, along positive ties: the slow path that others are compared with.
template <class Visit>
void each_way(const Ties& ties, std::vector<std::size_t>& way, const Visit& visit) {
    visit(way);
    for (const Tie& tie : ties.from(way.back())) {
        if (tie.weight <= 0 || std::find(way.begin(), way.end(), tie.to) != way.end()) continue;
        way.push_back(tie.to);
        each_way(ties, way, visit);
        way.pop_back();
    }
}

/// Whether a way along positive ties leads from any of the sources to the target when some people are gone.
inline bool connected(const Ties& ties, const std::vector<std::size_t>& sources, std::size_t target, const std::vector<std::size_t>& gone = {}) {
    std::vector<bool> seen(ties.people(), false);
    for (const std::size_t person : gone) seen[person] = true;
    std::vector<std::size_t> waiting = sources;
    for (const std::size_t source : sources) seen[source] = true;
    while (!waiting.empty()) {
        const std::size_t person = waiting.back();
        waiting.pop_back();
        if (person == target) return true;
        for (const Tie& tie : ties.from(person))
            if (tie.weight > 0 && !seen[tie.to]) {
                seen[tie.to] = true;
                waiting.push_back(tie.to);
            }
    }
    return false;
}

}  // namespace networks
