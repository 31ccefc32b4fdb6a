#pragma once

#include <optional>
#include <string>
#include <vector>

namespace buygraph {

/// Where one person really stood on one offer on the day of the decision: the final attitudes X_1 and X_2.
struct TruePerson {
    std::string person;
    std::string offer;
    std::optional<double> buy;
    std::optional<double> vendor;

    bool operator==(const TruePerson&) const = default;
};

/// What nobody knows of a real deal and a simulated one has.
struct SimulatedTruth {
    std::string deal;
    std::string outcome;  ///< offer id; the status quo's: nothing was decided
    std::optional<bool> won;
    std::string way;      ///< blocked, stalemate, refused; empty: somebody won
    std::string decider;  ///< person id; empty where votes decided
    std::optional<double> win;          ///< P(ours) in the true state of the world
    std::optional<double> no_decision;  ///< P of no decision in it
    std::vector<TruePerson> attitudes;

    bool operator==(const SimulatedTruth&) const = default;
};

}  // namespace buygraph
