#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "../influence/matrix.hpp"

namespace buygraph {

/// What everybody weighs and how every offer looks to him, before any evidence: section 1 of the model as arrays.
///
/// n people, K concerns, m offers. Scores are centred: (score − 5) / 5, in [−1, 1].
struct ConcernTable {
    std::vector<std::string> concerns;        ///< ids, K
    std::vector<bool> personal;               ///< K
    Matrix importance;                        ///< n × K, 0 to 10; 0 where the person does not weigh it
    Matrix importance_sd;                     ///< n × K; 0 where certain
    std::vector<double> emphasis[2];          ///< n, factor on personal concerns at the buy gate and at the vendor gate
    std::vector<Matrix> score;                ///< one for each person: m × K, as he sees it
    std::vector<Matrix> score_sd;             ///< one for each person: m × K
    std::vector<std::vector<bool>> own_view;  ///< one for each person: m · K, true where his error is his own
    std::vector<std::vector<bool>> perceived; ///< one for each person: m · K, true where he has said how he sees it
    Matrix leaning;                           ///< n × m
    double deviation_sd = 0.25;

    [[nodiscard]] std::size_t people() const { return importance.rows; }
    [[nodiscard]] std::size_t offers() const { return leaning.columns; }
};

/// C_g[i,k]: the share of each concern in a person's mind at a gate (0 buy, 1 vendor); rows add to 1.
[[nodiscard]] inline Matrix concern_weights(const ConcernTable& table, std::size_t gate) {
    Matrix weights(table.people(), table.concerns.size());
    for (std::size_t i = 0; i < weights.rows; ++i) {
        double total = 0;
        for (std::size_t k = 0; k < weights.columns; ++k) {
            weights(i, k) = table.importance(i, k) * (table.personal[k] ? table.emphasis[gate][i] : 1);
            total += weights(i, k);
        }
        for (std::size_t k = 0; k < weights.columns; ++k) weights(i, k) /= total;
    }
    return weights;
}

}  // namespace buygraph
