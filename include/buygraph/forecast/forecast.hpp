#pragma once

#include "../model/decision_model.hpp"
#include "../separate.hpp"
#include "options.hpp"
#include "result.hpp"

namespace buygraph {

/// Forecasts a deal: many states of the world, each decided in closed form.
///
/// Deterministic in (model, samples, seed, method): the same bits for any number of threads.
/// \throws InputError   samples out of range
/// \throws Interrupted  when options.interrupt says so
/// Cost: samples · (rank · 2·n·m + n³/3 + …); a few milliseconds for ten people and 4,096 samples.
[[nodiscard]] BUYGRAPH_HEAVY Forecast forecast(const DecisionModel& model, const ForecastOptions& options = {});

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_FORECAST)

#include "summary.hpp"

namespace buygraph {

BUYGRAPH_HEAVY Forecast forecast(const DecisionModel& model, const ForecastOptions& options) {
    using namespace forecasting;
    const std::size_t points = points_a_scramble(options);
    const WorldPlan plan = plan_worlds(model, covariance(model), true);
    return summary(model, plan, draw(model, plan, points, options), options);
}

}  // namespace buygraph

#endif
