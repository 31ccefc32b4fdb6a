#pragma once

#include <cstddef>
#include <optional>

#include "bargain.hpp"
#include "satisfaction.hpp"

namespace buygraph::money {

/// Today's terms at another price; payments are shares of it and stay.
[[nodiscard]] inline Terms at_price(Terms terms, double price) {
    terms.price = price;
    return terms;
}

/// The price at which the customer's net present value is a given one; none where a field is missing. 0 or less: no price is low enough.
[[nodiscard]] inline std::optional<double> price_at_npv(const Bargain& bargain, double npv) {
    const auto for_nothing = customer_npv(at_price(bargain.today, 0), bargain.customer);
    if (!for_nothing) return std::nullopt;
    return (*for_nothing - npv) / payment_factor(bargain.today.payments, discount_rate(bargain.customer));
}

/// The price at which a party is at his reservation: the list price, our floor price, or what leaves the company no better off than without us.
/// Above it the purchaser and the company are below 0, and so is the supplier below it. None where a field is missing.
[[nodiscard]] inline std::optional<double> reservation_price(Party party, const Bargain& bargain) {
    switch (party) {
        case Party::purchaser: return bargain.today.list_price;
        case Party::supplier: return seller_view(bargain.today, bargain.economics).floor_price;
        case Party::company: break;
    }
    if (!bargain.target_npv) return std::nullopt;  // how content the company is cannot be told
    return price_at_npv(bargain, bargain.reservation);
}

/// The price at which a party is at his target. None where a field is missing, and for a supplier who aims at a margin of 1.
[[nodiscard]] inline std::optional<double> target_price(Party party, const Bargain& bargain) {
    switch (party) {
        case Party::purchaser: return bargain.today.list_price ? std::optional(*bargain.today.list_price * (1 - target_saving(bargain.customer))) : std::nullopt;
        case Party::supplier: return seller_view(bargain.today, bargain.economics).target_price;
        case Party::company: break;
    }
    return bargain.target_npv ? price_at_npv(bargain, *bargain.target_npv) : std::nullopt;
}

}  // namespace buygraph::money
