#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "../separate.hpp"
#include "map_sheet.hpp"
#include "scene.hpp"

namespace buygraph::picture {

/// The account map by power and stance: across where everybody stands, up how much he moves the decision, with the range of what we know.
[[nodiscard]] BUYGRAPH_HEAVY Scene power_stance_map(const MapSubject& subject);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "marks.hpp"
#include "stance_plot.hpp"
#include "text_width.hpp"

namespace buygraph::picture {

namespace detail {

/// No room for three texts side by side.
[[nodiscard]] inline bool is_narrow(const Rect& field) { return field.right - field.left < 420; }

/// Axes with ticks and titles, and the two corners where something is to be done.
inline void add_stance_ground(MapSheet& sheet, const StancePlot& plot, const std::vector<std::pair<std::string, Point>>& corners, StanceScale scale, Language language) {
    constexpr double no_side = 0.08;  // within it nobody has a side
    Group group;
    const double half = plot.y(.25);
    add_path(group, polygon({{plot.field.left, plot.field.top}, {plot.x(-no_side), plot.field.top}, {plot.x(-no_side), half}, {plot.field.left, half}}), "sf2");
    add_path(group, polygon({{plot.x(no_side), plot.field.top}, {plot.field.right, plot.field.top}, {plot.field.right, half}, {plot.x(no_side), half}}), "sf2");
    for (const auto& [words, at] : corners) add_text(group, words, at, 12, "ink2", 600).anchor = at.x > (plot.field.left + plot.field.right) / 2 ? "end" : "start";
    for (const double share : {-1., -.5, 0., .5, 1.}) {
        const double lead = share * plot.reach;
        add_path(group, line({plot.x(lead), plot.field.top + (lead == 0 ? 0 : 26)}, {plot.x(lead), plot.field.bottom}), "", lead == 0 ? "line2" : "line", 1);
        add_text(group, lead == 0 ? "0" : text::signed_decimal(lead, 1), {plot.x(lead), plot.field.bottom + 14}, 11, "ink2").anchor = "middle";
    }
    for (const double share : {0., .1, .25, .5, 1.}) {
        add_path(group, line({plot.field.left, plot.y(share)}, {plot.field.right, plot.y(share)}), "", "line", 1);
        add_text(group, text::percent(share), {plot.field.left - 6, plot.y(share) + 4}, 11, "ink2").anchor = "end";
    }
    const double middle = plot.x(0), below = plot.field.bottom + 32;
    add_text(group, text::scale_words(scale).in(language), {middle, below + (is_narrow(plot.field) ? 16 : 0)}, 11, "ink2", 600).anchor = "middle";
    add_text(group, "← " + text::scale_ends(scale).against.in(language), {plot.field.left, below}, 11, "ink2");
    add_text(group, text::scale_ends(scale).in_favour.in(language) + " →", {plot.field.right, below}, 11, "ink2").anchor = "end";
    const std::string up = is_narrow(plot.field) ? sheet.say("decision influence (root scale)", "决策影响（平方根刻度）") : sheet.say("decision influence, % of the greatest (root scale)", "决策影响，占最大者的 %（平方根刻度）");
    add_text(group, up, {sheet.left(), plot.field.top - 8}, 11, "ink2", 600);
    sheet.add(std::move(group));
}

/// Whether a disc stands so far aside that a line leads to its place.
[[nodiscard]] inline bool has_leader(const Figure& figure, const StanceSpot& spot, const Density& density) { return spot.aside(figure) > anatomy(figure, density).outer; }

/// Whisker through the true place, which among many only those with a name have; where the disc had to move, a dot there and a line to the disc.
[[nodiscard]] inline Group range_marks(const Figure& figure, const StanceSpot& spot, const Density& density, bool many) {
    Group group;
    group.id = "range:" + figure.id;
    const Standing& stands = *figure.standing;
    const char* colour = colours(stands.sign).outline;
    const double y = spot.place.y;
    const double width = figure.radius < 12 ? 1.25 : 2;
    if (!many || spot.name) {
        Mark& whisker = add_path(group, line({spot.low, y}, {spot.high, y}), "", colour, width);
        if (stands.sureness == Sureness::guess) whisker.dash = "3 2";
        std::string caps;
        if (!spot.open_low) caps += line({spot.low, y - 4}, {spot.low, y + 4});
        if (!spot.open_high) caps += line({spot.high, y - 4}, {spot.high, y + 4});
        if (!caps.empty()) add_path(group, caps, "", colour, width);
    }
    if (!has_leader(figure, spot, density)) return group;
    const double far = spot.aside(figure), share = (far - anatomy(figure, density).outer) / far;
    add_path(group, line(spot.place, {spot.place.x + share * (figure.centre.x - spot.place.x), y + share * (figure.centre.y - y)}), "", "ink3", 1);
    add_path(group, circle(spot.place, 2.5), "ink3");
    return group;
}

}  // namespace detail

BUYGRAPH_HEAVY Scene power_stance_map(const MapSubject& subject) {
    constexpr double ticks = 40, above = 18;
    const double width = MapSheet::room(subject.options);
    MapSheet sheet(subject, width);
    const Rect field{sheet.left() + ticks, sheet.top() + above, sheet.right(), sheet.top() + above + std::clamp(.6 * width, 360., 540.) + 5 * std::clamp(static_cast<double>(subject.figures.size()) - 30, 0., 40.)};
    const auto corner = [&](const char* en, const char* zh) { return fitted(sheet.say(en, zh), (field.right - field.left) / 2 - 28, 12, true); };
    const bool short_words = detail::is_narrow(field);
    const std::string win_over = corner(short_words ? "win over" : "win over or neutralise", "争取或化解"), floor_to = corner(short_words ? "let speak" : "give them the floor", "让他们发声");
    const auto words_at = [&](const std::string& words, bool right) {
        const double wide = text_width(words, 12, true) + 8, x = right ? field.right - 8 - wide : field.left + 8;
        return Rect{x - 2, field.top + 4, x + wide + 2, field.top + 22};
    };
    const StancePlot plot = place_by_stance(subject.figures, field, {38, 48, 38, 26}, {words_at(win_over, false), words_at(floor_to, true)});
    detail::add_stance_ground(sheet, plot, {{win_over, {field.left + 10, field.top + 18}}, {floor_to, {field.right - 10, field.top + 18}}}, subject.scale, subject.language);
    std::size_t nameless = 0, moved = 0;
    for (std::size_t i = plot.spots.size(); i-- > 0;) sheet.add(detail::range_marks(plot.map.figures[i], plot.spots[i], plot.map.density, plot.spots.size() > 30));
    for (std::size_t i = plot.spots.size(); i-- > 0;) {
        const Figure& figure = plot.map.figures[i];
        Group beside;
        if (plot.spots[i].name)
            for (const SpotName::Line& one : plot.spots[i].name->lines) {
                Mark& mark = add_text(beside, one.text, one.at, one.size, one.bold ? "ink" : "ink2", one.bold ? 600 : 400);
                mark.anchor = one.anchor;
                mark.halo = true;
                mark.language = figure.language;
            }
        else if (figure.chosen || figure.near) {  // over what is there
            Mark& mark = add_text(beside, figure.shown, {figure.centre.x, figure.centre.y + lowest_mark(figure, plot.map.density) + 13}, 13, "ink", 600);
            mark.anchor = "middle";
            mark.halo = true;
            mark.language = figure.language;
        }
        nameless += !plot.spots[i].name;
        moved += detail::has_leader(figure, plot.spots[i], plot.map.density);
        sheet.add_person(figure, plot.map.density, std::move(beside.marks));
    }

    Legend legend = sheet.legend(plot.map);
    legend.add(30, sheet.say("stance, 10–90%", "站位的 10–90% 区间"), [](Group& group, Point at) {
        add_path(group, line({at.x, at.y}, {at.x + 30, at.y}) + line({at.x, at.y - 4}, {at.x, at.y + 4}) + line({at.x + 30, at.y - 4}, {at.x + 30, at.y + 4}), "", "ink2", 2);
    });
    if (moved > 0)
        legend.add(22, sheet.say("moved aside from its place", "为避让而移开，线指原位"), [](Group& group, Point at) {
            add_path(group, line(at, {at.x + 12, at.y}), "", "ink3", 1);
            add_path(group, circle({at.x + 2.5, at.y}, 2.5), "ink3");
            add_path(group, circle({at.x + 17, at.y}, 5), "sf", "mid-line", 1.5);
        });
    const std::string count = std::to_string(nameless);
    if (nameless > 0) legend.add(0, sheet.say((count + (nameless == 1 ? " name has no room" : " names have no room")).c_str(), ("另有 " + count + " 人的名字放不下").c_str()), [](Group&, Point) {});
    sheet.add_absent(legend, subject.figures.size() - plot.spots.size());
    return std::move(sheet).close(plot.field.bottom + (detail::is_narrow(field) ? 58 : 42), legend);
}

}  // namespace buygraph::picture

#endif
