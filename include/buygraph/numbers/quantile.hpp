#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace buygraph::numbers {

/// The value below which a share of the sorted values lies, linear between neighbours.
///
/// \param values  not empty; their order is changed
/// \param share   0 to 1
/// Cost: O(values). Source: Hyndman and Fan 1996, type 7, doi:10.1080/00031305.1996.10473566.
[[nodiscard]] inline double quantile(std::vector<double>& values, double share) {
    const double at = share * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::size_t>(at);
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(low), values.end());
    const double below = values[low];
    if (low + 1 == values.size()) return below;
    const double above = *std::min_element(values.begin() + static_cast<std::ptrdiff_t>(low) + 1, values.end());
    return below + (at - static_cast<double>(low)) * (above - below);
}

}  // namespace buygraph::numbers
