#include <buygraph/graph/bonacich.hpp>

#include <limits>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph;
using namespace buygraph::graph;

namespace {
// Bonacich 1987, doi:10.1086/228631, fig. 1 C: a chain 3 – 1 – 0 – 2 – 4; λ = √3, so |β| < .57735
const Ties chain = networks::undirected(5, {{0, 1}, {0, 2}, {1, 3}, {2, 4}});
}  // namespace

// By hand c = R1 + βRc. β = ½: 16, 14, 8; squares 256 + 2·196 + 2·64 = 776. β = −½: 0, 2, 0: those with powerless partners have it all.
TEST_CASE("in a chain the middle gains by powerful partners and loses all where power is over the powerless") {
    const auto together = bonacich(chain, .5), against = bonacich(chain, -.5);
    const double scale = std::sqrt(5 / 776.);
    CHECK(together[0] == Approx(16 * scale).epsilon(1e-12));
    CHECK(together[1] == Approx(14 * scale).epsilon(1e-12));
    CHECK(together[4] == Approx(8 * scale).epsilon(1e-12));
    CHECK(against[0] == Approx(0).margin(1e-12));
    CHECK(against[2] == Approx(2 * std::sqrt(5 / 8.)).epsilon(1e-12));
    CHECK(against[3] == Approx(0).margin(1e-12));
}

TEST_CASE("beta 0 is strength, of the ties that go out") {
    const auto found = bonacich(networks::directed(3, {{0, 1, 3}, {1, 2, 4}, {2, 0, -1}}), 0);
    CHECK(found[0] == Approx(3 * std::sqrt(3 / 25.)));
    CHECK(found[1] == Approx(4 * std::sqrt(3 / 25.)));
    CHECK(found[2] == 0);
}

TEST_CASE("beta at 1/lambda or beyond is an error that says 1/lambda, on either side") {
    CHECK_NOTHROW(bonacich(chain, 1 / std::sqrt(3.) - 1e-9));
    CHECK_NOTHROW(bonacich(chain, -1 / std::sqrt(3.) + 1e-9));
    for (const double beta : {1 / std::sqrt(3.), -1 / std::sqrt(3.) - 1e-9, .58, 7., -7., std::numeric_limits<double>::quiet_NaN()}) CHECK_THROWS_AS(bonacich(chain, beta), InputError);
    try {
        (void)bonacich(chain, .6);
    } catch (const InputError& error) {
        CHECK(error.where == "beta");
        CHECK(error.allowed.find("0.57735") != std::string::npos);
    }
}

TEST_CASE("where no ties run in a circle any beta will do") {
    const auto found = bonacich(networks::directed(3, {{0, 1, 1}, {1, 2, 1}}), 100);  // c1 = 1, c0 = 1 + 100 · 1
    CHECK(found[0] / found[1] == Approx(101));
    CHECK(bonacich(networks::directed(2, {}), .3) == std::vector<double>{0, 0});
}

TEST_CASE("power agrees with adding up the walks") {  // Σ_k β^k R^(k+1) 1
    for (unsigned seed = 0; seed < 20; ++seed) {
        const Ties ties = networks::directed(8, networks::random_ties(8, .4, seed));
        for (const double beta : {.03, -.03}) {
            std::vector<double> power(8, 0), walks(8, 1);
            for (int k = 0; k < 400; ++k) {
                std::vector<double> next(8, 0);
                for (const Tie& tie : ties.all()) next[tie.from] += tie.weight * walks[tie.to];
                for (std::size_t i = 0; i < 8; ++i) power[i] += next[i], walks[i] = beta * next[i];
            }
            const auto found = bonacich(ties, beta);
            double squares = 0;
            for (const double value : power) squares += value * value;
            for (std::size_t i = 0; i < 8; ++i) CHECK(found[i] == Approx(power[i] * std::sqrt(8 / squares)).epsilon(1e-10));
        }
    }
}
