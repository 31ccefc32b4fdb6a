#pragma once

#include "../separate.hpp"
#include "matrix.hpp"

namespace buygraph::influence {

/// The largest absolute value of an eigenvalue: below 1 exactly where the powers of the matrix die out.
///
/// \param matrix  square, of one row or more, finite; not looked at
/// Cost: about 10 n³. Source: Golub and Van Loan 2013, Matrix Computations, section 7.5 (Hessenberg form, then QR).
[[nodiscard]] BUYGRAPH_HEAVY double spectral_radius(const Matrix& matrix);

}  // namespace buygraph::influence

#if defined(BUYGRAPH_DEFINE_INFLUENCE)

#include <Eigen/Eigenvalues>

namespace buygraph::influence {

BUYGRAPH_HEAVY double spectral_radius(const Matrix& matrix) {
    const auto size = static_cast<Eigen::Index>(matrix.rows);
    const Eigen::MatrixXd transposed = Eigen::Map<const Eigen::MatrixXd>(matrix.values.data(), size, size);  // of the same eigenvalues
    return Eigen::EigenSolver<Eigen::MatrixXd>(transposed, false).eigenvalues().cwiseAbs().maxCoeff();
}

}  // namespace buygraph::influence

#endif
