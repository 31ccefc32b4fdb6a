#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "arrangement.hpp"
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

    [[nodiscard]] bool moved(const Figure& figure) const { return std::hypot(place.x - figure.centre.x, place.y - figure.centre.y) > 1; }
};

/// People by power and stance.
struct StancePlot {
    Arrangement map;                ///< the greatest influence first
    std::vector<StanceSpot> spots;  ///< of its figures
    Rect plot;                      ///< leads −1 to 1 across, influence 0 to the greatest up
    Rect field;                     ///< what discs and names keep within

    [[nodiscard]] double x(double lead) const { return plot.left + (std::clamp(lead, -1.0, 1.0) + 1) / 2 * (plot.right - plot.left); }
    [[nodiscard]] double y(double rank) const { return plot.bottom - std::sqrt(rank) * (plot.bottom - plot.top); }
};

/// How much a person shows where position says the stance: no dial, and less the more people there are.
[[nodiscard]] inline Density stance_density(std::size_t people) {
    if (people <= 12) return {130, 1, 20, true, false, false};
    if (people <= 30) return {110, .85, 16, true, false, false};
    if (people <= 60) return {110, .72, 8, false, false, false};
    return {110, .5, 8, false, false, false};
}

namespace detail {

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

/// Gives discs and names their places, the most influential first.
class StancePlacer {
  public:
    StancePlacer(StancePlot& plot, std::vector<Rect> taken) : plot_(plot), taken_(std::move(taken)) {}

    /// Every disc at the first place free of a fixed spiral about its true one, which is flat so that leads change least.
    /// \return false: there is no room
    [[nodiscard]] bool place_discs() {
        all_.clear();
        for (std::size_t i = 0; i < plot_.map.figures.size(); ++i) {
            Figure& figure = plot_.map.figures[i];
            const Point true_place = plot_.spots[i].place;
            bool free = false;
            for (int step = 0; step < 30000 && !free; ++step) {
                const double angle = 2.399963229728653 * step, far = 3 * std::sqrt(static_cast<double>(step));  // the golden angle: turns that never repeat
                figure.centre = {true_place.x + .6 * far * std::cos(angle), true_place.y - far * std::sin(angle)};
                free = is_free(rounds(figure, plot_.map.density));
            }
            if (!free) return false;
            all_.push_back(rounds(figure, plot_.map.density));
        }
        return true;
    }

    /// Names where they fit: at the right, left, above or below, with the title if it fits too; where it crosses the fewest whiskers.
    void place_names() {
        for (std::size_t i = 0; i < plot_.map.figures.size(); ++i) {
            const Figure& figure = plot_.map.figures[i];
            std::optional<int> least;
            for (const bool titled : {true, false}) {
                if (least || (titled && (figure.title.empty() || !plot_.map.density.title))) continue;
                for (int side = 0; side < 4; ++side) {
                    SpotName name = beside(figure, side, titled);
                    if (!is_free(name.box)) continue;
                    const int over = crossed(i, name.box);
                    if (!least || over < *least) least = over, plot_.spots[i].name = std::move(name);
                }
            }
            if (plot_.spots[i].name) taken_.push_back(plot_.spots[i].name->box);
        }
    }

  private:
    [[nodiscard]] bool is_free(const std::vector<Round>& parts) const {
        for (const Round& part : parts) {
            if (!part.within(plot_.field)) return false;
            for (const Rect& rect : taken_)
                if (part.meets(rect)) return false;
            for (const auto& others : all_)
                for (const Round& other : others)
                    if (part.meets(other)) return false;
        }
        return true;
    }
    [[nodiscard]] bool is_free(const Rect& box) const {
        if (box.left < plot_.field.left || box.right > plot_.field.right || box.top < plot_.field.top || box.bottom > plot_.field.bottom) return false;
        for (const Rect& rect : taken_)
            if (box.meets(rect)) return false;
        for (const auto& others : all_)
            for (const Round& other : others)
                if (other.meets(box)) return false;
        return true;
    }

