#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../numbers/sort_stably.hpp"
#include "../separate.hpp"
#include "arrangement.hpp"
#include "scene.hpp"
#include "tie_curves.hpp"

namespace buygraph::picture {

/// A name, and a title if there is room, beside a disc.
struct SpotName {
    struct Line {
        std::string text;
        Point at;
        const char* anchor;
        double size;
        bool bold;
    };
    std::vector<Line> lines;
    Rect box;
};

/// Where somebody belongs by stance and influence; his disc stands there or as near as there is room.
struct StanceSpot {
    Point place;
    double low, high;          ///< of the whisker, px: 10 and 90 % of the lead
    bool open_low, open_high;  ///< it goes on beyond the plot
    std::optional<SpotName> name;

    /// How far his disc stands aside, px.
    [[nodiscard]] double aside(const Figure& figure) const { return std::hypot(place.x - figure.centre.x, place.y - figure.centre.y); }
};

/// People by power and stance.
struct StancePlot {
    Arrangement map;                ///< the greatest influence first
    std::vector<StanceSpot> spots;  ///< of its figures
    Rect plot;                      ///< leads −reach to reach across, influence 0 to the greatest up
    Rect field;                     ///< what discs and names keep within
    double reach = 1;               ///< of the axis of leads

    [[nodiscard]] double x(double lead) const { return plot.left + (std::clamp(lead / reach, -1.0, 1.0) + 1) / 2 * (plot.right - plot.left); }
    [[nodiscard]] double y(double rank) const { return plot.bottom - std::sqrt(rank) * (plot.bottom - plot.top); }
};

/// How much a person shows where position says the stance: no dial, and less the more people there are.
[[nodiscard]] BUYGRAPH_HEAVY Density stance_density(std::size_t people);

/// Places everybody who is here: across by the lead, up by the root of the decision influence; discs that would touch are pushed apart, and
/// names stand beside them by influence while they fit.
///
/// The same people stand the same way each time. Where there is no room at all the plot grows downwards.
/// \param field  what discs and names keep within
/// \param inner  of the plot from the field's edges: left, top, right, bottom
/// \param taken  within the field: words that stand there
/// Cost: for each person the steps of his spiral; milliseconds for 60 people.
[[nodiscard]] BUYGRAPH_HEAVY StancePlot place_by_stance(std::vector<Figure> people, Rect field, const std::array<double, 4>& inner, const std::vector<Rect>& taken = {});

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "marks.hpp"
#include "text_width.hpp"

namespace buygraph::picture {

BUYGRAPH_HEAVY Density stance_density(std::size_t people) {
    if (people <= 12) return {130, 1, 20, true, false, false};
    if (people <= 30) return {130, .85, 16, true, false, false};
    if (people <= detail::most_named) return {130, .72, 8, false, false, false};
    return {130, .5, 8, false, false, false};
}

namespace detail {

/// How far the axis of leads goes: to 1 for up to a dozen people; among more only as far as their leads do, so that they stand apart.
[[nodiscard]] inline double axis_reach(const std::vector<Figure>& people) {
    double farthest = people.size() <= a_dozen ? 1 : 0;
    for (const Figure& figure : people) farthest = std::max(farthest, std::abs(figure.standing->lead));
    for (const double reach : {.2, .4, .6, .8})
        if (farthest <= reach) return reach;
    return 1;
}

struct Round {
    Point centre;
    double radius;

    [[nodiscard]] bool meets(const Round& other) const { return std::hypot(centre.x - other.centre.x, centre.y - other.centre.y) < radius + other.radius; }
    [[nodiscard]] bool meets(const Rect& other) const {
        const double x = centre.x - std::clamp(centre.x, other.left, other.right), y = centre.y - std::clamp(centre.y, other.top, other.bottom);
        return std::hypot(x, y) < radius;
    }
    [[nodiscard]] bool within(const Rect& field) const { return centre.x - radius >= field.left && centre.x + radius <= field.right && centre.y - radius >= field.top && centre.y + radius <= field.bottom; }
};

/// Disc and badges with a little room about them.
[[nodiscard]] inline std::vector<Round> rounds(const Figure& figure, const Density& density) {
    constexpr double room = 1.5;
    const Anatomy body = anatomy(figure, density);
    std::vector<Round> result{{figure.centre, body.outer + room}, {on_circle(figure.centre, body.ring, 150), body.badge + room}};
    Point at = on_circle(figure.centre, body.ring, -150);
    for (std::size_t badge = 0; badge < figure.badges.size(); ++badge, at.x -= body.pitch) result.push_back({at, body.badge + room});
    return result;
}

/// What is taken already, by cells, so that only neighbours are looked at.
class TakenRounds {
  public:
    void add(const std::vector<Round>& rounds) {
        for (const Round& one : rounds) {
            cells_[cell(one.centre.x, one.centre.y)].push_back(one);
            largest_ = std::max(largest_, one.radius);
        }
    }
    [[nodiscard]] bool meets(const Round& one) const {
        return any_near({one.centre.x - one.radius, one.centre.y - one.radius, one.centre.x + one.radius, one.centre.y + one.radius}, [&](const Round& other) { return one.meets(other); });
    }
    [[nodiscard]] bool meets(const Rect& rect) const {
        return any_near(rect, [&](const Round& other) { return other.meets(rect); });
    }

