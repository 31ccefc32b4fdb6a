#pragma once

#include <cstddef>
#include <vector>

namespace buygraph::decision {

/// Which chance a derivative is of: weights on the offers (from index 1) and on the three kinds of no decision.
struct OutcomeSeed {
    std::vector<double> offer;  ///< m; [0] is not looked at
    double blocked = 0;
    double stalemate = 0;
    double refused = 0;
};

/// The seed of one outcome: an offer, or for 0 no decision of any kind.
[[nodiscard]] inline OutcomeSeed outcome_seed(std::size_t offers, std::size_t outcome) {
    OutcomeSeed seed{std::vector<double>(offers, 0.0)};
    if (outcome > 0) seed.offer[outcome] = 1;
    else seed.blocked = seed.stalemate = seed.refused = 1;
    return seed;
}

}  // namespace buygraph::decision
