#include <buygraph/graph/closeness.hpp>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph::graph;

// Published for the kite: 9/14 = .643 for 5 and 6, .600 for 3 (Krackhardt 1990, doi:10.2307/2393394); 9 is 4·… away: 9/29 = .310
TEST_CASE("Krackhardt's kite has the published closeness") {
    const auto found = closeness(networks::kite());
    const std::vector<double> sums{17, 17, 18, 15, 18, 14, 14, 15, 21, 29};
    for (std::size_t i = 0; i < 10; ++i) CHECK(found[i].closeness == Approx(9 / sums[i]));
}

//   0 ─2─▶ 1 ─1─▶ 2,  3 alone: from 0 lengths ½ and 1½, two of three others reached
TEST_CASE("closeness counts the share reached, harmonic adds inverse distances, both along the ties") {
    const Ties ties = networks::directed(4, {{0, 1, 2}, {1, 2, 1}});
    const auto found = closeness(ties), steps = closeness(ties, Length::steps);
    CHECK(found[0].closeness == Approx(2. / 3 * (2 / 2.)));
    CHECK(found[0].harmonic == Approx((2 + 1 / 1.5) / 3));
    CHECK(steps[0].closeness == Approx(2. / 3 * (2 / 3.)));
    CHECK(steps[0].harmonic == Approx(1.5 / 3));
    CHECK(found[2].closeness == 0);
    CHECK(found[3].harmonic == 0);
    CHECK(closeness(networks::directed(1, {}))[0].closeness == 0);
}
