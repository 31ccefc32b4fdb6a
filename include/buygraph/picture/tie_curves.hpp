#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "../deal/deal.hpp"
#include "../separate.hpp"
#include "../text/format.hpp"
#include "arrangement.hpp"
#include "scene.hpp"

namespace buygraph::picture {

struct Rect {
    double left, top, right, bottom;

    [[nodiscard]] bool holds(Point at) const { return at.x > left && at.x < right && at.y > top && at.y < bottom; }
    [[nodiscard]] bool meets(const Rect& other) const { return left < other.right && other.left < right && top < other.bottom && other.top < bottom; }
};

/// A tie as it is drawn: a quadratic curve between the rims of two discs.
struct TieCurve {
    std::size_t from, to;  ///< indices of figures
    double strength;       ///< signed
    bool both_ways;
    Point start, bend, end;
    Rect label;            ///< where its number stands
    std::size_t record = 0;  ///< index of the deal's tie

    [[nodiscard]] Point at(double t) const {
        const double u = 1 - t;
        return {u * u * start.x + 2 * u * t * bend.x + t * t * end.x, u * u * start.y + 2 * u * t * bend.y + t * t * end.y};
    }
};

struct TieCurves {
    std::vector<TieCurve> curves;
    std::size_t hidden = 0;  ///< weak ones left out among more than a dozen people
    std::size_t aside = 0;   ///< those between people whose names are not shown, or of people drawn together, left out too
    bool numbers = true;     ///< each with its strength: at most a dozen lines
};

namespace detail {

inline constexpr std::size_t a_dozen = 12;

}  // namespace detail

[[nodiscard]] inline std::string strength_text(double strength) { return text::signed_decimal(strength, 2); }

/// The explicit ties between people who are here, each on its way. Among more than a dozen people those under 0.15 of the strongest are left out,
/// and where only some people are named those between two of the others.
[[nodiscard]] BUYGRAPH_HEAVY TieCurves tie_curves(const Deal& deal, const Arrangement& map, Rect room);

/// Draws a tie: an arrow at the influenced, bars at both ends where both ways; a negative one dashed.
BUYGRAPH_HEAVY void add_tie(Group& group, const TieCurve& tie);

/// The ties as groups "tie:3", by their place in the deal, each with a title; over all of them their numbers as groups "tie-number:3".
[[nodiscard]] BUYGRAPH_HEAVY std::vector<Group> tie_groups(const Deal& deal, const Arrangement& map, const TieCurves& ties, Language language);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "../deal/tie_kinds.hpp"
#include "../text/ties.hpp"
#include "marks.hpp"
#include "text_width.hpp"

namespace buygraph::picture {

namespace detail {

inline constexpr double weak_share = 0.15;  ///< of the strongest

/// Finds the ways of ties between discs and names that have their places.
class TieRouter {
  public:
    TieRouter(const Arrangement& map, Rect room) : map_(map), room_(room) {
        for (const Figure& figure : map.figures) {
            const Label label = label_of(figure, map.density);
            if (label.lines.empty()) names_.push_back({1, 1, -1, -1});  // nobody meets it
            else names_.push_back({figure.centre.x + label.left - 4, figure.centre.y + label.top - 2, figure.centre.x + label.left + label.width + 4, figure.centre.y + label.bottom + 2});
            outer_.push_back(anatomy(figure, map.density).outer);
        }
    }

    /// Of a dozen bends the one that passes over the fewest names, then discs, then the flattest; first of all one that stays in the room,
    /// is long enough to be seen between neighbours, and is not that of another tie of the same two.
    void route(TieCurve& tie, const std::vector<TieCurve>& before) const {
        const Point from = map_.figures[tie.from].centre, to = map_.figures[tie.to].centre;
        std::tuple<int, int, int, double> least{1 << 20, 0, 0, 0};
        for (const double bend : {.12, -.12, .2, -.2, .3, -.3, .42, -.42, .55, -.55, .7, -.7}) {
            TieCurve candidate = tie;
            candidate.bend = {(from.x + to.x) / 2 - (to.y - from.y) * bend, (from.y + to.y) / 2 + (to.x - from.x) * bend};
            candidate.start = rim(tie.from, candidate.bend);
            candidate.end = rim(tie.to, candidate.bend);
            int unfit = std::hypot(candidate.end.x - candidate.start.x, candidate.end.y - candidate.start.y) < 30 && std::abs(bend) < .5;
            for (const TieCurve& other : before) unfit += std::hypot(other.bend.x - candidate.bend.x, other.bend.y - candidate.bend.y) < 4;
            const auto [outside, names, discs] = passes_over(candidate);
            const std::tuple cost{outside + unfit, names, discs, std::abs(bend)};
            if (cost < least) least = cost, tie = candidate;
        }
    }

