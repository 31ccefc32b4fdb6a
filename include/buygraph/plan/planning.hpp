#pragma once

#include <cstddef>
#include <memory>
#include <utility>

#include "../forecast/sensitivities.hpp"
#include "../insight/contributions.hpp"
#include "score_shifts.hpp"
#include "stored_worlds.hpp"

namespace buygraph {

/// dP(ours) / dA_g[i,ours] by gate and person, 2 × n, from sensitivities of ours.
[[nodiscard]] inline Matrix influence_by_gate(const DecisionModel& model, const Sensitivities& of_ours) {
    Matrix influence(2, model.people_count());
    for (std::size_t g = 0; g < 2; ++g)
        for (std::size_t i = 0; i < influence.columns; ++i) influence(g, i) = of_ours.attitude[model.index()(g, i, model.ours)];
    return influence;
}

/// What every advice starts from: a forecast with its sensitivities, the states of the world behind it, and what follows from both.
struct Planning {
    SensitiveForecast found;               ///< of ours
    std::unique_ptr<StoredWorlds> worlds;
    Matrix influence;                      ///< 2 × n: dP(ours) / dA_g[i,ours], by gate and person
    Matrix gains;                          ///< n × K: what P(ours) would gain, by its slope, from a view that comes all the way to the best
    std::size_t rival;                     ///< the likeliest competitor; 0: there is none
};

/// \param model  has to stay where it is as long as what is returned
/// \throws InputError   samples out of range
/// \throws Interrupted  when options.interrupt says so
/// Cost: a forecast with its sensitivities, and the stored worlds.
[[nodiscard]] inline Planning planning(const DecisionModel& model, ForecastOptions options = {}) {
    options.variance_by_group = false;
    Planning result{sensitivities(model, model.ours, options), std::make_unique<StoredWorlds>(model, options), {}, {}, 0};
    result.influence = influence_by_gate(model, result.found.sensitivities);
    result.gains = view_gains(model, result.influence, room_to_best(model));
    result.rival = likeliest_rival(model, result.found.forecast);
    return result;
}

}  // namespace buygraph
