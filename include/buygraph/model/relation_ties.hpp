#pragma once

#include <optional>
#include <vector>

#include "../graph/ties.hpp"
#include "decision_model.hpp"

namespace buygraph {

/// The people of a deal and their ties as the network that the measures of the graph room take: raw signed strengths, from influences to.
///
/// All relations together, or one alone: in real firms the most asked, the broker and the one whose word carries are three different people.
/// People who left are not in it. Records of one pair add up.
/// Cost: O(ties · log ties).
[[nodiscard]] inline graph::Ties ties_of(const DecisionModel& model, std::optional<Relation> relation = std::nullopt) {
    std::vector<graph::Tie> ties;
    for (const DirectedTie& tie : model.ties)
        if (!relation || tie.relation == *relation) ties.push_back({tie.from, tie.to, tie.strength});
    return {model.people_count(), ties};
}

}  // namespace buygraph
