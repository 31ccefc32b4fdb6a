#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "../model/decision_model.hpp"
#include "../separate.hpp"

namespace buygraph {

/// Whether somebody decides or has to approve: he may be the decider, his vote counts under the rule, or he holds a veto.
[[nodiscard]] BUYGRAPH_HEAVY bool decides_or_approves(const DecisionModel& model, std::size_t person);

/// The people who matter most, by index: who decides under the rule, who holds a veto, and who has at least a fifth of the greatest decision influence.
///
/// \param influence  n, signed: Σ_g dP(ours)/dA_g[p,ours]
[[nodiscard]] BUYGRAPH_HEAVY std::vector<std::size_t> key_people(const DecisionModel& model, const std::vector<double>& influence);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_BLIND_SPOTS)

#include "../model/formal_right.hpp"

namespace buygraph {

BUYGRAPH_HEAVY bool decides_or_approves(const DecisionModel& model, std::size_t person) {
    const FormalRight right = formal_right(model, person);
    return right.veto || deciding_eyes(model)[person] > 0 || (right.votes > 0 && rule_of(model) != Rule::autocracy);
}

BUYGRAPH_HEAVY std::vector<std::size_t> key_people(const DecisionModel& model, const std::vector<double>& influence) {
    double greatest = 0;
    for (const double one : influence) greatest = std::max(greatest, std::abs(one));
    std::vector<std::size_t> key;
    for (std::size_t i = 0; i < model.people_count(); ++i)
        if (decides_or_approves(model, i) || (greatest > 0 && std::abs(influence[i]) >= 0.2 * greatest)) key.push_back(i);
    return key;
}

}  // namespace buygraph

#endif
