#pragma once

#include <optional>
#include <string>
#include <vector>

#include "words.hpp"

namespace buygraph {

/// One of the seller's own people.
struct TeamMember {
    std::string id;
    std::string name;  ///< the id unless given
    std::vector<Function> functions;
    std::optional<int> level;     ///< 1 staff to 4 executive
    std::optional<int> capacity;  ///< how many of the customer's people he can look after
    std::optional<double> hours;  ///< a week
    std::vector<std::string> languages;
    std::vector<std::string> knows;  ///< person ids: our contacts

    bool operator==(const TeamMember&) const = default;
};

/// Something we could do, as a candidate for the plan.
struct Action {
    std::string kind;  ///< meeting, executive_call, workshop, reference_visit, pilot, or one of the user's own
    std::string who;   ///< team member id
    std::vector<std::string> whom;
    std::vector<std::string> concerns;
    std::optional<double> hours;   ///< ≥ 0
    std::optional<double> cost;    ///< ≥ 0, in the deal's currency
    std::optional<double> effect;  ///< 0 to 1: how far of the way to the best score it moves a view

    bool operator==(const Action&) const = default;
};

/// A what-if kept with the deal: a shift made after the evidence. A forecast leaves it out unless asked.
struct Move {
    std::optional<MoveKind> kind;
    std::string person;
    std::string offer;
    std::string concern;
    std::string from;
    std::string to;
    std::optional<Gate> gate;  ///< both unless given
    std::optional<double> by;  ///< the shift, in the units of what is moved (score: centred, 0.1 is half a point)

    bool operator==(const Move&) const = default;
};

}  // namespace buygraph