    /// Near the middle of its curve, where the number is over no name, disc, other number or other curve if there is such a place.
    void place_number(TieCurve& tie, const std::vector<TieCurve>& before, const std::vector<TieCurve>& all, double width) const {
        struct Spot {
            double t, aside;
        };
        const bool is_short = std::hypot(tie.end.x - tie.start.x, tie.end.y - tie.start.y) < width + 34;  // the number would hide it: beside
        const double aside = width / 2 + 8;
        for (const Spot& spot : is_short ? std::vector<Spot>{{.5, aside}, {.5, -aside}, {.3, aside}, {.3, -aside}, {.7, aside}, {.7, -aside}, {.5, 0}}
                                         : std::vector<Spot>{{.5, 0}, {.42, 0}, {.58, 0}, {.34, 0}, {.66, 0}, {.26, 0}, {.74, 0}, {.5, 0}}) {
            const Point on = tie.at(spot.t), at{on.x + spot.aside, on.y};
            tie.label = {at.x - width / 2, at.y - 7, at.x + width / 2, at.y + 7};
            const auto hit = [&](const Rect& other) { return tie.label.meets(other); };
            bool free = std::none_of(names_.begin(), names_.end(), hit) && std::none_of(before.begin(), before.end(), [&](const TieCurve& other) { return hit(other.label); });
            for (std::size_t i = 0; free && i < names_.size(); ++i) {
                const Point centre = map_.figures[i].centre;
                free = !hit({centre.x - outer_[i], centre.y - outer_[i], centre.x + outer_[i], centre.y + outer_[i] + 4});
            }
            for (const TieCurve& other : all)
                for (int i = 0; free && i <= 32; ++i) free = (other.from == tie.from && other.to == tie.to) || !tie.label.holds(other.at(i / 32.0));
            if (free) return;
        }
    }

  private:
    /// Where a curve that leaves towards a point begins: outside the dial, and outside the badges under it.
    [[nodiscard]] Point rim(std::size_t who, Point towards) const {
        const Figure& figure = map_.figures[who];
        const Anatomy body = anatomy(figure, map_.density);
        const double x = towards.x - figure.centre.x, y = towards.y - figure.centre.y, far = std::max(1e-9, std::hypot(x, y));
        const auto at = [&](double distance) { return Point{figure.centre.x + x / far * distance, figure.centre.y + y / far * distance}; };
        const auto on_badge = [&](Point place) {
            const std::size_t left = figure.badges.size();
            for (std::size_t badge = 0; badge <= left; ++badge) {  // the last is the stance's
                Point centre = on_circle(figure.centre, body.ring, badge == left ? 150 : -150);
                if (badge < left) centre.x -= body.pitch * static_cast<double>(badge);
                if (std::hypot(place.x - centre.x, place.y - centre.y) < body.badge + 4) return true;
            }
            return false;
        };
        double distance = body.outer + 2;
        while (on_badge(at(distance)) && distance < body.outer + 60) distance += 2;
        return at(distance);
    }

    struct Over {
        int outside, names, discs;
    };
    [[nodiscard]] Over passes_over(const TieCurve& tie) const {
        Over over{0, 0, 0};
        std::vector<Point> points;
        for (int i = 0; i <= 64; ++i) points.push_back(tie.at(i / 64.0));
        Rect reach{points[0].x, points[0].y, points[0].x, points[0].y};  // most people are nowhere near
        for (const Point at : points) reach = {std::min(reach.left, at.x), std::min(reach.top, at.y), std::max(reach.right, at.x), std::max(reach.bottom, at.y)};
        const auto any = [&](auto&& test) { return std::any_of(points.begin(), points.end(), test); };
        over.outside = any([&](Point at) { return !room_.holds(at); });
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const Point centre = map_.figures[i].centre;
            over.names += names_[i].meets(reach) && any([&](Point at) { return names_[i].holds(at); });
            const double outer = outer_[i] + 2;
            if (i != tie.from && i != tie.to && reach.meets({centre.x - outer, centre.y - outer, centre.x + outer, centre.y + outer})) over.discs += any([&](Point at) { return std::hypot(at.x - centre.x, at.y - centre.y) < outer; });
        }
        return over;
    }