    /// Whiskers and leaders of others under a name.
    [[nodiscard]] int crossed(std::size_t own, const Rect& box) const {
        int count = 0;
        for (std::size_t i = 0; i < plot_.spots.size(); ++i) {
            const StanceSpot& spot = plot_.spots[i];
            const Figure& figure = plot_.map.figures[i];
            count += i != own && box.meets({spot.low, spot.place.y - 1, spot.high, spot.place.y + 1});
            for (int step = 0; step <= 16 && spot.moved(figure); ++step)
                if (const double t = step / 16.0; box.holds({spot.place.x + t * (figure.centre.x - spot.place.x), spot.place.y + t * (figure.centre.y - spot.place.y)})) {
                    ++count;
                    break;
                }
        }
        return count;
    }

    /// At the right (0) or left (1) the name stands over the whisker's height and the title under it; above (2) or below (3) both are centred.
    [[nodiscard]] SpotName beside(const Figure& figure, int side, bool titled) const {
        const Anatomy body = anatomy(figure, plot_.map.density);
        const std::string title = titled ? fitted(figure.title, plot_.map.density.label, 11) : "";
        const double wide = std::max(text_width(figure.shown, 13, true), text_width(title, 11));
        const double half = .5 * body.ring + body.badge, badges = half + body.pitch * (static_cast<double>(figure.badges.size()) - 1);
        double x = figure.centre.x, first = figure.centre.y - 4, second = figure.centre.y + 14;
        const char* anchor = "middle";
        if (side == 0) x += std::max(body.outer, half) + 6, anchor = "start";
        if (side == 1) x -= std::max(body.outer, figure.badges.empty() ? 0 : badges) + 6, anchor = "end";
        if (side == 2) second = figure.centre.y - body.outer - 5, first = titled ? second - 14 : second;
        if (side == 3) first = figure.centre.y + lowest_mark(figure, plot_.map.density) + 13, second = first + 14;
        SpotName name{{{figure.shown, {x, first}, anchor, 13, true}}, {}};
        if (titled) name.lines.push_back({title, {x, second}, anchor, 11, false});
        const double left = side == 0 ? x : side == 1 ? x - wide : x - wide / 2;
        name.box = {left - 2, first - 12, left + wide + 2, (titled ? second : first) + 4};
        return name;
    }

    StancePlot& plot_;
    std::vector<Rect> taken_;
    std::vector<std::vector<Round>> all_;
};

}  // namespace detail

/// Places everybody who is here: across by the lead, up by the root of the decision influence; discs that would touch are pushed apart.
///
/// The same people stand the same way each time. Where there is no room at all the plot grows downwards.
/// \param field  what discs and names keep within
/// \param inner  of the plot from the field's edges: left, top, right, bottom
/// \param taken  within the field: words that stand there
/// Cost: O(people²) for each step of the spirals; some milliseconds for 60 people.
[[nodiscard]] inline StancePlot place_by_stance(std::vector<Figure> people, Rect field, const std::array<double, 4>& inner, const std::vector<Rect>& taken = {}) {
    StancePlot result{{}, {}, {}, field};
    people.erase(std::remove_if(people.begin(), people.end(), [](const Figure& figure) { return figure.left(); }), people.end());
    std::stable_sort(people.begin(), people.end(), [](const Figure& left, const Figure& right) { return left.rank > right.rank; });
    result.map.density = stance_density(people.size());
    for (Figure& figure : people) {
        figure.boss.reset();
        figure.named = false;
    }
    (void)detail::boxes_of(people, result.map.density);
    result.map.figures = std::move(people);
    detail::StancePlacer placer(result, taken);
    for (bool placed = false; !placed; result.field.bottom += placed ? 0 : 100) {
        result.plot = {field.left + inner[0], field.top + inner[1], field.right - inner[2], result.field.bottom - inner[3]};
        result.spots.clear();
        for (const Figure& figure : result.map.figures) {
            const Standing& stands = *figure.standing;
            result.spots.push_back({{result.x(stands.lead), result.y(figure.rank)}, result.x(stands.low), result.x(stands.high), stands.low < -1, stands.high > 1, {}});
        }
        placed = placer.place_discs();
    }
    placer.place_names();
    return result;
}

}  // namespace buygraph::picture
