#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "account_graph.hpp"
#include "ties.hpp"

// For algorithms of Boost.Graph's that we do not wrap: the account graph and a network of ties as Boost sees them. Only C++ users who want Boost include this;
// it is not in buygraph.hpp, and what Boost finds goes by our indices. Include each of Boost's algorithms by its own header: all of them together take 10 s to compile.
// An example that is built and run by the tests: examples/cpp/circle.cpp.

namespace buygraph {

/// \name The account graph: `graph.boost_graph()`, directed, with parallel edges, read both ways.
/// The maps and the part refer to the graph, which must stay.
///@{

/// What a vertex stands for, and its index among its kind: as in the model; 0 for the decision.
struct AccountVertex {
    enum class Kind { concern, person, decision } kind;
    std::size_t index;

    bool operator==(const AccountVertex&) const = default;
};

[[nodiscard]] inline AccountVertex account_vertex(const AccountGraph& graph, std::size_t vertex) {
    if (vertex < graph.concerns()) return {AccountVertex::Kind::concern, vertex};
    if (vertex < graph.decision()) return {AccountVertex::Kind::person, vertex - graph.concerns()};
    return {AccountVertex::Kind::decision, 0};
}

/// Property maps: what each vertex is; what each edge says; and its importance share, signed strength, or share of the decision (1 for reporting).
[[nodiscard]] inline auto vertex_map(const AccountGraph& graph) {
    return boost::make_function_property_map<std::size_t>([&graph](std::size_t vertex) { return account_vertex(graph, vertex); });
}
[[nodiscard]] inline auto link_map(const AccountGraph& graph) { return boost::get(&AccountGraph::Edge::link, graph.boost_graph()); }
[[nodiscard]] inline auto weight_map(const AccountGraph& graph) { return boost::get(&AccountGraph::Edge::weight, graph.boost_graph()); }

namespace detail {

struct OnlyLink {
    const AccountGraph::Boost* graph = nullptr;
    Link link{};
    template <class Edge>
    bool operator()(const Edge& edge) const {
        return (*graph)[edge].link == link;
    }
};

}  // namespace detail

/// All vertices, and the edges of one kind: reporting lines alone, say.
[[nodiscard]] inline boost::filtered_graph<AccountGraph::Boost, detail::OnlyLink> only(const AccountGraph& graph, Link link) {
    return {graph.boost_graph(), detail::OnlyLink{&graph.boost_graph(), link}};
}

///@}

namespace graph {

/// \name A network of ties
/// Vertices are people by index; edges have a weight and an index, by our order of ties, where Boost's algorithms look for them. A copy, and the user's own.
/// Many algorithms want weights ≥ 0: give them `positive(ties)`. Cost: O(people + ties), undirected · log ties.
///@{
using TieProperties = boost::property<boost::edge_weight_t, double, boost::property<boost::edge_index_t, std::size_t>>;
using DirectedNetwork = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, TieProperties>;
using UndirectedNetwork = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, TieProperties>;

namespace detail {

template <class Network>
[[nodiscard]] Network network(const Ties& ties) {
    Network network(ties.people());
    std::size_t index = 0;
    for (const Tie& tie : ties.all()) boost::add_edge(tie.from, tie.to, TieProperties(tie.weight, index++), network);
    return network;
}

}  // namespace detail

/// Every tie an edge, from → to.
[[nodiscard]] inline DirectedNetwork directed_network(const Ties& ties) { return detail::network<DirectedNetwork>(ties); }

/// Two people are one edge when either moves the other; its weight is both directions together, and 0 is none. Without ties of people to themselves.
[[nodiscard]] inline UndirectedNetwork undirected_network(const Ties& ties) {
    std::vector<Tie> pairs;
    for (const Tie& tie : ties.all())
        if (tie.from != tie.to) pairs.push_back({std::min(tie.from, tie.to), std::max(tie.from, tie.to), tie.weight});
    return detail::network<UndirectedNetwork>(Ties(ties.people(), pairs));
}
///@}

}  // namespace graph

}  // namespace buygraph
