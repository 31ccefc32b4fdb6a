#pragma once

#include <optional>

#include "../deal/offer.hpp"
#include "payments.hpp"

namespace buygraph::money {

/// \name The seller's defaults
///@{
[[nodiscard]] inline double target_margin(const Economics& economics) { return economics.target_margin.value_or(0.25); }
[[nodiscard]] inline double floor_margin(const Economics& economics) { return economics.floor_margin.value_or(0.05); }
[[nodiscard]] inline double discount_rate(const Economics& economics) { return economics.discount_rate.value_or(0.08); }
///@}

/// An offer's terms as its seller counts them. What lacks its fields is not there.
struct SellerView {
    std::optional<double> margin;             ///< (price − cost) / price
    std::optional<double> net_present_value;  ///< what the payments are worth at the start, less cost
    std::optional<double> floor_price;        ///< below it the margin is below the floor margin
    std::optional<double> target_price;       ///< from it on the margin is at its target; none for a target of 1
    std::optional<double> price_room;         ///< (price − floor price) / price: what later rounds can still take; below 0 under the floor
};

/// The price at which a cost leaves a margin: cost / (1 − margin).
/// \param margin  share of the price, below 1
[[nodiscard]] inline double price_at_margin(double cost, double margin) { return cost / (1 - margin); }

/// Source: docs/model.md, section 9.
[[nodiscard]] inline SellerView seller_view(const Terms& terms, const Economics& economics) {
    SellerView view;
    if (!economics.cost) return view;
    view.floor_price = price_at_margin(*economics.cost, floor_margin(economics));
    if (target_margin(economics) < 1) view.target_price = price_at_margin(*economics.cost, target_margin(economics));
    if (!terms.price) return view;
    view.margin = (*terms.price - *economics.cost) / *terms.price;
    view.price_room = (*terms.price - *view.floor_price) / *terms.price;
    if (!terms.payments.empty()) view.net_present_value = *terms.price * payment_factor(terms.payments, discount_rate(economics)) - *economics.cost;
    return view;
}

}  // namespace buygraph::money
