#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "../numbers/sort_stably.hpp"
#include "net_present_value.hpp"

namespace buygraph::money {

namespace detail {

/// What comes in on each day on balance, by day; days on which nothing is left over, but for 10^−12 of what changed hands, are not there.
[[nodiscard]] inline std::vector<Flow> net_by_day(std::span<const Flow> flows) {
    std::vector<Flow> sorted(flows.begin(), flows.end()), net;
    numbers::sort_stably(sorted, [](const Flow& left, const Flow& right) { return left.days < right.days; });
    for (std::size_t i = 0; i < sorted.size();) {
        Flow day{sorted[i].days, 0};
        double moved = 0;
        for (; i < sorted.size() && sorted[i].days == day.days; ++i) day.amount += sorted[i].amount, moved += std::abs(sorted[i].amount);
        if (std::abs(day.amount) > 1e-12 * moved) net.push_back(day);
    }
    return net;
}

}  // namespace detail

/// Internal rate of return: the rate at which the flows are worth nothing at the start, a year (0.1 is 10 %).
///
/// None unless the flows, netted by day, change sign exactly once: only then is there one such rate and no other, by Descartes' rule of signs. It may be below 0. None as well
/// where the rate is too great for a number (1 becomes 10 within a day).
/// Method: counted from the last day before the change of sign, the value only rises with the logarithm of what a year multiplies by: bisection, to the last digit.
/// Cost: about 200 passes over the flows.
[[nodiscard]] inline std::optional<double> internal_rate(std::span<const Flow> flows) {
    const std::vector<Flow> net = detail::net_by_day(flows);
    std::size_t changes = 0, last_before = 0;
    for (std::size_t i = 1; i < net.size(); ++i)
        if ((net[i].amount > 0) != (net[i - 1].amount > 0)) ++changes, last_before = i - 1;
    if (changes != 1) return std::nullopt;

    const double sign = net.back().amount > 0 ? 1 : -1;
    const auto value = [&](double log_factor) {  // of a year's discount
        double sum = 0;
        for (const Flow& flow : net) sum += sign * flow.amount * std::exp(log_factor * (flow.days - net[last_before].days) / days_a_year);
        return sum;
    };
    double low = -1, high = 1;
    while (value(low) > 0) {
        low *= 2;
        if (low < -1e6) return std::nullopt;
    }
    while (value(high) < 0) high *= 2;
    for (int i = 0; i < 200; ++i) {
        const double middle = low + (high - low) / 2;
        if (middle == low || middle == high) break;
        (value(middle) > 0 ? high : low) = middle;
    }
    const double rate = std::expm1(-(low + (high - low) / 2));
    return std::isfinite(rate) ? std::optional(rate) : std::nullopt;
}

}  // namespace buygraph::money
