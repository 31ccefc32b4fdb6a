#pragma once

#include <memory>
#include <vector>

#include "../deal/deal.hpp"
#include "../separate.hpp"
#include "decision_model.hpp"

namespace buygraph {

/// How a group decides, everything defaulted but what `derive` fills.
/// \param votes, veto, decides  n each: as given or by roles; P(d) counts where one person decides
[[nodiscard]] BUYGRAPH_HEAVY std::shared_ptr<const decision::DecisionRule> decision_rule(const Decision& decision, std::vector<int> votes, std::vector<bool> veto, std::vector<double> decides);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_RIGHTS)

#include <utility>

#include "../decision/rule.hpp"

namespace buygraph {

BUYGRAPH_HEAVY std::shared_ptr<const decision::DecisionRule> decision_rule(const Decision& decision, std::vector<int> votes, std::vector<bool> veto, std::vector<double> decides) {
    decision::DecisionRule rule;
    rule.rule = decision.rule.value_or(rule.rule);
    rule.decides = std::move(decides);
    rule.votes = std::move(votes);
    rule.veto = std::move(veto);
    rule.quota = decision.quota.value_or(rule.quota);
    rule.rounds = decision.rounds.value_or(rule.rounds);
    rule.agreement = decision.agreement.value_or(rule.agreement);
    rule.veto_line = decision.veto_line.value_or(rule.veto_line);
    rule.veto_temperature = decision.veto_temperature.value_or(rule.veto_temperature);
    rule.temperature = decision.temperature.value_or(rule.temperature);
    rule.indecision = decision.indecision.value_or(rule.indecision);
    rule.conflict = decision.conflict.value_or(rule.conflict);
    return std::make_shared<const decision::DecisionRule>(std::move(rule));
}

}  // namespace buygraph

#endif
