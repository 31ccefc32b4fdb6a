#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <utility>

#include "../numbers/sample.hpp"

namespace buygraph::influence {

/// Row i of the Friedkin–Johnsen system of equations: M = I − ΛW with W[i,j] = t[i,j] / max(1, Σ|t[i,·]|) and W[i,i] = 1 − Σ_{j≠i} |W[i,j]|: a
/// strength is a share of i's attention, and what nobody takes stays his own.
///
/// \param raw             n: how much each j moves i, signed; that of i himself is ignored
/// \param susceptibility  of i, in [0, 1)
/// \param row             n, receives the row
/// \return                a = Σ|t[i,·]|, and 1 / max(1, a)
/// Cost: n operations. Source: Friedkin and Johnsen 1990, doi:10.1080/0022250X.1990.9990069.
template <numbers::Sample Real>
std::pair<Real, Real> assemble_row(std::size_t i, std::span<const Real> raw, double susceptibility, std::span<Real> row) {
    using std::abs;
    using std::max;
    Real attention(0);
    for (std::size_t j = 0; j < raw.size(); ++j)
        if (j != i) attention += abs(raw[j]);
    const Real scale = Real(1) / max(Real(1), attention);
    const Real lambda(susceptibility);
    for (std::size_t j = 0; j < raw.size(); ++j) row[j] = -lambda * scale * raw[j];
    row[i] = Real(1) - lambda * (Real(1) - attention * scale);
    return {attention, scale};
}

/// The whole system.
///
/// \param raw             n × n, row i: how much each j moves i, signed; the diagonal is ignored
/// \param susceptibility  n, in [0, 1)
/// \param system          n × n, receives M
/// \param attentions      n, receives a; or nothing
/// \param scales          n, receives 1 / max(1, a); or nothing
/// Cost: n² operations.
template <numbers::Sample Real>
void assemble_system(std::span<const Real> raw, std::span<const double> susceptibility, std::span<Real> system, std::span<Real> attentions = {}, std::span<Real> scales = {}) {
    const std::size_t n = susceptibility.size();
    for (std::size_t i = 0; i < n; ++i) {
        const auto [attention, scale] = assemble_row<Real>(i, raw.subspan(i * n, n), susceptibility[i], system.subspan(i * n, n));
        if (!attentions.empty()) attentions[i] = attention;
        if (!scales.empty()) scales[i] = scale;
    }
}

}  // namespace buygraph::influence
