#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "../numbers/sample.hpp"

namespace buygraph::decision {

/// Chance that those who say yes hold at least `needed` votes, everybody deciding by himself: exact, by dynamic programming over
/// the number of votes.
///
/// \param yes    chance of a yes, one for each person
/// \param votes  whole votes, one for each person
/// \param state  scratch, at least needed + 1 long
/// Cost: O(people · needed).
template <numbers::Number Real>
[[nodiscard]] Real chance_of_votes(std::span<const Real> yes, std::span<const int> votes, int needed, std::span<Real> state) {
    const auto top = static_cast<std::size_t>(needed);  // state[v]: chance of exactly v votes so far; state[top]: of that many or more
    std::fill(state.begin(), state.begin() + needed + 1, Real(0));
    state[0] = Real(1);
    for (std::size_t i = 0; i < votes.size(); ++i) {
        const auto own = static_cast<std::size_t>(votes[i]);
        if (own == 0) continue;
        for (std::size_t have = top; have-- > 0;) {
            const std::size_t then = std::min(top, have + own);
            state[then] += state[have] * yes[i];
            state[have] = state[have] * (Real(1) - yes[i]);
        }
    }
    return state[top];
}

/// 1 + u + … + u^(rounds−1): how often an outcome of one ballot comes about when ballots without result are repeated.
template <numbers::Number Real>
[[nodiscard]] Real repeated(const Real& unfinished, int rounds) {
    Real sum(1);
    for (int round = 1; round < rounds; ++round) sum = Real(1) + unfinished * sum;
    return sum;
}

}  // namespace buygraph::decision
