#pragma once

#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "../separate.hpp"
#include "labels.hpp"
#include "scene.hpp"
#include "tree_plan.hpp"

namespace buygraph::picture {

/// Everybody in his place, with the reporting lines.
struct Arrangement {
    std::vector<Figure> figures;
    std::vector<std::vector<Point>> lines;
    Density density;
    double width = 0;
    double height = 0;

    void move(double right, double down) {
        for (Figure& figure : figures) figure.centre = {figure.centre.x + right, figure.centre.y + down};
        for (auto& line : lines)
            for (Point& at : line) at = {at.x + right, at.y + down};
    }
};

namespace detail {

inline constexpr std::size_t most_named = 60, named_among_many = 20;

/// Among more than 60 people only the 20 most influential keep their names; the others' are in their titles.
BUYGRAPH_HEAVY void keep_names(std::vector<Figure>& figures);

/// Sizes and cut names of a density, and the boxes that they need.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<TreeBox> boxes_of(std::vector<Figure>& figures, const Density& density);

}  // namespace detail

/// Lays everybody out by reporting line: the first density, and at it the most room between boxes, at which the tree fits a width and a
/// height; a tree that fits at none grows, downwards first. Among more than 60 people the 20 most influential are named.
[[nodiscard]] BUYGRAPH_HEAVY Arrangement arrange(std::vector<Figure> people, double width = 900, double height = 560);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "../numbers/sort_stably.hpp"
#include "hierarchy.hpp"
#include "text_width.hpp"

namespace buygraph::picture {

namespace detail {

/// Siblings by influence, then as in the file; roots with reports before those without, who left last.
[[nodiscard]] inline std::vector<Figure> in_order(std::vector<Figure> figures) {
    std::vector<bool> leads(figures.size(), false);
    for (const Figure& figure : figures)
        if (figure.boss) leads[*figure.boss] = true;
    const auto kind = [&](std::size_t i) { return figures[i].left() ? 2 : figures[i].boss || leads[i] ? 0 : 1; };
    std::vector<std::size_t> order(figures.size()), position(figures.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    numbers::sort_stably(order, [&](std::size_t left, std::size_t right) {
        return kind(left) != kind(right) ? kind(left) < kind(right) : figures[left].rank > figures[right].rank;
    });
    for (std::size_t i = 0; i < order.size(); ++i) position[order[i]] = i;
    std::vector<Figure> result;
    for (const std::size_t i : order) {
        if (figures[i].boss) figures[i].boss = position[*figures[i].boss];
        result.push_back(std::move(figures[i]));
    }
    return result;
}

/// Cuts the names to their labels; different ones that became equal are cut in the middle.
inline void cut_names(std::vector<Figure>& figures, double width) {
    for (Figure& figure : figures)
        if (figure.together.empty()) figure.shown = fitted(figure.name, width, 13, true);
    std::vector<bool> equal(figures.size(), false);
    for (std::size_t i = 0; i < figures.size(); ++i)
        for (std::size_t j = 0; j < figures.size(); ++j) equal[i] = equal[i] || (figures[j].named && figures[i].shown == figures[j].shown && figures[i].name != figures[j].name);
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (equal[i]) figures[i].shown = fitted_middle(figures[i].name, width, 13, true);
}

BUYGRAPH_HEAVY void keep_names(std::vector<Figure>& figures) {
    if (figures.size() <= most_named) return;
    std::vector<std::size_t> order(figures.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank = [&](std::size_t i) { return figures[i].left() ? -1 : figures[i].rank; };
    numbers::sort_stably(order, [&](std::size_t left, std::size_t right) { return rank(left) > rank(right); });
    for (std::size_t place = 0; place < order.size(); ++place) figures[order[place]].named = place < named_among_many;
}

/// Where few of many are named: tight, with room for those names.
inline constexpr Density crowd_densities[]{{110, .72, 20, false, false, true}, {110, .72, 8, false, false, false}};

[[nodiscard]] inline std::span<const Density> densities_for(std::size_t people) { return people > most_named ? std::span<const Density>(crowd_densities) : std::span<const Density>(densities); }

BUYGRAPH_HEAVY std::vector<TreeBox> boxes_of(std::vector<Figure>& figures, const Density& density) {
    cut_names(figures, density.label);
    std::vector<TreeBox> boxes;
    for (Figure& figure : figures) {
        if (figure.together.empty()) figure.radius = density.scale * (figure.left() ? 13 : 13 + density.rise * std::sqrt(figure.rank));
        boxes.push_back(box_of(figure, density));
    }
    return boxes;
}

/// From roomy to tight: first everybody beside his colleagues, then above each other too.
[[nodiscard]] inline const std::vector<TreeSpacing>& rooms() {
    static const std::vector<TreeSpacing> all = [] {
        std::vector<TreeSpacing> result;
        const auto add = [&](double below, double beside, double between, bool stacks) {
            TreeSpacing& spacing = result.emplace_back();
            spacing.below = below;
            spacing.beside = beside;
            spacing.between = between;
            spacing.stacks = stacks;
        };
        for (const double below : {56., 40., 28., 20.})
            for (const double beside : {56., 36., 20.}) add(below, beside, 12, false);
        add(56, 20, 12, true);
        add(40, 20, 12, true);
        add(28, 20, 8, true);
        add(20, 14, 4, true);
        add(8, 8, 4, true);
        return result;
    }();
    return all;
}

}  // namespace detail

BUYGRAPH_HEAVY Arrangement arrange(std::vector<Figure> people, double width, double height) {
    Arrangement result{detail::in_order(std::move(people)), {}, densities[0], 0, 0};
    std::vector<TreeBox> boxes;
    std::optional<TreeLayout> layout;
    detail::keep_names(result.figures);
    for (const Density& density : detail::densities_for(result.figures.size())) {
        result.density = density;
        boxes = detail::boxes_of(result.figures, density);
        for (const TreeSpacing& spacing : detail::rooms())
            if (!layout && (!density.roomy || spacing.roomy())) layout = lay_out_tree(boxes, width, height, spacing);
        if (layout) break;
    }
    const TreeSpacing tight = detail::rooms().back();
    double tallest = 0;  // one above the other they need no more
    for (const TreeBox& box : boxes) tallest += box.height + tight.below + tight.between + TreePlan::step;
    for (; !layout; height > tallest ? width *= 1.3 : height *= 1.3) layout = lay_out_tree(boxes, width, height, tight);
    for (std::size_t i = 0; i < result.figures.size(); ++i) result.figures[i].centre = layout->centres[i];
    result.lines = std::move(layout->lines);
    result.width = layout->width;
    result.height = layout->height;
    return result;
}

}  // namespace buygraph::picture

#endif