  private:
    static constexpr double side = 32;
    [[nodiscard]] static std::pair<int, int> cell(double x, double y) { return {static_cast<int>(std::floor(x / side)), static_cast<int>(std::floor(y / side))}; }

    template <class Test>
    [[nodiscard]] bool any_near(const Rect& rect, const Test& test) const {
        const auto [left, top] = cell(rect.left - largest_, rect.top - largest_);
        const auto [right, bottom] = cell(rect.right + largest_, rect.bottom + largest_);
        for (int x = left; x <= right; ++x)
            for (int y = top; y <= bottom; ++y)
                if (const auto found = cells_.find({x, y}); found != cells_.end() && std::any_of(found->second.begin(), found->second.end(), test)) return true;
        return false;
    }

    std::map<std::pair<int, int>, std::vector<Round>> cells_;
    double largest_ = 0;
};

/// Gives discs and names their places, the most influential first: he gets the first place of a fixed spiral about his true one at which his disc
/// and his name are free. The spiral is flat, so that leads change least. Where no place near by has room for the name, the disc stands alone.
class StancePlacer {
  public:
    StancePlacer(StancePlot& plot, std::vector<Rect> taken) : plot_(plot), names_(std::move(taken)) {}

    /// \return false: there is no room for all
    [[nodiscard]] bool place() {
        for (std::size_t i = 0; i < plot_.spots.size(); ++i)
            if (!place(i)) return false;
        return true;
    }

  private:
    static constexpr double near = 90;            ///< for a name a disc moves no further than this, px

    [[nodiscard]] bool place(std::size_t i) {
        Figure& figure = plot_.map.figures[i];
        StanceSpot& spot = plot_.spots[i];
        std::optional<Point> alone;
        const bool named = i < named_among_many || plot_.spots.size() <= most_named;
        for (int step = 0; step < 30000; ++step) {
            const double angle = 2.399963229728653 * step, far = 3 * std::sqrt(static_cast<double>(step));  // the golden angle: turns that never repeat
            if (alone && far > near) break;
            figure.centre = {spot.place.x + .6 * far * std::cos(angle), spot.place.y - far * std::sin(angle)};
            if (!is_free(rounds(figure, plot_.map.density))) continue;
            if (named && far <= near) spot.name = best_name(i);
            if (!alone) alone = figure.centre;
            if (spot.name || !named || far > near) break;
        }
        if (!alone) return false;
        if (!spot.name) figure.centre = *alone;
        discs_.add(rounds(figure, plot_.map.density));
        if (spot.name) names_.push_back(spot.name->box);
        return true;
    }

    [[nodiscard]] bool is_free(const std::vector<Round>& parts) const {
        for (const Round& part : parts) {
            if (!part.within(plot_.field) || discs_.meets(part)) return false;
            for (const Rect& rect : names_)
                if (part.meets(rect)) return false;
        }
        return true;
    }
    [[nodiscard]] bool is_free(const Rect& box, const std::vector<Round>& own) const {
        const Rect& field = plot_.field;
        if (box.left < field.left || box.right > field.right || box.top < field.top || box.bottom > field.bottom || discs_.meets(box)) return false;
        return std::none_of(names_.begin(), names_.end(), [&](const Rect& rect) { return box.meets(rect); }) && std::none_of(own.begin(), own.end(), [&](const Round& part) { return part.meets(box); });
    }

    /// The free side at which a name hides least, with the title if any side has room for both.
    [[nodiscard]] std::optional<SpotName> best_name(std::size_t i) const {
        const Figure& figure = plot_.map.figures[i];
        const std::vector<Round> own = rounds(figure, plot_.map.density);
        std::optional<SpotName> best;
        for (const bool titled : {true, false}) {
            if (best || (titled && (figure.title.empty() || !plot_.map.density.title))) continue;
            int least = 0;
            for (int side = 0; side < 8; ++side) {
                SpotName name = beside(figure, side, titled);
                if (!is_free(name.box, own)) continue;
                const int hidden = hidden_by(i, name.box);
                if (!best || hidden < least) least = hidden, best = std::move(name);
            }
        }
        return best;
    }

