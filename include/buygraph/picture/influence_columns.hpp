#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "../separate.hpp"
#include "arrangement.hpp"

namespace buygraph::picture {

/// Two people who are linked, for the order within columns.
struct ColumnLink {
    std::size_t one, other;
    double weight = 1;  ///< ≥ 0
};

/// Everybody in the column of his steps to the decision; the decision is at the right.
struct InfluenceColumns {
    struct Column {
        std::optional<std::size_t> steps;  ///< nothing: no way to the decision
        double left, right;
    };
    Arrangement map;
    std::vector<Column> columns;  ///< from left to right
};

/// Lays everybody out by his steps to the decision, far ones left and deciders right, heights by barycentre so that few lines cross.
///
/// Labels stand under the discs, so that lines come and go at the sides. The first density at which all fit is taken, and at it the fewest lanes
/// side by side; where they fit at none, the map grows, downwards first.
/// \param steps  nothing: no way to the decision, or he has left
/// Cost: O(people · links) for a sweep; a millisecond or so for 60 people. Source of the order: Sugiyama, Tagawa and Toda 1981, doi:10.1109/TSMC.1981.4308636.
[[nodiscard]] BUYGRAPH_HEAVY InfluenceColumns arrange_columns(std::vector<Figure> people, const std::vector<std::optional<std::size_t>>& steps, const std::vector<ColumnLink>& links, double width = 900, double height = 560);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "../numbers/sort_stably.hpp"
#include "spaced.hpp"
#include "tree_plan.hpp"

namespace buygraph::picture {

namespace detail {

/// Columns of people with their order, and how much room they need at a density.
class ColumnPlan {
  public:
    static constexpr double least_gap = 12, most_gap = 48;

    /// \param ranks  who is first where nothing else orders
    ColumnPlan(const std::vector<std::optional<std::size_t>>& steps, const std::vector<double>& ranks, const std::vector<ColumnLink>& links) : links_(links), column_(steps.size()), place_(steps.size()) {
        std::vector<std::optional<std::size_t>> found(steps);
        const auto farther = [](const auto& left, const auto& right) { return !left || !right ? !left && right : *left > *right; };
        numbers::sort_stably(found, farther);
        found.erase(std::unique(found.begin(), found.end()), found.end());
        for (const auto& one : found) {
            std::vector<std::size_t>& members = members_.emplace_back();
            for (std::size_t i = 0; i < steps.size(); ++i)
                if (steps[i] == one) column_[i] = members_.size() - 1, members.push_back(i);
            numbers::sort_stably(members, [&](std::size_t left, std::size_t right) { return ranks[left] > ranks[right]; });
        }
        steps_ = std::move(found);
        for (int sweep = 0; sweep < 4; ++sweep) {  // from the decision outwards and back, outwards last
            for (std::size_t c = members_.size() - 1; c-- > 0;) sort_by_neighbours(c, [&](std::size_t other) { return column_[other] > c; });
            for (std::size_t c = 1; sweep < 3 && c < members_.size(); ++c) sort_by_neighbours(c, [&](std::size_t other) { return column_[other] < c; });
        }
    }

    /// Room between columns and between lanes of one column, px.
    struct Between {
        double columns = 44, lanes = 16;
    };

    [[nodiscard]] std::size_t most() const {
        std::size_t most = 1;
        for (const auto& column : members_) most = std::max(most, column.size());
        return most;
    }

