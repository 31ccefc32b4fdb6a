#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "../separate.hpp"
#include "ties.hpp"

namespace buygraph::graph {

/// The gatekeepers on the ways from some people to a target: those through whom every way leads, nearest to the sources first.
///
/// Directed, from → to, along positive ties, from anyone of the sources; not weighted. Sources and target are not named, only who stands between. Empty where
/// nobody does (several ways, a direct tie, or the target is a source); nothing where no way leads there.
///
/// \throws InputError  no source, or a person who is not there
/// Cost: O(ties · log people). Source: Lengauer and Tarjan 1979, doi:10.1145/357062.357071.
[[nodiscard]] BUYGRAPH_HEAVY std::optional<std::vector<std::size_t>> dominators(const Ties& ties, std::span<const std::size_t> sources, std::size_t target);

}  // namespace buygraph::graph

#if defined(BUYGRAPH_DEFINE_GRAPH)

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dominator_tree.hpp>

#include <algorithm>

namespace buygraph::graph {

BUYGRAPH_HEAVY std::optional<std::vector<std::size_t>> dominators(const Ties& ties, std::span<const std::size_t> sources, std::size_t target) {
    if (sources.empty()) throw InputError("sources", "nobody", "one person or more");
    for (const std::size_t source : sources) ties.require_person(source, "sources");
    ties.require_person(target, "target");

    using Ways = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
    const std::size_t n = ties.people(), start = n;  // one start with a way to every source
    Ways ways(n + 1);
    for (const Tie& tie : ties.all())
        if (tie.weight > 0) boost::add_edge(tie.from, tie.to, ways);
    for (const std::size_t source : sources) boost::add_edge(start, source, ways);

    // The short form of Boost's call numbers who is out of reach like the start, and their ties then count as ways: they get a number that it leaves out.
    const std::size_t none = Ways::null_vertex();
    std::vector<std::size_t> number(n + 1, none), parent(n + 1, none), by_number(n + 1, none);
    std::vector<std::size_t> before(n + 1, none);  // the last through whom all ways to each lead
    const auto index = boost::get(boost::vertex_index, ways);
    const auto map = [&](std::vector<std::size_t>& values) { return boost::make_iterator_property_map(values.begin(), index); };
    boost::lengauer_tarjan_dominator_tree(ways, start, index, map(number), map(parent), by_number, map(before));
    if (before[target] == none) return std::nullopt;

    std::vector<std::size_t> gatekeepers;
    for (std::size_t person = before[target]; person != start; person = before[person])
        if (std::find(sources.begin(), sources.end(), person) == sources.end()) gatekeepers.push_back(person);
    std::reverse(gatekeepers.begin(), gatekeepers.end());
    return gatekeepers;
}

}  // namespace buygraph::graph

#endif
