#pragma once

#include <Eigen/Eigenvalues>
#include <Eigen/LU>

#include <cmath>
#include <cstddef>
#include <span>
#include <string>

#include "../deal/number_text.hpp"
#include "../error.hpp"
#include "matrix.hpp"

namespace buygraph::influence {

namespace detail {

using Square = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

[[nodiscard]] inline Square finite_square(const Matrix& matrix, const char* name) {
    if (matrix.rows == 0 || matrix.rows != matrix.columns)
        throw InputError(name, std::to_string(matrix.rows) + " × " + std::to_string(matrix.columns), "a square matrix of one row or more");
    for (std::size_t i = 0; i < matrix.rows; ++i)
        for (const double value : matrix.row(i))
            if (!std::isfinite(value)) throw InputError(std::string(name) + ", row " + std::to_string(i), number_text(value), "finite numbers");
    const auto size = static_cast<Eigen::Index>(matrix.rows);
    return Eigen::Map<const Square>(matrix.values.data(), size, size);
}

[[nodiscard]] inline double spectral_radius(const Square& matrix) { return Eigen::EigenSolver<Square>(matrix, false).eigenvalues().cwiseAbs().maxCoeff(); }

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
    detail::Square spread = detail::finite_square(influence, "influence");
    const detail::Square links = detail::finite_square(logic, "logic");
    const std::size_t n = influence.rows, m = logic.rows;
    if (susceptibility.size() != n) throw InputError("susceptibility", std::to_string(susceptibility.size()) + " values", std::to_string(n) + ", one for each person");
    for (std::size_t i = 0; i < n; ++i) {
        if (!(susceptibility[i] >= 0 && susceptibility[i] <= 1)) throw InputError("susceptibility, person " + std::to_string(i), number_text(susceptibility[i]), "a number from 0 to 1");
        spread.row(static_cast<Eigen::Index>(i)) *= susceptibility[i];
    }
    if (opinions.rows != n || opinions.columns != m)
        throw InputError("opinions", std::to_string(opinions.rows) + " × " + std::to_string(opinions.columns), std::to_string(n) + " × " + std::to_string(m) + ", people × topics");
    for (std::size_t i = 0; i < n; ++i)
        for (const double value : opinions.row(i))
            if (!std::isfinite(value)) throw InputError("opinions, row " + std::to_string(i), number_text(value), "finite numbers");

    const double radius = detail::spectral_radius(spread) * detail::spectral_radius(links);
    if (!(radius < 1 - 1e-12)) throw InputError("logic", "a spectral radius of diag(s) W ⊗ C of " + number_text(radius), "a radius below 1, or opinions find no rest");

    const auto people = static_cast<Eigen::Index>(n), topics = static_cast<Eigen::Index>(m);
    detail::Square system = detail::Square::Identity(people * topics, people * topics);
    Eigen::VectorXd right(people * topics);
    for (Eigen::Index i = 0; i < people; ++i) {
        for (Eigen::Index j = 0; j < people; ++j) system.block(i * topics, j * topics, topics, topics) -= spread(i, j) * links;
        for (Eigen::Index a = 0; a < topics; ++a) right(i * topics + a) = (1 - susceptibility[static_cast<std::size_t>(i)]) * opinions(static_cast<std::size_t>(i), static_cast<std::size_t>(a));
    }
    Matrix result(n, m);
    Eigen::Map<Eigen::VectorXd>(result.values.data(), people * topics) = system.partialPivLu().solve(right);
    return result;
}

}  // namespace buygraph::influence
