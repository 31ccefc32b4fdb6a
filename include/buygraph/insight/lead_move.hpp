#pragma once

#include <cmath>
#include <cstddef>

#include "../deal/number_text.hpp"
#include "../deal/team.hpp"
#include "../error.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"

namespace buygraph {

/// Whether a lead can be moved at all: somebody who only repeats others has no attitude of his own that would.
[[nodiscard]] inline bool lead_moves(const DecisionModel& model, std::size_t person) { return std::abs(model.control(person, person)) > 1e-3; }

/// The move that gives somebody a wanted lead: his attitude to our offer, at both gates, by (target − lead) / V[i,i].
///
/// Attitudes of others stay, so that their leads follow his. Rivals' attitudes stay too, and with them the best rival.
/// \param target  of the lead after the move
/// \throws InputError  a target that is no number, or somebody whose lead cannot be moved
[[nodiscard]] BUYGRAPH_HEAVY Move lead_move(const DecisionModel& model, std::size_t person, double target);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_INSIGHT)

#include "standing.hpp"

namespace buygraph {

BUYGRAPH_HEAVY Move lead_move(const DecisionModel& model, std::size_t person, double target) {
    if (!std::isfinite(target)) throw InputError("lead", number_text(target), "a finite number");
    if (!lead_moves(model, person)) throw InputError("lead", model.people[person], "somebody who does not only repeat others");
    Move move;
    move.kind = MoveKind::leaning;
    move.person = model.people[person];
    move.offer = model.offers[model.ours];
    move.by = (target - leads(model)[person].value) / model.control(person, person);
    return move;
}

}  // namespace buygraph

#endif
