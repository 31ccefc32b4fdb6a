#include <buygraph/graph/small_betweenness.hpp>

#include <memory>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph;
using namespace buygraph::graph;

// Ordered pairs: twice the published undirected counts of Krackhardt 1990, doi:10.2307/2393394.
TEST_CASE("the small kernel gives the kite's published counts") {
    const Ties kite = networks::kite();
    const std::vector<double> pairs{5. / 6, 5. / 6, 0, 11. / 3, 0, 25. / 3, 25. / 3, 14, 8, 0};
    const auto kernel = std::make_unique<graph::detail::SmallBetweenness>();
    for (const Length length : {Length::steps, Length::inverse_strength}) {
        std::vector<double> total(10, 99);
        kernel->compute(kite.all(), length, total);
        for (std::size_t i = 0; i < 10; ++i) CHECK(total[i] == Approx(2 * pairs[i]).margin(1e-12));
    }
}

//   64 people in a directed chain: i lies between i before him and 63 − i after him
TEST_CASE("the largest network the kernel takes is a chain of closed form") {
    std::vector<Tie> chain;
    for (std::size_t i = 0; i + 1 < 64; ++i) chain.push_back({i, i + 1, 1. / static_cast<double>(i + 1)});
    const auto kernel = std::make_unique<graph::detail::SmallBetweenness>();
    for (const Length length : {Length::steps, Length::inverse_strength}) {
        std::vector<double> total(64);
        kernel->compute(chain, length, total);
        for (std::size_t i = 0; i < 64; ++i) CHECK(total[i] == static_cast<double>(i * (63 - i)));
    }
}
