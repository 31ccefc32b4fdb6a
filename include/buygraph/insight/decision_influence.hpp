#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "../forecast/sensitivities.hpp"
#include "../separate.hpp"

namespace buygraph {

/// Decision influence of everybody: by how much P(ours) moves when his attitude to our offer moves at both gates, Σ_g dP(ours) / dA_g[p,ours].
///
/// Signed; sizes and ranks use its absolute value. Returns n numbers.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<double> decision_influence(const DecisionModel& model, const Sensitivities& of_ours);

/// The same from a small forecast of its own.
/// \param samples  states of the world, rounded up to whole scrambles of 16
/// \throws Interrupted  when `interrupt` says so
/// Cost: somewhat more than a forecast of so many samples.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<double> decision_influence(const DecisionModel& model, std::size_t samples = 256, std::uint64_t seed = 0, forecasting::Interrupt interrupt = {});

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_INSIGHT)

namespace buygraph {

BUYGRAPH_HEAVY std::vector<double> decision_influence(const DecisionModel& model, const Sensitivities& of_ours) {
    std::vector<double> influence;
    for (std::size_t person = 0; person < model.people_count(); ++person) influence.push_back(of_ours.leaning(person, model.ours));
    return influence;
}

BUYGRAPH_HEAVY std::vector<double> decision_influence(const DecisionModel& model, std::size_t samples, std::uint64_t seed, forecasting::Interrupt interrupt) {
    ForecastOptions options;
    options.samples = samples;
    options.seed = seed;
    options.variance_by_group = false;
    options.interrupt = std::move(interrupt);
    return decision_influence(model, sensitivities(model, model.ours, options).sensitivities);
}

}  // namespace buygraph

#endif
