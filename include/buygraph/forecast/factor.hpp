#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

#include "../influence/matrix.hpp"

namespace buygraph::forecasting {

/// F with F Fᵀ = C for a covariance C that may be singular: pivoted Cholesky, the largest remaining variance first.
///
/// Columns come by falling importance, which is the order in which a quasi-random sequence is best in its dimensions. Of equal
/// variances (to one in 10^9) the one that stands first is taken, so that rounding does not decide. Stops at 10^−12 of the largest.
/// Returns size × rank. Cost: size² · rank.
[[nodiscard]] inline Matrix pivoted_factor(const Matrix& covariance) {
    const std::size_t size = covariance.rows;
    std::vector<double> left(size);
    for (std::size_t i = 0; i < size; ++i) left[i] = std::max(0.0, covariance(i, i));
    const double greatest = size ? *std::max_element(left.begin(), left.end()) : 0;
    std::vector<std::vector<double>> columns;
    while (columns.size() < size) {
        const double most = *std::max_element(left.begin(), left.end());
        if (!(most > 1e-12 * greatest)) break;
        const auto chosen = std::find_if(left.begin(), left.end(), [&](double variance) { return variance >= most * (1 - 1e-9); });
        const auto pivot = static_cast<std::size_t>(chosen - left.begin());
        const double root = std::sqrt(left[pivot]);
        std::vector<double> column(size);
        for (std::size_t i = 0; i < size; ++i) {
            double rest = covariance(i, pivot);
            for (const auto& earlier : columns) rest -= earlier[i] * earlier[pivot];
            column[i] = left[i] > 0 ? rest / root : 0;
        }
        column[pivot] = root;
        for (std::size_t i = 0; i < size; ++i) left[i] = i == pivot ? 0 : std::max(0.0, left[i] - column[i] * column[i]);
        columns.push_back(std::move(column));
    }
    Matrix factor(size, columns.size());
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t c = 0; c < columns.size(); ++c) factor(i, c) = columns[c][i];
    return factor;
}

}  // namespace buygraph::forecasting
