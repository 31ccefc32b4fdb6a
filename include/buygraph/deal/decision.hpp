#pragma once

#include <optional>

#include "date.hpp"
#include "person.hpp"
#include "words.hpp"

namespace buygraph {

/// How the customer decides. What is not given has the default named here.
struct Decision {
    std::optional<Rule> rule;                ///< autocracy
    Shares decider;                          ///< person id → probability that he decides; the decision makers share it unless given
    std::optional<double> quota;             ///< (0.5, 1], 2/3: share of the votes that an offer needs
    std::optional<int> rounds;               ///< ≥ 1, 3: ballots at the vendor gate
    std::optional<double> agreement;         ///< ≥ 1, 1.25: θ of the copula; 1 independent, large: the least willing decides
    std::optional<double> veto_line;         ///< −0.25: attitude X_1 at which a veto is as likely as not
    std::optional<double> veto_temperature;  ///< > 0, 0.1
    std::optional<double> temperature;       ///< > 0, 0.2: how loosely choices follow attitudes
    std::optional<double> indecision;        ///< 0.15: how much better than staying buying has to look
    std::optional<double> conflict;          ///< ≥ 0, 0.5: what disagreement adds to indecision
    std::optional<Date> date;                ///< when it will be decided

    bool operator==(const Decision&) const = default;
};

/// How unsure everything is that the deal does not say itself.
struct Uncertainty {
    std::optional<double> deviation_sd;  ///< ≥ 0, 0.25: attitude of a person to an offer beyond his concerns
    std::optional<double> tie_sd;        ///< ≥ 0, 0.3: of the logarithm of a tie's strength
    std::optional<double> drift;         ///< ≥ 0, 0.1: how far attitudes wander in a month (sd grows with the root)
    std::optional<double> bias_sd;       ///< ≥ 0, 0.15: error that all readings of one source on one offer share

    bool operator==(const Uncertainty&) const = default;
};

}  // namespace buygraph
