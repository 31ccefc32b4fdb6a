#pragma once

#include <boost/graph/breadth_first_search.hpp>

#include <cstddef>
#include <optional>
#include <vector>

#include "account_graph.hpp"

namespace buygraph {

/// How many steps each person is away from one of them, along ties and reporting lines in either direction; nothing where no way
/// leads there, 0 for himself.
///
/// Cost: O(people + edges).
[[nodiscard]] inline std::vector<std::optional<std::size_t>> hops_from(const AccountGraph& graph, std::size_t person) {
    using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
    const AccountGraph::Boost& account = graph.boost_graph();
    Undirected people(graph.people());
    for (const auto edge : boost::make_iterator_range(boost::edges(account))) {
        if (account[edge].link != Link::sways && account[edge].link != Link::reports) continue;
        boost::add_edge(boost::source(edge, account) - graph.concerns(), boost::target(edge, account) - graph.concerns(), people);
    }

    std::vector<std::size_t> distance(graph.people(), 0);
    std::vector<std::optional<std::size_t>> hops(graph.people());
    std::vector<boost::default_color_type> colour(graph.people());
    const auto record = boost::record_distances(distance.data(), boost::on_tree_edge());
    boost::breadth_first_search(people, person, boost::visitor(boost::make_bfs_visitor(record)).color_map(colour.data()));
    for (std::size_t other = 0; other < hops.size(); ++other)
        if (colour[other] == boost::black_color) hops[other] = distance[other];
    return hops;
}

}  // namespace buygraph