    const Arrangement& map_;
    Rect room_;
    std::vector<Rect> names_;
    std::vector<double> outer_;
};

}  // namespace detail

BUYGRAPH_HEAVY TieCurves tie_curves(const Deal& deal, const Arrangement& map, Rect room) {
    TieCurves result;
    std::vector<TieCurve> found;
    double strongest = 0;
    for (const Tie& tie : deal.ties) {
        const auto place = [&](const std::string& id) {
            return static_cast<std::size_t>(std::find_if(map.figures.begin(), map.figures.end(), [&](const Figure& figure) { return figure.id == id && !figure.left(); }) - map.figures.begin());
        };
        const auto is_together = [&](const std::string& id) { return std::any_of(map.figures.begin(), map.figures.end(), [&](const Figure& figure) { return std::find(figure.together.begin(), figure.together.end(), id) != figure.together.end(); }); };
        const std::size_t from = place(tie.from), to = place(tie.to);
        if (signed_strength(tie) != 0 && ((from == map.figures.size() && is_together(tie.from)) || (to == map.figures.size() && is_together(tie.to)))) ++result.aside;
        if (from == map.figures.size() || to == map.figures.size() || signed_strength(tie) == 0) continue;
        found.push_back({from, to, signed_strength(tie), tie_defaults(kind_of(tie)).both_ways, {}, {}, {}, {}, static_cast<std::size_t>(&tie - deal.ties.data())});
        strongest = std::max(strongest, std::abs(found.back().strength));
    }
    const detail::TieRouter router(map, room);
    const bool crowd = map.figures.size() > detail::a_dozen;
    for (TieCurve& tie : found) {
        if (crowd && std::abs(tie.strength) < detail::weak_share * strongest) {
            ++result.hidden;
            continue;
        }
        const Figure &from = map.figures[tie.from], &to = map.figures[tie.to];
        if (!from.named && !from.chosen && !to.named && !to.chosen) {
            ++result.aside;
            continue;
        }
        router.route(tie, result.curves);
        result.curves.push_back(tie);
    }
    result.numbers = result.curves.size() <= detail::a_dozen;
    std::vector<TieCurve> before;
    for (TieCurve& tie : result.curves) {
        if (result.numbers) router.place_number(tie, before, result.curves, text_width(strength_text(tie.strength), 11) + 4);
        before.push_back(tie);
    }
    return result;
}

BUYGRAPH_HEAVY void add_tie(Group& group, const TieCurve& tie) {
    const auto towards = [](Point a, Point b, double by) {
        const double x = b.x - a.x, y = b.y - a.y, far = std::max(1e-9, std::hypot(x, y));
        return Point{a.x + x / far * by, a.y + y / far * by};
    };
    const auto across = [&](Point at, Point along, double half) {
        const Point one = towards(at, along, 1);
        const double x = one.x - at.x, y = one.y - at.y;
        return std::pair(Point{at.x - y * half, at.y + x * half}, Point{at.x + y * half, at.y - x * half});
    };
    const bool negative = tie.strength < 0;
    const std::string colour = negative ? "neg" : "infl";
    const double width = std::max(1.2, 9 * std::abs(tie.strength));
    const Point tip = towards(tie.end, tie.bend, tie.both_ways ? 0 : width + 3);
    Mark& curve = add_path(group, "M" + point(tie.start) + "Q" + point(tie.bend) + " " + point(tip), "", colour, width);
    if (negative) curve.dash = "6 4";
    if (tie.both_ways) {
        for (const Point at : {tie.start, tie.end}) {
            const auto [left, right] = across(at, tie.bend, width / 2 + 4);
            add_path(group, line(left, right), "", colour, 2);
        }
    } else {
        const auto [left, right] = across(tip, tie.bend, width / 2 + 3);
        add_path(group, polygon({left, tie.end, right}), colour);
    }
}

BUYGRAPH_HEAVY std::vector<Group> tie_groups(const Deal& deal, const Arrangement& map, const TieCurves& ties, Language language) {
    std::vector<Group> groups;
    for (const TieCurve& tie : ties.curves) {
        Group& group = groups.emplace_back();
        group.id = "tie:" + std::to_string(tie.record);
        group.title = map.figures[tie.from].name + (tie.both_ways ? " ↔ " : " → ") + map.figures[tie.to].name + Text{": ", "："}.in(language) + text::tie_words(kind_of(deal.ties[tie.record])).in(language) +
                      Text{", ", "，"}.in(language) + strength_text(tie.strength);
        add_tie(group, tie);
    }
    for (const TieCurve& tie : ties.curves) {
        if (!ties.numbers) break;
        Group& group = groups.emplace_back();
        group.id = "tie-number:" + std::to_string(tie.record);
        add_path(group, rounded(tie.label.left, tie.label.top, tie.label.right - tie.label.left, tie.label.bottom - tie.label.top, 3), "sf");
        add_text(group, strength_text(tie.strength), {(tie.label.left + tie.label.right) / 2, tie.label.bottom - 3}, 11, tie.strength < 0 ? "neg" : "ink2").anchor = "middle";
    }
    return groups;
}

}  // namespace buygraph::picture

#endif
