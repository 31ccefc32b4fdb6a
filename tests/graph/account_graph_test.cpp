#include <buygraph/graph/account_graph.hpp>

#include "catch.hpp"

using namespace buygraph;

//   concern 0 ──▶ person 0 ──▶ person 1 ──▶ decision
TEST_CASE("concerns, people and the decision are the vertices of one graph, and records are kept apart") {
    AccountGraph graph(1, 2);
    graph.add_weight(0, 0, 0.5);
    graph.add_tie(0, 1, 0.3);
    graph.add_tie(0, 1, -0.1);
    graph.add_decider(1, 1);
    CHECK(boost::num_vertices(graph.boost_graph()) == 4);
    CHECK(boost::num_edges(graph.boost_graph()) == 4);
    CHECK(boost::out_degree(graph.vertex(0), graph.boost_graph()) == 2);
    CHECK(boost::in_degree(graph.decision(), graph.boost_graph()) == 1);
}
