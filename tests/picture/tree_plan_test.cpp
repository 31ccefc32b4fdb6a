#include <buygraph/picture/tree_plan.hpp>

#include <limits>
#include <map>
#include <random>

#include "catch.hpp"

using namespace buygraph::picture;

namespace {

/// w(h) once more, by enumeration: every cut of the reports into contiguous columns, every division of a column's height among its subtrees.
class BruteForce {
  public:
    struct Way {
        double width = std::numeric_limits<double>::infinity();
        double head = 0;
    };

    BruteForce(const std::vector<TreeBox>& boxes, const TreeSpacing& spacing) : boxes_(boxes), spacing_(spacing), reports_(boxes.size()) {
        for (std::size_t i = 0; i < boxes.size(); ++i)
            if (boxes[i].boss) reports_[*boxes[i].boss].push_back(i);
    }

    Way least(std::size_t box, int steps) {
        if (steps < 1) return {};
        const auto known = known_.find({box, steps});
        if (known != known_.end()) return known->second;
        const Way lower = least(box, steps - 1), own = at(box, steps);
        return known_[{box, steps}] = own.width < lower.width - 1e-9 ? own : lower;
    }

  private:
    struct Column {
        double width, head;
    };

    Way at(std::size_t box, int steps) {
        const TreeBox& own = boxes_[box];
        const std::size_t count = reports_[box].size();
        if (count == 0) return own.height <= 4 * steps ? Way{own.width, own.centre.x} : Way{};
        const auto left_below = [&](double gap) {
            int rest = steps;
            for (double above = own.height + gap; above > 0; above -= 4) --rest;
            return rest;
        };
        Way sole;
        if (count > 1) sole = {std::max(own.width, own.centre.x + spacing_.indent + narrowest(box, 0, count, left_below(spacing_.between))), own.centre.x};
        const Way below = columns_below(box, left_below(spacing_.below));
        return below.width < sole.width ? below : sole;
    }

    Way columns_below(std::size_t box, int rest) {
        const TreeBox& own = boxes_[box];
        const std::size_t count = reports_[box].size();
        if (rest < 1) return {};

        struct Cut {
            double total = std::numeric_limits<double>::infinity();
            std::vector<std::size_t> lengths;
            std::vector<Column> columns;
        } best;
        for (unsigned cuts = count > 1 ? 1 : 0; cuts < (1U << (count - 1)); ++cuts) {  // bit r: a column ends after report r
            Cut cut{0, {}, {}};
            for (std::size_t first = 0, r = 0; r < count; ++r) {
                if (r + 1 < count && !(cuts >> r & 1U)) continue;
                const std::size_t length = r + 1 - first;
                Column column{};
                if (length == 1) {
                    const Way way = least(reports_[box][r], rest);
                    column = {way.width, way.head};
                } else {
                    column = {narrowest(box, first, r + 1, rest) + spacing_.indent, 0};
                }
                cut.total += column.width + (first > 0 ? spacing_.beside : 0);
                cut.lengths.push_back(length);
                cut.columns.push_back(column);
                first = r + 1;
            }
            const bool narrower = cut.total < best.total - 1e-9, as_wide = cut.total <= best.total + 1e-9;
            const bool fewer = cut.lengths.size() < best.lengths.size();
            const bool later = cut.lengths.size() == best.lengths.size() && std::lexicographical_compare(best.lengths.rbegin(), best.lengths.rend(), cut.lengths.rbegin(), cut.lengths.rend());
            if (narrower || (as_wide && std::isfinite(cut.total) && (fewer || later))) best = cut;
        }
        if (!std::isfinite(best.total)) return {};

        // Put the columns at 0, the boss over their middle, then everything right of 0.
        std::vector<double> heads;
        double x = 0;
        for (const Column& column : best.columns) heads.push_back(x + column.head), x += column.width + spacing_.beside;
        const double total = x - spacing_.beside, middle = (heads.front() + heads.back()) / 2;
        double head = middle;
        for (const double one : heads)
            if (std::abs(one - middle) < spacing_.snap) head = one;
        const double left = std::min(0.0, head - own.centre.x), right = std::max(total, head - own.centre.x + own.width);
        return {right - left, head - left};
    }

