#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "../separate.hpp"
#include "posterior.hpp"

namespace buygraph {

/// Mean and covariance of the 2·n·m attitudes, without what they are made of.
struct AttitudeMoments {
    std::vector<double> mean;
    Matrix covariance;
};

/// The attitudes after the evidence if people weighed their personal concerns otherwise: every error keeps what the evidence, read with
/// the old emphasis, has said of it, and the means and errors that it loads on move.
///
/// \param before   the prior that the evidence was read with, and its belief
/// \param after    the prior with the new emphasis
/// \param control  V at the mean ties, n × n, as in `update`
/// Cost: O(N² · errors) for N = 2·n·m attitudes.
[[nodiscard]] BUYGRAPH_HEAVY AttitudeMoments belief_at_emphasis(const PriorAttitudes& before, const AttitudeBelief& belief, const PriorAttitudes& after, std::span<const Reading> readings,
                                                        const Matrix& control, double bias_sd);

/// Takes derivatives by the mean and the covariance of the attitudes after the evidence to derivatives by everybody's emphasis.
///
/// \param by_mean        2·n·m
/// \param by_covariance  (2·n·m)², by single entries; an entry and its mirror image are added
/// Returns, gate by gate, n derivatives. Cost: O(N² · readings + N · errors).
[[nodiscard]] BUYGRAPH_HEAVY std::array<std::vector<double>, 2> emphasis_adjoint(const ConcernTable& table, const PriorAttitudes& prior, const AttitudeBelief& belief, std::span<const Reading> readings,
                                                                         const Matrix& control, double bias_sd, std::span<const double> by_mean, const Matrix& by_covariance);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_BELIEF)

#include <Eigen/Cholesky>

#include <map>
#include <tuple>

namespace buygraph {

namespace detail {

/// Which error a latent is, whatever the emphasis: where an emphasis is 0 some have no loading and are not listed.
using LatentKey = std::tuple<ErrorGroup, bool, std::size_t, std::size_t, std::size_t>;
[[nodiscard]] inline LatentKey key_of(const Latent& latent) { return {latent.group, latent.shared, latent.shared ? 0 : latent.person, latent.offer, latent.concern}; }

/// Loadings times sd, attitudes × errors; errors by the columns of `column`.
[[nodiscard]] inline EigenMatrix scaled_loadings(const PriorAttitudes& prior, const std::map<LatentKey, Eigen::Index>& column) {
    EigenMatrix loadings = EigenMatrix::Zero(static_cast<Eigen::Index>(prior.mean.size()), static_cast<Eigen::Index>(column.size()));
    for (const Latent& latent : prior.latents)
        for (const auto& [at, loading] : latent.loadings) loadings(static_cast<Eigen::Index>(at), column.at(key_of(latent))) += latent.sd * loading;
    return loadings;
}

}  // namespace detail

BUYGRAPH_HEAVY AttitudeMoments belief_at_emphasis(const PriorAttitudes& before, const AttitudeBelief& belief, const PriorAttitudes& after, std::span<const Reading> readings,
                                                        const Matrix& control, double bias_sd) {
    std::map<detail::LatentKey, Eigen::Index> column;
    for (const PriorAttitudes* prior : {&before, &after})
        for (const Latent& latent : prior->latents) column.try_emplace(detail::key_of(latent), static_cast<Eigen::Index>(column.size()));
    const detail::EigenMatrix old_loadings = detail::scaled_loadings(before, column), loadings = detail::scaled_loadings(after, column);
    Eigen::VectorXd standard = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(column.size()));  // posterior means, in units of their sd
    for (std::size_t z = 0; z < before.latents.size(); ++z) standard[column.at(detail::key_of(before.latents[z]))] = belief.latent_mean[z] / before.latents[z].sd;

    AttitudeMoments moved{after.mean, {}};
    const Eigen::VectorXd shift = loadings * standard;
    for (std::size_t a = 0; a < moved.mean.size(); ++a) moved.mean[a] += shift[static_cast<Eigen::Index>(a)];
    detail::EigenMatrix covariance = loadings * loadings.transpose();
    if (!readings.empty()) {
        const detail::EigenMatrix seen_by = detail::reading_operator(belief.index, readings, control) * old_loadings;  // readings × errors
        const detail::EigenMatrix seen = seen_by * seen_by.transpose() + detail::reading_noise(readings, bias_sd);
        const detail::EigenMatrix half = seen.llt().matrixL().solve(detail::EigenMatrix(seen_by * loadings.transpose()));
        covariance -= half.transpose() * half;
    }
    moved.covariance = detail::from_eigen(covariance);
    return moved;
}

