#include <buygraph/graph/boost.hpp>

#include <boost/graph/core_numbers.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/kruskal_min_spanning_tree.hpp>
#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>
#include <vector>

#include <buygraph/graph/distances.hpp>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph;
using namespace buygraph::graph;
using Kind = AccountVertex::Kind;

// What Boost's algorithms ask of a graph, by Boost's own concepts.
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<AccountGraph::Boost>));
BOOST_CONCEPT_ASSERT((boost::VertexAndEdgeListGraphConcept<AccountGraph::Boost>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<DirectedNetwork>));
BOOST_CONCEPT_ASSERT((boost::VertexAndEdgeListGraphConcept<DirectedNetwork>));
BOOST_CONCEPT_ASSERT((boost::PropertyGraphConcept<DirectedNetwork, boost::graph_traits<DirectedNetwork>::edge_descriptor, boost::edge_weight_t>));
BOOST_CONCEPT_ASSERT((boost::PropertyGraphConcept<UndirectedNetwork, boost::graph_traits<UndirectedNetwork>::edge_descriptor, boost::edge_index_t>));

namespace {

//   concern 0 ─.7─▶ 0 ─reports─▶ 1 ─reports─▶ 3 ─1─▶ decision       0 ─sways .3─▶ 3 ─sways −.1─▶ 2
//   concern 1 ─.3─▶ 0            2 ─reports─▶ 1
AccountGraph account() {
    AccountGraph graph(2, 4);
    graph.add_weight(0, 0, .7);
    graph.add_weight(1, 0, .3);
    graph.add_report(1, 3);
    graph.add_report(0, 1);
    graph.add_report(2, 1);
    graph.add_tie(0, 3, .3);
    graph.add_tie(3, 2, -.1);
    graph.add_decider(3, 1);
    return graph;
}

/// The largest k for which a person is in a group whose members all have k contacts in it: every group tried.
std::vector<std::size_t> cores_by_definition(const UndirectedNetwork& network) {
    const std::size_t n = boost::num_vertices(network);
    std::vector<std::size_t> core(n, 0);
    for (std::size_t group = 1; group < std::size_t{1} << n; ++group) {
        std::vector<std::size_t> contacts(n, 0);
        for (const auto edge : boost::make_iterator_range(boost::edges(network))) {
            const std::size_t a = boost::source(edge, network), b = boost::target(edge, network);
            if ((group >> a & 1) && (group >> b & 1)) ++contacts[a], ++contacts[b];
        }
        std::size_t least = n;
        for (std::size_t person = 0; person < n; ++person)
            if (group >> person & 1) least = std::min(least, contacts[person]);
        for (std::size_t person = 0; person < n; ++person)
            if (group >> person & 1) core[person] = std::max(core[person], least);
    }
    return core;
}

}  // namespace

TEST_CASE("a vertex of the account graph says what it stands for") {
    const AccountGraph graph = account();
    std::vector<AccountVertex> found;
    for (const std::size_t vertex : boost::make_iterator_range(boost::vertices(graph.boost_graph()))) found.push_back(boost::get(vertex_map(graph), vertex));
    CHECK(found == std::vector<AccountVertex>{{Kind::concern, 0}, {Kind::concern, 1}, {Kind::person, 0}, {Kind::person, 1}, {Kind::person, 2}, {Kind::person, 3}, {Kind::decision, 0}});
    for (std::size_t person = 0; person < 4; ++person) CHECK(account_vertex(graph, graph.vertex(person)) == AccountVertex{Kind::person, person});
    CHECK(account_vertex(graph, graph.decision()).kind == Kind::decision);
}

TEST_CASE("an edge of the account graph says what it is and how much") {
    const AccountGraph graph = account();
    const auto links = link_map(graph);
    const auto weights = weight_map(graph);
    double importance = 0, signed_strength = 0, decided = 0;
    for (const auto edge : boost::make_iterator_range(boost::edges(graph.boost_graph()))) {
        if (links[edge] == Link::weighs) importance += weights[edge];
        if (links[edge] == Link::sways) signed_strength += weights[edge];
        if (links[edge] == Link::decides) decided += weights[edge];
        if (links[edge] == Link::reports) CHECK(weights[edge] == 1);
    }
    CHECK(importance == Approx(1));
    CHECK(signed_strength == Approx(.2));
    CHECK(decided == 1);
}

