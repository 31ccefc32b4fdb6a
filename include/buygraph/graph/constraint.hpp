#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ties.hpp"

namespace buygraph::graph {

/// Burt's constraint of everybody: how far all of one's contacts are tied to each other, so that he has nothing to broker. Nothing for one without contacts.
///
/// c_i = Σ_j (p_ij + Σ_q p_iq p_qj)², p_ij the share that j has of all that i gives and gets. Small is free: k contacts who do not know each other give 1 / k; above 1 is
/// possible in groups of two or three. Directed ties count by both directions together. Weighted; positive ties only; ties to oneself are left out.
/// Cost: O(people · contacts²). Source: Burt 1992, Structural Holes; Burt 2004, doi:10.1086/421787.
[[nodiscard]] inline std::vector<std::optional<double>> constraint(const Ties& given) {
    const std::size_t n = given.people();
    std::vector<Tie> both;
    for (const Tie& tie : given.all()) {
        if (tie.weight <= 0 || tie.from == tie.to) continue;
        both.push_back(tie);
        both.push_back({tie.to, tie.from, tie.weight});
    }
    const Ties mutual(n, both);
    std::vector<double> all(n, 0);
    for (const Tie& tie : mutual.all()) all[tie.from] += tie.weight;

    std::vector<std::optional<double>> result(n);
    std::vector<double> invested(n, 0);
    for (std::size_t person = 0; person < n; ++person) {
        if (all[person] == 0) continue;
        for (const Tie& tie : mutual.from(person)) {
            const double share = tie.weight / all[person];
            invested[tie.to] += share;
            for (const Tie& next : mutual.from(tie.to)) invested[next.to] += share * next.weight / all[tie.to];
        }
        double sum = 0;
        for (const Tie& tie : mutual.from(person)) sum += invested[tie.to] * invested[tie.to];
        result[person] = sum;
        for (const Tie& tie : mutual.from(person)) {
            invested[tie.to] = 0;
            for (const Tie& next : mutual.from(tie.to)) invested[next.to] = 0;
        }
    }
    return result;
}

}  // namespace buygraph::graph
