#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "../numbers/sort_stably.hpp"
#include "scene.hpp"

namespace buygraph::picture {

/// A box to be placed: its size, where its disc stands in it, and whose report it is.
struct TreeBox {
    static constexpr double group_width = 60, group_height = 44;  ///< of several people drawn as one, px: room for a finger

    double width = 0;
    double height = 0;
    Point centre;                     ///< of the disc, from the box's top left
    std::optional<std::size_t> boss;  ///< index of the box above; none: a root
    double reach = 0;                 ///< radius about the centre that reporting lines keep out of
};

/// Room between boxes, px.
struct TreeSpacing {
    double below = 36;    ///< from a boss down to reports who stand below him
    double beside = 20;   ///< between columns
    double between = 12;  ///< between boxes above each other in one column, and from a boss to a column on his spine; a multiple of 4
    double indent = 8;    ///< of a column of several, for its spine
    double spread = 40;   ///< most that spare width adds between two columns of roots
    double snap = 16;     ///< a boss this near to the line of one of his columns stands straight over it
    bool stacks = true;   ///< whether reports may stand above each other

    [[nodiscard]] bool roomy() const { return !stacks && below >= 56 && beside >= 36; }
};

/// Some reports in a row, one above the other.
struct TreeColumn {
    std::size_t end;  ///< one past the last of them
    double inner;     ///< width within which each of them stands
};

/// One way to lay out a subtree: the least width for heights from `steps` on.
struct TreeChoice {
    int steps;      ///< of 4 px
    double width;
    double head;    ///< of the box's disc, from the left
    double offset;  ///< of the first column, from the left
    int above;      ///< steps from the top of the box to the top of its reports
    std::vector<TreeColumn> columns;
};

/// Least width of every subtree for every height, w(h), bottom-up.
///
/// The reports share what the boss leaves of the height, cut in order into contiguous columns. A column is as wide as its subtrees need to
/// fit above each other; dynamic programming takes the cut of least total width. The boss stands over the middle of his outer columns, or
/// straight over one that is near;
/// a sole column of several hangs on a spine right of his centre; a lone report stands straight below him. Roots hang on a boss whom nobody sees.
/// Cost: O(Σ reports² · heights), heights at most most_height / 4.
class TreePlan {
  public:
    static constexpr double step = 4;  ///< heights are whole numbers of it, px

    TreePlan(std::vector<TreeBox> boxes, const TreeSpacing& spacing, double most_width, double most_height)
        : boxes_(std::move(boxes)), spacing_(spacing), most_width_(most_width), root_(boxes_.size()), reports_(root_ + 1), choices_(root_ + 1) {
        for (std::size_t i = 0; i < root_; ++i) reports_[boxes_[i].boss.value_or(root_)].push_back(i);
        boxes_.push_back({});
        most_steps_ = static_cast<int>(most_height / step) + steps_above(root_, spacing_.below);
        order_.push_back(root_);
        for (std::size_t at = 0; at < order_.size(); ++at) order_.insert(order_.end(), reports_[order_[at]].begin(), reports_[order_[at]].end());
        for (auto box = order_.rbegin(); box != order_.rend(); ++box) choices_[*box] = choices(*box);
    }

    [[nodiscard]] const TreeBox& box(std::size_t at) const { return boxes_[at]; }
    [[nodiscard]] std::size_t root() const { return root_; }  ///< index of the unseen boss of the roots
    [[nodiscard]] const std::vector<std::size_t>& order() const { return order_; }  ///< bosses before their reports, the unseen first
    [[nodiscard]] const std::vector<std::size_t>& reports(std::size_t box) const { return reports_[box]; }

    /// Room for the spine of a column of several.
    [[nodiscard]] double indent(std::size_t box, std::size_t count) const { return count > 1 && box != root_ ? spacing_.indent : 0; }

    /// The least height at which a subtree is no wider than this; nothing where no height is enough.
    [[nodiscard]] const TreeChoice* lowest(std::size_t box, double width) const { return lowest(choices_[box], width); }
    /// The least width within a height; nothing where the height is not enough.
    [[nodiscard]] const TreeChoice* narrowest(std::size_t box, double height) const { return narrowest(choices_[box], static_cast<int>(height / step)); }