TEST_CASE("on reporting lines alone a topological sort puts everybody before his boss") {
    const AccountGraph graph = account();
    const auto lines = only(graph, Link::reports);
    std::vector<std::size_t> order;
    boost::topological_sort(lines, std::back_inserter(order));  // the boss first
    CHECK(order.size() == 7);
    const auto place = [&](std::size_t person) { return std::find(order.begin(), order.end(), graph.vertex(person)); };
    for (const auto& [report, boss] : {std::pair(0, 1), std::pair(2, 1), std::pair(1, 3)}) CHECK(place(static_cast<std::size_t>(boss)) < place(static_cast<std::size_t>(report)));
    const auto edges = boost::edges(lines);
    CHECK(std::distance(edges.first, edges.second) == 3);
}

TEST_CASE("a directed network has the ties in our order, with weights and indices where Boost looks for them") {
    const Ties ties = networks::directed(4, {{2, 0, .5}, {0, 1, -1}, {0, 1, .25}, {3, 3, 2}});
    const DirectedNetwork network = directed_network(ties);
    CHECK(boost::num_vertices(network) == 4);
    std::vector<std::tuple<std::size_t, std::size_t, double, std::size_t>> found;
    for (const auto edge : boost::make_iterator_range(boost::edges(network)))
        found.emplace_back(boost::source(edge, network), boost::target(edge, network), boost::get(boost::edge_weight, network, edge), boost::get(boost::edge_index, network, edge));
    CHECK(found == decltype(found){{0, 1, -.75, 0}, {2, 0, .5, 1}, {3, 3, 2, 2}});
    CHECK(boost::num_vertices(directed_network(networks::directed(0, {}))) == 0);
}

TEST_CASE("Boost's Dijkstra on a directed network of lengths finds the distances that ours finds on strengths") {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto strengths = networks::random_ties(9, .25, seed);
        auto lengths = strengths;
        for (Tie& tie : lengths) tie.weight = 1 / tie.weight;
        const DirectedNetwork network = directed_network(networks::directed(9, lengths));
        std::vector<double> found(9);
        const auto map = boost::make_iterator_property_map(found.begin(), boost::get(boost::vertex_index, network));
        boost::dijkstra_shortest_paths(network, 0, boost::distance_map(map).distance_inf(std::numeric_limits<double>::infinity()));
        const auto expected = distances(networks::directed(9, strengths), 0);
        for (std::size_t person = 0; person < 9; ++person) CHECK((found[person] == expected[person] || found[person] == Approx(expected[person]).epsilon(1e-12)));
    }
}

//   0 ⇄ 1 (.5 + .25)      1 ──▶ 2 (1)      2 ⇄ 3 (.4 − .4)      3 to himself
TEST_CASE("an undirected network has one edge for two people, both directions together") {
    const UndirectedNetwork network = undirected_network(networks::directed(4, {{1, 0, .5}, {0, 1, .25}, {1, 2, 1}, {2, 3, .4}, {3, 2, -.4}, {3, 3, 1}}));
    std::vector<std::tuple<std::size_t, std::size_t, double, std::size_t>> found;
    for (const auto edge : boost::make_iterator_range(boost::edges(network)))
        found.emplace_back(boost::source(edge, network), boost::target(edge, network), boost::get(boost::edge_weight, network, edge), boost::get(boost::edge_index, network, edge));
    CHECK(found == decltype(found){{0, 1, .75, 0}, {1, 2, 1, 1}});
    CHECK(boost::degree(1, network) == 2);
    CHECK(boost::degree(3, network) == 0);
}

TEST_CASE("core numbers on an undirected network are those of their definition, every group tried") {
    std::vector<UndirectedNetwork> all{undirected_network(networks::kite())};
    for (unsigned seed = 0; seed < 10; ++seed) all.push_back(undirected_network(networks::directed(9, networks::random_ties(9, .25, seed))));
    for (const UndirectedNetwork& network : all) {
        std::vector<std::size_t> core(boost::num_vertices(network));
        boost::core_numbers(network, boost::make_iterator_property_map(core.begin(), boost::get(boost::vertex_index, network)));
        CHECK(core == cores_by_definition(network));
    }
}

//   0 ─1─ 1 ─2─ 2 ─1─ 3     0 ─3─ 2     1 ─2.5─ 3: the tree takes 0─1 and 2─3, then 1─2
TEST_CASE("a spanning tree finds the weights by itself") {
    const UndirectedNetwork network = undirected_network(networks::directed(4, {{0, 1, 1}, {1, 2, 2}, {2, 3, 1}, {0, 2, 3}, {1, 3, 2.5}}));
    std::vector<UndirectedNetwork::edge_descriptor> tree;
    boost::kruskal_minimum_spanning_tree(network, std::back_inserter(tree));
    double length = 0;
    for (const auto edge : tree) length += boost::get(boost::edge_weight, network, edge);
    CHECK(tree.size() == 3);
    CHECK(length == 4);
}
