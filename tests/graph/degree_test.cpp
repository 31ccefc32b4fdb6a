#include <buygraph/graph/degree.hpp>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph::graph;

//   0 ─.5─▶ 1 ─−.25─▶ 2,   0 ─1─▶ 2,   2 to himself 2
TEST_CASE("degree counts ties and strength their sizes, each direction apart") {
    const auto degree = degrees(networks::directed(4, {{0, 1, .5}, {1, 2, -.25}, {0, 2, 1}, {2, 2, 2}}));
    CHECK(degree[0] == Degree{0, 2, 0, 1.5});
    CHECK(degree[1] == Degree{1, 1, .5, .25});
    CHECK(degree[2] == Degree{3, 1, 3.25, 2});
    CHECK(degree[3] == Degree{});
}

TEST_CASE("Krackhardt's kite has the published degrees") {  // Krackhardt 1990, doi:10.2307/2393394
    const std::vector<std::size_t> published{4, 4, 3, 6, 3, 5, 5, 3, 2, 1};
    const auto degree = degrees(networks::kite());
    for (std::size_t i = 0; i < 10; ++i) CHECK((degree[i].out == published[i] && degree[i].in == published[i]));
}
