#pragma once

#include <cmath>
#include <span>

#include "../deal/number_text.hpp"
#include "../error.hpp"

namespace buygraph::money {

/// Money that changes hands on a day.
struct Flow {
    double days;    ///< after the start, ≥ 0
    double amount;  ///< in the deal's currency; above 0 comes in, below 0 goes out

    bool operator==(const Flow&) const = default;
};

inline constexpr double days_a_year = 365;

/// What 1 on that day is worth at the start: (1 + rate)^(−days / 365).
///
/// \param rate  a year, above −1
/// \throws InputError  a rate at which nothing is worth anything
[[nodiscard]] inline double discount(double days, double rate) {
    if (!(rate > -1 && std::isfinite(rate))) throw InputError("rate", number_text(rate), "a finite number above -1");
    return std::pow(1 + rate, -days / days_a_year);
}

/// Net present value: what all flows are worth at the start. The first flow is discounted by its own day, as spreadsheets' XNPV does and their NPV does not.
///
/// Cost: a power for each flow.
[[nodiscard]] inline double net_present_value(std::span<const Flow> flows, double rate) {
    double value = 0;
    for (const Flow& flow : flows) value += flow.amount * discount(flow.days, rate);
    return value;
}

}  // namespace buygraph::money
