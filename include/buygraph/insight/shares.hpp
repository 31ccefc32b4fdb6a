#pragma once

#include <array>
#include <cstddef>
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
/// As if the network were solved anew without the tie, at the mean ties; the attitudes before people talk stay. A tie changes a row of the
/// system or two, so that its inverse serves all. Cost: ties · (n + ties). Digits are lost as
/// susceptibilities come near 1: at 0.999 ten are left. Source: Woodbury 1950, Inverting modified matrices.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<TieShare> tie_shares(const DecisionModel& model, const Explanation& explanation);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_INSIGHT)

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
    std::vector<double> after(n, 0.0);  // everybody's lead once people have talked
    for (std::size_t p = 0; p < n; ++p) {
        const double before = model.belief.mean[model.index()(explanation.gate, p, model.ours)] - model.belief.mean[model.index()(explanation.gate, p, explanation.rival)];
        for (std::size_t i = 0; i < n; ++i) after[i] += model.control(i, p) * before;
    }
    const auto inverse = [&](std::size_t i, std::size_t p) { return model.control(i, p) / (1 - model.susceptibility[p]); };

    std::vector<TieShare> shares;
    std::vector<double> raw(n), without(n);
    std::array<std::vector<double>, 2> changes{std::vector<double>(n), std::vector<double>(n)};  // of rows of the system
    for (std::size_t t = 0; t < model.ties.size(); ++t) {
        const DirectedTie& tie = model.ties[t];
        const auto belongs = [&](const DirectedTie& other) {
            if (tie.record) return other.record == tie.record;
            return !other.record && ((other.from == tie.from && other.to == tie.to) || (other.from == tie.to && other.to == tie.from));
        };
        bool seen = false;
        for (std::size_t earlier = 0; earlier < t; ++earlier) seen = seen || belongs(model.ties[earlier]);
        if (seen) continue;
        const std::array<std::size_t, 2> rows{tie.to, tie.from};
        for (std::size_t r = 0; r < 2; ++r) {
            const auto row = [&](bool cut, std::vector<double>& system) {
                raw.assign(n, 0.0);
                for (const DirectedTie& other : model.ties)
                    if (other.to == rows[r] && !(cut && belongs(other))) raw[other.from] += other.strength;
                influence::assemble_row<double>(rows[r], raw, model.susceptibility[rows[r]], system);
            };
            row(true, without);
            row(false, changes[r]);
            for (std::size_t j = 0; j < n; ++j) changes[r][j] = without[j] - changes[r][j];
        }
        // x' = x − Z (1 + D Z)⁻¹ D x, with the changed rows D and the columns Z of the inverse.
        std::array<double, 2> moved{}, eyes{};
        std::array<std::array<double, 2>, 2> system{{{1, 0}, {0, 1}}};
        for (std::size_t j = 0; j < n; ++j)
            for (std::size_t r = 0; r < 2; ++r) {
                moved[r] += changes[r][j] * after[j];
                eyes[r] += explanation.eyes[j] * inverse(j, rows[r]);
                for (std::size_t c = 0; c < 2; ++c) system[r][c] += changes[r][j] * inverse(j, rows[c]);
            }
        const double determinant = system[0][0] * system[1][1] - system[0][1] * system[1][0];
        const double share = (eyes[0] * (system[1][1] * moved[0] - system[0][1] * moved[1]) + eyes[1] * (system[0][0] * moved[1] - system[1][0] * moved[0])) / determinant;
        shares.push_back({tie.from, tie.to, tie.relation, tie.record, share});
    }
    return shares;
}

}  // namespace buygraph

#endif
