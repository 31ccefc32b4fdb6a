#pragma once

#include <cstddef>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "../influence/network.hpp"
#include "../separate.hpp"
#include "contributions.hpp"

namespace buygraph {

/// What each person's terms add up to, n; together the margin.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<double> person_shares(const DecisionModel& model, const Explanation& explanation);

/// What each concern adds up to over all people, K; with `margin` less their sum for leanings, deviations and importances.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<double> concern_shares(const DecisionModel& model, const Explanation& explanation);

/// What the margin loses when a tie is cut: a record of the deal with all its directions, or a reporting line.
struct TieShare {
    std::size_t from, to;               ///< as the record says; for a reporting line the boss and the report
    Relation relation;
    std::optional<std::size_t> record;  ///< index of the deal's tie; none for a reporting line
    double share;                       ///< margin with the tie less the margin without it
};

/// The share of every tie in the margin, in the order of the model. They do not add up to anything: a path needs all its ties.
///
/// The network is solved anew without the tie, at the mean ties; the attitudes before people talk stay. Cost: ties · n³ / 3.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<TieShare> tie_shares(const DecisionModel& model, const Explanation& explanation);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_INSIGHT)

#include "../influence/solve.hpp"
#include "../model/raw_ties.hpp"

namespace buygraph {

BUYGRAPH_HEAVY std::vector<double> person_shares(const DecisionModel& model, const Explanation& explanation) {
    std::vector<double> share(model.people_count(), 0.0);
    for (const Contribution& term : explanation.contributions) share[term.person] += term.value;
    return share;
}

BUYGRAPH_HEAVY std::vector<double> concern_shares(const DecisionModel& model, const Explanation& explanation) {
    std::vector<double> share(model.table.concerns.size(), 0.0);
    for (const Contribution& term : explanation.contributions)
        if (term.concern) share[*term.concern] += term.value;
    return share;
}

BUYGRAPH_HEAVY std::vector<TieShare> tie_shares(const DecisionModel& model, const Explanation& explanation) {
    const std::size_t n = model.people_count();
    std::vector<double> lead(n);
    for (std::size_t p = 0; p < n; ++p) lead[p] = model.belief.mean[model.index()(explanation.gate, p, model.ours)] - model.belief.mean[model.index()(explanation.gate, p, explanation.rival)];
    const auto margin = [&](const DecisionModel& tied) {
        Matrix system(n, n);
        influence::assemble_system<double>(raw_ties(tied).values, tied.susceptibility, system.values);
        std::vector<double> after(n);
        for (std::size_t p = 0; p < n; ++p) after[p] = (1 - tied.susceptibility[p]) * lead[p];
        influence::solve_dominant<double>(system.values, after, n, 1);
        return std::inner_product(after.begin(), after.end(), explanation.eyes.begin(), 0.0);
    };
    const double whole = margin(model);
    std::vector<TieShare> shares;
    DecisionModel without = model;  // copied once: it is large
    for (std::size_t t = 0; t < model.ties.size(); ++t) {
        const DirectedTie& tie = model.ties[t];
        const auto belongs = [&](const DirectedTie& other) {
            if (tie.record) return other.record == tie.record;
            return !other.record && ((other.from == tie.from && other.to == tie.to) || (other.from == tie.to && other.to == tie.from));
        };
        bool seen = false;
        for (std::size_t earlier = 0; earlier < t; ++earlier) seen = seen || belongs(model.ties[earlier]);
        if (seen) continue;
        for (DirectedTie& other : without.ties)
            if (belongs(other)) other.strength = 0;
        shares.push_back({tie.from, tie.to, tie.relation, tie.record, whole - margin(without)});
        without.ties = model.ties;
    }
    return shares;
}

}  // namespace buygraph

#endif
