#pragma once

#include <algorithm>
#include <string_view>

#include "../insight/standing.hpp"
#include "../separate.hpp"
#include "parts.hpp"

namespace buygraph::page {

/// The colour of a stance from ++ (2) to −− (−2).
[[nodiscard]] inline std::string_view stance_token(int sign) { return sign > 0 ? "for2" : sign < 0 ? "ag2" : "mid-line"; }

/// A lead from −1 to 1 with its 10–90 % interval and a needle; the interval of a guess is hollow.
[[nodiscard]] BUYGRAPH_HEAVY Element stance_strip(const Standing& standing, int height = 20);

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)


namespace buygraph::page {

BUYGRAPH_HEAVY Element stance_strip(const Standing& standing, int height) {
    const auto at = [](double lead) { return (std::clamp(lead, -1.0, 1.0) + 1) / 2; };
    const double middle = height / 2.0;
    Element drawing = track(height);
    drawing.add(bar(0, 1, middle - 1.5, 3, "line2", 1, 1.5));
    drawing.add(upright(.5, middle - 6, middle + 6, "ink3"));
    Element range = bar(at(standing.low), at(standing.high), middle - 4, 8, stance_token(standing.sign), standing.sureness == Sureness::sure ? .6 : standing.sureness == Sureness::likely ? .3 : 0, 4);
    range.set("stroke", "var(--" + std::string(stance_token(standing.sign)) + ")");
    if (standing.sureness == Sureness::guess) range.set("stroke-dasharray", "3 2");
    drawing.add(std::move(range));
    drawing.add(upright(at(standing.lead), middle - 8, middle + 8, "ink", 2.5));
    return drawing;
}

}  // namespace buygraph::page

#endif
