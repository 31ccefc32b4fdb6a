#pragma once

#include <cstddef>
#include <vector>

#include "../forecast/forecast.hpp"

namespace buygraph {

/// Decision influence of everybody: by how much P(ours) moves when his attitude to our offer moves at both gates, Σ_g dP(ours) / dA_g[p,ours].
///
/// Signed; sizes and ranks use its absolute value. Central differences on common samples of the forecast.
/// \param samples  states of the world, rounded up to whole scrambles of 16
/// Cost: 2 · n forecasts of so many samples.
[[nodiscard]] inline std::vector<double> decision_influence(const DecisionModel& model, std::size_t samples = 256, std::uint64_t seed = 0) {
    using namespace forecasting;
    constexpr double step = 1e-3;
    const std::size_t per_scramble = (samples + scrambles - 1) / scrambles;
    const WorldPlan plan = plan_worlds(model, covariance(model), true);
    ForecastOptions options;
    options.seed = seed;
    DecisionModel moved = model;
    const auto win_at = [&](std::size_t person, double shift) {
        for (std::size_t gate = 0; gate < 2; ++gate) moved.belief.mean[model.index()(gate, person, model.ours)] = model.belief.mean[model.index()(gate, person, model.ours)] + shift;
        return mean_and_error(draw(moved, plan, per_scramble, options), model.ours).first;
    };
    std::vector<double> influence;
    for (std::size_t person = 0; person < model.people_count(); ++person) {
        influence.push_back((win_at(person, step) - win_at(person, -step)) / (2 * step));
        for (std::size_t gate = 0; gate < 2; ++gate) moved.belief.mean[model.index()(gate, person, model.ours)] = model.belief.mean[model.index()(gate, person, model.ours)];
    }
    return influence;
}

}  // namespace buygraph
