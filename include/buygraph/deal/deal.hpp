#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "decision.hpp"
#include "evidence.hpp"
#include "offer.hpp"
#include "person.hpp"
#include "team.hpp"

namespace buygraph {

/// The customer's money.
struct Customer {
    std::optional<double> budget;         ///< > 0, in the deal's currency, for the whole contract
    std::optional<double> discount_rate;  ///< a year, 0.10 unless given
    std::optional<int> horizon_years;     ///< whole, ≥ 1, 5 unless given
    std::optional<double> target_npv;     ///< in the deal's currency
    std::optional<double> target_saving;  ///< share of the list price, > 0, 0.10 unless given

    bool operator==(const Customer&) const = default;
};

/// What is known of one purchase, as people write it: names, optional fields, nothing computed.
///
/// A Deal may be incomplete or wrong; `validate` says how, and `compile` is the only way from here to numbers.
struct Deal {
    std::string name;
    std::string account;
    std::string id;
    std::string currency;
    std::optional<double> value;         ///< ≥ 0, in the currency
    std::optional<double> pursuit_cost;  ///< ≥ 0, what going on costs us
    std::optional<Date> close_date;
    std::string owner;
    std::optional<Language> language;
    std::optional<Date> as_of;  ///< the day at which everything here is known
    std::string notes;
    std::vector<Offer> offers;
    std::vector<Person> people;
    std::vector<Tie> ties;
    std::vector<Evidence> evidence;
    std::vector<TeamMember> team;
    std::vector<Action> actions;
    std::vector<Move> moves;
    Decision decision;
    Customer customer;
    Uncertainty uncertainty;
    Catalog catalog;

    bool operator==(const Deal&) const = default;
};

}  // namespace buygraph