  private:
    /// What a column of several subtrees takes.
    struct Stack {
        int steps;
        double width;
    };
    using Stacks = std::vector<std::vector<std::vector<Stack>>>;

    [[nodiscard]] int steps_above(std::size_t box, double gap) const { return static_cast<int>(std::ceil((boxes_[box].height + gap) / step)); }

    // Both search a list by rising height and falling width.
    template <class Entry>
    [[nodiscard]] static const Entry* narrowest(const std::vector<Entry>& list, int steps) {
        const auto after = std::upper_bound(list.begin(), list.end(), steps, [](int most, const Entry& entry) { return most < entry.steps; });
        return after == list.begin() ? nullptr : &*(after - 1);
    }
    template <class Entry>
    [[nodiscard]] static const Entry* lowest(const std::vector<Entry>& list, double width) {
        const auto found = std::lower_bound(list.begin(), list.end(), width, [](const Entry& entry, double most) { return entry.width > most; });
        return found == list.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::vector<TreeChoice> choices(std::size_t box) const {
        const std::size_t count = reports_[box].size();
        if (count == 0) {
            const int steps = static_cast<int>(std::ceil(boxes_[box].height / step));
            if (steps > most_steps_ || boxes_[box].width > most_width_) return {};
            return {{steps, boxes_[box].width, boxes_[box].centre.x, 0, steps, {}}};
        }
        const auto stacks = all_stacks(box);
        std::vector<int> heights;  // those at which a column becomes narrower
        for (const auto& row : stacks)
            for (const auto& stack : row)
                for (const Stack& entry : stack) heights.push_back(entry.steps);
        std::sort(heights.begin(), heights.end());
        heights.erase(std::unique(heights.begin(), heights.end()), heights.end());
        std::vector<TreeChoice> all, result;
        if (count > 1 && box != root_ && stacks[0].size() == count)
            for (const Stack& stack : stacks[0].back()) all.push_back(on_spine(box, stack));
        for (const int height : heights) {
            const auto columns = best_cut(box, stacks, height);
            if (!columns.empty()) all.push_back(under_boss(box, columns, height));
        }
        numbers::sort_stably(all, [](const TreeChoice& left, const TreeChoice& right) { return left.steps != right.steps ? left.steps < right.steps : left.width < right.width; });
        for (TreeChoice& choice : all)
            if (choice.steps <= most_steps_ && choice.width <= most_width_ && (result.empty() || choice.width < result.back().width - 1e-9)) result.push_back(std::move(choice));
        return result;
    }

    /// [first][end − first − 1]: reports first … end − 1 as one column, its least width for every height.
    [[nodiscard]] Stacks all_stacks(std::size_t box) const {
        const auto& reports = reports_[box];
        const int most = most_steps_ - steps_above(box, std::min(spacing_.below, spacing_.between));
        Stacks stacks(reports.size());
        for (std::size_t first = 0; first < reports.size(); ++first) {
            std::vector<Stack> stack;
            for (std::size_t end = first + 1; end <= reports.size(); ++end) {
                const auto& next = choices_[reports[end - 1]];
                if (end == first + 1)
                    for (const TreeChoice& choice : next) {
                        if (choice.steps <= most) stack.push_back({choice.steps, choice.width});
                    }
                else stack = above_each_other(stack, next, most);
                if (stack.empty()) break;
                stacks[first].push_back(stack);
                if (!spacing_.stacks) break;
            }
        }
        return stacks;
    }

    [[nodiscard]] std::vector<Stack> above_each_other(const std::vector<Stack>& upper, const std::vector<TreeChoice>& lower, int most) const {
        std::vector<double> widths;
        for (const Stack& entry : upper) widths.push_back(entry.width);
        for (const TreeChoice& entry : lower) widths.push_back(entry.width);
        std::sort(widths.begin(), widths.end());
        std::reverse(widths.begin(), widths.end());
        widths.erase(std::unique(widths.begin(), widths.end()), widths.end());
        std::vector<Stack> result;
        for (const double width : widths) {
            const Stack* above = lowest(upper, width);
            const TreeChoice* below = lowest(lower, width);
            if (!above || !below) break;
            const int steps = above->steps + static_cast<int>(spacing_.between / step) + below->steps;
            if (steps > most) break;
            result.push_back({steps, width});
        }
        return result;
    }

    /// The cut into contiguous columns below the boss of least total width within a height; of equal ones that of fewest columns, then of
    /// the longest last column. A sole column of several is not among them: it hangs on a spine.
    [[nodiscard]] std::vector<TreeColumn> best_cut(std::size_t box, const Stacks& stacks, int steps) const {
        const std::size_t count = reports_[box].size();
        struct Cut {
            double width = std::numeric_limits<double>::infinity();
            std::size_t columns = 0, first = 0;
            double inner = 0;
        };
        std::vector<Cut> best(count + 1);
        best[0].width = -spacing_.beside;
        for (std::size_t end = 1; end <= count; ++end)
            for (std::size_t first = 0; first < end; ++first) {
                const std::size_t length = end - first;
                if (length == count && count > 1 && box != root_) continue;
                const Stack* stack = length <= stacks[first].size() ? narrowest(stacks[first][length - 1], steps) : nullptr;
                if (!stack) continue;
                const double width = best[first].width + spacing_.beside + stack->width + indent(box, length);
                const bool narrower = width < best[end].width - 1e-9, as_wide = width <= best[end].width + 1e-9;
                if (narrower || (as_wide && best[first].columns + 1 < best[end].columns)) best[end] = {width, best[first].columns + 1, first, stack->width};
            }
        std::vector<TreeColumn> columns;
        if (best[count].columns > 0)
            for (std::size_t end = count; end > 0; end = best[end].first) columns.insert(columns.begin(), {end, best[end].inner});
        return columns;
    }

    /// A sole column of several, right of the boss's centre and close below him.
    [[nodiscard]] TreeChoice on_spine(std::size_t box, const Stack& stack) const {
        const TreeBox& own = boxes_[box];
        const int above = steps_above(box, spacing_.between);
        return {above + stack.steps, std::max(own.width, own.centre.x + spacing_.indent + stack.width), own.centre.x, own.centre.x, above, {{reports_[box].size(), stack.width}}};
    }

    /// The boss over his columns: midway between the lines to the first and the last, or straight over one that is near.
    [[nodiscard]] TreeChoice under_boss(std::size_t box, const std::vector<TreeColumn>& columns, int height) const {
        const TreeBox& own = boxes_[box];
        const int above = steps_above(box, spacing_.below);
        TreeChoice choice{above + height, 0, 0, 0, above, columns};
        double total = 0;
        std::vector<double> heads;
        std::size_t first = 0;
        for (const TreeColumn& column : columns) {
            if (first > 0) total += spacing_.beside;
            heads.push_back(total + (column.end - first > 1 ? 0 : lowest(choices_[reports_[box][first]], column.inner)->head));
            total += column.inner + indent(box, column.end - first);
            first = column.end;
        }
        double middle = (heads.front() + heads.back()) / 2;
        for (const double head : heads)
            if (std::abs(head - (heads.front() + heads.back()) / 2) < spacing_.snap) middle = head;
        choice.head = std::max(own.centre.x, middle);
        choice.offset = box == root_ ? 0 : choice.head - middle;
        choice.width = std::max(choice.offset + total, choice.head + own.width - own.centre.x);
        if (box == root_) choice.width = total;
        return choice;
    }

    std::vector<TreeBox> boxes_;
    TreeSpacing spacing_;
    double most_width_;
    std::size_t root_;
    std::vector<std::vector<std::size_t>> reports_;
    std::vector<std::vector<TreeChoice>> choices_;  ///< of each box
    std::vector<std::size_t> order_;
    int most_steps_;
};

}  // namespace buygraph::picture
