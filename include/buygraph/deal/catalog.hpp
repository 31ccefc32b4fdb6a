#pragma once

#include <optional>
#include <vector>

#include "ordered_map.hpp"
#include "words.hpp"

namespace buygraph {

/// One corner of a value function: at this measure, this score.
struct ValuePoint {
    double measure = 0;  ///< in the concern's unit
    double score = 0;    ///< 0 to 10

    bool operator==(const ValuePoint&) const = default;
};

/// A role of the buying centre. In a deal's own catalog an entry of a known id mends that entry field by field.
struct RoleEntry {
    std::optional<Text> labels;
    std::optional<Text> descriptions;
    OrderedMap<double> importance;         ///< concern id → 0 to 10
    std::optional<double> susceptibility;  ///< [0, 1); 0.5 for a new role unless given
    std::optional<bool> veto;              ///< no for a new role unless given

    bool operator==(const RoleEntry&) const = default;
};

/// What to say to a person about a concern: templates of a line each, by how we stand there in the person's eyes.
///
/// They may hold `{person}`, `{rival}` and `{concern}` (advice_template.hpp), which whoever writes the text fills in.
struct AdviceTexts {
    std::optional<Text> lead;  ///< we are ahead of the rival: open with it
    std::optional<Text> mend;  ///< we are behind: what we owe, to be repaired before the person raises it
    std::optional<Text> ask;   ///< we do not know how the person sees it: what to ask

    bool operator==(const AdviceTexts&) const = default;
};

/// Something a person may care about.
struct ConcernEntry {
    std::optional<Text> labels;
    std::optional<Text> descriptions;
    OrderedMap<double> importance;    ///< role id → 0 to 10; the same table as RoleEntry::importance, seen from the concern
    std::optional<ConcernKind> kind;  ///< organisational for a new concern unless given
    std::optional<Text> unit;         ///< of the measure
    std::vector<ValuePoint> points;   ///< measure → score, by rising measure; empty: takes no measure
    std::optional<AdviceTexts> advice;

    bool operator==(const ConcernEntry&) const = default;
};

struct Catalog {
    OrderedMap<RoleEntry> roles;
    OrderedMap<ConcernEntry> concerns;

    bool operator==(const Catalog&) const = default;
};

}  // namespace buygraph
