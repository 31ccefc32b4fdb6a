#pragma once

#include <Eigen/LU>

#include <cmath>
#include <cstddef>
#include <span>
#include <string>

#include "../deal/number_text.hpp"
#include "../error.hpp"
#include "matrix.hpp"
#include "spectral_radius.hpp"

namespace buygraph::influence {

namespace detail {

inline void require_finite_square(const Matrix& matrix, const char* name) {
    if (matrix.rows == 0 || matrix.rows != matrix.columns)
        throw InputError(name, std::to_string(matrix.rows) + " × " + std::to_string(matrix.columns), "a square matrix of one row or more");
    for (std::size_t i = 0; i < matrix.rows; ++i)
        for (const double value : matrix.row(i))
            if (!std::isfinite(value)) throw InputError(std::string(name) + ", row " + std::to_string(i), number_text(value), "finite numbers");
}

}  // namespace detail

/// Where opinions on several topics come to rest when a belief about one topic bears on another: X = ΛW X Cᵀ + (I − Λ) U.
///
/// Choose it for topics linked by logic ("if the vendor is risky, the price matters less"); with C = I every topic settles on its own, as by `equilibrium`. Weights
/// and links may be negative. The rest point is reached from anywhere where the spectral radius of ΛW ⊗ C is below 1, which is the product of the two radii; this is checked.
///
/// \param influence       n × n, W[i,j] = weight that i gives j, himself included
/// \param susceptibility  n, in [0, 1]: 0 keeps his own opinions
/// \param logic           m × m, C[a,b] = how much the belief on topic b bears on topic a
/// \param opinions        n × m, the first opinions U
/// \throws InputError  a shape or number out of range, or no rest point: with the radius
/// Cost: (n·m)³/3. Source: Parsegov, Proskurnikov, Tempo and Friedkin 2017, doi:10.1109/TAC.2016.2613905.
[[nodiscard]] inline Matrix linked_beliefs(const Matrix& influence, std::span<const double> susceptibility, const Matrix& logic, const Matrix& opinions) {
    detail::require_finite_square(influence, "influence");
    detail::require_finite_square(logic, "logic");
    const std::size_t n = influence.rows, m = logic.rows;
    Matrix spread = influence;  // ΛW
    if (susceptibility.size() != n) throw InputError("susceptibility", std::to_string(susceptibility.size()) + " values", std::to_string(n) + ", one for each person");
    for (std::size_t i = 0; i < n; ++i) {
        if (!(susceptibility[i] >= 0 && susceptibility[i] <= 1)) throw InputError("susceptibility, person " + std::to_string(i), number_text(susceptibility[i]), "a number from 0 to 1");
        for (std::size_t j = 0; j < n; ++j) spread(i, j) *= susceptibility[i];
    }
    if (opinions.rows != n || opinions.columns != m)
        throw InputError("opinions", std::to_string(opinions.rows) + " × " + std::to_string(opinions.columns), std::to_string(n) + " × " + std::to_string(m) + ", people × topics");
    for (std::size_t i = 0; i < n; ++i)
        for (const double value : opinions.row(i))
            if (!std::isfinite(value)) throw InputError("opinions, row " + std::to_string(i), number_text(value), "finite numbers");

    const double radius = spectral_radius(spread) * spectral_radius(logic);
    if (!(radius < 1 - 1e-12)) throw InputError("logic", "a spectral radius of diag(s) W ⊗ C of " + number_text(radius), "a radius below 1, or opinions find no rest");

    const auto unknowns = static_cast<Eigen::Index>(n * m);  // X row by row
    Eigen::MatrixXd system = Eigen::MatrixXd::Identity(unknowns, unknowns);
    Eigen::VectorXd right(unknowns);
    const auto at = [m](std::size_t person, std::size_t topic) { return static_cast<Eigen::Index>(person * m + topic); };
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t a = 0; a < m; ++a) {
            for (std::size_t j = 0; j < n; ++j)
                for (std::size_t b = 0; b < m; ++b) system(at(i, a), at(j, b)) -= spread(i, j) * logic(a, b);
            right(at(i, a)) = (1 - susceptibility[i]) * opinions(i, a);
        }
    Matrix result(n, m);
    Eigen::Map<Eigen::VectorXd>(result.values.data(), unknowns) = system.partialPivLu().solve(right);
    return result;
}

}  // namespace buygraph::influence
