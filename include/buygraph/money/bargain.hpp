#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "../deal/deal.hpp"
#include "customer_view.hpp"
#include "seller_view.hpp"

namespace buygraph::money {

/// Both sides of the table today: all that stays while our price or a term is talked about.
struct Bargain {
    std::size_t ours = 0;                     ///< index of our offer in the deal
    Terms today;                              ///< ours
    Economics economics;                      ///< ours
    Customer customer;
    double reservation = 0;                   ///< the customer's net present value without us: the best rival's where known and above 0, else 0
    std::optional<std::size_t> best_rival;    ///< whose it is, index in the deal; none: nobody's is known and above 0
    std::vector<std::size_t> unknown_rivals;  ///< competitors whose net present value cannot be told, indices in the deal
    std::optional<double> target_npv;         ///< given, or the reservation and a fifth of today's price; none without that price
};

/// The deal's bargain. A deal without an offer of ours has an empty one.
[[nodiscard]] inline Bargain bargain(const Deal& deal) {
    Bargain result;
    result.customer = deal.customer;
    for (std::size_t j = 0; j < deal.offers.size(); ++j) {
        const Offer& offer = deal.offers[j];
        if (offer.kind == OfferKind::ours) {
            result.ours = j;
            result.today = offer.terms.value_or(Terms{});
            result.economics = offer.economics.value_or(Economics{});
        } else if (offer.kind == OfferKind::competitor) {
            const auto npv = customer_npv(offer.terms.value_or(Terms{}), deal.customer);
            if (!npv) result.unknown_rivals.push_back(j);
            else if (*npv > result.reservation) result.reservation = *npv, result.best_rival = j;
        }
    }
    result.target_npv = deal.customer.target_npv;
    if (!result.target_npv && result.today.price) result.target_npv = result.reservation + 0.2 * *result.today.price;
    return result;
}

}  // namespace buygraph::money
