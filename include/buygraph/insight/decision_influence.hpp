#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "../forecast/baseline.hpp"
#include "../forecast/sensitivities.hpp"
#include "../separate.hpp"

namespace buygraph {

/// Decision influence of everybody: by how much P(ours) moves when his attitude to our offer moves at both gates, Σ_g dP(ours) / dA_g[p,ours].
///
/// Signed; sizes and ranks use its absolute value. Returns n numbers.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<double> decision_influence(const DecisionModel& model, const Sensitivities& of_ours);

/// The same from a small forecast of its own.
/// \param samples  states of the world, rounded up to whole scrambles of 16
/// \param plan     of the model, where it is known
/// \throws Interrupted  when `interrupt` says so
/// Cost: a forecast of so many samples without falls of variance, and 11 to 17 % more.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<double> decision_influence(const DecisionModel& model, std::size_t samples = 256, std::uint64_t seed = 0, forecasting::Interrupt interrupt = {},
                                                                    forecasting::SharedPlan plan = {});

/// A baseline, and decision influence from the same samples.
struct InfluenceBaseline {
    Baseline baseline;
    std::vector<double> influence;  ///< n
};
[[nodiscard]] BUYGRAPH_HEAVY InfluenceBaseline influence_baseline(const DecisionModel& model, const ForecastOptions& options, forecasting::SharedPlan plan = {});

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_INSIGHT)

#include <memory>

#include "../decision/outcome_seed.hpp"
#include "../forecast/kernel.hpp"
#include "../forecast/summary.hpp"

namespace buygraph {

namespace detail {

[[nodiscard]] inline std::vector<double> influence_of(const DecisionModel& model, const std::vector<double>& by_attitude) {
    std::vector<double> influence(model.people_count(), 0.0);
    for (std::size_t gate = 0; gate < 2; ++gate)
        for (std::size_t p = 0; p < influence.size(); ++p) influence[p] += by_attitude[model.index()(gate, p, model.ours)];
    return influence;
}

[[nodiscard]] inline forecasting::SlopedDraws draw_for_influence(const DecisionModel& model, const forecasting::WorldPlan& plan, const ForecastOptions& options) {
    return forecasting::draw_with_slopes(model, plan, forecasting::points_a_scramble(options), options, decision::outcome_seed(model.offer_count(), model.ours), forecasting::Slopes::attitudes);
}

}  // namespace detail

BUYGRAPH_HEAVY std::vector<double> decision_influence(const DecisionModel& model, const Sensitivities& of_ours) { return detail::influence_of(model, of_ours.attitude); }

BUYGRAPH_HEAVY std::vector<double> decision_influence(const DecisionModel& model, std::size_t samples, std::uint64_t seed, forecasting::Interrupt interrupt, forecasting::SharedPlan plan) {
    ForecastOptions options;
    options.samples = samples;
    options.seed = seed;
    options.interrupt = std::move(interrupt);
    if (!plan) plan = forecasting::shared_plan(model);
    return detail::influence_of(model, detail::draw_for_influence(model, *plan, options).mean.attitude);
}

BUYGRAPH_HEAVY InfluenceBaseline influence_baseline(const DecisionModel& model, const ForecastOptions& options, forecasting::SharedPlan plan) {
    if (!plan) plan = forecasting::shared_plan(model);
    forecasting::SlopedDraws found = detail::draw_for_influence(model, *plan, options);
    InfluenceBaseline result{{options, forecasting::summary(model, *plan, found.draws, options), {}, std::move(plan)}, detail::influence_of(model, found.mean.attitude)};
    result.baseline.options.interrupt = {};
    result.baseline.draws = std::make_shared<const forecasting::Draws>(std::move(found.draws));
    return result;
}

}  // namespace buygraph

#endif
