#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "../separate.hpp"
#include "ties.hpp"

namespace buygraph::graph {

/// A way through the network and what it carries.
struct StrongestPath {
    std::vector<std::size_t> people;  ///< from a source to the target
    double strength = 1;              ///< product of its ties' strengths, (0, 1]
};

/// The way from any of the sources to a target that carries most: the product of its strengths, each at most 1, is greatest; of equals, one with fewest steps.
///
/// Nothing where no way leads there; the target alone, of strength 1, where it is a source. Directed, from → to, along positive ties. Dijkstra's algorithm on the negative logarithms.
///
/// \throws InputError  no source, or a person who is not there
/// Cost: O((people + ties) · log people). Source: Dijkstra 1959, doi:10.1007/BF01386390.
[[nodiscard]] BUYGRAPH_HEAVY std::optional<StrongestPath> strongest_path(const Ties& ties, std::span<const std::size_t> sources, std::size_t target);

}  // namespace buygraph::graph

#if defined(BUYGRAPH_DEFINE_GRAPH)

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <tuple>

namespace buygraph::graph {

BUYGRAPH_HEAVY std::optional<StrongestPath> strongest_path(const Ties& ties, std::span<const std::size_t> sources, std::size_t target) {
    if (sources.empty()) throw InputError("sources", "nobody", "one person or more");
    ties.require_person(target, "target");
    struct Way {
        double loss;        // -log of what arrives
        std::size_t steps;
        std::size_t person;
        std::size_t before;
        bool operator<(const Way& other) const { return std::tie(loss, steps) > std::tie(other.loss, other.steps); }  // the queue gives the greatest first
    };
    const std::size_t nobody = ties.people();
    std::vector<std::size_t> before(ties.people(), nobody);
    std::vector<bool> settled(ties.people(), false);
    std::priority_queue<Way> queue;
    for (const std::size_t source : sources) {
        ties.require_person(source, "sources");
        queue.push({0, 0, source, nobody});
    }
    while (!queue.empty() && !settled[target]) {
        const Way way = queue.top();
        queue.pop();
        if (settled[way.person]) continue;
        settled[way.person] = true;
        before[way.person] = way.before;
        for (const Tie& tie : ties.from(way.person))
            if (tie.weight > 0 && !settled[tie.to]) queue.push({way.loss - std::log(std::min(1.0, tie.weight)), way.steps + 1, tie.to, way.person});
    }
    if (!settled[target]) return std::nullopt;

    StrongestPath path;
    for (std::size_t person = target; person != nobody; person = before[person]) path.people.push_back(person);
    std::reverse(path.people.begin(), path.people.end());
    for (std::size_t i = 0; i + 1 < path.people.size(); ++i) {
        const auto out = ties.from(path.people[i]);
        const auto tie = std::find_if(out.begin(), out.end(), [&](const Tie& other) { return other.to == path.people[i + 1]; });
        path.strength *= std::min(1.0, tie->weight);
    }
    return path;
}

}  // namespace buygraph::graph

#endif
