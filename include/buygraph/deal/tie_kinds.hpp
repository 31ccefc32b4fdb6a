#pragma once

#include <cmath>

#include "person.hpp"

namespace buygraph {

/// What a kind of tie means where the deal does not say more. The one table of it: the model counts by it, the map draws by it.
struct TieDefaults {
    double strength;  ///< signed; its sign stays the kind's, whatever strength a deal gives
    bool both_ways;
};

[[nodiscard]] constexpr TieDefaults tie_defaults(TieKind kind) {
    switch (kind) {
        case TieKind::advises: return {0.6, false};
        case TieKind::works_with: return {0.3, true};
        case TieKind::friendship: return {0.5, true};
        case TieKind::opposes: break;
    }
    return {-0.4, true};
}

[[nodiscard]] inline TieKind kind_of(const Tie& tie) { return tie.kind.value_or(TieKind::advises); }

/// Strength of a tie with its sign, in each of its directions: the deal's, else the kind's.
[[nodiscard]] inline double signed_strength(const Tie& tie) {
    const double usual = tie_defaults(kind_of(tie)).strength;
    return std::copysign(tie.strength.value_or(std::abs(usual)), usual);
}

/// A reporting line is a tie in both directions.
inline constexpr double boss_on_report = 0.6;
inline constexpr double report_on_boss = 0.3;

}  // namespace buygraph
