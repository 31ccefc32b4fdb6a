#pragma once

#include <algorithm>
#include <string>

#include "../separate.hpp"
#include "labels.hpp"
#include "scene.hpp"

namespace buygraph::picture {

inline constexpr double dial_lead = 0.8;      ///< where the dial ends
inline constexpr double dial_degrees = 115;   ///< on each side of the top

/// Where a lead stands on the dial, degrees clockwise from the top; what is beyond its ends stands at them.
[[nodiscard]] inline double dial_angle(double lead) { return std::clamp(lead, -dial_lead, dial_lead) / dial_lead * dial_degrees; }

namespace detail {

struct Colours {
    const char *fill, *outline, *on;
};
[[nodiscard]] BUYGRAPH_HEAVY Colours colours(int sign);
BUYGRAPH_HEAVY void add_label(Group& group, const Figure& figure, const Density& density);

}  // namespace detail

/// One person: dial, disc, glyph, badges and label; one who has left or was taken out is struck through, without dial.
[[nodiscard]] BUYGRAPH_HEAVY Group person_marks(const Figure& figure, const Density& density);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "badges.hpp"
#include "glyphs.hpp"
#include "marks.hpp"

namespace buygraph::picture {

namespace detail {

BUYGRAPH_HEAVY Colours colours(int sign) {
    switch (sign) {
        case 2: return {"for2", "for2", "on-for2"};
        case 1: return {"for1", "for2", "on-for1"};
        case 0: return {"mid", "mid-line", "ink"};
        case -1: return {"ag1", "ag2", "on-ag1"};
        default: return {"ag2", "ag2", "on-ag2"};
    }
}

/// Track, 10–90 % arc and needle. An arc outside the dial shows as a sliver at its end.
inline void add_dial(Group& group, const Figure& figure, double ring, const Colours& colour) {
    const Standing& stands = *figure.standing;
    add_path(group, arc(figure.centre, ring, -dial_degrees, dial_degrees), "", "line2", 1.25);
    constexpr double sliver = 3;
    const double from = std::min(dial_angle(stands.low), dial_degrees - sliver), to = std::max(dial_angle(stands.high), from + sliver);
    Mark& range = add_path(group, arc(figure.centre, ring, from, to), "", colour.outline, figure.radius < 18 ? 3.5 : 5);
    if (stands.sureness == Sureness::guess) range.dash = "3 2";
    const double needle = dial_angle(stands.lead);
    add_path(group, line(on_circle(figure.centre, ring - 4, needle), on_circle(figure.centre, ring + 5, needle)), "", "ink", 2).part = "needle";
}

/// Hollow for a guess, hatched with a clear centre where likely, solid where sure; a fill fades with its evidence, and then bears ink.
inline void add_disc(Group& group, const Figure& figure, const Colours& colour) {
    const Sureness sureness = figure.standing->sureness;
    const bool sure = sureness == Sureness::sure, likely = sureness == Sureness::likely;
    Mark& body = add_path(group, circle(figure.centre, figure.radius), sure || likely ? colour.fill : "sf", colour.outline, 1.5);
    body.hatched = likely;
    if (figure.vacant) body.dash = "4 3";
    if (figure.faded && (sure || likely)) body.opacity = .62;
    if (likely) add_path(group, circle(figure.centre, figure.radius * .62), "sf");
    const double scale = std::max(.62, figure.radius / 26);
    const std::string ink = sure && !figure.faded ? colour.on : "ink";
    if (figure.vacant) add_question_mark(group, figure.centre, 1.3 * scale, ink);
    else add_role_glyph(group, figure.role, figure.letter, figure.centre, scale, ink);
}

BUYGRAPH_HEAVY void add_label(Group& group, const Figure& figure, const Density& density) {
    const Label label = label_of(figure, density);
    const double x = figure.centre.x + label.left;
    for (const Label::Line& line : label.lines) {
        Mark& mark = add_text(group, line.text, {x + line.left, figure.centre.y + line.baseline}, line.size, line.ink, line.weight);
        mark.struck = figure.struck() && line.weight > 400;
        mark.halo = !mark.struck;  // a rim would be drawn round the stroke too, over the letters
        if (line.own_language) mark.language = figure.language;
    }
    for (const Label::Tag& tag : label.tags) {
        add_path(group, rounded(x + tag.left, figure.centre.y + label.tags_top, tag.width, tag_height, 3), "our-tint", "our", 1);
        add_text(group, tag.text, {x + tag.left + tag.width / 2, figure.centre.y + label.tags_top + 12.5}, 11, "our-text", 600).anchor = "middle";
    }
}

}  // namespace detail

BUYGRAPH_HEAVY Group person_marks(const Figure& figure, const Density& density) {
    Group group;
    group.id = "person:" + figure.id;
    group.title = figure.spoken;
    if (figure.struck()) {
        const double r = figure.radius;
        add_path(group, circle(figure.centre, r), "mid", "mid-line", 1).opacity = .5;
        add_role_glyph(group, figure.role, figure.letter, figure.centre, std::max(.5, r / 26), "ink2");
        add_path(group, line({figure.centre.x - r, figure.centre.y + r}, {figure.centre.x + r, figure.centre.y - r}), "", "ink2", 1.5);
        detail::add_label(group, figure, density);
        return group;
    }
    const Standing& stands = *figure.standing;
    const detail::Colours colour = detail::colours(stands.sign);
    const Anatomy body = anatomy(figure, density);
    if (density.dial) detail::add_dial(group, figure, body.ring, colour);
    detail::add_disc(group, figure, colour);
    const BadgeInk ink = stands.sureness == Sureness::sure ? BadgeInk::filled : stands.sureness == Sureness::likely ? BadgeInk::outlined : BadgeInk::question;
    add_stance_badge(group, stands.sign, ink, on_circle(figure.centre, body.ring, 150), body.badge);
    Point at = on_circle(figure.centre, body.ring, -150);
    for (const Badge badge : figure.badges) {
        add_badge(group, badge, at, body.badge);
        at.x -= body.pitch;
    }
    detail::add_label(group, figure, density);
    return group;
}

}  // namespace buygraph::picture

#endif
