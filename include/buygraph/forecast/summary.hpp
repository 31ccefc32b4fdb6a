#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "kernel.hpp"
#include "result.hpp"
#include "sobol.hpp"

namespace buygraph::forecasting {

inline constexpr std::size_t variance_points = 32;  ///< points a scramble for the falls of variance, at most: good to about 0.015

/// The falls of variance: the first points of the forecast once more with each group of errors held at its mean.
///
/// A held covariance is factored by the same pivots, so its attitudes follow from the same normal numbers by a triangular map and keep as close to
/// the forecast's own as they can; the errors of the two variances nearly cancel in their quotient.
/// Source: Knothe 1957 and Rosenblatt 1952 for the coupling.
[[nodiscard]] inline VarianceFall variance_fall(const DecisionModel& model, const WorldPlan& plan, const Draws& draws, const ForecastOptions& options) {
    enum : std::size_t { score, deviation, importance, tie, columns };
    const auto known = held_covariances(model.prior, model.index(), model.readings, model.control, model.bias_sd);
    const auto group = [&](ErrorGroup held) { return known[static_cast<std::size_t>(held)]; };
    const auto left = [&](const Matrix& covariance) { return WorldPlan{factor_in_order(compared(model, covariance), plan.pivots).matrix, plan.pivots, plan.ties}; };
    const std::array<WorldPlan, columns> plans{left(with_drift(model, group(ErrorGroup::score))), left(group(ErrorGroup::deviation)), left(with_drift(model, group(ErrorGroup::importance))),
                                               WorldPlan{plan.factor, plan.pivots, {}}};
    const std::size_t points = std::min(draws.per_scramble, variance_points);
    const Draws held = draw_wins(model, plans, points, options);
    std::vector<double> whole;
    for (std::size_t s = 0; s < scrambles; ++s) {
        const std::span<const double> first = draws.column(model.ours, s).first(points);
        whole.insert(whole.end(), first.begin(), first.end());
    }
    const double all = variance_of(whole);
    const auto fall = [&](std::size_t column) { return all > 1e-18 ? 1 - variance_of(held.column(column)) / all : 0; };
    return {fall(score), fall(deviation), fall(importance), fall(tie)};
}

/// What the samples say, put together.
[[nodiscard]] inline Forecast summary(const DecisionModel& model, const WorldPlan& plan, const Draws& draws, const ForecastOptions& options) {
    const std::size_t m = model.offer_count();
    Forecast result;
    result.offers = model.offers;
    result.ours = model.ours;
    for (std::size_t j = 0; j < m; ++j) {
        const auto [mean, error] = mean_and_error(draws, j);
        result.outcomes.push_back(mean);
        result.standard_error.push_back(error);
        result.intervals.push_back(interval_of(draws, j));
    }
    result.no_decision = {mean_and_error(draws, m).first, mean_and_error(draws, m + 1).first, mean_and_error(draws, m + 2).first};
    result.variance = variance_of(draws.column(model.ours));
    if (options.variance_by_group) result.variance_fall = variance_fall(model, plan, draws, options);
    result.samples = draws.samples();
    result.seed = options.seed;
    result.method = options.method;
    if (options.method == Sampling::sobol && plan.dimensions() > sobol_dimensions) result.plain_dimensions = plan.dimensions() - sobol_dimensions;
    return result;
}

}  // namespace buygraph::forecasting
