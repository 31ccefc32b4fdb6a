#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "../numbers/lanes.hpp"
#include "gauss_legendre.hpp"
#include "meet_in_the_middle.hpp"
#include "pivot_chances.hpp"
#include "power_index.hpp"
#include "sampled_power.hpp"
#include "votes.hpp"

namespace buygraph::decision {

namespace detail {

/// ∫ t^vetoes · (slopes of the multilinear extension at t) dt: the veto holders have to be there first. Exact, for the integrand is a
/// polynomial of degree active − 1. Points go in packs.
inline void integrate_slopes(const CoalitionGame& game, const WholeGame& whole, const PowerOptions& options, std::vector<double>& values) {
    using Real = numbers::Lanes;
    constexpr std::size_t lanes = numbers::lane_count<Real>;
    const std::size_t vetoes = game.holders.size();
    Quadrature rule = gauss_legendre((game.active() + 1) / 2);
    while (rule.points.size() % lanes != 0) rule.points.push_back(0.5), rule.weights.push_back(0);

    PivotChances<Real> pivot_chances(whole, options.interrupt);
    std::vector<Real> pivots(whole.weights.size());
    std::vector<double> power(whole.weights.size(), 0);
    double holder = 0;
    std::vector<int> votes;
    for (const std::size_t group : whole.group) votes.push_back(static_cast<int>(whole.weights[group]));
    std::vector<Real> yes(votes.size()), state(vetoes ? whole.needed + 1 : 0);
    for (std::size_t first = 0; first < rule.points.size(); first += lanes) {
        const Real t = numbers::load_lanes<Real>(&rule.points[first]);
        pivot_chances(t, pivots);
        Real wins(0);
        if (vetoes) {
            std::fill(yes.begin(), yes.end(), t);
            wins = chance_of_votes<Real>(yes, votes, static_cast<int>(whole.needed), state);
        }
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const double point = rule.points[first + lane], weight = rule.weights[first + lane];
            const double all_there = weight * std::pow(point, static_cast<double>(vetoes));
            for (std::size_t group = 0; group < power.size(); ++group) power[group] += all_there * numbers::lane_of(pivots[group], lane);
            holder += all_there / point * numbers::lane_of(wins, lane);
        }
    }
    for (std::size_t k = 0; k < game.others.size(); ++k) values[game.others[k]] = power[whole.group[k]];
    for (const std::size_t person : game.holders) values[person] = holder;
}

/// What a coalition of `size` people is worth to the next: the share size! (n − size − 1)! / n! of all orders begins with it, in any order.
[[nodiscard]] inline std::vector<double> shares_of_orders(std::size_t people) {
    std::vector<double> shares(people);
    shares[0] = shares[people - 1] = 1 / static_cast<double>(people);
    for (std::size_t size = 1; size <= (people - 1) / 2; ++size)
        shares[size] = shares[people - 1 - size] = shares[size - 1] * static_cast<double>(size) / static_cast<double>(people - size);
    return shares;
}

inline void enumerate_orders(const CoalitionGame& game, std::vector<double>& values) {
    const std::vector<double> shares = shares_of_orders(game.active());
    const std::size_t vetoes = game.holders.size();
    const std::span<const double> worth(shares);
    const CoalitionSums sums = meet_in_the_middle(game.weights, game.needed, worth.subspan(vetoes), vetoes ? worth.subspan(vetoes - 1) : worth.first(0));
    for (std::size_t k = 0; k < game.others.size(); ++k) values[game.others[k]] = sums.pivots[k];
    for (const std::size_t person : game.holders) values[person] = sums.wins;
}

}  // namespace detail

/// The Shapley–Shubik index: the share of all orders of joining in which a person is the one with whom the coalition wins.
///
/// A coalition wins if its weight is at least the quota and all veto holders are in it (`coalition_game` says how rounding is met).
/// Exact for whole weights by the multilinear extension, integrated by a Gauss–Legendre rule that is exact for it; for any weights of up
/// to 32 people without veto by meeting in the middle; whichever is less work. Otherwise, or when asked, by random orders, with a
/// standard error that is not 0 where nothing was seen.
/// Choose it over Banzhaf's index where power is a share of one prize, and people join one after the other.
///
/// \param weights  one for each person, ≥ 0
/// \param quota    weight that wins, above 0, at most the sum of the weights
/// \param vetoes   indices of those who hold a veto
/// \throws InputError  naming the person, quota or veto; or saying that only sampling is open
/// \throws Interrupted
/// Cost: O(n² · units needed), O(n · 2^(n/2)), or O(n · samples).
/// Source: Shapley and Shubik 1954, doi:10.2307/1951053; Owen 1972, doi:10.1287/mnsc.18.5.64.
[[nodiscard]] inline PowerIndex shapley_shubik(std::span<const double> weights, double quota, std::span<const std::size_t> vetoes = {}, const PowerOptions& options = {}) {
    const CoalitionGame game = coalition_game(weights, quota, vetoes);
    const PowerPlan plan = power_plan(game, options, (game.active() + 1) / 2);
    PowerIndex index = no_power(game, plan.method, options);
    if (!index.exact) {
        const auto samples = static_cast<double>(options.samples);
        index.values = pivots_of_orders(game, options);
        for (std::size_t i = 0; i < game.people; ++i) {
            index.standard_error[i] = game.can_turn(i) ? proportion_error(index.values[i], samples) : 0;
            index.values[i] /= samples;
        }
    } else if (game.others.empty()) {
        for (const std::size_t person : game.holders) index.values[person] = 1 / static_cast<double>(game.holders.size());
    } else if (plan.whole) {
        detail::integrate_slopes(game, *plan.whole, options, index.values);
    } else {
        detail::enumerate_orders(game, index.values);
    }
    return index;
}

}  // namespace buygraph::decision
