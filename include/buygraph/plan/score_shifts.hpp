#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "../deal/deal.hpp"
#include "../insight/believed_scores.hpp"

namespace buygraph {

/// So many concerns are worth speaking of at once: in a frame, in each kind of advice to one person, in a meeting.
inline constexpr std::size_t concerns_at_once = 3;

/// Of the people of the model, in its order, those whom somebody has named: a vacant seat cannot be talked to.
[[nodiscard]] inline std::vector<bool> named_people(const Deal& deal) {
    std::vector<bool> named;
    for (const Person& person : deal.people)
        if (!has_departed(person)) named.push_back(!person.vacant.value_or(false));
    return named;
}

/// How far everybody's view of our offer is from the best on each concern: n × K, 1 − s in centred units, never below 0.
[[nodiscard]] inline Matrix room_to_best(const DecisionModel& model) {
    Matrix room = believed_scores(model, model.ours);
    for (double& value : room.values) value = std::max(0.0, 1 - value);
    return room;
}

/// What moved views do to attitudes: Δ A_g[i,ours] = Σ_k C_g[i,k] Δ s[i,k].
///
/// \param views  n × K: shifts of s[i,ours,k], centred
/// Returns 2 × n: by gate and person.
[[nodiscard]] inline Matrix attitude_shift(const DecisionModel& model, const Matrix& views) {
    Matrix shift(2, views.rows);
    for (std::size_t g = 0; g < 2; ++g)
        for (std::size_t i = 0; i < views.rows; ++i)
            for (std::size_t k = 0; k < views.columns; ++k) shift(g, i) += model.prior.weights[g](i, k) * views(i, k);
    return shift;
}

/// What P(ours) would gain if a view came all the way to the best, by its slope now: n × K, dP/ds · (1 − s).
///
/// \param influence  2 × n: dP(ours) / dA_g[i,ours], by gate and person
[[nodiscard]] inline Matrix view_gains(const DecisionModel& model, const Matrix& influence, const Matrix& room) {
    Matrix gains(room.rows, room.columns);
    for (std::size_t i = 0; i < gains.rows; ++i)
        for (std::size_t k = 0; k < gains.columns; ++k)
            gains(i, k) = room(i, k) * (influence(0, i) * model.prior.weights[0](i, k) + influence(1, i) * model.prior.weights[1](i, k));
    return gains;
}

}  // namespace buygraph
