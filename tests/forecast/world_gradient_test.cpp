#include <buygraph/forecast/world_gradient.hpp>

#include "catch.hpp"

using buygraph::forecasting::WorldGradient;

TEST_CASE("gradients add up part by part, the first of them into nothing, and scale") {
    const WorldGradient one{{1}, {2, 3}, {4}, {5}, {6}, {7}, 8};
    WorldGradient sum;
    sum += one;
    sum += one;
    sum *= 0.25;
    CHECK((sum.attitude == std::vector<double>{.5} && sum.factor == std::vector<double>{1, 1.5} && sum.strength == std::vector<double>{2} && sum.tie == std::vector<double>{2.5}));
    CHECK((sum.susceptibility == std::vector<double>{3} && sum.voice == std::vector<double>{3.5} && sum.veto_line == 4));
}
