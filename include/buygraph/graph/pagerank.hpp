#pragma once

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "ties.hpp"

namespace buygraph::graph {

/// When an iteration ends.
struct IterationOptions {
    double tolerance = 1e-12;        ///< of the residual, 0 or more
    std::size_t most_steps = 10000;  ///< the cap
};

/// A measure found by iteration, and how well.
struct IteratedMeasure {
    std::vector<double> values;  ///< n
    bool converged = false;      ///< the residual came down to the tolerance before the cap
    double residual = 0;         ///< what the last step left; each measure says in which unit
    std::size_t steps = 0;
};

namespace detail {

inline void require_iteration(const IterationOptions& options) {
    if (!(options.tolerance >= 0)) throw InputError("tolerance", number_text(options.tolerance), "0 or more");
}

}  // namespace detail

/// PageRank: how often one is met by somebody who walks along ties at random and now and then starts anew anywhere.
///
/// Normalised: values add to 1. Directed: the walk goes from → to, so standing flows to those at whom ties point (as in networkx and igraph); for whose word
/// carries, on ties that say who sways whom, give `reversed(ties)`. Weighted: a tie is taken in proportion to its weight; positive ties only.
/// From one without outgoing ties (dangling) the walk starts anew. A tie to oneself counts. The residual is the L1 norm of the last change.
///
/// \param damping  [0, 1): chance of walking on
/// \throws InputError  damping out of range
/// Cost: steps · (people + ties); about log tolerance / log damping steps (170 for 1e-12 at 0.85). Source: Brin and Page 1998, doi:10.1016/S0169-7552(98)00110-X.
[[nodiscard]] inline IteratedMeasure pagerank(const Ties& given, double damping = 0.85, const IterationOptions& options = {}) {
    if (!(damping >= 0 && damping < 1)) throw InputError("damping", number_text(damping), "a number from 0 to 1, without 1");
    detail::require_iteration(options);
    const Ties ties = positive(given);
    const std::size_t n = ties.people();
    if (n == 0) return {.values = {}, .converged = true};

    std::vector<double> outgoing(n, 0);
    for (const Tie& tie : ties.all()) outgoing[tie.from] += tie.weight;
    const double even = 1 / static_cast<double>(n);
    IteratedMeasure result{.values = std::vector<double>(n, even)};
    std::vector<double> next(n);
    while (!result.converged && result.steps < options.most_steps) {
        double dangling = 0;
        for (std::size_t i = 0; i < n; ++i)
            if (outgoing[i] == 0) dangling += result.values[i];
        std::fill(next.begin(), next.end(), even * (1 - damping + damping * dangling));
        for (const Tie& tie : ties.all()) next[tie.to] += damping * result.values[tie.from] * (tie.weight / outgoing[tie.from]);
        result.residual = 0;
        for (std::size_t i = 0; i < n; ++i) result.residual += std::abs(next[i] - result.values[i]);
        std::swap(result.values, next);
        ++result.steps;
        result.converged = result.residual <= options.tolerance;
    }
    return result;
}

}  // namespace buygraph::graph
