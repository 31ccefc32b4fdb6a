#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <vector>

#include "scene.hpp"

namespace buygraph::picture {

/// A box to be placed: its size, where its disc stands in it, and whose report it is.
struct TreeBox {
    double width = 0;
    double height = 0;
    Point centre;                      ///< of the disc, from the box's top left
    std::optional<std::size_t> boss;   ///< index of the box above; none: a root
    double reach = 0;                  ///< from the centre down to where the line to the reports begins
};

/// Where the boxes stand and the reporting lines between them, as SVG path data.
struct TreeLayout {
    std::vector<Point> centres;
    std::vector<std::string> lines;
    double width = 0;
    double height = 0;
};

namespace detail {

/// Least width of every subtree within a height, by dynamic programming over contiguous columns of reports (page, "Hierarchy").
class TreePlacer {
  public:
    TreePlacer(const std::vector<TreeBox>& boxes, std::vector<std::vector<std::size_t>> reports) : boxes_(boxes), reports_(std::move(reports)), memo_(boxes.size()) {}

    static constexpr double step = 4, below = 34, beside = 22, between = 16, indent = 16;
    static constexpr double never = std::numeric_limits<double>::infinity();

    /// Width of a subtree, how its reports are cut into columns.
    struct Plan {
        double width = never;
        std::vector<std::size_t> ends;  ///< one past the last report of each column
    };

    const Plan& plan(std::size_t box, int steps) {
        auto& known = memo_[box];
        if (const auto found = known.find(steps); found != known.end()) return found->second;
        return known[steps] = compute(box, steps);
    }

