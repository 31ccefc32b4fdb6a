#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ordered_map.hpp"
#include "words.hpp"

namespace buygraph {

/// How much a concern weighs for one person, where he differs from his roles.
struct Importance {
    std::optional<double> importance;  ///< 0 to 10
    std::optional<double> sd;          ///< ≥ 0, 1.0 unless given
    std::optional<ConcernKind> kind;   ///< of a concern of his own; organisational unless somebody says otherwise

    bool operator==(const Importance&) const = default;
};

/// One person's own view of an offer on a concern; for him it replaces the rating.
struct Perception {
    std::string offer;
    std::string concern;
    std::optional<double> score;  ///< 0 to 10
    std::optional<double> sd;     ///< points, ≥ 0, 1.0 unless given

    bool operator==(const Perception&) const = default;
};

/// How much the person's own concerns weigh against the company's, at each gate.
struct PersonalEmphasis {
    std::optional<double> buy;     ///< factor ≥ 0, 0.5 unless given
    std::optional<double> vendor;  ///< factor ≥ 0, 2 unless given

    bool operator==(const PersonalEmphasis&) const = default;
};

/// Roles or deciders with their weights. In a file one id, a list of ids (equal weights) or a map id → weight.
using Shares = OrderedMap<double>;

/// One person of the buying centre, or a seat that must exist and that nobody has named.
struct Person {
    std::string id;
    std::string name;  ///< the id unless given
    std::string title;
    std::string department;
    std::optional<int> level;  ///< 1 staff, 2 manager, 3 director, 4 executive
    Shares roles;              ///< role id → share; normalised to 1
    OrderedMap<Importance> concerns;
    std::optional<PersonalEmphasis> personal_emphasis;
    std::optional<double> susceptibility;  ///< [0, 1): how far others move him; his roles' mean unless given
    OrderedMap<double> leaning;            ///< offer id → attitude added on top of his concerns; 0 unless given
    std::optional<bool> veto;              ///< his roles' unless given
    std::optional<int> votes;              ///< whole number; 1 unless given, 0 for one who is only a coach
    std::string reports_to;                ///< person id; empty: nobody in this deal
    std::vector<Perception> perceptions;
    std::optional<int> counterparts;  ///< how many of ours may look after him, 1 unless given
    std::optional<bool> vacant;
    std::optional<bool> departed;  ///< kept for history; out of the computation with his ties and all evidence about him

    bool operator==(const Person&) const = default;
};

[[nodiscard]] inline bool has_departed(const Person& person) { return person.departed.value_or(false); }

/// `from` influences `to`.
struct Tie {
    std::string from;
    std::string to;
    std::optional<TieKind> kind;     ///< advises unless given
    std::optional<double> strength;  ///< (0, 1], the kind's default unless given; sign and directions stay the kind's
    std::optional<double> sd;        ///< of the logarithm of the strength, ≥ 0; uncertainty.tie_sd unless given

    bool operator==(const Tie&) const = default;
};

}  // namespace buygraph
