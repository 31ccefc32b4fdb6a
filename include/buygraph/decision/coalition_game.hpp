#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "../deal/number_text.hpp"
#include "../error.hpp"

namespace buygraph::decision {

/// A weighted game with vetoes, reduced to what matters: a coalition wins if every veto holder is in it and the others in it hold
/// at least `needed`. Who holds a weight of 0 and no veto is in neither list: he never turns a coalition.
struct CoalitionGame {
    std::size_t people = 0;            ///< all of them, n
    std::vector<std::size_t> holders;  ///< of a veto, ascending
    std::vector<std::size_t> others;   ///< without veto, of a weight that can matter
    std::vector<double> weights;       ///< of the others, above 0; whole ones at most `needed`, for more could not do more
    double needed = 0;                 ///< after the veto holders' own weights; 0: they need nobody
    bool whole = false;                ///< weights and `needed` are whole numbers

    /// How many there are in either list.
    [[nodiscard]] std::size_t active() const { return holders.size() + others.size(); }
    [[nodiscard]] bool holds_veto(std::size_t person) const { return std::binary_search(holders.begin(), holders.end(), person); }
    [[nodiscard]] bool can_turn(std::size_t person) const { return holds_veto(person) || std::binary_search(others.begin(), others.end(), person); }
};

/// The same with whole weights, equal ones taken together: equal weights have equal power.
struct WholeGame {
    std::vector<std::size_t> weights;  ///< distinct, descending, in units of their greatest common divisor
    std::vector<std::size_t> counts;   ///< how many have each
    std::vector<std::size_t> group;    ///< of each of the others: index into `weights`
    std::size_t needed = 0;            ///< at least 1, in the same units
};

namespace detail {

[[nodiscard]] inline bool all_whole(std::span<const double> weights, double total) {
    return total <= 0x1p53 && std::all_of(weights.begin(), weights.end(), [](double weight) { return std::floor(weight) == weight; });
}

inline void require_weights(std::span<const double> weights, double total) {
    if (weights.empty()) throw InputError("weights", "nothing", "a weight of at least one person");
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (!(weights[i] >= 0) || std::isinf(weights[i])) throw InputError("weights, person " + std::to_string(i), number_text(weights[i]), "numbers of 0 or more");
    if (std::isinf(total)) throw InputError("weights", "a sum beyond 1e308", "weights whose sum is a number");
    if (!(total > 0)) throw InputError("weights", "all 0", "a weight above 0 of at least one person");
}

}  // namespace detail

/// Checks a weighted game with vetoes and reduces it.
///
/// A coalition wins if its weight is at least the quota and all veto holders are in it. 1e-9 of the sum of the weights is taken
/// off the quota against rounding (thirds that add to 0.9999999999999999 reach a quota of 1); with whole weights never more than
/// a thousandth of a vote, so that 50 % + 1 of a thousand million shares stays what it is.
///
/// \param weights  one for each person, ≥ 0
/// \param quota    weight that wins, above 0, at most the sum of the weights
/// \param vetoes   indices of those who hold a veto; the same one twice counts once
/// \throws InputError  naming the person, quota or veto
/// Cost: O(n).
[[nodiscard]] inline CoalitionGame coalition_game(std::span<const double> weights, double quota, std::span<const std::size_t> vetoes) {
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    detail::require_weights(weights, total);
    CoalitionGame game;
    game.people = weights.size();
    game.whole = detail::all_whole(weights, total);
    const double rounding = std::min(1e-9 * total, game.whole ? 1e-3 : quota / 2);
    if (!(quota > 0 && quota - rounding <= total)) throw InputError("quota", number_text(quota), "a number above 0, at most the sum of the weights, " + number_text(total));
    for (const std::size_t holder : vetoes)
        if (holder >= weights.size()) throw InputError("vetoes", std::to_string(holder), "indices of people, 0 to " + std::to_string(weights.size() - 1));
    const double threshold = game.whole ? std::max(1.0, std::ceil(quota - rounding)) : quota - rounding;

    std::vector<bool> holds(weights.size(), false);
    for (const std::size_t holder : vetoes) holds[holder] = true;
    double held = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (holds[i]) {
            game.holders.push_back(i);
            held += weights[i];
        }
    game.needed = std::max(0.0, threshold - held);
    for (std::size_t i = 0; i < weights.size() && game.needed > 0; ++i)
        if (!holds[i] && weights[i] > 0) {
            game.others.push_back(i);
            game.weights.push_back(game.whole ? std::min(weights[i], game.needed) : weights[i]);
        }
    return game;
}

/// The game in whole units, if its weights are whole and at most `most_states` units are needed.
[[nodiscard]] inline std::optional<WholeGame> whole_game(const CoalitionGame& game, double most_states) {
    if (!game.whole || game.others.empty()) return std::nullopt;
    unsigned long long unit = 0;
    for (const double weight : game.weights)
        if (weight < game.needed) unit = std::gcd(unit, static_cast<unsigned long long>(weight));
    if (unit == 0) unit = static_cast<unsigned long long>(game.needed);  // everybody wins alone
    const double needed = std::ceil(game.needed / static_cast<double>(unit));
    if (needed > most_states) return std::nullopt;

    WholeGame found;
    found.needed = static_cast<std::size_t>(needed);
    std::vector<std::size_t> units;
    for (const double weight : game.weights) units.push_back(weight < game.needed ? static_cast<std::size_t>(weight / static_cast<double>(unit)) : found.needed);
    found.weights = units;
    std::sort(found.weights.begin(), found.weights.end());
    std::reverse(found.weights.begin(), found.weights.end());
    found.weights.erase(std::unique(found.weights.begin(), found.weights.end()), found.weights.end());
    found.counts.assign(found.weights.size(), 0);
    for (const std::size_t weight : units) {
        found.group.push_back(static_cast<std::size_t>(std::lower_bound(found.weights.begin(), found.weights.end(), weight, std::greater{}) - found.weights.begin()));
        ++found.counts[found.group.back()];
    }
    return found;
}

}  // namespace buygraph::decision