namespace detail {

/// How a person's weights and the slopes of his importance errors at a gate change with his emphasis there.
struct EmphasisSlope {
    std::vector<double> weight;      ///< K: dC[k]/de
    std::vector<double> mean;        ///< m: da[j]/de
    std::vector<double> importance;  ///< m × K: d(slope of the error of I[k] on A[j])/de
};

[[nodiscard]] inline EmphasisSlope emphasis_slope(const ConcernTable& table, const PriorAttitudes& prior, const AttitudeIndex& index, std::size_t gate, std::size_t person) {
    const std::size_t concerns = table.concerns.size(), m = table.offers();
    const double e = table.emphasis[gate][person];
    double total = 0, personal = 0;
    for (std::size_t k = 0; k < concerns; ++k) {
        total += table.importance(person, k) * (table.personal[k] ? e : 1);
        personal += table.personal[k] ? table.importance(person, k) : 0;
    }
    EmphasisSlope slope{std::vector<double>(concerns), std::vector<double>(m, 0.0), std::vector<double>(m * concerns)};
    for (std::size_t k = 0; k < concerns; ++k) {
        slope.weight[k] = ((table.personal[k] ? table.importance(person, k) : 0) - prior.weights[gate](person, k) * personal) / total;
        for (std::size_t j = 0; j < m; ++j) slope.mean[j] += slope.weight[k] * table.score[person](j, k);
    }
    for (std::size_t k = 0; k < concerns; ++k)
        for (std::size_t j = 0; j < m; ++j) {
            const double apart = table.score[person](j, k) - prior.concern_mean[index(gate, person, j)], own = table.personal[k] ? e : 1;
            slope.importance[j * concerns + k] = ((table.personal[k] ? apart : 0) - own * slope.mean[j] - own * apart * personal / total) / total;
        }
    return slope;
}

}  // namespace detail

BUYGRAPH_HEAVY std::array<std::vector<double>, 2> emphasis_adjoint(const ConcernTable& table, const PriorAttitudes& prior, const AttitudeBelief& belief, std::span<const Reading> readings,
                                                                         const Matrix& control, double bias_sd, std::span<const double> by_mean, const Matrix& by_covariance) {
    using detail::EigenMatrix;
    const AttitudeIndex& index = belief.index;
    const auto size = static_cast<Eigen::Index>(index.size());
    const Eigen::Map<const EigenMatrix> single(by_covariance.values.data(), size, size);
    EigenMatrix pull = single + single.transpose();  // by a loading of an error: pull · Cov(A, error)
    if (!readings.empty()) {
        const EigenMatrix rows = detail::reading_operator(index, readings, control), cross = detail::prior_covariance(prior) * rows.transpose();
        const EigenMatrix seen = rows * cross + detail::reading_noise(readings, bias_sd);
        pull -= (pull * cross) * seen.llt().solve(rows);
    }

    std::array<std::vector<double>, 2> result{std::vector<double>(index.people, 0.0), std::vector<double>(index.people, 0.0)};
    std::array<std::vector<detail::EmphasisSlope>, 2> slopes;
    for (std::size_t gate = 0; gate < 2; ++gate)
        for (std::size_t i = 0; i < index.people; ++i) {
            slopes[gate].push_back(detail::emphasis_slope(table, prior, index, gate, i));
            for (std::size_t j = 0; j < index.offers; ++j) result[gate][i] += by_mean[index(gate, i, j)] * slopes[gate][i].mean[j];
        }
    for (std::size_t z = 0; z < prior.latents.size(); ++z) {
        const Latent& latent = prior.latents[z];
        const auto by_loading = [&](std::size_t at) {
            double covaries = 0;
            for (const auto& [attitude, loading] : latent.loadings) covaries += pull(static_cast<Eigen::Index>(at), static_cast<Eigen::Index>(attitude)) * loading;
            return by_mean[at] * belief.latent_mean[z] + covaries * latent.sd * latent.sd;
        };
        if (latent.group == ErrorGroup::importance) {
            const std::size_t i = latent.person;
            for (std::size_t gate = 0; gate < 2; ++gate)
                for (std::size_t j = 0; j < index.offers; ++j) result[gate][i] += slopes[gate][i].importance[j * table.concerns.size() + latent.concern] * by_loading(index(gate, i, j));
        }
        if (latent.group != ErrorGroup::score) continue;
        std::size_t last = index.people;
        for (const auto& [attitude, loading] : latent.loadings) {
            const std::size_t i = attitude / index.offers % index.people;
            if (i == last) continue;  // one person's two gates stand side by side
            last = i;
            for (std::size_t gate = 0; gate < 2; ++gate) result[gate][i] += slopes[gate][i].weight[latent.concern] * by_loading(index(gate, i, latent.offer));
        }
    }
    return result;
}

}  // namespace buygraph

#endif
