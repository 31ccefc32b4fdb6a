#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "../separate.hpp"
#include "scene.hpp"

namespace buygraph::picture {

/// What a person is in this decision beside his role, and that what we know of him is old.
enum class Badge { veto, decides, coach, stale };
BUYGRAPH_HEAVY void add_question_mark(Group& group, Point at, double scale, const std::string& ink);

/// Octagon with bar, diamond with tick, camera tile, clock; `radius` 8 is their full size.
BUYGRAPH_HEAVY void add_badge(Group& group, Badge badge, Point at, double radius);

/// How a stance badge is drawn: filled where we are sure, outlined where it is likely, a question mark where it is a guess.
enum class BadgeInk { filled, outlined, question };

/// The sign of a stance, from ++ (2) to −− (−2), in strokes.
BUYGRAPH_HEAVY void add_stance_badge(Group& group, int sign, BadgeInk how, Point at, double radius);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "glyphs.hpp"
#include "marks.hpp"

namespace buygraph::picture {

BUYGRAPH_HEAVY void add_question_mark(Group& group, Point at, double scale, const std::string& ink) {
    const auto p = [&](double x, double y) { return point(at.x + scale * x, at.y + scale * y); };
    add_path(group, "M" + p(-2.4, -1.9) + "C" + p(-2.4, -5.2) + " " + p(2.6, -5.2) + " " + p(2.6, -2) + "C" + p(2.6, 0) + " " + p(0, -.2) + " " + p(0, 1.7), "", ink, 1.6 * scale);
    add_path(group, circle({at.x, at.y + scale * 4}, scale), ink);
}

BUYGRAPH_HEAVY void add_badge(Group& group, Badge badge, Point at, double radius) {
    const double scale = radius / 8;
    const auto p = [&](double x, double y) { return Point{at.x + scale * x, at.y + scale * y}; };
    switch (badge) {
        case Badge::veto: {
            std::vector<Point> octagon;
            for (int corner = 0; corner < 8; ++corner) octagon.push_back(on_circle(at, radius, 22.5 + 45 * corner));
            add_path(group, polygon(octagon), "ink", "sf", 1);
            add_path(group, line(p(-4, 0), p(4, 0)), "", "sf", 2.2 * scale);
            return;
        }
        case Badge::decides:
            add_path(group, polygon({p(0, -8), p(8, 0), p(0, 8), p(-8, 0)}), "ink", "sf", 1);
            add_path(group, polyline({p(-3, 0), p(-.5, 2.5), p(3.5, -2.5)}), "", "sf", 1.6 * scale);
            return;
        case Badge::coach:
            add_path(group, rounded(at.x - radius, at.y - .9 * radius, 2 * radius, 1.8 * radius, 3 * scale), "ink", "sf", 1);
            add_role_glyph(group, "coach", "", at, .72 * scale, "sf");
            return;
        case Badge::stale:
            add_path(group, circle(at, radius), "sf", "ink", 1.25);
            add_path(group, polyline({p(0, -4.6), p(0, 0), p(3.4, 1.6)}), "", "ink", 1.4 * scale);
            return;
    }
}

BUYGRAPH_HEAVY void add_stance_badge(Group& group, int sign, BadgeInk how, Point at, double radius) {
    const bool filled = how == BadgeInk::filled;
    const double scale = radius / 8;
    add_path(group, circle(at, radius), filled ? "ink" : "sf", filled ? "sf" : "ink", filled ? 1 : 1.25);
    const std::string ink = filled ? "sf" : "ink";
    if (how == BadgeInk::question) return add_question_mark(group, at, scale, ink);
    if (sign == 0) {
        add_path(group, ellipse(at, 2.2 * scale, 3.2 * scale), "", ink, 1.6 * scale);
        return;
    }
    const bool two = std::abs(sign) == 2;
    const double half = (two ? 2.3 : 3.2) * scale;
    for (const double aside : two ? std::vector<double>{-3, 3} : std::vector<double>{0}) {
        const Point middle{at.x + scale * aside, at.y};
        add_path(group, line({middle.x - half, middle.y}, {middle.x + half, middle.y}), "", ink, 1.6 * scale);
        if (sign > 0) add_path(group, line({middle.x, middle.y - half}, {middle.x, middle.y + half}), "", ink, 1.6 * scale);
    }
}

}  // namespace buygraph::picture

#endif
