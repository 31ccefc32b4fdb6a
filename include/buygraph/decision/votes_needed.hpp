#pragma once

#include <algorithm>
#include <cmath>

#include "../deal/words.hpp"

namespace buygraph::decision {

/// How many of the votes an offer needs: ⌈quota · total⌉ with 1e-9 taken off first against rounding, and always more than half.
[[nodiscard]] inline int votes_needed(Rule rule, double quota, int total) {
    const int majority = total / 2 + 1;
    if (rule != Rule::quota) return majority;
    return std::max(majority, static_cast<int>(std::ceil(quota * total - 1e-9)));
}

}  // namespace buygraph::decision
