#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "../forecast/options.hpp"
#include "../forecast/plan.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"

namespace buygraph {

/// A number from a forecast's samples with the mean of each of the 16 scrambles, so that differences of two such numbers on common points have their error.
struct Estimate {
    std::array<double, forecasting::scrambles> by_scramble{};

    [[nodiscard]] double value() const {
        double sum = 0;
        for (const double one : by_scramble) sum += one;
        return sum / forecasting::scrambles;
    }
    /// Of the samples.
    [[nodiscard]] double standard_error() const {
        const double mean = value();
        double spread = 0;
        for (const double one : by_scramble) spread += (one - mean) * (one - mean);
        return std::sqrt(spread / (forecasting::scrambles - 1) / forecasting::scrambles);
    }
    [[nodiscard]] Estimate operator-(const Estimate& other) const {
        Estimate result;
        for (std::size_t s = 0; s < by_scramble.size(); ++s) result.by_scramble[s] = by_scramble[s] - other.by_scramble[s];
        return result;
    }
    [[nodiscard]] Estimate operator*(double times) const {
        Estimate result = *this;
        for (double& one : result.by_scramble) one *= times;
        return result;
    }
};

/// P(ours) by scrambles, of a model with the worlds planned for it (as moves give them) or with its own. The same points for every model, seed and samples being the same:
/// models of the same size differ by what differs between them, those of other sizes also by the order in which the points are used.
///
/// Cost: that of a forecast without intervals and falls of variance.
[[nodiscard]] BUYGRAPH_HEAVY Estimate win_on_common_points(const DecisionModel& model, const forecasting::WorldPlan& plan, const ForecastOptions& options);
[[nodiscard]] BUYGRAPH_HEAVY Estimate win_on_common_points(const DecisionModel& model, const ForecastOptions& options);

/// P of every offer (0: no decision) and everybody's decision influence Σ_g dP(ours)/dA_g[p,ours], by scrambles, from one pass.
struct WinAndInfluence {
    std::vector<Estimate> outcomes;   ///< m
    std::vector<Estimate> influence;  ///< n
};

/// Cost: that of `win_on_common_points` and 11 to 17 % more.
[[nodiscard]] BUYGRAPH_HEAVY WinAndInfluence win_and_influence(const DecisionModel& model, const ForecastOptions& options);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_FORECAST)

#include "../forecast/kernel.hpp"

namespace buygraph {

namespace detail {

[[nodiscard]] inline Estimate mean_by_scramble(const forecasting::Draws& draws, std::size_t column) {
    Estimate result;
    for (std::size_t s = 0; s < result.by_scramble.size(); ++s) result.by_scramble[s] = forecasting::mean_of(draws.column(column, s));
    return result;
}

}  // namespace detail

BUYGRAPH_HEAVY Estimate win_on_common_points(const DecisionModel& model, const forecasting::WorldPlan& plan, const ForecastOptions& options) {
    return detail::mean_by_scramble(forecasting::draw(model, plan, forecasting::points_a_scramble(options), options), model.ours);
}

BUYGRAPH_HEAVY Estimate win_on_common_points(const DecisionModel& model, const ForecastOptions& options) {
    return win_on_common_points(model, forecasting::plan_worlds(model, covariance(model), true), options);
}

BUYGRAPH_HEAVY WinAndInfluence win_and_influence(const DecisionModel& model, const ForecastOptions& options) {
    using namespace forecasting;
    const std::size_t points = points_a_scramble(options), n = model.people_count(), m = model.offer_count();
    const WorldPlan plan = plan_worlds(model, covariance(model), true);
    WinAndInfluence found{std::vector<Estimate>(m), std::vector<Estimate>(n)};
    const SlopedDraws drawn = draw_with_slopes(model, plan, points, options, decision::outcome_seed(m, model.ours), Slopes::attitudes);
    for (std::size_t s = 0; s < scrambles; ++s)
        for (std::size_t p = 0; p < n; ++p)
            for (std::size_t g = 0; g < 2; ++g) found.influence[p].by_scramble[s] += drawn.attitude_by_scramble[s][model.index()(g, p, model.ours)] / static_cast<double>(points);
    for (std::size_t j = 0; j < m; ++j) found.outcomes[j] = buygraph::detail::mean_by_scramble(drawn.draws, j);
    return found;
}

}  // namespace buygraph

#endif
