#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace buygraph::numbers {

/// Quantiles of a sample of chances: the values below which these shares of the sorted values lie, linear between neighbours.
///
/// The values are counted into bins, so that only those of a few bins have to be compared. Right for any numbers; where many share a bin, and those outside 0 to 1
/// share the first and the last, it takes as long as without bins.
/// \param values  not empty
/// \param shares  0 to 1
/// Cost: O(values). Source of the definition: Hyndman and Fan 1996, type 7, doi:10.1080/00031305.1996.10473566.
template <std::size_t count>
[[nodiscard]] std::array<double, count> quantiles(std::span<const double> values, const std::array<double, count>& shares) {
    constexpr std::size_t bins = 1024;
    const auto bin_of = [](double value) { return value < 1 ? (value > 0 ? static_cast<std::size_t>(value * bins) : 0) : bins - 1; };
    std::array<std::uint32_t, bins> counts{};
    for (const double value : values) ++counts[bin_of(value)];

    // A quantile lies between two values that are neighbours when sorted: the bins of both are looked into.
    std::array<bool, bins> wanted{};
    const auto place_of = [&](std::size_t share) { return shares[share] * static_cast<double>(values.size() - 1); };
    for (std::size_t share = 0; share < count; ++share) {
        const auto low = static_cast<std::size_t>(place_of(share)), high = std::min(low + 1, values.size() - 1);
        for (std::size_t bin = 0, before = 0; before <= high; before += counts[bin++])
            if (before + counts[bin] > low && counts[bin] > 0) wanted[bin] = true;
    }
    std::vector<double> inside;
    for (const double value : values)
        if (wanted[bin_of(value)]) inside.push_back(value);

    std::array<double, count> found;
    for (std::size_t share = 0; share < count; ++share) {
        const double place = place_of(share);
        const auto low = static_cast<std::size_t>(place);
        std::size_t left_out = 0;  // values before the place whose bins are not looked into
        for (std::size_t bin = 0, before = 0; before + counts[bin] <= low; before += counts[bin++]) left_out += wanted[bin] ? 0 : counts[bin];
        const auto at = inside.begin() + static_cast<std::ptrdiff_t>(low - left_out);
        std::nth_element(inside.begin(), at, inside.end());
        const double below = *at, above = low + 1 == values.size() ? below : *std::min_element(at + 1, inside.end());
        found[share] = below + (place - static_cast<double>(low)) * (above - below);
    }
    return found;
}

}  // namespace buygraph::numbers
