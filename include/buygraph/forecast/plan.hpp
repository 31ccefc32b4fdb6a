#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "../model/decision_model.hpp"
#include "../numbers/sort_stably.hpp"
#include "factor.hpp"

namespace buygraph::forecasting {

/// How the random dimensions of a forecast are used: first the joint attitudes, by falling variance, then the ties, by falling effect.
struct WorldPlan {
    Matrix factor;                  ///< 2·n·m × rank
    std::vector<std::size_t> pivots; ///< the attitude with which each column of the factor begins
    std::vector<std::size_t> ties;  ///< the uncertain ties of the model, in order of their dimensions

    [[nodiscard]] std::size_t dimensions() const { return factor.columns + ties.size(); }
};

/// The covariance of the attitudes that the decision compares. Nobody weighs the status quo against a vendor at the vendor gate, so that
/// its attitudes there need no random dimensions.
[[nodiscard]] inline Matrix compared(const DecisionModel& model, Matrix covariance) {
    for (std::size_t person = 0; person < model.people_count(); ++person) {
        const std::size_t idle = model.index()(1, person, 0);
        for (std::size_t other = 0; other < covariance.rows; ++other) covariance(idle, other) = covariance(other, idle) = 0;
    }
    return covariance;
}

/// \param attitudes  covariance of the 2·n·m attitudes
/// \param with_ties  false: the ties stay at their mean
[[nodiscard]] inline WorldPlan plan_worlds(const DecisionModel& model, const Matrix& attitudes, bool with_ties) {
    PivotedFactor factor = pivoted_factor(compared(model, attitudes));
    WorldPlan plan{std::move(factor.matrix), std::move(factor.pivots), {}};
    const auto effect = [&](std::size_t tie) { return model.susceptibility[model.ties[tie].to] * std::abs(model.ties[tie].strength) * model.ties[tie].sd; };
    for (std::size_t tie = 0; tie < model.ties.size() && with_ties; ++tie)
        if (effect(tie) > 0) plan.ties.push_back(tie);
    numbers::sort_stably(plan.ties, [&](std::size_t left, std::size_t right) { return effect(left) > effect(right) * (1 + 1e-9); });
    return plan;
}

/// A plan that several forecasts of a model have in common: among hundreds of people it costs as much as some of them.
using SharedPlan = std::shared_ptr<const WorldPlan>;

[[nodiscard]] inline SharedPlan shared_plan(const DecisionModel& model) { return std::make_shared<const WorldPlan>(plan_worlds(model, covariance(model), true)); }

}  // namespace buygraph::forecasting
