#pragma once

#include <cstddef>
#include <vector>

#include "sort_stably.hpp"

namespace buygraph::numbers {

/// Positions of the greatest values, at most so many, those above a limit alone; the greatest first, of equals the one that stands first.
[[nodiscard]] inline std::vector<std::size_t> greatest(const std::vector<double>& values, std::size_t most, double above = 0) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] > above) order.push_back(i);
    sort_stably(order, [&](std::size_t left, std::size_t right) { return values[left] > values[right]; });
    if (order.size() > most) order.resize(most);
    return order;
}

}  // namespace buygraph::numbers