    /// Places at some number of rows: a column of more takes several lanes side by side, filled row by row so that the order stays that of heights.
    [[nodiscard]] InfluenceColumns placed(const std::vector<TreeBox>& boxes, std::size_t rows, double height, const Between& between) const {
        InfluenceColumns result;
        std::vector<Lane> lanes;
        double x = 0;
        for (std::size_t c = 0; c < members_.size(); ++c) {
            const std::size_t count = (members_[c].size() + rows - 1) / rows, before = lanes.size();
            result.columns.push_back({steps_[c], x, x});
            for (std::size_t first = 0; first < count; ++first) {
                lanes.push_back(lane(c, first, count, boxes));
                lanes.back().centre = x + lanes.back().reach;
                x += lanes.back().width + (first + 1 < count ? between.lanes : 0);
            }
            result.columns.back().right = x;
            result.map.width = x;
            x += between.columns;
            for (std::size_t at = before; at < lanes.size(); ++at) {
                const double roomy = lanes[at].height + (most_gap - least_gap) * static_cast<double>(lanes[at].members.size() - 1);
                result.map.height = std::max({result.map.height, lanes[at].height, std::min(height, roomy)});
            }
        }

        std::vector<double> y(boxes.size());
        result.map.figures.resize(boxes.size());
        for (auto one = lanes.rbegin(); one != lanes.rend(); ++one) {  // from the decision outwards
            stand(*one, boxes, result.map.height, y);
            for (const std::size_t member : one->members) result.map.figures[member].centre = {one->centre, y[member]};
        }
        return result;
    }

    /// The rows at which the map is no wider than this and least high; all in one lane where it is wider even so.
    [[nodiscard]] std::size_t lowest(const std::vector<TreeBox>& boxes, double width, double height) const {
        std::size_t rows = most();
        while (rows > 1 && placed(boxes, rows - 1, height, {}).map.width <= width) --rows;
        return rows;
    }

    /// Room that takes up spare width, up to a measure.
    [[nodiscard]] Between spread(const std::vector<TreeBox>& boxes, std::size_t rows, double width, double height) const {
        constexpr double most_more = 72, lane_share = .5;
        double gaps = static_cast<double>(members_.size()) - 1;
        for (const auto& column : members_) gaps += lane_share * static_cast<double>((column.size() + rows - 1) / rows - 1);
        const Between least;
        const double more = gaps > 0 ? std::clamp((width - placed(boxes, rows, height, least).map.width) / gaps, 0.0, most_more) : 0;
        return {least.columns + more, least.lanes + lane_share * more};
    }

  private:
    struct Lane {
        std::size_t column;
        std::vector<std::size_t> members;
        double centre = 0;              ///< of the discs
        double reach = 0, width = 0;    ///< from the left to the centre, and to the right
        double height = 0;              ///< with the least gaps
    };

    [[nodiscard]] Lane lane(std::size_t column, std::size_t first, std::size_t count, const std::vector<TreeBox>& boxes) const {
        Lane made{column, {}};
        double after = 0;
        for (std::size_t at = first; at < members_[column].size(); at += count) {
            const TreeBox& box = boxes[members_[column][at]];
            made.reach = std::max(made.reach, box.centre.x);
            after = std::max(after, box.width - box.centre.x);
            made.height += box.height + (made.members.empty() ? 0 : least_gap);
            made.members.push_back(members_[column][at]);
        }
        made.width = made.reach + after;
        return made;
    }

    /// Gives the members of a lane their heights: as near as can be to those in columns nearer the decision with whom they are linked.
    void stand(const Lane& lane, const std::vector<TreeBox>& boxes, double height, std::vector<double>& y) const {
        const auto& members = lane.members;
        const double spare = members.size() < 2 ? 0 : (height - lane.height) / static_cast<double>(members.size() - 1);
        const double gap = std::min(least_gap + spare, most_gap);
        std::vector<double> wishes, apart;
        for (std::size_t at = 0; at < members.size(); ++at) {
            wishes.push_back(mean_of_linked(members[at], y, [&](std::size_t other) { return column_[other] > lane.column; }).value_or(height / 2));
            if (at > 0) apart.push_back(below_centre(boxes[members[at - 1]]) + gap + boxes[members[at]].centre.y);
        }
        const std::vector<double> places = spaced(wishes, apart, boxes[members.front()].centre.y, height - below_centre(boxes[members.back()]));
        for (std::size_t at = 0; at < members.size(); ++at) y[members[at]] = places[at];
    }
    [[nodiscard]] static double below_centre(const TreeBox& box) { return box.height - box.centre.y; }

