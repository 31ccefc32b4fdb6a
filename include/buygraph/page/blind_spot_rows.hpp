#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "../insight/blind_spots.hpp"
#include "../separate.hpp"
#include "../text/names.hpp"
#include "parts.hpp"

namespace buygraph::page {

inline constexpr Heading blind_spots_heading{"What we do not see", "盲点"};

/// What we do not see, what it may cost in points of our chance, and what to do about it; the greatest first.
[[nodiscard]] BUYGRAPH_HEAVY Element blind_spot_rows(const text::Names& names, const DecisionModel& model, const std::vector<BlindSpot>& found);

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

#include "../text/blind_spots.hpp"

namespace buygraph::page {

BUYGRAPH_HEAVY Element blind_spot_rows(const text::Names& names, const DecisionModel& model, const std::vector<BlindSpot>& found) {
    constexpr std::size_t shown = 4;
    const bool zh = names.language() == Language::chinese;
    Element part = section("blind-spots", blind_spots_heading.in(names.language()), zh ? "对胜率的影响，百分点" : "points of our chance");
    if (found.empty()) {
        part.add(words("p", zh ? "没有发现盲点（0 处）。" : "No blind spots found (0).", "note"));
        return part;
    }
    const auto list = [&](std::size_t from, std::size_t to) {
        Element made = element("ul", "spots");
        for (std::size_t at = from; at < to; ++at) {
            const BlindSpot& spot = found[at];
            const bool doubtful = std::abs(spot.size) < 2 * spot.standard_error;
            made.add(element("li", doubtful ? "faint" : "", words("strong", text::signed_decimal(100 * spot.size, 1)), element("div", "", words("p", text::sentence(names, model, spot)), words("p", text::counter_move(names, model, spot), "move"))));
        }
        return made;
    };
    const std::size_t count = found.size(), first = std::min(shown, count);
    part.add(list(0, first));
    if (count > first) part.add(element("details", "", words("summary", zh ? text::joined({"其余 ", std::to_string(count - first), " 处"}) : std::to_string(count - first) + " more"), list(first, count)));
    return part;
}

}  // namespace buygraph::page

#endif
