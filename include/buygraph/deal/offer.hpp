#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ordered_map.hpp"
#include "words.hpp"

namespace buygraph {

/// How well an offer serves one concern: a score, or a measure that a value function turns into one. Exactly one of the two.
struct Rating {
    std::optional<double> score;    ///< 0 (does nothing for it) to 10 (nothing left to wish)
    std::optional<double> measure;  ///< in the concern's unit (months, days, %, …)
    std::optional<double> sd;       ///< standard deviation, ≥ 0, in points or in the measure's unit; 1 point unless given

    bool operator==(const Rating&) const = default;
};

/// A part of the price and the day on which it is paid.
struct Payment {
    std::optional<double> share;  ///< of the price, in (0, 1]; the shares of an offer add to 1
    std::optional<double> days;   ///< after the start, ≥ 0

    bool operator==(const Payment&) const = default;
};

/// What the customer pays and gets, in the deal's currency, over the whole contract.
struct Terms {
    std::optional<double> price;
    std::optional<double> list_price;
    std::vector<Payment> payments;
    std::optional<double> credit_limit;
    std::variant<std::monostate, double, std::vector<double>> yearly_benefit;  ///< one number for each year of the horizon, or a list
    std::optional<double> yearly_running_cost;
    std::optional<int> contract_years;

    bool operator==(const Terms&) const = default;
};

/// What the offer costs us; ours only.
struct Economics {
    std::optional<double> cost;           ///< in the deal's currency
    std::optional<double> target_margin;  ///< share of the price, 0.25 unless given
    std::optional<double> floor_margin;   ///< share of the price, 0.05 unless given
    std::optional<double> discount_rate;  ///< a year, 0.08 unless given

    bool operator==(const Economics&) const = default;
};

/// Something the customer may choose: our offer, a competitor's, or to stay as he is.
struct Offer {
    std::string id;
    std::string name;  ///< the id unless given
    std::optional<OfferKind> kind;
    OrderedMap<Rating> ratings;  ///< concern id → rating
    std::optional<Terms> terms;
    std::optional<Economics> economics;

    bool operator==(const Offer&) const = default;
};

}  // namespace buygraph
