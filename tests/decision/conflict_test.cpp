#include <buygraph/decision/conflict.hpp>

#include <random>

#include "catch.hpp"

using namespace buygraph::decision;

namespace {
double apart(const std::vector<double>& buy, const std::vector<double>& voice, std::size_t offer = 1) { return pulls_towards<double>(offer, buy, voice).conflict(); }
}  // namespace

TEST_CASE("two of equal voice who pull a to one side and to the other are √(a² + 10⁻⁴) − 10⁻² apart") {
    for (const double a : {0.0, 1e-3, 0.1, 0.8}) CHECK(apart({0, a, 0, -a}, {0.5, 0.5}) == Approx(std::sqrt(a * a + 1e-4) - 1e-2).margin(1e-15));
}

TEST_CASE("only the pull away from staying counts: those who like both alike and those who like neither agree") {
    CHECK(apart({0.7, 0.9, -0.5, -0.3, 0.1, 0.3}, {0.2, 0.3, 0.5}) == Approx(0).margin(1e-12));
    CHECK(apart({0.4, 0, -0.4, 0}, {0.5, 0.5}) == Approx(apart({0, -0.4, 0, 0.4}, {0.5, 0.5})));
}

TEST_CASE("who has no voice divides nobody") { CHECK(apart({0, 0.5, 0, 0.5, 0, -1}, {0.4, 0.6, 0}) == Approx(0).margin(1e-12)); }

// Σ ω (g − ḡ)² = ½ Σ Σ ω_i ω_j (g_i − g_j)²: without a mean.
TEST_CASE("the same from all pairs of people, with three offers") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> uniform(0, 1);
    for (int round = 0; round < 50; ++round) {
        const std::size_t n = 1 + random() % 6, m = 3;
        std::vector<double> buy(n * m), voice(n);
        double total = 0;
        for (double& value : buy) value = 2 * uniform(random) - 1;
        for (double& value : voice) total += value = uniform(random);
        for (double& value : voice) value /= total;
        for (std::size_t offer = 1; offer < m; ++offer) {
            double spread = 0;
            for (std::size_t i = 0; i < n; ++i)
                for (std::size_t j = 0; j < n; ++j) {
                    const double difference = buy[i * m + offer] - buy[i * m] - buy[j * m + offer] + buy[j * m];
                    spread += 0.5 * voice[i] * voice[j] * difference * difference;
                }
            CHECK(apart(buy, voice, offer) == Approx(std::sqrt(spread + 1e-4) - 1e-2).margin(1e-14));
        }
    }
}
