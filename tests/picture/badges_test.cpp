#include <buygraph/picture/badges.hpp>
#include <buygraph/picture/marks.hpp>

#include <algorithm>

#include "catch.hpp"

using namespace buygraph::picture;

namespace {

Group stance(int sign, BadgeInk ink) {
    Group group;
    add_stance_badge(group, sign, ink, {0, 0}, 8);
    return group;
}
Group badge(Badge what) {
    Group group;
    add_badge(group, what, {0, 0}, 8);
    return group;
}
auto corners(const std::string& path) { return 1 + std::count(path.begin(), path.end(), 'L'); }

}  // namespace

TEST_CASE("a sign is one level stroke for each minus and a cross for each plus") {
    const auto strokes = [](int sign) { return stance(sign, BadgeInk::filled).marks.size() - 1; };  // the first mark is the disc
    CHECK(strokes(2) == 4);
    CHECK(strokes(1) == 2);
    CHECK(strokes(0) == 1);
    CHECK(strokes(-1) == 1);
    CHECK(strokes(-2) == 2);
    CHECK(stance(-1, BadgeInk::filled).marks[1].path == line({-3.2, 0}, {3.2, 0}));
    CHECK(stance(0, BadgeInk::filled).marks[1].path == ellipse({0, 0}, 2.2, 3.2));
}

TEST_CASE("sure is filled, likely outlined, a guess a question mark whatever the sign") {
    CHECK(stance(1, BadgeInk::filled).marks[0].fill == "ink");
    CHECK(stance(1, BadgeInk::filled).marks[1].stroke == "sf");
    CHECK(stance(1, BadgeInk::outlined).marks[0].fill == "sf");
    CHECK(stance(1, BadgeInk::outlined).marks[1].stroke == "ink");
    const Group plus = stance(2, BadgeInk::question), minus = stance(-2, BadgeInk::question);
    REQUIRE(plus.marks.size() == minus.marks.size());
    for (std::size_t i = 0; i < plus.marks.size(); ++i) CHECK(plus.marks[i].path == minus.marks[i].path);
    for (const Mark& mark : plus.marks) CHECK(mark.text.empty());  // strokes, not a font
}

TEST_CASE("shapes tell the badges apart: octagon, diamond, tile, clock") {
    CHECK(corners(badge(Badge::veto).marks[0].path) == 8);
    CHECK(corners(badge(Badge::decides).marks[0].path) == 4);
    CHECK(badge(Badge::stale).marks[0].path == circle({0, 0}, 8));
    CHECK(badge(Badge::coach).marks[0].path == rounded(-8, -7.2, 16, 14.4, 3));
    for (const Badge what : {Badge::veto, Badge::decides, Badge::coach}) CHECK(badge(what).marks[0].fill == "ink");
}
