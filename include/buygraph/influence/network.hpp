#pragma once

#include <cmath>
#include <cstddef>
#include <span>

#include "../numbers/sample.hpp"

namespace buygraph::influence {

/// From raw ties to the Friedkin–Johnsen system of equations: M = I − ΛW with W[i,j] = t[i,j] / max(1, Σ|t[i,·]|) and
/// W[i,i] = 1 − Σ_{j≠i} |W[i,j]|: a strength is a share of i's attention, and what nobody takes stays his own.
///
/// \param raw             n × n, row i: how much each j moves i, signed; the diagonal is ignored
/// \param susceptibility  n, in [0, 1)
/// \param system          n × n, receives M
/// \param attentions      n, receives a = Σ|t[i,·]|; or nothing
/// \param scales          n, receives 1 / max(1, a); or nothing
/// Cost: n² operations. Source: Friedkin and Johnsen 1990, doi:10.1080/0022250X.1990.9990069.
template <numbers::Sample Real>
void assemble_system(std::span<const Real> raw, std::span<const double> susceptibility, std::span<Real> system, std::span<Real> attentions = {}, std::span<Real> scales = {}) {
    using std::abs;
    using std::max;
    const std::size_t n = susceptibility.size();
    for (std::size_t i = 0; i < n; ++i) {
        Real attention(0);
        for (std::size_t j = 0; j < n; ++j)
            if (j != i) attention += abs(raw[i * n + j]);
        if (!attentions.empty()) attentions[i] = attention;
        const Real scale = Real(1) / max(Real(1), attention);
        if (!scales.empty()) scales[i] = scale;
        const Real lambda(susceptibility[i]);
        for (std::size_t j = 0; j < n; ++j) system[i * n + j] = -lambda * scale * raw[i * n + j];
        system[i * n + i] = Real(1) - lambda * (Real(1) - attention * scale);
    }
}

}  // namespace buygraph::influence
