#pragma once

#include <cmath>

#include "../numbers/sample.hpp"

namespace buygraph::decision {

/// σ(x) = 1 / (1 + e^−x); 0 and 1 at the ends without overflow. Packs have one of their own.
template <numbers::Sample Real>
[[nodiscard]] Real logistic(const Real& x) {
    using std::exp;
    return Real(1) / (Real(1) + exp(-x));
}

/// −ln σ(x) = ln(1 + e^−x), exact where σ(x) would round to 0 or 1.
template <numbers::Sample Real>
[[nodiscard]] Real minus_log_logistic(const Real& x) {
    using std::abs;
    using std::exp;
    using std::log1p;
    using std::max;
    return max(Real(0), -x) + log1p(exp(-abs(x)));
}

/// x^power for x ≥ 0; without a logarithm for a power of 1, and for the default agreement θ = 5/4.
template <numbers::Sample Real>
[[nodiscard]] Real raised(const Real& x, double power) {
    using std::pow;
    using std::sqrt;
    if (power == 1) return x;
    if (power == 1.25) return x * sqrt(sqrt(x));
    return pow(x, Real(power));
}

}  // namespace buygraph::decision
