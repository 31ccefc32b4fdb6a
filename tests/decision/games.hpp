#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <random>
#include <span>
#include <vector>

/// Weighted games for the tests of power indices, and the indices by their definitions.
namespace games {

struct Game {
    std::vector<double> weights;
    double quota;
    std::vector<std::size_t> vetoes;

    [[nodiscard]] bool wins(std::size_t coalition) const {
        double weight = 0;
        for (std::size_t i = 0; i < weights.size(); ++i)
            if ((coalition >> i) & 1U) weight += weights[i];
        for (const std::size_t holder : vetoes)
            if (!((coalition >> holder) & 1U)) return false;
        return weight >= quota;
    }
};

/// Every order in which people can join: n! of them.
inline std::vector<double> by_orders(const Game& game) {
    const std::size_t n = game.weights.size();
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<double> pivots(n, 0);
    double orders = 0;
    do {
        std::size_t coalition = 0, at = 0;
        while (!game.wins(coalition)) coalition |= std::size_t{1} << order[at++];
        pivots[order[at - 1]] += 1, orders += 1;
    } while (std::next_permutation(order.begin(), order.end()));
    for (double& value : pivots) value /= orders;
    return pivots;
}

/// Every coalition, weighted by the orders that begin with it; with `equal` they count 1 each and the result is the number of swings.
inline std::vector<double> by_coalitions(const Game& game, bool equal = false) {
    const std::size_t n = game.weights.size();
    std::vector<double> sum(n, 0), factorial(n + 1, 1);
    for (std::size_t k = 1; k <= n; ++k) factorial[k] = factorial[k - 1] * static_cast<double>(k);
    for (std::size_t coalition = 0; coalition < (std::size_t{1} << n); ++coalition) {
        if (game.wins(coalition)) continue;
        std::size_t size = 0;
        for (std::size_t i = 0; i < n; ++i) size += (coalition >> i) & 1U;
        for (std::size_t i = 0; i < n; ++i)
            if (!((coalition >> i) & 1U) && game.wins(coalition | (std::size_t{1} << i))) sum[i] += equal ? 1 : factorial[size] * factorial[n - size - 1] / factorial[n];
    }
    return sum;
}

inline std::vector<double> swings(const Game& game) { return by_coalitions(game, true); }

/// Up to `most` people, some of no weight, some with vetoes; quotas over the whole range.
inline Game random_game(std::mt19937& random, std::size_t most, bool whole) {
    std::uniform_real_distribution<double> uniform(0, 1);
    Game game;
    const std::size_t n = 1 + random() % most;
    for (std::size_t i = 0; i < n; ++i) game.weights.push_back(uniform(random) < 0.1 ? 0 : whole ? static_cast<double>(random() % 9) : uniform(random) * 7);
    game.weights[random() % n] += 1;
    const double total = std::accumulate(game.weights.begin(), game.weights.end(), 0.0);
    game.quota = whole ? 1 + static_cast<double>(random() % static_cast<unsigned>(total)) : total * (0.05 + 0.9 * uniform(random));
    for (std::size_t i = 0; i < n; ++i)
        if (uniform(random) < 0.2) game.vetoes.push_back(i);
    return game;
}

// Five permanent members with vetoes and ten others; nine votes carry a resolution.
inline const Game security_council{std::vector<double>(15, 1.0), 9, {0, 1, 2, 3, 4}};
// France, Germany, Italy 4 each, Belgium, the Netherlands 2 each, Luxembourg 1; 12 of 17 carry a vote.
inline const Game eec_1958{{4, 4, 4, 2, 2, 1}, 12, {}};
// Hempstead 1, Hempstead 2, North Hempstead, Oyster Bay, Glen Cove, Long Beach; 58 of 115.
inline const Game nassau_1964{{31, 31, 28, 21, 2, 2}, 58, {}};

}  // namespace games
