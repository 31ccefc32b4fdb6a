#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../separate.hpp"
#include "scene.hpp"

namespace buygraph::picture {

/// Adds the glyph of a role, drawn on a grid of 20 with 0 0 in its centre, at a place and scale: crown, tag, bust, nut, coins, camera.
/// \param letter  stands for a role that has no glyph
BUYGRAPH_HEAVY void add_role_glyph(Group& group, std::string_view role, std::string_view letter, Point at, double scale, const std::string& ink);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "marks.hpp"

namespace buygraph::picture {

BUYGRAPH_HEAVY void add_role_glyph(Group& group, std::string_view role, std::string_view letter, Point at, double scale, const std::string& ink) {
    const auto x = [&](double value) { return number(at.x + scale * value); };
    const auto y = [&](double value) { return number(at.y + scale * value); };
    const auto p = [&](double px, double py) { return x(px) + " " + y(py); };
    const auto stroke = [&](const std::string& path) { add_path(group, path, "", ink, 1.4 * scale); };
    const auto round = [&](double ex, double ey, double rx, double ry) { return ellipse({at.x + scale * ex, at.y + scale * ey}, scale * rx, scale * ry); };
    if (role == "decision_maker") {
        add_path(group, "M" + p(-7, -4) + "L" + p(-3.5, 0) + "L" + p(0, -6.5) + "L" + p(3.5, 0) + "L" + p(7, -4) + "L" + p(5.5, 5.5) + "H" + x(-5.5) + "Z", ink);
    } else if (role == "purchaser") {
        stroke("M" + p(-6.5, -6.5) + "H" + x(0) + "L" + p(7, .5) + "L" + p(.5, 7) + "L" + p(-6.5, 0) + "Z");
        add_path(group, round(-3, -3, 1.3, 1.3), ink);
    } else if (role == "user") {
        stroke(round(0, -3.5, 3.2, 3.2));
        stroke("M" + p(-6.5, 7) + "C" + p(-6.5, 1.5) + " " + p(6.5, 1.5) + " " + p(6.5, 7));
    } else if (role == "technical") {
        stroke("M" + p(0, -7) + "L" + p(6, -3.5) + "V" + y(3.5) + "L" + p(0, 7) + "L" + p(-6, 3.5) + "V" + y(-3.5) + "Z");
        stroke(round(0, 0, 2.4, 2.4));
    } else if (role == "finance") {
        stroke(round(0, -4, 6, 2.4));
        for (const double down : {0., 4.}) stroke("M" + p(-6, down - 4) + "V" + y(down) + "A" + point(scale * 6, scale * 2.4) + " 0 0 0 " + p(6, down) + "V" + y(down - 4));
    } else if (role == "coach") {
        stroke("M" + p(-7, -3.5) + "H" + x(-3.5) + "L" + p(-2, -5.5) + "H" + x(2) + "L" + p(3.5, -3.5) + "H" + x(7) + "V" + y(5.5) + "H" + x(-7) + "Z");
        stroke(round(0, .8, 2.6, 2.6));
    } else {
        add_text(group, std::string(letter), {at.x, at.y + 5 * scale}, 14 * scale, ink, 650).anchor = "middle";
    }
}

}  // namespace buygraph::picture

#endif
