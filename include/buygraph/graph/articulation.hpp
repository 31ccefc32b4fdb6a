#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "../separate.hpp"
#include "ties.hpp"

namespace buygraph::graph {

/// Where a network would fall apart.
struct Articulation {
    std::vector<std::size_t> people;                            ///< those without whom others lose touch, by index
    std::vector<std::pair<std::size_t, std::size_t>> bridges;   ///< pairs in touch only directly, the lower index first, in order
};

/// Articulation people and bridges: who, and which pair, holds parts of the network together alone.
///
/// Not directed: two people are in touch when either moves the other. Not weighted; positive ties only; a tie to oneself changes nothing, and ties in both
/// directions are one contact.
/// Cost: O(people + ties · log ties). Source: Hopcroft and Tarjan 1973, doi:10.1145/362248.362272.
[[nodiscard]] BUYGRAPH_HEAVY Articulation articulation(const Ties& ties);

}  // namespace buygraph::graph

#if defined(BUYGRAPH_DEFINE_GRAPH)

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>

#include <algorithm>
#include <iterator>

namespace buygraph::graph {

BUYGRAPH_HEAVY Articulation articulation(const Ties& ties) {
    std::vector<std::pair<std::size_t, std::size_t>> contacts;
    for (const Tie& tie : ties.all())
        if (tie.weight > 0 && tie.from != tie.to) contacts.emplace_back(std::min(tie.from, tie.to), std::max(tie.from, tie.to));
    std::sort(contacts.begin(), contacts.end());
    contacts.erase(std::unique(contacts.begin(), contacts.end()), contacts.end());

    using Network = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, boost::property<boost::edge_index_t, std::size_t>>;
    Network network(ties.people());
    for (std::size_t i = 0; i < contacts.size(); ++i) boost::add_edge(contacts[i].first, contacts[i].second, i, network);

    Articulation result;
    std::vector<std::size_t> component(contacts.size());
    const auto map = boost::make_iterator_property_map(component.begin(), boost::get(boost::edge_index, network));
    const std::size_t count = boost::biconnected_components(network, map, std::back_inserter(result.people)).first;
    std::sort(result.people.begin(), result.people.end());

    std::vector<std::size_t> size(count, 0);
    for (const std::size_t index : component) ++size[index];
    for (std::size_t i = 0; i < contacts.size(); ++i)
        if (size[component[i]] == 1) result.bridges.push_back(contacts[i]);
    return result;
}

}  // namespace buygraph::graph

#endif
