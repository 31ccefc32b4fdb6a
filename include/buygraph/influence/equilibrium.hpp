#pragma once

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "../deal/number_text.hpp"
#include "../error.hpp"
#include "matrix.hpp"
#include "solve.hpp"

namespace buygraph::influence {

namespace detail {

inline void require_network(const Matrix& influence, std::span<const double> susceptibility) {
    const std::size_t n = influence.rows;
    if (n == 0 || influence.columns != n)
        throw InputError("influence", std::to_string(n) + " × " + std::to_string(influence.columns), "a square matrix of one person or more");
    if (susceptibility.size() != n)
        throw InputError("susceptibility", std::to_string(susceptibility.size()) + " values", std::to_string(n) + ", one for each person");
    for (std::size_t i = 0; i < n; ++i) {
        const std::string row = "influence, row " + std::to_string(i);
        if (!(susceptibility[i] >= 0 && susceptibility[i] < 1))
            throw InputError("susceptibility, person " + std::to_string(i), number_text(susceptibility[i]), "a number from 0 to 1, without 1");
        double attention = 0;
        for (const double weight : influence.row(i)) {
            if (!std::isfinite(weight)) throw InputError(row, number_text(weight), "finite numbers");
            attention += std::abs(weight);
        }
        if (attention > 1 + 1e-9) throw InputError(row, "absolute weights that add to " + number_text(attention), "at most 1");
    }
}

inline void require_attitudes(const Matrix& influence, const Matrix& attitudes) {
    if (attitudes.rows != influence.rows || attitudes.columns == 0)
        throw InputError("attitudes", std::to_string(attitudes.rows) + " rows", std::to_string(influence.rows) + ", one for each person, and a column or more");
    for (std::size_t i = 0; i < attitudes.rows; ++i)
        for (const double value : attitudes.row(i))
            if (!std::isfinite(value)) throw InputError("attitudes, row " + std::to_string(i), number_text(value), "finite numbers");
}

[[nodiscard]] inline Matrix solve(const Matrix& influence, std::span<const double> susceptibility, Matrix right) {
    const std::size_t n = influence.rows;
    Matrix system(n, n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) system(i, j) = (i == j ? 1 : 0) - susceptibility[i] * influence(i, j);
        for (std::size_t j = 0; j < right.columns; ++j) right(i, j) *= 1 - susceptibility[i];
    }
    solve_dominant<double>(system.values, right.values, n, right.columns);
    return right;
}

}  // namespace detail

/// Where attitudes come to rest when everybody keeps weighing his own first attitude against the others': X = V A.
///
/// Signed weights are allowed: a negative one pulls towards the opposite of the other's attitude. With susceptibilities below 1 the
/// rest point exists, is the only one, and is reached from anywhere.
///
/// \param influence       n × n, W[i,j] = weight that i gives j, diagonal included; absolute values of a row add to at most 1
/// \param susceptibility  n, in [0, 1): 0 keeps his own attitude
/// \param attitudes       n × columns, one column for each offer
/// \throws InputError  naming the row
/// Cost: n³/3 + n² · columns. Source: Friedkin and Johnsen 1990; Parsegov et al. 2017, doi:10.1109/TAC.2016.2613905.
[[nodiscard]] inline Matrix equilibrium(const Matrix& influence, std::span<const double> susceptibility, const Matrix& attitudes) {
    detail::require_network(influence, susceptibility);
    detail::require_attitudes(influence, attitudes);
    return detail::solve(influence, susceptibility, attitudes);
}

/// The control matrix V = (I − ΛW)⁻¹ (I − Λ): V[i,p] is how much of i's final attitude comes from p.
///
/// Without negative weights and with rows of W that add to 1 every row of V adds to 1. Arguments and errors as `equilibrium`. Cost: 4n³/3.
[[nodiscard]] inline Matrix control_matrix(const Matrix& influence, std::span<const double> susceptibility) {
    detail::require_network(influence, susceptibility);
    Matrix identity(influence.rows, influence.rows);
    for (std::size_t i = 0; i < identity.rows; ++i) identity(i, i) = 1;
    return detail::solve(influence, susceptibility, identity);
}

/// The way there: X(0) = A, X(t+1) = ΛW X(t) + (I − Λ) A, for t = 0 to `steps`.
///
/// Arguments and errors as `equilibrium`. Cost: steps · n² · columns time; all steps are kept.
[[nodiscard]] inline std::vector<Matrix> path(const Matrix& influence, std::span<const double> susceptibility, const Matrix& attitudes, std::size_t steps) {
    detail::require_network(influence, susceptibility);
    detail::require_attitudes(influence, attitudes);
    std::vector<Matrix> states{attitudes};
    for (std::size_t step = 0; step < steps; ++step) {
        const Matrix& now = states.back();
        Matrix next(now.rows, now.columns);
        for (std::size_t i = 0; i < now.rows; ++i)
            for (std::size_t column = 0; column < now.columns; ++column) {
                double others = 0;
                for (std::size_t j = 0; j < now.rows; ++j) others += influence(i, j) * now(j, column);
                next(i, column) = susceptibility[i] * others + (1 - susceptibility[i]) * attitudes(i, column);
            }
        states.push_back(std::move(next));
    }
    return states;
}

}  // namespace buygraph::influence
