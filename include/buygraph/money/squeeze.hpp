#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "seller_view.hpp"

namespace buygraph::money {

/// What a squeezed supplier gives less of.
inline constexpr std::array<std::string_view, 3> squeezed_concerns{"supplier_cooperation", "stability", "supplier_attitude"};

[[nodiscard]] inline bool is_squeezed(std::string_view concern) { return std::find(squeezed_concerns.begin(), squeezed_concerns.end(), concern) != squeezed_concerns.end(); }

/// How much of his cooperation, stability and attitude a supplier keeps at a margin, h: 0.4 without a margin, 0.7 at the floor, 1 from the target on, straight lines between.
///
/// With a floor margin of 0 or less it leaps at 0: 0.4 there, and what the line from floor to target says above.
/// Source: docs/model.md, section 9.
[[nodiscard]] inline double kept_at_margin(double margin, const Economics& economics) {
    const double floor = floor_margin(economics), target = target_margin(economics);
    if (margin <= 0) return 0.4;
    if (margin < floor) return 0.4 + 0.3 * margin / floor;
    return std::min(1.0, 0.7 + 0.3 * (margin - floor) / (target - floor));
}

/// The score of future_price_room: 10 from a room of a fifth of the price on, 0 at the floor price and below.
[[nodiscard]] inline double price_room_score(double price_room) { return 10 * std::min(1.0, std::max(0.0, price_room) / 0.2); }

}  // namespace buygraph::money
