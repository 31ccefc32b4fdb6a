#pragma once

#include <span>
#include <vector>

#include "../deal/offer.hpp"
#include "net_present_value.hpp"

namespace buygraph::money {

/// The mean term Σ share · days, in days: what finance means by "90 days".
[[nodiscard]] inline double mean_days(std::span<const Payment> payments) {
    double days = 0;
    for (const Payment& payment : payments) days += payment.share.value_or(0) * payment.days.value_or(0);
    return days;
}

/// What a price of 1 paid by this plan is worth at the start: Σ share · (1 + rate)^(−days / 365), in (0, 1] for a rate ≥ 0.
///
/// Prices are paid in proportion, so that every present value is linear in the price with this slope.
[[nodiscard]] inline double payment_factor(std::span<const Payment> payments, double rate) {
    double factor = 0;
    for (const Payment& payment : payments) factor += payment.share.value_or(0) * discount(payment.days.value_or(0), rate);
    return factor;
}

/// The share of the price that is still owed after the start.
[[nodiscard]] inline double owed_after_start(std::span<const Payment> payments) {
    double owed = 0;
    for (const Payment& payment : payments)
        if (payment.days.value_or(0) > 0) owed += payment.share.value_or(0);
    return owed;
}

/// The same payments, each of those after the start so many days later; a price that is all paid at the start is postponed as a whole.
[[nodiscard]] inline std::vector<Payment> postponed(std::span<const Payment> payments, double by) {
    const bool all = owed_after_start(payments) == 0;
    std::vector<Payment> later(payments.begin(), payments.end());
    for (Payment& payment : later)
        if (all || payment.days.value_or(0) > 0) payment.days = payment.days.value_or(0) + by;
    return later;
}

}  // namespace buygraph::money
