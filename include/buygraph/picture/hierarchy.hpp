#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "../separate.hpp"
#include "tree_plan.hpp"

namespace buygraph::picture {

/// Where the discs stand, and the reporting line of everybody: from the boss down to him, empty for a root.
struct TreeLayout {
    std::vector<Point> centres;
    std::vector<std::vector<Point>> lines;
    double width = 0;
    double height = 0;
};

/// Lays boxes out as a reporting tree: bosses above, reports below, the least height at which the width is enough (see TreePlan).
///
/// Deterministic; siblings keep their order; spare width goes between the columns of roots. Heights are whole steps of 4 px.
/// \param boxes  bosses form no cycle
/// \return nothing where the height is not enough for the width
/// Cost: that of the plan; a millisecond or so for 60 people.
[[nodiscard]] BUYGRAPH_HEAVY std::optional<TreeLayout> lay_out_tree(std::vector<TreeBox> boxes, double width, double height, const TreeSpacing& spacing = {});

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

namespace buygraph::picture {

namespace detail {

/// From the plan to places, top-down.
class TreePlacer {
  public:
    TreePlacer(const TreePlan& plan, const TreeSpacing& spacing, double width) : plan_(plan), spacing_(spacing), places_(plan.root() + 1) {
        const TreeChoice* chosen = plan.lowest(plan.root(), width);
        if (!chosen) return;
        const double above = chosen->above * TreePlan::step, gaps = static_cast<double>(chosen->columns.size()) - 1;
        spread_ = gaps > 0 ? std::clamp((width - chosen->width) / gaps, 0.0, spacing.spread) : 0;
        layout_ = TreeLayout{std::vector<Point>(plan.root() + 1), std::vector<std::vector<Point>>(plan.root() + 1), chosen->width + std::max(0.0, gaps) * spread_, chosen->steps * TreePlan::step - above};
        places_[plan.root()] = {chosen, 0, -above};
        for (const std::size_t box : plan.order()) place(box);
        layout_->centres.pop_back();
        layout_->lines.pop_back();
    }

    [[nodiscard]] std::optional<TreeLayout> layout() && { return std::move(layout_); }

  private:
    struct Place {
        const TreeChoice* choice = nullptr;
        double left = 0, top = 0;
    };

    void place(std::size_t box) {
        const auto [choice, left, top] = places_[box];
        const Point centre = layout_->centres[box] = {left + choice->head, top + plan_.box(box).centre.y};
        const double floor = top + choice->above * TreePlan::step;
        double x = left + choice->offset;
        std::size_t first = 0;
        for (const TreeColumn& column : choice->columns) {
            const bool several = column.end - first > 1;
            const double inside = x + plan_.indent(box, column.end - first);
            double y = floor, aligned = 0;  // the discs of a column stand below each other as far as its width allows
            for (std::size_t at = first; several && at < column.end; ++at)
                if (plan_.reports(plan_.reports(box)[at]).empty()) aligned = std::max(aligned, plan_.lowest(plan_.reports(box)[at], column.inner)->head);
            for (std::size_t at = first; at < column.end; ++at) {
                const std::size_t report = plan_.reports(box)[at];
                const TreeChoice* chosen = plan_.lowest(report, column.inner);
                const double side = inside + std::clamp(aligned - chosen->head, 0.0, column.inner - chosen->width);
                places_[report] = {chosen, side, y};
                if (box != plan_.root()) line(box, report, centre, {side + chosen->head, y + plan_.box(report).centre.y}, floor - spacing_.below / 2, several ? std::optional(x) : std::nullopt);
                y += chosen->steps * TreePlan::step + spacing_.between;
            }
            x = inside + column.inner + spacing_.beside + (box == plan_.root() ? spread_ : 0);
            first = column.end;
        }
    }

    /// From the boss to the bar over the columns, along it, and down: onto the report's head, or beside him along the spine of his column.
    void line(std::size_t box, std::size_t report, Point boss, Point head, double bar, std::optional<double> spine) {
        const double turn = spine.value_or(head.x), reach = plan_.box(report).reach;
        std::vector<Point>& path = layout_->lines[report];
        path.push_back({boss.x, boss.y + plan_.box(box).reach});
        const bool below = std::abs(turn - boss.x) < 1e-6;
        if (!below) path.insert(path.end(), {{boss.x, bar}, {turn, bar}});
        const double down = below ? boss.x : turn;
        if (spine) path.insert(path.end(), {{down, head.y}, {head.x - reach, head.y}});
        else path.push_back({down, head.y - reach});
    }

    const TreePlan& plan_;
    TreeSpacing spacing_;
    std::vector<Place> places_;
    double spread_ = 0;
    std::optional<TreeLayout> layout_;
};

}  // namespace detail

BUYGRAPH_HEAVY std::optional<TreeLayout> lay_out_tree(std::vector<TreeBox> boxes, double width, double height, const TreeSpacing& spacing) {
    const TreePlan plan(std::move(boxes), spacing, width, height);
    return detail::TreePlacer(plan, spacing, width).layout();
}

}  // namespace buygraph::picture

#endif