    /// Whiskers under a name; and, which is worse, true places of those who have no place yet.
    [[nodiscard]] int hidden_by(std::size_t own, const Rect& box) const {
        int count = 0;
        for (std::size_t i = 0; i < plot_.spots.size(); ++i) {
            if (i == own) continue;
            const StanceSpot& spot = plot_.spots[i];
            count += box.meets({spot.low, spot.place.y - 1, spot.high, spot.place.y + 1});
            count += i > own && Round{spot.place, plot_.map.figures[i].radius}.meets(box) ? 4 : 0;
        }
        return count;
    }

    /// At the right (0) or left (1) the name stands over the whisker's height and the title under it; below (2) or above (3) both are centred; then the corners.
    [[nodiscard]] SpotName beside(const Figure& figure, int side, bool titled) const {
        const Anatomy body = anatomy(figure, plot_.map.density);
        const std::string title = titled ? fitted(figure.title, plot_.map.density.label, 11) : "";
        const double wide = std::max(text_width(figure.shown, 13, true), text_width(title, 11)), second_line = titled ? 14 : 0;
        const double half = .5 * body.ring + body.badge + 1, badges = half + body.pitch * (static_cast<double>(figure.badges.size()) - 1);
        const double right = std::max(body.outer, half), left = std::max(body.outer, figure.badges.empty() ? 0 : badges), below = lowest_mark(figure, plot_.map.density);
        const Point centre = figure.centre;
        double x = centre.x, first = centre.y - 4, second = centre.y + 14;
        const char* anchor = "middle";
        if (side == 0) x += right + 6;
        if (side == 1) x -= left + 6;
        if (side == 2) first = centre.y + below + 13;
        if (side == 3) first = centre.y - body.outer - 6 - second_line;
        if (side == 4 || side == 5) first = centre.y - .6 * body.outer - 4 - second_line;
        if (side == 6 || side == 7) first = centre.y + below + 4;
        if (side == 4) x += .75 * body.outer + 6;
        if (side == 5) x -= .75 * body.outer + 6;
        if (side == 6) x += right + 3;
        if (side == 7) x -= left + 3;
        if (side > 1) second = first + 14;
        if (side == 0 || side == 4 || side == 6) anchor = "start";
        if (side == 1 || side == 5 || side == 7) anchor = "end";
        SpotName name{{{figure.shown, {x, first}, anchor, 13, true}}, {}};
        if (titled) name.lines.push_back({title, {x, second}, anchor, 11, false});
        const double from = *anchor == 's' ? x : *anchor == 'e' ? x - wide : x - wide / 2;
        name.box = {from - 2, first - 12, from + wide + 2, (titled ? second : first) + 4};
        return name;
    }

    StancePlot& plot_;
    std::vector<Rect> names_;
    TakenRounds discs_;
};

}  // namespace detail

BUYGRAPH_HEAVY StancePlot place_by_stance(std::vector<Figure> people, Rect field, const std::array<double, 4>& inner, const std::vector<Rect>& taken) {
    StancePlot result{{}, {}, {}, field};
    people.erase(std::remove_if(people.begin(), people.end(), [](const Figure& figure) { return figure.left(); }), people.end());
    numbers::sort_stably(people, [](const Figure& left, const Figure& right) { return left.rank > right.rank; });
    result.map.density = stance_density(people.size());
    for (Figure& figure : people) {
        figure.boss.reset();
        figure.named = false;
    }
    (void)detail::boxes_of(people, result.map.density);
    result.map.figures = std::move(people);
    result.reach = detail::axis_reach(result.map.figures);
    for (bool placed = false; !placed; result.field.bottom += placed ? 0 : 100) {
        result.plot = {field.left + inner[0], field.top + inner[1], field.right - inner[2], result.field.bottom - inner[3]};
        result.spots.clear();
        for (const Figure& figure : result.map.figures) {
            const Standing& stands = *figure.standing;
            result.spots.push_back({{result.x(stands.lead), result.y(figure.rank)}, result.x(stands.low), result.x(stands.high), stands.low < -result.reach, stands.high > result.reach, {}});
        }
        placed = detail::StancePlacer(result, taken).place();
    }
    return result;
}

}  // namespace buygraph::picture

#endif
