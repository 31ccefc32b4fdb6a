#pragma once

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "../deal/number_text.hpp"
#include "../error.hpp"
#include "../influence/matrix.hpp"
#include "votes.hpp"
#include "votes_needed.hpp"

namespace buygraph::decision {

/// What a group ends with.
struct GroupChoice {
    std::vector<double> probabilities;  ///< of each alternative
    double stalemate;                   ///< no alternative gets through; the rest to 1
};

namespace detail {

inline void require_choices(const Matrix& probabilities, std::span<const double> votes, Rule rule) {
    if (probabilities.rows == 0 || probabilities.columns == 0) throw InputError("probabilities", "nothing", "people × alternatives, one or more of each");
    if (votes.size() != probabilities.rows)
        throw InputError("votes", std::to_string(votes.size()) + " values", std::to_string(probabilities.rows) + ", one for each person");
    for (std::size_t i = 0; i < probabilities.rows; ++i) {
        double sum = 0;
        for (const double p : probabilities.row(i)) {
            if (!(p >= 0 && p <= 1)) throw InputError("probabilities, person " + std::to_string(i), number_text(p), "numbers from 0 to 1");
            sum += p;
        }
        if (std::abs(sum - 1) > 1e-9) throw InputError("probabilities, person " + std::to_string(i), "a sum of " + number_text(sum), "probabilities that add to 1");
    }
    double total = 0;
    const bool counted = rule == Rule::quota || rule == Rule::majority;
    for (std::size_t i = 0; i < votes.size(); ++i) {
        const bool whole = std::floor(votes[i]) == votes[i] && votes[i] <= 10000;
        if (!(votes[i] >= 0) || !std::isfinite(votes[i]) || (counted && !whole))
            throw InputError("votes, person " + std::to_string(i), number_text(votes[i]), counted ? "whole numbers from 0 to 10000" : "numbers of 0 or more");
        total += votes[i];
    }
    if (!(total > 0)) throw InputError("votes", "all 0", "votes of at least one person");
    if (!std::isfinite(total)) throw InputError("votes", "a sum of " + number_text(total), "votes with a finite sum");
}

}  // namespace detail

/// What a group chooses when each person's chances of preferring each alternative are known and everybody votes by himself.
///
/// weighted, autocracy and consent: the vote-weighted mean of the chances (Choffray and Lilien's weighted probability model; for the
/// other two the votes are the chances of being the one who decides). unanimity: they talk until all with a vote agree, Π p, normalised;
/// nobody left over unless no alternative is possible for all. quota and majority: the first ballot in which an alternative has
/// the votes, exact by dynamic programming, up to `rounds` ballots.
///
/// \param probabilities  people × alternatives, rows add to 1
/// \param votes          one for each person, ≥ 0; whole for quota and majority
/// \param quota          (0.5, 1], for the rule quota
/// \param rounds         ballots, ≥ 1, for quota and majority
/// \throws InputError  naming the person
/// Cost: O(people · alternatives), times the votes needed under quota and majority.
/// Source: Choffray and Lilien 1980, Market Planning for New Industrial Products, ch. 9.
[[nodiscard]] inline GroupChoice group_choice(const Matrix& probabilities, Rule rule, std::span<const double> votes, double quota = 2. / 3, int rounds = 1) {
    detail::require_choices(probabilities, votes, rule);
    if (!(quota > 0.5 && quota <= 1)) throw InputError("quota", number_text(quota), "a number from 0.5 to 1, without 0.5");
    if (rounds < 1) throw InputError("rounds", std::to_string(rounds), "1 or more");
    const std::size_t n = probabilities.rows, m = probabilities.columns;
    std::vector<double> chosen(m, 0.0);
    double total = 0;
    for (const double share : votes) total += share;

    if (rule == Rule::unanimity) {
        std::vector<double> logs(m, 0.0);
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < m && votes[i] > 0; ++j) logs[j] += std::log(probabilities(i, j));
        const double greatest = *std::max_element(logs.begin(), logs.end());
        if (!std::isfinite(greatest)) return {chosen, 1};
        double sum = 0;
        for (std::size_t j = 0; j < m; ++j) sum += chosen[j] = std::exp(logs[j] - greatest);
        for (double& p : chosen) p /= sum;
        return {chosen, 0};
    }
    if (rule != Rule::quota && rule != Rule::majority) {
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < m; ++j) chosen[j] += votes[i] / total * probabilities(i, j);
        return {chosen, 0};
    }
    const std::vector<int> whole(votes.begin(), votes.end());
    const int needed = votes_needed(rule, quota, static_cast<int>(total));
    std::vector<double> yes(n), state(static_cast<std::size_t>(needed) + 1);
    double unfinished = 1;
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t i = 0; i < n; ++i) yes[i] = probabilities(i, j);
        unfinished -= chosen[j] = chance_of_votes<double>(yes, whole, needed, state);
    }
    unfinished = std::max(0.0, unfinished);
    const double times = repeated(unfinished, rounds);
    double sum = 0;
    for (double& p : chosen) sum += p *= times;
    return {chosen, std::max(0.0, 1 - sum)};
}

}  // namespace buygraph::decision
