#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "../decision/sampled_power.hpp"
#include "../error.hpp"
#include "../separate.hpp"

namespace buygraph {

/// Who is in: one flag a player.
using Coalition = std::vector<bool>;

inline constexpr std::size_t most_exact_players = 12;  ///< 2^12 coalitions are all valued; beyond, orders are sampled

struct AttributionOptions {
    std::uint64_t seed = 0;
    std::size_t coalitions = 4096;  ///< about how many coalitions sampled orders may meet; at least 16 pairs of orders are drawn whatever this says
};

/// Which coalitions have to be valued to divide v(all) − v(none) among players, and in which orders they were met.
///
/// Kept apart from the values, so that a caller values the coalitions as it likes (side by side, on common points) and divides several values by one plan.
struct AttributionPlan {
    std::size_t players = 0;
    bool exact = true;
    std::vector<Coalition> coalitions;             ///< each once: nobody first, everybody last
    std::vector<std::vector<std::size_t>> orders;  ///< sampled: in which order players join; an order, then its reverse, and so on
    std::vector<std::vector<std::size_t>> met;     ///< of each order, players + 1 coalitions by index, from nobody to everybody
};

/// Each player's share of v(all) − v(none): his Shapley value. They add up to it, sampled or not.
struct Attribution {
    std::vector<double> shares;          ///< of each player, in units of v
    std::vector<double> sampling_error;  ///< standard error of each share over the sampled orders; 0 where exact
    bool exact = true;
};

namespace detail {

[[nodiscard]] BUYGRAPH_HEAVY AttributionPlan sampled_orders(std::size_t players, const AttributionOptions& options);

}  // namespace detail

/// The coalitions that Shapley values of so many players need: all 2^n up to `most_exact_players`, beyond those that random orders of joining meet.
///
/// Each sampled order is followed by its reverse (antithetic): who joins early in one joins late in the other, which takes the first-order part of
/// what the order matters out of the error.
/// Source: Shapley 1953; Castro, Gómez and Tejada 2009, doi:10.1016/j.cor.2008.04.004; Mitchell et al. 2022, jmlr.org/papers/v23/21-0439.
[[nodiscard]] BUYGRAPH_HEAVY AttributionPlan plan_attribution(std::size_t players, const AttributionOptions& options = {});

/// Divides v(all) − v(none), once the plan's coalitions have been valued. Linear in the values.
///
/// \param values  v of each of the plan's coalitions, in their order
/// \throws InputError  another number of values
/// Cost: O(coalitions · players) exactly, O(orders · players) sampled.
[[nodiscard]] BUYGRAPH_HEAVY Attribution attribute(const AttributionPlan& plan, std::span<const double> values);

/// Shapley values of a set function, each coalition valued once.
///
/// \param value  called with each coalition of the plan: double(const Coalition&)
template <class Value>
[[nodiscard]] Attribution shapley_values(const AttributionPlan& plan, Value value) {
    std::vector<double> values;
    for (const Coalition& coalition : plan.coalitions) values.push_back(value(coalition));
    return attribute(plan, values);
}

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_INSIGHT)

