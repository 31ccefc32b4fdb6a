#pragma once

#include "../separate.hpp"
#include "decision_model.hpp"

namespace buygraph {

/// Fills what follows from ties, susceptibilities, votes and P(d): the control matrix at the mean ties, the votes needed, and whose pull
/// counts in the conflict. To be called whenever one of them has changed.
BUYGRAPH_HEAVY void derive(DecisionModel& model);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_RIGHTS)

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

#include "../decision/votes_needed.hpp"
#include "../influence/network.hpp"
#include "../influence/solve.hpp"
#include "change_rule.hpp"
#include "raw_ties.hpp"

namespace buygraph {

namespace detail {

[[nodiscard]] inline Matrix mean_control(const DecisionModel& model) {
    const std::size_t n = model.people_count();
    Matrix system(n, n), right(n, n);
    influence::assemble_system<double>(raw_ties(model).values, model.susceptibility, system.values);
    for (std::size_t i = 0; i < n; ++i) right(i, i) = 1 - model.susceptibility[i];
    influence::solve_dominant<double>(system.values, right.values, n, n);
    return right;
}

[[nodiscard]] inline std::vector<double> shares_of_votes(const std::vector<int>& votes) {
    const int total = std::accumulate(votes.begin(), votes.end(), 0);
    std::vector<double> share;
    for (const int own : votes) share.push_back(static_cast<double>(own) / std::max(1, total));
    return share;
}

/// ω under autocracy: |Σ_d P(d) V[d,i]|, normalised.
[[nodiscard]] inline std::vector<double> control_over_decision(const std::vector<double>& decides, const Matrix& control) {
    std::vector<double> voice(decides.size(), 0.0);
    double total = 0;
    for (std::size_t i = 0; i < voice.size(); ++i) {
        for (std::size_t d = 0; d < voice.size(); ++d) voice[i] += decides[d] * control(d, i);
        total += voice[i] = std::abs(voice[i]);
    }
    for (double& share : voice) share /= total;
    return voice;
}

}  // namespace detail

BUYGRAPH_HEAVY void derive(DecisionModel& model) {
    model.control = detail::mean_control(model);
    change_rule(model, [&](decision::DecisionRule& rule) {
        if (rule.counts_votes()) rule.votes_needed = decision::votes_needed(rule.rule, rule.quota, std::accumulate(rule.votes.begin(), rule.votes.end(), 0));
        if (!one_person_decides(rule.rule)) rule.decides = detail::shares_of_votes(rule.votes);
        rule.voice = rule.rule == Rule::autocracy ? detail::control_over_decision(rule.decides, model.control) : detail::shares_of_votes(rule.votes);
    });
}

}  // namespace buygraph

#endif
