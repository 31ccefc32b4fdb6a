#pragma once

#include <algorithm>
#include <optional>
#include <span>

namespace buygraph::money {

/// Years from the start until what comes in has paid for the whole, evenly within a year; none where the years given do not suffice.
///
/// The first time counts: a loss in a later year does not take it back. What lacks 10^−12 of the whole or less is rounding.
/// \param whole   to be paid back
/// \param yearly  what each year brings on balance; may be below 0
[[nodiscard]] inline std::optional<double> payback_years(double whole, std::span<const double> yearly) {
    if (whole <= 0) return 0;
    double before = 0, year = 0;
    for (const double brings : yearly) {
        if (before + brings >= whole * (1 - 1e-12)) return year + std::min(1.0, (whole - before) / brings);
        before += brings;
        ++year;
    }
    return std::nullopt;
}

}  // namespace buygraph::money
