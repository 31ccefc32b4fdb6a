#pragma once

#include <cstddef>
#include <vector>

#include "../separate.hpp"
#include "ties.hpp"

namespace buygraph::graph {

/// The groups within which everybody is reached from everybody, each by rising index, the groups by their first; a person alone is a group.
///
/// Directed, from → to, along positive ties; not weighted.
/// Cost: O(people + ties). Source: Tarjan 1972, doi:10.1137/0201010.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<std::vector<std::size_t>> strong_components(const Ties& ties);

}  // namespace buygraph::graph

#if defined(BUYGRAPH_DEFINE_GRAPH)

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>

namespace buygraph::graph {

BUYGRAPH_HEAVY std::vector<std::vector<std::size_t>> strong_components(const Ties& ties) {
    using Network = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
    Network network(ties.people());
    for (const Tie& tie : ties.all())
        if (tie.weight > 0) boost::add_edge(tie.from, tie.to, network);
    std::vector<std::size_t> component(ties.people());
    const std::size_t count = ties.people() == 0 ? 0 : boost::strong_components(network, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, network)));

    std::vector<std::vector<std::size_t>> groups(count);
    for (std::size_t person = 0; person < ties.people(); ++person) groups[component[person]].push_back(person);
    std::sort(groups.begin(), groups.end());
    return groups;
}

}  // namespace buygraph::graph

#endif
