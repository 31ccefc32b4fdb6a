#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "meet_in_the_middle.hpp"
#include "pivot_chances.hpp"
#include "power_index.hpp"
#include "sampled_power.hpp"
#include "votes.hpp"

namespace buygraph::decision {

namespace detail {

inline void slopes_at_half(const CoalitionGame& game, const WholeGame& whole, const PowerOptions& options, std::vector<double>& absolute) {
    PivotChances<double> pivot_chances(whole, options.interrupt);
    std::vector<double> pivots(whole.weights.size());
    pivot_chances(0.5, pivots);
    for (std::size_t k = 0; k < game.others.size(); ++k) absolute[game.others[k]] = pivots[whole.group[k]];
    if (game.holders.empty()) return;
    std::vector<int> votes;
    for (const std::size_t group : whole.group) votes.push_back(static_cast<int>(whole.weights[group]));
    std::vector<double> state(whole.needed + 1);
    const double wins = chance_of_votes<double>(std::vector<double>(votes.size(), 0.5), votes, static_cast<int>(whole.needed), state);
    for (const std::size_t person : game.holders) absolute[person] = 2 * wins;
}

inline void enumerate_coalitions(const CoalitionGame& game, std::vector<double>& absolute) {
    const std::vector<double> one_each(game.others.size() + 1, 1.0);
    const std::span<const double> worth(one_each);
    const CoalitionSums sums = meet_in_the_middle(game.weights, game.needed, worth.first(game.others.size()), game.holders.empty() ? worth.first(0) : worth);
    const int others = static_cast<int>(game.others.size());
    for (std::size_t k = 0; k < game.others.size(); ++k) absolute[game.others[k]] = std::ldexp(sums.pivots[k], 1 - others);
    for (const std::size_t person : game.holders) absolute[person] = std::ldexp(sums.wins, 1 - others);
}

/// Normalised values are ratios of two means over the same samples: the error of a ratio, and at least that of one swing more.
inline void estimate_swings(const CoalitionGame& game, const PowerOptions& options, Banzhaf& index) {
    const SampledSwings swings = swings_of_coalitions(game, options);
    const auto samples = static_cast<double>(options.samples);
    for (std::size_t i = 0; i < game.people; ++i) {
        if (!game.can_turn(i)) continue;
        const double each = game.holds_veto(i) ? 2 : 1;
        index.absolute[i] = swings.times[i] / samples;
        index.absolute_error[i] = each * proportion_error(swings.times[i] / each, samples);
        if (swings.all == 0) {
            index.standard_error[i] = 1;  // no swing at all was seen
            continue;
        }
        const double share = index.values[i] = swings.times[i] / swings.all;
        const double spread = each * swings.times[i] - 2 * share * swings.by_all[i] + share * share * swings.all_squared;
        index.standard_error[i] = std::max(std::sqrt(std::max(0.0, spread)), each) / swings.all;
    }
}

}  // namespace detail

/// Banzhaf's index (Penrose's measure): the share of coalitions of the others that a person turns into winning ones.
///
/// A coalition wins if its weight is at least the quota and all veto holders are in it (`coalition_game` says how rounding is met).
/// Exact for whole weights as the slopes of the multilinear extension at ½, or for any weights of up to 32 people without veto by
/// meeting in the middle; whichever is less work. Otherwise, or when asked, by random coalitions, with standard errors. Up to
/// 2^53 swings every exact form is exact to the last coalition.
/// Choose it over Shapley and Shubik's index where all vote at once and power is the chance to make the difference.
///
/// \param weights  one for each person, ≥ 0
/// \param quota    weight that wins, above 0, at most the sum of the weights
/// \param vetoes   indices of those who hold a veto
/// \throws InputError  naming the person, quota or veto; or saying that only sampling is open
/// \throws Interrupted
/// Cost: O(n · units needed), O(n · 2^(n/2)), or O(n · samples).
/// Source: Penrose 1946, doi:10.2307/2981392; Banzhaf 1965, Rutgers Law Review 19:317; Dubey and Shapley 1979, doi:10.1287/moor.4.2.99.
[[nodiscard]] inline Banzhaf banzhaf(std::span<const double> weights, double quota, std::span<const std::size_t> vetoes = {}, const PowerOptions& options = {}) {
    const CoalitionGame game = coalition_game(weights, quota, vetoes);
    const PowerPlan plan = power_plan(game, options, 1);
    Banzhaf index{no_power(game, plan.method, options), std::vector<double>(game.people, 0), std::vector<double>(game.people, 0), std::vector<double>(game.people)};
    if (!index.exact) detail::estimate_swings(game, options, index);
    else if (game.others.empty())
        for (const std::size_t person : game.holders) index.absolute[person] = 2;
    else if (plan.whole) detail::slopes_at_half(game, *plan.whole, options, index.absolute);
    else detail::enumerate_coalitions(game, index.absolute);

    double all = 0;
    for (const double chance : index.absolute) all += chance;
    const int vetoes_held = static_cast<int>(game.holders.size()), others = static_cast<int>(game.people) - 1;
    for (std::size_t i = 0; i < game.people; ++i) {
        if (index.exact) index.values[i] = index.absolute[i] / all;  // before they are made small by the vetoes
        index.absolute[i] = std::ldexp(index.absolute[i], -vetoes_held);  // the veto holders are all in
        index.absolute_error[i] = std::ldexp(index.absolute_error[i], -vetoes_held);
        index.swings[i] = std::ldexp(index.absolute[i], others);
    }
    return index;
}

}  // namespace buygraph::decision
