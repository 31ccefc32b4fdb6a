#pragma once

#include <memory>
#include <vector>

#include "../model/decision_model.hpp"
#include "../separate.hpp"
#include "options.hpp"
#include "plan.hpp"
#include "result.hpp"

namespace buygraph {

namespace forecasting {

struct Draws;

/// A model with shifts made now, after the evidence, and the plan whose samples are those of the model before. What its groups of errors add to the variance is not to be asked for:
/// the evidence was read with the ties and the emphasis before.
struct MovedWorlds {
    DecisionModel model;
    SharedPlan plan;
};

}  // namespace forecasting

/// Two forecasts on common points, and what lies between them.
struct ForecastChange {
    Forecast before;
    Forecast after;
    std::vector<double> difference;      ///< m: after less before, of each outcome
    std::vector<double> standard_error;  ///< m: of the difference, from the scrambles
};

/// A forecast kept with its samples, so that each of many changes compared with it costs one forecast and not two.
struct Baseline {
    ForecastOptions options;  ///< those of every forecast compared with it, without interrupt
    Forecast forecast;
    std::shared_ptr<const forecasting::Draws> draws;
    forecasting::SharedPlan plan;
};

/// \param plan  of the model, where it is known
/// \throws InputError   samples out of range
/// \throws Interrupted  when options.interrupt says so
[[nodiscard]] BUYGRAPH_HEAVY Baseline baseline(const DecisionModel& model, const ForecastOptions& options = {}, forecasting::SharedPlan plan = {});

/// What lies between a baseline and a model with the same offers, on common points.
///
/// \param plan  of the model after, where it is known
/// \throws InputError  where the offers differ
/// Cost: one forecast without falls of variance.
[[nodiscard]] BUYGRAPH_HEAVY ForecastChange change_from(const Baseline& before, const DecisionModel& after, const forecasting::Interrupt& interrupt = {}, forecasting::SharedPlan plan = {});

/// The same for a model after moves, with the worlds planned for it.
[[nodiscard]] BUYGRAPH_HEAVY ForecastChange change_from(const Baseline& before, const forecasting::MovedWorlds& after, const forecasting::Interrupt& interrupt = {});

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_FORECAST)

#include <cstddef>
#include <string>
#include <utility>

#include "summary.hpp"

namespace buygraph {

namespace forecasting {

[[nodiscard]] inline ForecastChange change_from(const Baseline& before, const DecisionModel& after, const WorldPlan& plan, const Interrupt& interrupt) {
    if (before.forecast.offers != after.offers) throw InputError("offers", std::to_string(after.offer_count()) + " offers", "the offers of the deal before, in their order");
    ForecastOptions plain = before.options;
    plain.variance_by_group = false;
    plain.interrupt = interrupt;
    Draws draws = draw(after, plan, points_a_scramble(plain), plain);
    ForecastChange change{before.forecast, summary(after, plan, draws, plain), {}, {}};
    for (std::size_t i = 0; i < draws.values.size(); ++i) draws.values[i] -= before.draws->values[i];
    for (std::size_t j = 0; j < after.offer_count(); ++j) {
        const auto [mean, error] = mean_and_error(draws, j);
        change.difference.push_back(mean);
        change.standard_error.push_back(error);
    }
    return change;
}

}  // namespace forecasting

BUYGRAPH_HEAVY Baseline baseline(const DecisionModel& model, const ForecastOptions& options, forecasting::SharedPlan plan) {
    using namespace forecasting;
    if (!plan) plan = shared_plan(model);
    auto draws = std::make_shared<const Draws>(draw(model, *plan, points_a_scramble(options), options));
    Baseline result{options, summary(model, *plan, *draws, options), std::move(draws), std::move(plan)};
    result.options.interrupt = {};
    return result;
}

BUYGRAPH_HEAVY ForecastChange change_from(const Baseline& before, const DecisionModel& after, const forecasting::Interrupt& interrupt, forecasting::SharedPlan plan) {
    if (!plan) plan = forecasting::shared_plan(after);
    return forecasting::change_from(before, after, *plan, interrupt);
}

BUYGRAPH_HEAVY ForecastChange change_from(const Baseline& before, const forecasting::MovedWorlds& after, const forecasting::Interrupt& interrupt) {
    return forecasting::change_from(before, after.model, *after.plan, interrupt);
}

}  // namespace buygraph

#endif
