#pragma once

#include <cstddef>
#include <vector>

#include "../deal/words.hpp"

namespace buygraph::decision {

/// How a group decides, as arrays with nothing left open: section 5 of the model.
struct DecisionRule {
    Rule rule = Rule::autocracy;
    std::vector<double> decides;       ///< n: P(d) under autocracy and consent, votes / total under weighted; adds to 1
    std::vector<int> votes;            ///< n, whole
    std::vector<bool> veto;            ///< n
    std::vector<double> voice;         ///< n: ω, whose pull counts in the conflict; adds to 1
    double quota = 2.0 / 3;            ///< (0.5, 1], under quota
    int votes_needed = 0;              ///< under quota and majority
    int rounds = 3;                    ///< ballots at the vendor gate
    double agreement = 1.25;           ///< θ of the Gumbel copula
    double veto_line = -0.25;
    double veto_temperature = 0.1;
    double temperature = 0.2;
    double indecision = 0.15;
    double conflict = 0.5;

    [[nodiscard]] std::size_t people() const { return decides.size(); }
    /// Everybody with votes has to say yes: unanimity and consent.
    [[nodiscard]] bool all_must_say_yes() const { return rule == Rule::unanimity || rule == Rule::consent; }
    [[nodiscard]] bool counts_votes() const { return rule == Rule::quota || rule == Rule::majority; }
};

}  // namespace buygraph::decision
