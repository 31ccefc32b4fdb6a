#pragma once

#include <memory>
#include <utility>

#include "../decision/rule.hpp"
#include "decision_model.hpp"

namespace buygraph {

/// Changes the rule of one model: models share theirs until one is changed. Whoever changes votes or P(d) calls `derive` after it.
template <class Change>
void change_rule(DecisionModel& model, Change change) {
    auto rule = std::make_shared<decision::DecisionRule>(*model.rule);
    change(*rule);
    model.rule = std::move(rule);
}

}  // namespace buygraph
