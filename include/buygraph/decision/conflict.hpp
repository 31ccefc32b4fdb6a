#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "../numbers/sample.hpp"

namespace buygraph::decision {

/// How far people are apart on buying an offer: D(j) = √(Σ_i ω_i (g_i(j) − ḡ(j))² + 10⁻⁴) − 10⁻², with g_i(j) = X_1[i,j] − X_1[i,0] and ḡ the ω-mean.
///
/// 0 where all pull alike; smooth everywhere. In units of attitude.
/// \param buy    X_1, n × m: final attitudes at the buy gate
/// \param voice  ω, n, adding to 1
/// Cost: O(n).
template <numbers::Sample Real>
[[nodiscard]] Real conflict_about(std::size_t offer, std::span<const Real> buy, const std::vector<double>& voice) {
    using std::sqrt;
    const std::size_t m = buy.size() / voice.size();
    Real mean(0), spread(0);
    for (std::size_t i = 0; i < voice.size(); ++i) mean += voice[i] * (buy[i * m + offer] - buy[i * m]);
    for (std::size_t i = 0; i < voice.size(); ++i) {
        const Real apart = buy[i * m + offer] - buy[i * m] - mean;
        spread += voice[i] * apart * apart;
    }
    return sqrt(spread + Real(1e-4)) - Real(1e-2);
}

}  // namespace buygraph::decision
