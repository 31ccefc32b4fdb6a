#include <buygraph/picture/hierarchy.hpp>

#include "catch.hpp"

using namespace buygraph::picture;

namespace {

using Path = std::vector<std::pair<double, double>>;
Path pairs(const std::vector<Point>& points) {
    Path result;
    for (const Point& at : points) result.emplace_back(at.x, at.y);
    return result;
}

//   boss 100 × 40 over two reports 80 × 40; discs at (20, 20), lines keep 15 away
const std::vector<TreeBox> three{{100, 40, {20, 20}, {}, 15}, {80, 40, {20, 20}, 0, 15}, {80, 40, {20, 20}, 0, 15}};

}  // namespace

// Beside each other with 20 between: at 0 and 100, discs at 20 and 120, the boss over their middle 70. 40 + 36 below the boss is 19 steps
// of 4: the reports begin at 76, the bar lies 18 above them at 58.
TEST_CASE("three people, worked by hand: two reports beside each other") {
    const auto layout = lay_out_tree(three, 900, 560);
    REQUIRE(layout);
    CHECK(pairs(layout->centres) == Path{{70, 20}, {20, 96}, {120, 96}});
    CHECK(layout->lines[0].empty());
    CHECK(pairs(layout->lines[1]) == Path{{70, 35}, {70, 58}, {20, 58}, {20, 81}});
    CHECK(pairs(layout->lines[2]) == Path{{70, 35}, {70, 58}, {120, 58}, {120, 81}});
    CHECK(layout->width == 180);
    CHECK(layout->height == 116);
}

// In 130 px they stand above each other, 12 below the boss and 12 between: the spine falls from his centre at 20, they begin 8 to its right.
TEST_CASE("three people, worked by hand: two reports above each other on a spine") {
    const auto layout = lay_out_tree(three, 130, 560);
    REQUIRE(layout);
    CHECK(pairs(layout->centres) == Path{{20, 20}, {48, 72}, {48, 124}});
    CHECK(pairs(layout->lines[1]) == Path{{20, 35}, {20, 72}, {33, 72}});
    CHECK(pairs(layout->lines[2]) == Path{{20, 35}, {20, 124}, {33, 124}});
    CHECK(layout->width == 108);
    CHECK(layout->height == 144);
    CHECK_FALSE(lay_out_tree(three, 130, 140));
    CHECK_FALSE(lay_out_tree(three, 107, 560));
}

TEST_CASE("a lone report stands straight below his boss, whoever reaches further left") {
    for (const double centre : {10., 30.}) {
        const auto layout = lay_out_tree({{100, 40, {20, 20}, {}, 15}, {80, 40, {centre, 20}, 0, 15}}, 900, 560);
        REQUIRE(layout);
        const double x = std::max(20., centre);
        CHECK(pairs(layout->centres) == Path{{x, 20}, {x, 96}});
        CHECK(pairs(layout->lines[1]) == Path{{x, 35}, {x, 81}});
    }
}

TEST_CASE("spare width goes between the columns of roots, at most 40 to each") {
    const std::vector<TreeBox> roots{{100, 40, {20, 20}, {}, 15}, {100, 40, {20, 20}, {}, 15}};
    CHECK(lay_out_tree(roots, 900, 560)->centres[1].x == 100 + 20 + 40 + 20);
    CHECK(lay_out_tree(roots, 230, 560)->centres[1].x == 100 + 20 + 10 + 20);
    CHECK(lay_out_tree(roots, 900, 560)->width == 260);
    CHECK(lay_out_tree(roots, 900, 560)->lines[1].empty());
}

// Discs at 20, 120 and 222 have their middle at 121: one pixel off the second, where the boss would hang beside his line.
TEST_CASE("a boss near to the line of a column stands straight over it") {
    const std::vector<TreeBox> boxes{{60, 40, {20, 20}, {}, 15}, {80, 40, {20, 20}, 0, 15}, {80, 40, {20, 20}, 0, 15}, {80, 40, {22, 20}, 0, 15}};
    const auto layout = lay_out_tree(boxes, 900, 560);
    REQUIRE(layout);
    CHECK(layout->centres[0].x == 120);
    CHECK(pairs(layout->lines[2]) == Path{{120, 35}, {120, 81}});
}

TEST_CASE("the discs of a column stand below each other as far as its width allows") {
    const std::vector<TreeBox> boxes{{60, 40, {20, 20}, {}, 15}, {80, 40, {40, 20}, 0, 15}, {50, 40, {20, 20}, 0, 15}, {75, 40, {20, 20}, 0, 15}};
    const auto layout = lay_out_tree(boxes, 120, 560);
    REQUIRE(layout);
    CHECK(layout->centres[1].x == 20 + 8 + 40);
    CHECK(layout->centres[2].x == 20 + 8 + 40);
    CHECK(layout->centres[3].x == 20 + 8 + 25);  // 5 px of room
}

TEST_CASE("nobody is no tree of any size") {
    const auto layout = lay_out_tree({}, 900, 560);
    CHECK((!layout || layout->centres.empty()));
}
