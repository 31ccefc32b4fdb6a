#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "pagerank.hpp"

namespace buygraph::graph {

/// Eigenvector centrality, and the eigenvalue that belongs to it.
struct EigenvectorCentrality : IteratedMeasure {
    double eigenvalue = 0;  ///< the largest of the matrix of weights
};

/// Eigenvector centrality: one is central to whom the central are tied; the vector of the largest eigenvalue, x_i = Σ_j weight(j → i) x_j / λ.
///
/// Normalised: the squares add to 1, values are not negative. Directed: the left vector, standing flows from → to (networkx's); for whose word
/// carries, on ties that say who sways whom, give `reversed(ties)`. Weighted; positive ties only; a tie to oneself counts. Without a positive tie everybody has 0.
/// Meant for networks where everybody is reached from everybody. Elsewhere only the part with the largest eigenvalue and what it leads to have
/// values, and where no ties run in a circle there is no such vector: the iteration then does not converge, and says so.
///
/// Power iteration from equal values on the matrix plus half of a first guess of λ, so that circles of two do not swing. The residual is |xA − λx| / λ.
/// \throws InputError  a tolerance out of range
/// Cost: steps · (people + ties). Source: Bonacich 1972, doi:10.1080/0022250X.1972.9989806.
[[nodiscard]] inline EigenvectorCentrality eigenvector(const Ties& given, const IterationOptions& options = {}) {
    detail::require_iteration(options);
    const Ties ties = positive(given);
    const std::size_t n = ties.people();
    EigenvectorCentrality result;
    result.values.assign(n, 0);
    if (ties.all().empty()) {
        result.converged = true;
        return result;
    }

    std::vector<double>& x = result.values;
    std::vector<double> image(n);
    x.assign(n, 1 / std::sqrt(static_cast<double>(n)));
    double shift = 0;
    while (!result.converged && result.steps < options.most_steps) {
        std::fill(image.begin(), image.end(), 0.0);
        for (const Tie& tie : ties.all()) image[tie.to] += tie.weight * x[tie.from];
        double rayleigh = 0, size = 0, left = 0;
        for (std::size_t i = 0; i < n; ++i) rayleigh += x[i] * image[i], size += image[i] * image[i];
        if (result.steps == 0) shift = std::sqrt(size) / 2;
        for (std::size_t i = 0; i < n; ++i) left += (image[i] - rayleigh * x[i]) * (image[i] - rayleigh * x[i]);
        result.eigenvalue = rayleigh;
        result.residual = std::sqrt(left) / rayleigh;
        ++result.steps;
        result.converged = result.residual <= options.tolerance;
        if (result.converged) break;

        double norm = 0;
        for (std::size_t i = 0; i < n; ++i) image[i] += shift * x[i], norm += image[i] * image[i];
        for (std::size_t i = 0; i < n; ++i) x[i] = image[i] / std::sqrt(norm);
    }
    return result;
}

}  // namespace buygraph::graph