namespace buygraph {

namespace detail {

[[nodiscard]] inline AttributionPlan every_coalition(std::size_t players) {
    AttributionPlan plan{players, true, {}, {}, {}};
    for (std::size_t mask = 0; mask < std::size_t{1} << players; ++mask) {
        Coalition coalition(players);
        for (std::size_t player = 0; player < players; ++player) coalition[player] = (mask >> player & 1U) != 0;
        plan.coalitions.push_back(std::move(coalition));
    }
    return plan;
}

/// Every order of joining is as likely as any other, and depends on (seed, pair) alone.
[[nodiscard]] inline std::vector<std::size_t> random_order(std::size_t players, std::uint64_t seed, std::uint64_t pair) {
    std::vector<std::size_t> order(players);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t at = 0; at + 1 < players; ++at) std::swap(order[at], order[at + decision::detail::below(players - at, numbers::random_word(seed, 2, at, pair))]);
    return order;
}

BUYGRAPH_HEAVY AttributionPlan sampled_orders(std::size_t players, const AttributionOptions& options) {
    AttributionPlan plan{players, false, {}, {}, {}};
    const std::size_t pairs = std::max<std::size_t>(16, options.coalitions / (2 * (players - 1)));
    for (std::uint64_t pair = 0; pair < pairs; ++pair) {
        plan.orders.push_back(random_order(players, options.seed, pair));
        plan.orders.emplace_back(plan.orders.back().rbegin(), plan.orders.back().rend());
    }
    std::map<Coalition, std::size_t> index{{Coalition(players, false), 0}, {Coalition(players, true), 0}};
    for (const auto& order : plan.orders) {
        Coalition coalition(players, false);
        for (const std::size_t player : order) coalition[player] = true, index.emplace(coalition, 0);
    }
    for (auto& [coalition, at] : index) at = plan.coalitions.size(), plan.coalitions.push_back(coalition);  // in lexical order nobody is first and everybody last
    for (const auto& order : plan.orders) {
        Coalition coalition(players, false);
        auto& met = plan.met.emplace_back(1, 0);
        for (const std::size_t player : order) coalition[player] = true, met.push_back(index.at(coalition));
    }
    return plan;
}

/// The sum over coalitions S without the player of (v(S + player) − v(S)) / (players · (players − 1 over |S|)).
[[nodiscard]] inline Attribution exact_attribution(const AttributionPlan& plan, std::span<const double> values) {
    const std::size_t n = plan.players;
    std::vector<double> weight(n, n ? 1 / static_cast<double>(n) : 0.0);  // of a coalition of so many others
    for (std::size_t size = 1; size < n; ++size) weight[size] = weight[size - 1] * static_cast<double>(size) / static_cast<double>(n - size);
    Attribution result{std::vector<double>(n, 0.0), std::vector<double>(n, 0.0), true};
    for (std::size_t mask = 0; mask < values.size(); ++mask) {
        const auto size = static_cast<std::size_t>(std::count(plan.coalitions[mask].begin(), plan.coalitions[mask].end(), true));
        for (std::size_t player = 0; player < n; ++player) {
            const std::size_t with = mask | std::size_t{1} << player;
            if (with != mask) result.shares[player] += weight[size] * (values[with] - values[mask]);
        }
    }
    return result;
}

}  // namespace detail

BUYGRAPH_HEAVY AttributionPlan plan_attribution(std::size_t players, const AttributionOptions& options) {
    return players <= most_exact_players ? detail::every_coalition(players) : detail::sampled_orders(players, options);
}

BUYGRAPH_HEAVY Attribution attribute(const AttributionPlan& plan, std::span<const double> values) {
    if (values.size() != plan.coalitions.size()) throw InputError("values", std::to_string(values.size()), std::to_string(plan.coalitions.size()) + ", one for each coalition of the plan");
    if (plan.exact) return detail::exact_attribution(plan, values);
    const std::size_t n = plan.players, pairs = plan.orders.size() / 2;
    std::vector<double> sum(n, 0.0), of_pair(n), squares(n, 0.0);
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        std::fill(of_pair.begin(), of_pair.end(), 0.0);
        for (std::size_t order = 2 * pair; order < 2 * pair + 2; ++order)
            for (std::size_t at = 0; at < n; ++at) of_pair[plan.orders[order][at]] += (values[plan.met[order][at + 1]] - values[plan.met[order][at]]) / 2;
        for (std::size_t player = 0; player < n; ++player) sum[player] += of_pair[player], squares[player] += of_pair[player] * of_pair[player];
    }
    Attribution result{std::vector<double>(n), std::vector<double>(n), false};
    const auto count = static_cast<double>(pairs);
    for (std::size_t player = 0; player < n; ++player) {
        const double mean = result.shares[player] = sum[player] / count;
        result.sampling_error[player] = std::sqrt(std::max(0.0, squares[player] / count - mean * mean) / (count - 1));
    }
    return result;
}

}  // namespace buygraph

#endif
