#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "../deal/date.hpp"
#include "../deal/fault.hpp"
#include "../deal/words.hpp"

namespace buygraph {

/// One way in which a deal may end: an offer wins, or the status quo, which is no decision.
struct DealOutcome {
    std::string offer;  ///< id
    std::string name;
    std::optional<OfferKind> kind;
    std::optional<double> probability;     ///< 0 to 1
    std::optional<double> standard_error;  ///< of the samples
    std::optional<double> low;             ///< 10 % of the states of the world lie below
    std::optional<double> high;            ///< 10 % above

    bool operator==(const DealOutcome&) const = default;
};

/// What a fault says, as a row has it; its sentences in English.
struct DealFault {
    std::string pointer;
    std::string message;
    std::string given;
    std::string allowed;
    std::string suggestion;

    bool operator==(const DealFault&) const = default;
};

/// One step of a deal's plan, as a row has it.
struct DealStep {
    std::string kind;
    std::string member;
    std::string member_name;
    std::optional<double> member_hours;  ///< that he has in these weeks; nothing: not said
    std::vector<std::string> people;
    std::vector<std::string> concerns;
    std::optional<double> hours;
    std::optional<double> cost;
    std::optional<double> gain;          ///< of P(ours), without any other step
    std::optional<double> gain_error;
    std::optional<double> gain_an_hour;
    std::optional<double> hour_worth;

    bool operator==(const DealStep&) const = default;
};

/// What a portfolio says of one deal. A function of the deal and the options alone, whatever stands beside it. `portfolio/fields.hpp` describes every field.
struct PortfolioRow {
    std::string deal;
    std::string name;
    std::string account;
    std::string owner;
    std::optional<Date> close_date;
    std::string currency;
    std::optional<double> value;

    std::optional<double> win;
    std::optional<double> win_error;
    std::optional<double> low;
    std::optional<double> high;
    std::string rival;
    std::optional<double> rival_win;
    std::optional<double> no_decision;
    std::optional<double> no_decision_error;
    std::optional<double> blocked;
    std::optional<double> stalemate;
    std::optional<double> refused;
    std::optional<double> expected_value;
    std::vector<DealOutcome> outcomes;

    std::string mover_person;
    std::string mover_name;
    std::string mover_concern;
    std::optional<double> mover_slope;

    std::string blind_spot;
    std::vector<std::string> blind_spot_people;
    std::optional<double> blind_spot_size;
    std::vector<std::string> blind_spots;

    std::string step;
    std::string step_member;
    std::vector<std::string> step_people;
    std::vector<std::string> step_concerns;
    std::optional<double> step_hours;
    std::optional<double> step_gain;
    std::optional<double> gain_an_hour;
    std::optional<double> hour_worth;
    std::vector<DealStep> steps;

    std::vector<DealFault> faults;

    bool operator==(const PortfolioRow&) const = default;
};

}  // namespace buygraph
