#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "../numbers/sample.hpp"

namespace buygraph::decision {

/// How people pull towards an offer at the buy gate, and how far they are apart on it.
template <numbers::Sample Real>
struct Pulls {
    Real mean;  ///< ḡ = Σ_i ω_i g_i, with g_i = X_1[i,j] − X_1[i,0]
    Real rift;  ///< √(Σ_i ω_i (g_i − ḡ)² + 10⁻⁴)

    /// D = rift − 10⁻²: 0 where all pull alike; smooth everywhere. In units of attitude.
    [[nodiscard]] Real conflict() const { return rift - Real(1e-2); }
};

/// \param pull   called with a person: g_i
/// \param voice  ω, n, adding to 1
/// Cost: O(n).
template <numbers::Sample Real, class Pull>
[[nodiscard]] Pulls<Real> pulls_of(Pull pull, const std::vector<double>& voice) {
    using std::sqrt;
    Real mean(0), spread(0);
    for (std::size_t i = 0; i < voice.size(); ++i) mean += voice[i] * pull(i);
    for (std::size_t i = 0; i < voice.size(); ++i) {
        const Real apart = pull(i) - mean;
        spread += voice[i] * apart * apart;
    }
    return {mean, sqrt(spread + Real(1e-4))};
}

/// \param offer   at whose index
/// \param buy     X_1, n × m: final attitudes at the buy gate
/// \param voice   ω, n, adding to 1
/// Cost: O(n).
template <numbers::Sample Real>
[[nodiscard]] Pulls<Real> pulls_towards(std::size_t offer, std::span<const Real> buy, const std::vector<double>& voice) {
    const std::size_t m = buy.size() / voice.size();
    return pulls_of<Real>([&](std::size_t i) { return buy[i * m + offer] - buy[i * m]; }, voice);
}

}  // namespace buygraph::decision
