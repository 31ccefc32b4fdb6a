#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace buygraph {

/// How far a source can be trusted that is a person of the deal, `hops` steps away from the person it speaks about: 0.85 of it is
/// left at each step beyond the first; where no way leads from one to the other, 0.2 at most.
[[nodiscard]] inline double reliability_at(double reliability, const std::optional<std::size_t>& hops) {
    if (!hops) return std::min(reliability, 0.2);
    return reliability * std::pow(0.85, *hops > 0 ? static_cast<double>(*hops - 1) : 0.0);
}

/// Variance of a reading: (0.1 + 0.7 · (1 − reliability))², grown by drift² a month of age.
[[nodiscard]] inline double noise_variance(double reliability, double drift, double months) {
    const double sd = 0.1 + 0.7 * (1 - reliability);
    return sd * sd + drift * drift * months;
}

}  // namespace buygraph