    [[nodiscard]] int least_steps(std::size_t box, double width, int most) {
        int low = 1, high = most;
        if (plan(box, most).width > width) return most + 1;
        while (low < high) {
            const int middle = (low + high) / 2;
            if (plan(box, middle).width <= width) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    void place(std::size_t box, double left, double top, int steps, TreeLayout& into) {
        const Plan chosen = plan(box, steps);
        const TreeBox& own = boxes_[box];
        const auto& reports = reports_[box];
        if (reports.empty()) {
            into.centres[box] = {left + own.centre.x, top + own.centre.y};
            return;
        }
        const int rest = steps_below(box, steps);
        const double floor = top + own.height + below;
        double x = left + (reports.size() == 1 ? lone_shift(box) : chosen.ends.size() == 1 ? own.centre.x + indent : 0);
        std::vector<double> heads;
        std::size_t first = 0;
        for (const std::size_t end : chosen.ends) {
            const bool stacked = end - first > 1;
            const double width = column_width(box, first, end, rest);
            double y = floor;
            for (std::size_t r = first; r < end; ++r) {
                const int tall = stacked ? least_steps(reports[r], width - indent_of(stacked), rest) : rest;
                place(reports[r], x + indent_of(stacked), y, tall, into);
                y += tall * step + between;
            }
            heads.push_back(stacked ? x + 2 : into.centres[reports[first]].x);
            x += width + beside;
            first = end;
        }
        const double middle = (heads.front() + heads.back()) / 2;
        const bool spine = chosen.ends.size() == 1 && reports.size() > 1;
        const double centre = spine ? left + own.centre.x : std::max(left + own.centre.x, middle);
        into.centres[box] = {centre, top + own.centre.y};
        lines(box, chosen, centre, top + own.centre.y + own.reach, floor - below / 2, spine ? std::vector<double>{centre} : heads, into);
    }

  private:
    /// How far a lone report moves right to stand straight below his boss.
    [[nodiscard]] double lone_shift(std::size_t box) const { return std::max(0.0, boxes_[box].centre.x - boxes_[reports_[box][0]].centre.x); }
    [[nodiscard]] static double indent_of(bool stacked) { return stacked ? indent : 0; }
    [[nodiscard]] int steps_below(std::size_t box, int steps) const { return static_cast<int>(std::floor((steps * step - boxes_[box].height - below) / step)); }

    Plan compute(std::size_t box, int steps) {
        const TreeBox& own = boxes_[box];
        const auto& reports = reports_[box];
        if (reports.empty()) return {own.height <= steps * step ? own.width : never, {}};
        const int rest = steps_below(box, steps);
        if (rest < 1) return {};
        std::vector<double> best(reports.size() + 1, never);
        std::vector<std::size_t> from(reports.size() + 1, 0);
        best[0] = -beside;
        for (std::size_t end = 1; end <= reports.size(); ++end)
            for (std::size_t first = 0; first < end; ++first) {
                const double width = best[first] + beside + column_width(box, first, end, rest);
                if (width < best[end] - 1e-9) best[end] = width, from[end] = first;
            }
        Plan chosen{best.back(), {}};
        for (std::size_t end = reports.size(); end > 0; end = from[end]) chosen.ends.insert(chosen.ends.begin(), end);
        if (chosen.ends.size() == 1 && reports.size() > 1) chosen.width += own.centre.x + indent;
        // The boss stands over the middle of his columns: his own box may reach out on the right.
        if (chosen.width < never) chosen.width = std::max(chosen.width, own.width + (chosen.ends.size() > 1 ? chosen.width / 2 : 0));
        if (reports.size() == 1) chosen.width = std::max(best.back() + lone_shift(box), own.width + std::max(0.0, boxes_[reports[0]].centre.x - own.centre.x));
        return chosen;
    }

    /// The least width in which the subtrees of some reports stand above each other within a height.
    double column_width(std::size_t box, std::size_t first, std::size_t end, int rest) {
        const auto& reports = reports_[box];
        if (end - first == 1) return plan(reports[first], rest).width;
        std::vector<double> candidates;
        for (std::size_t r = first; r < end; ++r)
            for (int steps = 1; steps <= rest; ++steps) {
                const double width = plan(reports[r], steps).width;
                if (width < never && (candidates.empty() || candidates.back() != width)) candidates.push_back(width);
            }
        std::sort(candidates.begin(), candidates.end());
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        const auto fits = [&](double width) {
            double height = 0;
            for (std::size_t r = first; r < end; ++r) height += least_steps(reports[r], width, rest) * step + (r > first ? between : 0);
            return height <= rest * step;
        };
        const auto found = std::partition_point(candidates.begin(), candidates.end(), [&](double width) { return !fits(width); });
        return found == candidates.end() ? never : *found + indent;
    }

    void lines(std::size_t box, const Plan& chosen, double centre, double from, double bar, const std::vector<double>& heads, TreeLayout& into) const {
        const auto& reports = reports_[box];
        const auto at = [](double x, double y) { return std::to_string(x) + " " + std::to_string(y); };
        std::string path = "M" + at(centre, from);
        if (reports.size() == 1) {
            const Point child = into.centres[reports[0]];
            path += "L" + at(centre, bar) + "L" + at(child.x, bar) + "L" + at(child.x, child.y);
            into.lines.push_back(path);
            return;
        }
        path += "L" + at(centre, bar);
        if (heads.size() > 1) path += "M" + at(heads.front(), bar) + "L" + at(heads.back(), bar);
        std::size_t first = 0;
        for (std::size_t c = 0; c < chosen.ends.size(); ++c) {
            const std::size_t end = chosen.ends[c];
            const double last = into.centres[reports[end - 1]].y;
            path += "M" + at(heads[c], bar) + "L" + at(heads[c], last);
            if (end - first > 1)
                for (std::size_t r = first; r < end; ++r) path += "M" + at(heads[c], into.centres[reports[r]].y) + "L" + at(into.centres[reports[r]].x, into.centres[reports[r]].y);
            first = end;
        }
        into.lines.push_back(path);
    }

    const std::vector<TreeBox>& boxes_;
    std::vector<std::vector<std::size_t>> reports_;
    std::vector<std::map<int, Plan>> memo_;
};

}  // namespace detail

/// Lays boxes out as a reporting tree: bosses above, reports below in contiguous columns, the least height whose width fits.
///
/// Deterministic. Siblings keep their order. Returns nothing when even `height` is not enough for `width`.
/// Cost: O(boxes · reports² · height / 4); a few milliseconds for 60 people.
[[nodiscard]] inline std::optional<TreeLayout> lay_out_tree(std::vector<TreeBox> boxes, double width, double height) {
    const std::size_t root = boxes.size();
    std::vector<std::vector<std::size_t>> reports(root + 1);
    for (std::size_t i = 0; i < root; ++i) reports[boxes[i].boss.value_or(root)].push_back(i);
    boxes.push_back({0, 0, {0, 0}, std::nullopt, 0});  // the boss of the roots, never seen
    detail::TreePlacer placer(boxes, reports);
    const int most = static_cast<int>((height + detail::TreePlacer::below) / detail::TreePlacer::step);
    const int steps = placer.least_steps(root, width, most);
    if (steps > most) return std::nullopt;
    TreeLayout layout;
    layout.centres.resize(root + 1);
    placer.place(root, 0, -detail::TreePlacer::below, steps, layout);
    layout.width = placer.plan(root, steps).width;
    layout.height = steps * detail::TreePlacer::step - detail::TreePlacer::below;
    layout.centres.pop_back();
    layout.lines.pop_back();  // those of the unseen boss
    return layout;
}

}  // namespace buygraph::picture
