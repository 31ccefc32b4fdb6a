#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "../model/decision_model.hpp"
#include "../separate.hpp"

namespace buygraph {

/// Over how many ears everybody's word comes to the decision: 0 for those who decide or have a voice under the rule, 1 for those who sway one
/// of them, and so on; nothing where no way leads there.
///
/// Along ties as they point, those of reporting lines and of opponents among them: an opponent moves somebody too.
/// Cost: O(people + ties).
[[nodiscard]] BUYGRAPH_HEAVY std::vector<std::optional<std::size_t>> steps_to_decision(const DecisionModel& model);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_INSIGHT)

#include "contributions.hpp"

namespace buygraph {

BUYGRAPH_HEAVY std::vector<std::optional<std::size_t>> steps_to_decision(const DecisionModel& model) {
    std::vector<std::vector<std::size_t>> swayed_by(model.people_count());
    for (const DirectedTie& tie : model.ties)
        if (tie.strength != 0) swayed_by[tie.to].push_back(tie.from);
    const std::vector<double> eyes = deciding_eyes(model);
    std::vector<std::optional<std::size_t>> steps(model.people_count());
    std::vector<std::size_t> reached;
    for (std::size_t i = 0; i < eyes.size(); ++i)
        if (eyes[i] > 0) steps[i] = 0, reached.push_back(i);
    for (std::size_t next = 0; next < reached.size(); ++next)
        for (const std::size_t from : swayed_by[reached[next]])
            if (!steps[from]) steps[from] = *steps[reached[next]] + 1, reached.push_back(from);
    return steps;
}

}  // namespace buygraph

#endif
