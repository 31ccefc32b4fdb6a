#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "../separate.hpp"
#include "latent.hpp"

namespace buygraph {

/// One observed stance, ready for the update: a noisy reading of a final attitude.
struct Reading {
    std::size_t person = 0;
    std::size_t offer = 0;
    std::size_t gate = 1;       ///< 0: of X_1 (status quo), 1: of X_2 (a vendor's offer)
    double stance = 0;          ///< [−1, 1]
    double noise_variance = 0;  ///< aged, > 0
    std::size_t bias = 0;       ///< readings of one source on one offer share this number, and one error of bias_sd
};

/// The attitudes after the evidence, before the drift to the day of the decision.
struct AttitudeBelief {
    AttitudeIndex index{0, 0};
    std::vector<double> mean;                 ///< 2·n·m
    Matrix covariance;                        ///< (2·n·m)²
    std::vector<double> latent_mean;          ///< posterior mean of every prior latent
};

/// One exact Gaussian update of all errors with all readings at once; the order of the readings does not matter.
///
/// \param prior     attitudes before the evidence
/// \param readings  may be empty
/// \param control   V at the mean ties, n × n
/// \param bias_sd   of the error that readings of one source on one offer share
/// Cost: O(N² · R) for N = 2·n·m attitudes and R readings.
[[nodiscard]] BUYGRAPH_HEAVY AttitudeBelief update(const PriorAttitudes& prior, const AttitudeIndex& index, std::span<const Reading> readings, const Matrix& control, double bias_sd);

/// The covariances of the attitudes after the evidence if one group of errors were known to be at its posterior mean, by group. Arguments as for `update`, which costs a third of it.
[[nodiscard]] BUYGRAPH_HEAVY std::array<Matrix, error_groups> held_covariances(const PriorAttitudes& prior, const AttitudeIndex& index, std::span<const Reading> readings, const Matrix& control, double bias_sd);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_BELIEF)

#include <Eigen/Cholesky>

#include <algorithm>

namespace buygraph {

namespace detail {

using EigenMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

[[nodiscard]] inline Matrix from_eigen(const EigenMatrix& matrix) {
    Matrix result(static_cast<std::size_t>(matrix.rows()), static_cast<std::size_t>(matrix.cols()));
    std::copy(matrix.data(), matrix.data() + matrix.size(), result.values.begin());
    return result;
}

/// Prior covariance of the attitudes: Σ sd² · loading · loadingᵀ, over all errors but those of a group.
[[nodiscard]] inline EigenMatrix prior_covariance(const PriorAttitudes& prior, std::optional<ErrorGroup> without = {}) {
    const auto size = static_cast<Eigen::Index>(prior.mean.size());
    EigenMatrix covariance = EigenMatrix::Zero(size, size);
    for (const Latent& latent : prior.latents) {
        if (latent.group == without) continue;
        const double variance = latent.sd * latent.sd;
        for (const auto& [row, row_loading] : latent.loadings)
            for (const auto& [column, column_loading] : latent.loadings)
                covariance(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(column)) += variance * row_loading * column_loading;
    }
    return covariance;
}

/// One row for each reading: how it depends on the attitudes (a row of V at the reading's gate and offer).
[[nodiscard]] inline EigenMatrix reading_operator(const AttitudeIndex& index, std::span<const Reading> readings, const Matrix& control) {
    EigenMatrix rows = EigenMatrix::Zero(static_cast<Eigen::Index>(readings.size()), static_cast<Eigen::Index>(index.size()));
    for (std::size_t r = 0; r < readings.size(); ++r)
        for (std::size_t p = 0; p < index.people; ++p)
            rows(static_cast<Eigen::Index>(r), static_cast<Eigen::Index>(index(readings[r].gate, p, readings[r].offer))) = control(readings[r].person, p);
    return rows;
}

[[nodiscard]] inline EigenMatrix reading_noise(std::span<const Reading> readings, double bias_sd) {
    const auto count = static_cast<Eigen::Index>(readings.size());
    EigenMatrix noise = EigenMatrix::Zero(count, count);
    for (Eigen::Index r = 0; r < count; ++r)
        for (Eigen::Index q = 0; q < count; ++q) {
            const Reading &left = readings[static_cast<std::size_t>(r)], &right = readings[static_cast<std::size_t>(q)];
            if (left.bias == right.bias) noise(r, q) += bias_sd * bias_sd;
            if (r == q) noise(r, q) += left.noise_variance;
        }
    return noise;
}

/// P − P Gᵀ S⁻¹ G P with S = G P Gᵀ + noise.
[[nodiscard]] inline EigenMatrix updated_covariance(const EigenMatrix& prior, const EigenMatrix& rows, const EigenMatrix& noise) {
    if (rows.rows() == 0) return prior;
    const EigenMatrix cross = rows * prior;
    const EigenMatrix seen = cross * rows.transpose() + noise;
    const EigenMatrix half = seen.llt().matrixL().solve(cross);
    return prior - half.transpose() * half;
}

}  // namespace detail

BUYGRAPH_HEAVY AttitudeBelief update(const PriorAttitudes& prior, const AttitudeIndex& index, std::span<const Reading> readings, const Matrix& control, double bias_sd) {
    const detail::EigenMatrix whole = detail::prior_covariance(prior);
    const detail::EigenMatrix rows = detail::reading_operator(index, readings, control);
    const detail::EigenMatrix noise = detail::reading_noise(readings, bias_sd);

    AttitudeBelief belief{index, prior.mean, detail::from_eigen(detail::updated_covariance(whole, rows, noise)), std::vector<double>(prior.latents.size())};
    if (readings.empty()) return belief;

    const Eigen::Map<const Eigen::VectorXd> mean(prior.mean.data(), static_cast<Eigen::Index>(prior.mean.size()));
    Eigen::VectorXd surprise(static_cast<Eigen::Index>(readings.size()));
    for (std::size_t r = 0; r < readings.size(); ++r) surprise[static_cast<Eigen::Index>(r)] = readings[r].stance;
    surprise -= rows * mean;
    const detail::EigenMatrix seen = rows * whole * rows.transpose() + noise;
    const Eigen::VectorXd pull = rows.transpose() * seen.llt().solve(surprise);  // N: what the readings ask of each attitude

    for (std::size_t z = 0; z < prior.latents.size(); ++z) {
        const Latent& latent = prior.latents[z];
        double sum = 0;
        for (const auto& [at, loading] : latent.loadings) sum += loading * pull[static_cast<Eigen::Index>(at)];
        belief.latent_mean[z] = latent.sd * latent.sd * sum;
        for (const auto& [at, loading] : latent.loadings) belief.mean[at] += loading * belief.latent_mean[z];
    }
    return belief;
}

BUYGRAPH_HEAVY std::array<Matrix, error_groups> held_covariances(const PriorAttitudes& prior, const AttitudeIndex& index, std::span<const Reading> readings, const Matrix& control, double bias_sd) {
    const detail::EigenMatrix rows = detail::reading_operator(index, readings, control), noise = detail::reading_noise(readings, bias_sd);
    std::array<Matrix, error_groups> held;
    for (std::size_t g = 0; g < error_groups; ++g) held[g] = detail::from_eigen(detail::updated_covariance(detail::prior_covariance(prior, static_cast<ErrorGroup>(g)), rows, noise));
    return held;
}

}  // namespace buygraph

#endif