    /// The mean of something over those who count and are linked with him, by the weights of the links.
    template <class Counts>
    [[nodiscard]] std::optional<double> mean_of_linked(std::size_t person, const std::vector<double>& values, const Counts& counts) const {
        double sum = 0, weight = 0;
        for (const ColumnLink& link : links_) {
            if (link.one != person && link.other != person) continue;
            const std::size_t other = link.one == person ? link.other : link.one;
            if (counts(other)) sum += link.weight * values[other], weight += link.weight;
        }
        return weight > 0 ? std::optional(sum / weight) : std::nullopt;
    }

    /// Orders a column by the mean place of those linked with its members in some of the other columns; who has none keeps about his place.
    template <class Counts>
    void sort_by_neighbours(std::size_t column, const Counts& counts) {
        for (const auto& members : members_)
            for (std::size_t at = 0; at < members.size(); ++at) place_[members[at]] = (static_cast<double>(at) + .5) / static_cast<double>(members.size());
        std::vector<std::pair<double, std::size_t>> keyed;
        for (const std::size_t person : members_[column]) keyed.emplace_back(mean_of_linked(person, place_, counts).value_or(place_[person]), person);
        numbers::sort_stably(keyed, [](const auto& left, const auto& right) { return left.first < right.first; });
        for (std::size_t at = 0; at < keyed.size(); ++at) members_[column][at] = keyed[at].second;
    }

    const std::vector<ColumnLink>& links_;
    std::vector<std::optional<std::size_t>> steps_;  ///< of every column, from left to right
    std::vector<std::vector<std::size_t>> members_;
    std::vector<std::size_t> column_;                ///< of everybody
    std::vector<double> place_;                      ///< in his column, 0 to 1
};

/// The density with as much room for names as the lanes leave in a width.
[[nodiscard]] inline Density with_wider_names(const ColumnPlan& plan, std::vector<Figure> people, const Density& density, std::size_t rows, double width, double height) {
    const double high = std::max(height, plan.placed(boxes_of(people, density), rows, height, {}).map.height);
    for (const double label : {200., 160., 130., 110., 94., 86.}) {
        if (label <= density.label) break;
        Density wider = density;
        wider.label = label;
        const InfluenceColumns tried = plan.placed(boxes_of(people, wider), rows, height, {});
        if (tried.map.width <= width && tried.map.height <= high) return wider;
    }
    return density;
}

}  // namespace detail

BUYGRAPH_HEAVY InfluenceColumns arrange_columns(std::vector<Figure> people, const std::vector<std::optional<std::size_t>>& steps, const std::vector<ColumnLink>& links, double width, double height) {
    InfluenceColumns result;
    if (people.empty()) return result;
    std::vector<double> ranks;
    for (const Figure& figure : people) ranks.push_back(figure.left() ? -1 : figure.rank);
    const detail::ColumnPlan plan(steps, ranks, links);
    bool found = false;
    detail::keep_names(people);
    const auto all = detail::densities_for(people.size());
    for (const Density& one : all) {
        if (one.roomy || found) continue;
        Density density = one;
        density.under = true;
        std::vector<TreeBox> boxes = detail::boxes_of(people, density);
        std::size_t rows = plan.most();  // more rows, fewer lanes
        for (; rows > 0 && !found; rows -= !found) {
            result = plan.placed(boxes, rows, height, {});
            if (result.map.width > width) break;
            found = result.map.height <= height;
        }
        if (!found && &one == &all.back()) rows = plan.lowest(boxes, width, height), found = true;
        if (found) {
            density = detail::with_wider_names(plan, people, density, rows, width, height);
            boxes = detail::boxes_of(people, density);
            result = plan.placed(boxes, rows, height, plan.spread(boxes, rows, width, height));
        }
        result.map.density = density;
    }
    for (std::size_t i = 0; i < people.size(); ++i) people[i].centre = result.map.figures[i].centre;
    result.map.figures = std::move(people);
    result.map.lines.resize(result.map.figures.size());
    return result;
}

}  // namespace buygraph::picture

#endif
