#pragma once

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "concern_table.hpp"

namespace buygraph {

/// Where the 2·n·m attitudes stand in one vector: gate by gate (0 buy, 1 vendor), person by person, offer by offer.
struct AttitudeIndex {
    std::size_t people;
    std::size_t offers;

    [[nodiscard]] std::size_t size() const { return 2 * people * offers; }
    [[nodiscard]] std::size_t operator()(std::size_t gate, std::size_t person, std::size_t offer) const { return (gate * people + person) * offers + offer; }
};

/// What an error is an error of; the groups of which a forecast says what they add to its variance (ties are the fourth).
enum class ErrorGroup { score, deviation, importance };
inline constexpr std::size_t error_groups = 3;

/// One independent Gaussian error z and the attitudes that it moves: ΔA[index] = loading · z.
struct Latent {
    ErrorGroup group = ErrorGroup::score;
    double sd = 0;
    std::vector<std::pair<std::size_t, double>> loadings;  ///< index of the attitude, dA/dz

    std::size_t person = 0;   ///< of a deviation or an importance, and of a score that is one person's view
    std::size_t offer = 0;    ///< of a score or a deviation
    std::size_t concern = 0;  ///< of a score or an importance
    bool shared = false;      ///< a score that everybody without a view of his own shares
};

/// The attitudes before any evidence: their mean and every error in them.
struct PriorAttitudes {
    std::vector<double> mean;             ///< 2·n·m by AttitudeIndex
    std::vector<double> concern_mean;     ///< 2·n·m: a_g[i,j] = Σ_k C_g[i,k] s[i,j,k], without the leaning
    std::vector<Latent> latents;          ///< those with sd > 0 that move something
    std::array<Matrix, 2> weights;        ///< C_g, n × K
};

namespace detail {

inline void add_score_errors(const ConcernTable& table, const AttitudeIndex& index, PriorAttitudes& prior) {
    const std::size_t n = table.people(), m = table.offers(), concerns = table.concerns.size();
    std::vector<Latent> shared(m * concerns);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < m; ++j)
            for (std::size_t k = 0; k < concerns; ++k) {
                const double sd = table.score_sd[i](j, k);
                const std::array weight{prior.weights[0](i, k), prior.weights[1](i, k)};
                if (!(sd > 0) || (weight[0] == 0 && weight[1] == 0)) continue;
                const bool own = table.own_view[i][j * concerns + k];
                Latent& into = own ? prior.latents.emplace_back() : shared[j * concerns + k];
                if (into.loadings.empty()) {
                    into = {ErrorGroup::score, sd, {}, i, j, k, !own};
                    into.loadings.reserve(own ? 2 : 2 * (n - i));
                }
                for (std::size_t gate = 0; gate < 2; ++gate)
                    if (weight[gate] != 0) into.loadings.emplace_back(index(gate, i, j), weight[gate]);
            }
    for (Latent& error : shared)
        if (!error.loadings.empty()) prior.latents.push_back(std::move(error));
}

inline void add_deviations(const ConcernTable& table, const AttitudeIndex& index, PriorAttitudes& prior) {
    if (!(table.deviation_sd > 0)) return;
    for (std::size_t i = 0; i < table.people(); ++i)
        for (std::size_t j = 0; j < table.offers(); ++j)
            prior.latents.push_back({ErrorGroup::deviation, table.deviation_sd, {{index(0, i, j), 1.0}, {index(1, i, j), 1.0}}, i, j, 0, false});
}

inline void add_importance_errors(const ConcernTable& table, const AttitudeIndex& index, PriorAttitudes& prior) {
    const std::size_t concerns = table.concerns.size();
    for (std::size_t i = 0; i < table.people(); ++i) {
        const auto emphasis = [&](std::size_t gate, std::size_t k) { return table.personal[k] ? table.emphasis[gate][i] : 1; };
        std::array<double, 2> total{};
        for (std::size_t gate = 0; gate < 2; ++gate)
            for (std::size_t k = 0; k < concerns; ++k) total[gate] += table.importance(i, k) * emphasis(gate, k);
        for (std::size_t k = 0; k < concerns; ++k) {
            if (!(table.importance_sd(i, k) > 0)) continue;
            Latent error{ErrorGroup::importance, table.importance_sd(i, k), {}, i, 0, k, false};
            error.loadings.reserve(2 * table.offers());
            for (std::size_t gate = 0; gate < 2; ++gate)
                for (std::size_t j = 0; j < table.offers(); ++j) {
                    const double slope = emphasis(gate, k) * (table.score[i](j, k) - prior.concern_mean[index(gate, i, j)]) / total[gate];
                    if (slope != 0) error.loadings.emplace_back(index(gate, i, j), slope);
                }
            if (!error.loadings.empty()) prior.latents.push_back(std::move(error));
        }
    }
}

}  // namespace detail

/// From concerns to attitudes: A_g[i,j] = Σ_k C_g[i,k] s[i,j,k] + leaning[i,j] + d[i,j], with every error that the model names.
///
/// Organisational scores have one error for all who share the rating; personal scores and perceptions one for each person;
/// importances are carried linearly at the prior mean. Cost: O(n · m · K).
[[nodiscard]] inline PriorAttitudes prior_attitudes(const ConcernTable& table) {
    const AttitudeIndex index{table.people(), table.offers()};
    PriorAttitudes prior{std::vector<double>(index.size()), std::vector<double>(index.size()), {}, {concern_weights(table, 0), concern_weights(table, 1)}};
    for (std::size_t gate = 0; gate < 2; ++gate)
        for (std::size_t i = 0; i < table.people(); ++i)
            for (std::size_t j = 0; j < table.offers(); ++j) {
                double sum = 0;
                for (std::size_t k = 0; k < table.concerns.size(); ++k) sum += prior.weights[gate](i, k) * table.score[i](j, k);
                prior.concern_mean[index(gate, i, j)] = sum;
                prior.mean[index(gate, i, j)] = sum + table.leaning(i, j);
            }
    detail::add_score_errors(table, index, prior);
    detail::add_deviations(table, index, prior);
    detail::add_importance_errors(table, index, prior);
    return prior;
}

}  // namespace buygraph
