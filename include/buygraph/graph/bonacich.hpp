#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include "eigenvector.hpp"

namespace buygraph::graph {

namespace detail {

/// Gauss's elimination with the largest pivot of each column, or with the diagonal as it comes; false where a pivot is not positive (diagonal) or 0.
[[nodiscard]] inline bool eliminate(std::vector<double>& matrix, std::vector<double>& right, bool diagonal) {
    const std::size_t n = right.size();
    for (std::size_t k = 0; k < n; ++k) {
        std::size_t best = k;
        if (!diagonal)
            for (std::size_t i = k + 1; i < n; ++i)
                if (std::abs(matrix[i * n + k]) > std::abs(matrix[best * n + k])) best = i;
        if (best != k) {
            for (std::size_t j = k; j < n; ++j) std::swap(matrix[k * n + j], matrix[best * n + j]);
            std::swap(right[k], right[best]);
        }
        const double pivot = matrix[k * n + k];
        if (!(diagonal ? pivot > 1e-13 : pivot != 0)) return false;
        for (std::size_t i = k + 1; i < n; ++i) {
            const double factor = matrix[i * n + k] / pivot;
            if (factor == 0) continue;
            for (std::size_t j = k; j < n; ++j) matrix[i * n + j] -= factor * matrix[k * n + j];
            right[i] -= factor * right[k];
        }
    }
    for (std::size_t k = n; k-- > 0;) {
        for (std::size_t j = k + 1; j < n; ++j) right[k] -= matrix[k * n + j] * right[j];
        right[k] /= matrix[k * n + k];
    }
    return true;
}

/// I − βR, row by row.
[[nodiscard]] inline std::vector<double> attenuated(const Ties& ties, double beta) {
    const std::size_t n = ties.people();
    std::vector<double> matrix(n * n, 0);
    for (std::size_t i = 0; i < n; ++i) matrix[i * n + i] = 1;
    for (const Tie& tie : ties.all()) matrix[tie.from * n + tie.to] -= beta * tie.weight;
    return matrix;
}

}  // namespace detail

/// Bonacich's power centrality: one has power through those to whom he is tied, c_i = Σ_j weight(i → j) (α + β c_j).
///
/// β > 0: ties to the powerful give power, the nearer to 1 / λ the farther the network counts; 0: his strength alone; β < 0: ties to the powerless give power (bargaining).
/// Normalised: the squares add to n, α chosen so; without a positive tie everybody has 0. Directed: it counts whom he sways, from → to. Weighted; positive ties only; a tie to oneself counts.
/// Solved by elimination, nothing is iterated. That |β| < 1 / λ is tested exactly: I − |β|R must have positive pivots, as an M-matrix has.
///
/// \param beta  |β| below 1 / λ, λ the largest eigenvalue of the matrix of weights; any number where no ties run in a circle
/// \throws InputError  β out of range, with 1 / λ
/// Cost: people³. Source: Bonacich 1987, doi:10.1086/228631; M-matrices: Berman and Plemmons 1994, doi:10.1137/1.9781611971262.
[[nodiscard]] inline std::vector<double> bonacich(const Ties& given, double beta) {
    const Ties ties = positive(given);
    const std::size_t n = ties.people();
    std::vector<double> strength(n, 0);
    for (const Tie& tie : ties.all()) strength[tie.from] += tie.weight;

    std::vector<double> power = strength;
    auto matrix = detail::attenuated(ties, std::abs(beta));
    if (!std::isfinite(beta) || !detail::eliminate(matrix, power, true)) {
        const double limit = 1 / eigenvector(ties).eigenvalue;
        throw InputError("beta", number_text(beta), "a number between -1/λ and 1/λ, λ the largest eigenvalue of the ties: 1/λ is about " + number_text(std::round(limit * 1e6) / 1e6));
    }
    if (beta < 0) {
        power = strength;
        matrix = detail::attenuated(ties, beta);
        (void)detail::eliminate(matrix, power, false);
    }

    double squares = 0;
    for (const double value : power) squares += value * value;
    if (squares > 0)
        for (double& value : power) value *= std::sqrt(static_cast<double>(n) / squares);
    return power;
}

}  // namespace buygraph::graph
