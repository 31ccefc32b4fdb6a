#include <buygraph/graph/hops.hpp>

#include "catch.hpp"

using namespace buygraph;

//   0 ──tie──▶ 1 ◀──reports── 2        3 alone; a concern that 2 and 3 share is no way
TEST_CASE("hops run along ties and reporting lines in either direction, and not through concerns") {
    AccountGraph graph(1, 4);
    graph.add_tie(0, 1, 0.6);
    graph.add_report(2, 1);
    graph.add_weight(0, 2, 1);
    graph.add_weight(0, 3, 1);
    const auto hops = hops_from(graph, 2);
    CHECK(hops[2] == 0);
    CHECK(hops[1] == 1);
    CHECK(hops[0] == 2);
    CHECK_FALSE(hops[3]);
}
