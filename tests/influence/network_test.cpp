#include <buygraph/influence/network.hpp>

#include <vector>

#include "catch.hpp"

using namespace buygraph::influence;

// Person 0 gives 0.6 + 0.9 = 1.5 of attention, scaled to 0.4 and 0.6, nothing left for himself. Person 1 gives 0.5 and keeps 0.5.
TEST_CASE("more than all attention is scaled down, what nobody takes stays one's own") {
    const std::vector<double> raw{0, .6, .9, .5, 0, 0, 0, 0, 0}, lambda{.5, .4, .9};
    std::vector<double> system(9), attentions(3);
    assemble_system<double>(raw, lambda, system, attentions);
    CHECK(attentions[0] == Approx(1.5));
    CHECK(attentions[1] == Approx(.5));
    CHECK(attentions[2] == 0);
    const std::vector<double> expected{1, -.5 * .4, -.5 * .6, -.4 * .5, 1 - .4 * .5, 0, 0, 0, 1 - .9};
    for (std::size_t i = 0; i < 9; ++i) CHECK(system[i] == Approx(expected[i]).margin(1e-15));
}

TEST_CASE("negative ties take attention by their size and keep their sign") {
    const std::vector<double> raw{0, -.4, 0, 0}, lambda{.5, .5};
    std::vector<double> system(4);
    assemble_system<double>(raw, lambda, system);
    CHECK(system[0] == Approx(1 - .5 * .6));
    CHECK(system[1] == Approx(.5 * .4));
}
