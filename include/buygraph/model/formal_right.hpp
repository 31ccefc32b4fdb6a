#pragma once

#include <cstddef>
#include <vector>

#include "../separate.hpp"
#include "decision_model.hpp"

namespace buygraph {

/// What one person has by right in the decision, whatever anybody wants or whom he sways.
struct FormalRight {
    double decides;  ///< P(he decides) under autocracy and consent, his share of the votes under the other rules
    int votes;
    bool veto;
    bool operator==(const FormalRight&) const = default;
};

[[nodiscard]] BUYGRAPH_HEAVY FormalRight formal_right(const DecisionModel& model, std::size_t person);

[[nodiscard]] BUYGRAPH_HEAVY Rule rule_of(const DecisionModel& model);

/// Under autocracy and consent.
[[nodiscard]] inline bool one_person_decides(const DecisionModel& model) { return one_person_decides(rule_of(model)); }

/// Through whose eyes a deal is looked at, n: the deciders by their chances, or those with a voice under voting rules.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<double> deciding_eyes(const DecisionModel& model);

/// \name The model with other rights
/// What follows from them is derived again.
///@{
[[nodiscard]] BUYGRAPH_HEAVY DecisionModel decided_by(DecisionModel model, std::size_t person);  ///< he is the one who decides
[[nodiscard]] BUYGRAPH_HEAVY DecisionModel without_veto(DecisionModel model, std::size_t person);
///@}

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_RIGHTS)

#include <algorithm>

#include "change_rule.hpp"
#include "derived.hpp"

namespace buygraph {

BUYGRAPH_HEAVY FormalRight formal_right(const DecisionModel& model, std::size_t person) { return {model.rule->decides[person], model.rule->votes[person], model.rule->veto[person]}; }

BUYGRAPH_HEAVY Rule rule_of(const DecisionModel& model) { return model.rule->rule; }

BUYGRAPH_HEAVY std::vector<double> deciding_eyes(const DecisionModel& model) { return one_person_decides(model) ? model.rule->decides : model.rule->voice; }

BUYGRAPH_HEAVY DecisionModel decided_by(DecisionModel model, std::size_t person) {
    change_rule(model, [&](decision::DecisionRule& rule) {
        std::fill(rule.decides.begin(), rule.decides.end(), 0.0);
        rule.decides[person] = 1;
    });
    derive(model);
    return model;
}

BUYGRAPH_HEAVY DecisionModel without_veto(DecisionModel model, std::size_t person) {
    change_rule(model, [&](decision::DecisionRule& rule) { rule.veto[person] = false; });
    return model;
}

}  // namespace buygraph

#endif
