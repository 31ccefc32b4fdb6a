#include <buygraph/graph/reporting_cycles.hpp>

#include "catch.hpp"

using namespace buygraph;

//   0 → 1 → 2 → 0 report in a circle; 3 → 0; ties in a circle are nobody's concern
TEST_CASE("a circle of reporting lines is found with its members, ties do not count") {
    AccountGraph graph(2, 5);
    for (const auto& [report, boss] : {std::pair(0, 1), {1, 2}, {2, 0}, {3, 0}}) graph.add_report(static_cast<std::size_t>(report), static_cast<std::size_t>(boss));
    graph.add_tie(3, 4, 0.5);
    graph.add_tie(4, 3, 0.5);
    CHECK(reporting_cycles(graph) == std::vector<std::vector<std::size_t>>{{0, 1, 2}});
}

TEST_CASE("a forest has none") {
    AccountGraph graph(0, 3);
    graph.add_report(0, 2);
    graph.add_report(1, 2);
    CHECK(reporting_cycles(graph).empty());
}
