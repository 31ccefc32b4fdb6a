#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "../deal/number_text.hpp"
#include "../error.hpp"
#include "../numbers/normal.hpp"
#include "result.hpp"
#include "two_point_sum.hpp"

namespace buygraph {

/// What deals are put together by.
enum class PipelineBy { quarter, month, year, owner, account };
template <>
struct Words<PipelineBy> {
    static constexpr WordTable<PipelineBy, 5> table{{{"quarter", PipelineBy::quarter}, {"month", PipelineBy::month}, {"year", PipelineBy::year}, {"owner", PipelineBy::owner}, {"account", PipelineBy::account}}};
};

/// The group of a row: "2026-Q4", "2026-10", "2026", an owner, an account; empty where the deal does not say.
[[nodiscard]] inline std::string group_of(const PortfolioRow& row, PipelineBy by) {
    if (by == PipelineBy::owner) return row.owner;
    if (by == PipelineBy::account) return row.account;
    if (!row.close_date) return {};
    const std::string day = to_string(*row.close_date);
    if (by == PipelineBy::year) return day.substr(0, 4);
    if (by == PipelineBy::month) return day.substr(0, 7);
    return day.substr(0, 5) + "Q" + std::to_string((row.close_date->month + 2) / 3);
}

/// What a pipeline has to know of a deal.
struct PipelineDeal {
    std::string group;
    std::string currency;
    std::optional<double> value;
    std::optional<double> win;          ///< nothing: it could not be forecast
    std::optional<double> no_decision;
};

struct PipelineOptions {
    double shock = 0;          ///< [0, 1): how much of what decides a deal all deals share, see `pipeline`
    std::size_t cells = 4096;  ///< of the grid of each distribution, 16 to 2^20
};

/// The revenue of one group of deals in one currency.
struct PipelineTotal {
    std::optional<std::string> group;  ///< nothing: all deals of the currency
    std::string currency;
    std::size_t deals = 0;             ///< with a value and a forecast
    std::size_t left_out = 0;          ///< without value, or with faults
    double value = 0;                  ///< of all of them
    double expected = 0;               ///< won, mean
    double lost_to_no_decision = 0;    ///< mean
    double lost_to_rivals = 0;         ///< mean
    double sd = 0;                     ///< of what is won
    double low = 0;                    ///< 10 %
    double median = 0;
    double high = 0;                   ///< 90 %
    GridDistribution won;              ///< of what is won
};

namespace detail {

/// Points of the common factor with their weights: the trapezoidal rule from −6 to 6 by quarters, which for such smooth and vanishing functions errs by less than anything else here.
/// Source: Trefethen and Weideman 2014, doi:10.1137/130932132.
[[nodiscard]] inline std::vector<std::pair<double, double>> shock_points() {
    std::vector<std::pair<double, double>> points;
    double total = 0;
    for (int quarter = -24; quarter <= 24; ++quarter) {
        const double factor = quarter / 4.0;
        points.emplace_back(factor, std::exp(-factor * factor / 2));
        total += points.back().second;
    }
    for (auto& [factor, weight] : points) weight /= total;
    return points;
}

/// P(won | common shock): the one-factor Gaussian copula, which keeps every chance as it is on average. Source: Vasicek 2002, "The distribution of loan portfolio value".
[[nodiscard]] inline double chance_under(double chance, double shock, double factor) {
    if (!(chance > 0 && chance < 1)) return chance;
    const double at = (numbers::normal_quantile(chance) + std::sqrt(shock) * factor) / std::sqrt(1 - shock);
    return 0.5 * std::erfc(-at / std::sqrt(2.0));
}

/// Fills in what is won, from the values and chances of a group.
inline void add_distribution(PipelineTotal& total, std::span<const double> values, std::span<const double> chances, const PipelineOptions& options) {
    const auto spread = [&](std::span<const double> won) {
        double variance = 0, mean = 0;
        for (std::size_t d = 0; d < values.size(); ++d) variance += values[d] * values[d] * won[d] * (1 - won[d]), mean += values[d] * won[d];
        return std::pair(mean, variance);
    };
    if (options.shock == 0) {
        total.won = two_point_sum(values, chances, options.cells);
        total.sd = std::sqrt(spread(chances).second);
    } else {
        std::vector<GridDistribution> parts;
        std::vector<double> weights;
        double within = 0, squares = 0, mean = 0;
        for (const auto& [factor, weight] : shock_points()) {
            std::vector<double> shocked(chances.begin(), chances.end());
            for (double& chance : shocked) chance = chance_under(chance, options.shock, factor);
            const auto [own, variance] = spread(shocked);
            within += weight * variance;
            mean += weight * own;
            squares += weight * own * own;
            weights.push_back(weight);
            parts.push_back(two_point_sum(values, shocked, options.cells));
        }
        total.won = mixture(parts, weights);
        total.sd = std::sqrt(within + std::max(0.0, squares - mean * mean));
    }
    total.low = total.won.quantile(0.1);
    total.median = total.won.quantile(0.5);
    total.high = total.won.quantile(0.9);
}

}  // namespace detail

/// What a pipeline will bring in: a total for each group and currency, those of a currency followed by the total of all its deals. Money of different currencies is
/// never added.
///
/// What is won of a group is a sum of two-point variables; `two_point_sum` convolves them on a grid. With a shock they depend on each other through one common factor: of what
/// decides a deal, on the normal scale, this share is common to all (0.1: a bad year for all together; 0.5: hardly anything is a deal's own). Each chance and the expected sum stay
/// as they are, the spread grows; it is averaged over 49 points of the factor.
///
/// \throws InputError  shock or cells out of range
/// Cost: O(deals · cells), 49 times that with a shock.
[[nodiscard]] inline std::vector<PipelineTotal> pipeline(std::span<const PipelineDeal> deals, bool grouped, const PipelineOptions& options = {}) {
    if (!(options.shock >= 0 && options.shock < 1)) throw InputError("shock", number_text(options.shock), "a number from 0 to 1, without 1");
    if (options.cells < 16 || options.cells > (std::size_t{1} << 20)) throw InputError("cells", std::to_string(options.cells), "a whole number from 16 to 1048576");
    struct Gathered {
        PipelineTotal total;
        std::vector<double> values, chances;
    };
    std::map<std::pair<std::string, std::pair<bool, std::string>>, Gathered> groups;  // currency, then groups, then all
    const auto add = [&](const PipelineDeal& deal, bool all) {
        Gathered& into = groups[{deal.currency, {all, all ? std::string() : deal.group}}];
        into.total.currency = deal.currency;
        if (!all) into.total.group = deal.group;
        if (!deal.value || !deal.win) return void(++into.total.left_out);
        const double won = *deal.value * *deal.win, nothing = *deal.value * deal.no_decision.value_or(0);
        ++into.total.deals;
        into.total.value += *deal.value;
        into.total.expected += won;
        into.total.lost_to_no_decision += nothing;
        into.total.lost_to_rivals += std::max(0.0, *deal.value - won - nothing);
        into.values.push_back(*deal.value);
        into.chances.push_back(std::min(1.0, std::max(0.0, *deal.win)));
    };
    for (const PipelineDeal& deal : deals) {
        if (grouped) add(deal, false);
        add(deal, true);
    }
    std::vector<PipelineTotal> totals;
    for (auto& [key, group] : groups) {
        detail::add_distribution(group.total, group.values, group.chances, options);
        totals.push_back(std::move(group.total));
    }
    return totals;
}

}  // namespace buygraph
