#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "../numbers/sort_stably.hpp"
#include "net_present_value.hpp"

namespace buygraph::money {

/// How much money must be at hand before the flows carry themselves: the deepest running total, as a number ≥ 0. On one day what goes out goes first.
///
/// Cost: that of sorting the flows.
[[nodiscard]] inline double peak_cash_need(std::span<const Flow> flows) {
    std::vector<Flow> sorted(flows.begin(), flows.end());
    numbers::sort_stably(sorted, [](const Flow& left, const Flow& right) { return left.days < right.days || (left.days == right.days && left.amount < right.amount); });
    double total = 0, deepest = 0;
    for (const Flow& flow : sorted) deepest = std::min(deepest, total += flow.amount);
    return -deepest;
}

}  // namespace buygraph::money
