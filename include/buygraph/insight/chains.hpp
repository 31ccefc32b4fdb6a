#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <queue>
#include <vector>

#include "../separate.hpp"
#include "contributions.hpp"

namespace buygraph {

/// One way from a concern through people to the decision: "reliability → Liu → Chen → decision".
struct Chain {
    std::size_t concern;
    std::vector<std::size_t> people;  ///< from the one who has the concern to the one who decides
    double value;                     ///< what it carries of the margin, in units of attitude, signed
};

/// The strongest chains concern → person → … → decision behind a margin, by absolute value.
///
/// A chain carries C · (s_ours − s_rival) of its first person p times (1 − λ_p) / (1 − λ_p W_pp), times λ_i W_ij / (1 − λ_i W_ii) for each
/// step by which j moves i, times the share of the last. Only simple paths: all of them add up to most of V and not to all.
/// Best first, so no weaker path is followed; at most 100,000 paths are.
///
/// \param explanation  whose eyes, against whom, at which gate
/// \param most         how many chains
[[nodiscard]] BUYGRAPH_HEAVY std::vector<Chain> strongest_chains(const DecisionModel& model, const Explanation& explanation, std::size_t most = 10);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_INSIGHT)

#include "../model/raw_ties.hpp"

namespace buygraph {

namespace detail {

/// A path from somebody to a decider, found from its end.
struct OpenPath {
    std::vector<std::size_t> people;  ///< the decider first
    double carried;                   ///< share of the decider times the steps
    double bound;                     ///< no chain through here carries more than this

    bool operator<(const OpenPath& other) const { return bound < other.bound; }
};

}  // namespace detail

BUYGRAPH_HEAVY std::vector<Chain> strongest_chains(const DecisionModel& model, const Explanation& explanation, std::size_t most) {
    const std::size_t n = model.people_count(), concerns = model.table.concerns.size();
    const Matrix raw = raw_ties(model), &weights = model.prior.weights[explanation.gate];
    const MarginParts parts = margin_parts(model, explanation.rival, explanation.gate);
    std::vector<double> scale(n), own(n);  // of W, and its diagonal
    Matrix start(n, concerns);             // what a chain that begins with person and concern begins with
    double greatest = 0;
    for (std::size_t i = 0; i < n; ++i) {
        double attention = 0;
        for (std::size_t j = 0; j < n; ++j) attention += i == j ? 0 : std::abs(raw(i, j));
        scale[i] = 1 / std::max(1.0, attention);
        own[i] = 1 - attention * scale[i];
        const double lambda = model.susceptibility[i];
        for (std::size_t k = 0; k < concerns; ++k) {
            start(i, k) = (1 - lambda) / (1 - lambda * own[i]) * weights(i, k) * parts.score(i, k);
            greatest = std::max(greatest, std::abs(start(i, k)));
        }
    }

    std::priority_queue<detail::OpenPath> open;
    for (std::size_t d = 0; d < n; ++d)
        if (explanation.eyes[d] > 0) open.push({{d}, explanation.eyes[d], explanation.eyes[d] * greatest});
    std::vector<Chain> best;
    const auto weaker = [](const Chain& left, const Chain& right) { return std::abs(left.value) > std::abs(right.value); };
    for (std::size_t followed = 0; !open.empty() && followed < 100000; ++followed) {
        const detail::OpenPath path = open.top();
        open.pop();
        if (best.size() == most && path.bound <= std::abs(best.back().value)) break;
        const std::size_t first = path.people.back();
        for (std::size_t k = 0; k < concerns; ++k) {
            const double value = path.carried * start(first, k);
            if (value == 0 || (best.size() == most && std::abs(value) <= std::abs(best.back().value))) continue;
            Chain chain{k, {path.people.rbegin(), path.people.rend()}, value};
            best.insert(std::upper_bound(best.begin(), best.end(), chain, weaker), std::move(chain));
            if (best.size() > most) best.pop_back();
        }
        const double lambda = model.susceptibility[first], step = lambda / (1 - lambda * own[first]) * scale[first];
        for (std::size_t j = 0; j < n; ++j) {
            if (j == first || raw(first, j) == 0 || lambda == 0 || std::find(path.people.begin(), path.people.end(), j) != path.people.end()) continue;
            detail::OpenPath longer{path.people, path.carried * step * raw(first, j), 0};
            longer.people.push_back(j);
            longer.bound = std::abs(longer.carried) * greatest;
            open.push(std::move(longer));
        }
    }
    return best;
}

}  // namespace buygraph

#endif