    /// The least width in which reports stand above each other: over all divisions of the height.
    double narrowest(std::size_t box, std::size_t first, std::size_t end, int steps) {
        double least_width = std::numeric_limits<double>::infinity();
        const std::size_t report = reports_[box][first];
        if (steps < 1) return least_width;
        if (end - first == 1) return least(report, steps).width;
        for (int share = 1; share < steps; ++share) {
            const double upper = least(report, share).width;
            if (std::isfinite(upper)) least_width = std::min(least_width, std::max(upper, narrowest(box, first + 1, end, steps - share - static_cast<int>(spacing_.between / 4))));
        }
        return least_width;
    }

    const std::vector<TreeBox>& boxes_;
    TreeSpacing spacing_;
    std::vector<std::vector<std::size_t>> reports_;
    std::map<std::pair<std::size_t, int>, Way> known_;
};

}  // namespace

TEST_CASE("the least width of tiny trees is that of an enumeration of all cuts") {
    TreeSpacing spacing;
    spacing.below = 8;
    spacing.between = 4;
    spacing.beside = 6;
    for (unsigned seed = 0; seed < 150; ++seed) {
        std::mt19937 random(seed);
        const auto from = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
        std::vector<TreeBox> boxes;
        const int count = from(2, 8);
        for (int i = 0; i < count; ++i) {
            TreeBox box;
            box.width = from(20, 60);
            box.height = from(3, 14);
            box.centre = {static_cast<double>(from(4, 16)), 2};
            if (i > 0) box.boss = static_cast<std::size_t>(seed % 3 == 0 ? 0 : from(0, i - 1));
            boxes.push_back(box);
        }
        BruteForce brute(boxes, spacing);
        const TreePlan plan(boxes, spacing, 1e6, 4 * 60);
        for (std::size_t box = 0; box < boxes.size(); ++box)
            for (int steps = 1; steps <= 36; ++steps) {
                const TreeChoice* found = plan.narrowest(box, 4 * steps);
                const auto expected = brute.least(box, steps);
                CAPTURE(seed, box, steps);
                REQUIRE((found != nullptr) == std::isfinite(expected.width));
                if (!found) continue;
                REQUIRE(found->width == Approx(expected.width));
                REQUIRE(found->head == Approx(expected.head));
            }
    }
}

// A boss 40 × 20 with three reports 30 × 20. Beside each other: 3 · 30 + 2 · 20 = 130 wide, 20 + 36 → 14 steps, and 5 steps more. Above each
// other, 12 below the boss: 15 + 8 + 30 = 53 wide, 8 + 3 · 5 + 2 · 3 = 29 steps. One beside two: 30 + 20 + 30 + 8 = 88 wide, 14 + 5 + 3 + 5 = 27 steps.
TEST_CASE("more height makes a tree narrower") {
    const std::vector<TreeBox> boxes{{40, 20, {15, 10}, {}, 10}, {30, 20, {10, 10}, 0, 10}, {30, 20, {10, 10}, 0, 10}, {30, 20, {10, 10}, 0, 10}};
    const TreePlan plan(boxes, {}, 1000, 1000);
    CHECK(plan.narrowest(0, 4 * 18) == nullptr);
    CHECK(plan.narrowest(0, 4 * 19)->width == 130);
    CHECK(plan.narrowest(0, 4 * 26)->width == 130);
    CHECK(plan.narrowest(0, 4 * 27)->width == 88);
    CHECK(plan.narrowest(0, 4 * 28)->width == 88);
    CHECK(plan.narrowest(0, 4 * 29)->width == 53);
    CHECK(plan.lowest(0, 100)->steps == 27);
    CHECK(plan.lowest(0, 52) == nullptr);

    TreeSpacing beside;
    beside.stacks = false;
    CHECK(TreePlan(boxes, beside, 1000, 1000).narrowest(0, 1000)->width == 130);
    CHECK(TreePlan(boxes, beside, 100, 1000).narrowest(0, 1000) == nullptr);
}
