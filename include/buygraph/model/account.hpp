#pragma once

#include <cstddef>
#include <set>
#include <utility>

#include "../belief/concern_table.hpp"
#include "../graph/account_graph.hpp"
#include "decision_model.hpp"
#include "formal_right.hpp"

namespace buygraph {

/// The account as one graph: who weighs what (C at the vendor gate), who sways whom (every directed tie, those of reporting lines
/// among them), who reports to whom, and who decides.
///
/// Concerns and people count as in the model. Needs the concern table, the ties and the rule; `compile` takes the hops of its evidence
/// from it. Cost: O(n · K + ties).
[[nodiscard]] inline AccountGraph account_graph(const DecisionModel& model) {
    const Matrix weights = concern_weights(model.table, 1);
    AccountGraph graph(weights.columns, model.people_count());
    for (std::size_t i = 0; i < weights.rows; ++i)
        for (std::size_t k = 0; k < weights.columns; ++k)
            if (weights(i, k) > 0) graph.add_weight(k, i, weights(i, k));
    std::set<std::pair<std::size_t, std::size_t>> from_boss;  // a line's two directions follow each other, the boss's first
    for (const DirectedTie& tie : model.ties) {
        graph.add_tie(tie.from, tie.to, tie.strength);
        if (tie.relation != Relation::reports_to) continue;
        if (from_boss.contains({tie.to, tie.from})) graph.add_report(tie.from, tie.to);
        else from_boss.insert({tie.from, tie.to});
    }
    for (std::size_t i = 0; i < model.people_count(); ++i)
        if (const double decides = formal_right(model, i).decides; decides > 0) graph.add_decider(i, decides);
    return graph;
}

}  // namespace buygraph
