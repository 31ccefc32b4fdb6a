#pragma once

#include "../influence/matrix.hpp"
#include "decision_model.hpp"

namespace buygraph {

/// Raw ties at the mean, n × n, row i: how much each other moves i, added up over records.
[[nodiscard]] inline Matrix raw_ties(const DecisionModel& model) {
    Matrix raw(model.people_count(), model.people_count());
    for (const DirectedTie& tie : model.ties) raw(tie.to, tie.from) += tie.strength;
    return raw;
}

}  // namespace buygraph
