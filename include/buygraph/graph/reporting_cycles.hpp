#pragma once

#include <boost/graph/strong_components.hpp>

#include <cstddef>
#include <vector>

#include "boost.hpp"

namespace buygraph {

/// The groups of people who report to each other in a circle, each group by rising index; empty when the reporting lines are a forest.
///
/// Cost: O(people + edges). Source: Tarjan 1972, strongly connected components, doi:10.1137/0201010.
[[nodiscard]] inline std::vector<std::vector<std::size_t>> reporting_cycles(const AccountGraph& graph) {
    std::vector<std::size_t> component(boost::num_vertices(graph.boost_graph()));
    const std::size_t count = boost::strong_components(only(graph, Link::reports), component.data());

    std::vector<std::vector<std::size_t>> groups(count);
    for (std::size_t person = 0; person < graph.people(); ++person) groups[component[graph.vertex(person)]].push_back(person);
    std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
    return groups;
}

}  // namespace buygraph
