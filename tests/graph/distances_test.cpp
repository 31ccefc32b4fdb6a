#include <buygraph/graph/distances.hpp>

#include <cmath>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph;
using namespace buygraph::graph;

//   0 ─2─▶ 1 ─2─▶ 2,   0 ─.5─▶ 2,   2 ─−1─▶ 3: lengths ½ + ½ against 2, and nobody walks over an opponent
TEST_CASE("strong ties are short, steps are steps, negative ties are no way") {
    const Ties ties = networks::directed(4, {{0, 1, 2}, {1, 2, 2}, {0, 2, .5}, {2, 3, -1}});
    CHECK(distances(ties, 0)[2] == 1);
    CHECK(distances(ties, 0, Length::steps)[2] == 1);
    CHECK(distances(ties, 0)[0] == 0);
    CHECK(std::isinf(distances(ties, 0)[3]));
    CHECK(std::isinf(distances(ties, 2)[0]));
    CHECK_THROWS_AS(distances(ties, 4), InputError);
}

TEST_CASE("distances agree with trying every way") {
    for (unsigned seed = 0; seed < 30; ++seed) {
        const Ties ties = networks::directed(7, networks::random_ties(7, .3, seed, -1));
        for (const Length length : {Length::steps, Length::inverse_strength}) {
            std::vector<double> least(7, std::numeric_limits<double>::infinity());
            std::vector<std::size_t> way{0};
            networks::each_way(ties, way, [&](const std::vector<std::size_t>& tried) {
                double sum = 0;
                for (std::size_t i = 0; i + 1 < tried.size(); ++i)
                    for (const Tie& tie : ties.from(tried[i]))
                        if (tie.to == tried[i + 1]) sum += length == Length::steps ? 1 : 1 / tie.weight;
                least[tried.back()] = std::min(least[tried.back()], sum);
            });
            const auto found = distances(ties, 0, length);
            for (std::size_t i = 0; i < 7; ++i) CHECK((found[i] == least[i] || found[i] == Approx(least[i]).epsilon(1e-14)));
        }
    }
}
