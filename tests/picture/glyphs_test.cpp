#include <buygraph/picture/glyphs.hpp>
#include <buygraph/picture/marks.hpp>

#include "catch.hpp"
#include "picture/scenes.hpp"

using namespace buygraph::picture;

namespace {

Group glyph(const char* role, Point at = {0, 0}, double scale = 1) {
    Group group;
    add_role_glyph(group, role, "项", at, scale, "ink");
    return group;
}

}  // namespace

// Page, section 5, "Glyph paths"; V and H say one coordinate there as here.
TEST_CASE("the glyphs are those of the page") {
    CHECK(made::path_numbers(glyph("decision_maker").marks[0].path) == made::path_numbers("M-7-4-3.5 0 0-6.5 3.5 0 7-4 5.5 5.5H-5.5Z"));
    CHECK(glyph("decision_maker").marks[0].fill == "ink");
    CHECK(made::path_numbers(glyph("purchaser").marks[0].path) == made::path_numbers("M-6.5-6.5H0L7 .5 .5 7-6.5 0Z"));
    CHECK(glyph("purchaser").marks[1].path == circle({-3, -3}, 1.3));
    CHECK(glyph("user").marks[0].path == circle({0, -3.5}, 3.2));
    CHECK(made::path_numbers(glyph("user").marks[1].path) == made::path_numbers("M-6.5 7C-6.5 1.5 6.5 1.5 6.5 7"));
    CHECK(made::path_numbers(glyph("technical").marks[0].path) == made::path_numbers("M0-7 6-3.5V3.5L0 7-6 3.5V-3.5Z"));
    CHECK(glyph("technical").marks[1].path == circle({0, 0}, 2.4));
    CHECK(glyph("finance").marks[0].path == ellipse({0, -4}, 6, 2.4));
    CHECK(glyph("finance").marks.size() == 3);
    CHECK(made::path_numbers(glyph("coach").marks[0].path) == made::path_numbers("M-7-3.5H-3.5L-2-5.5H2L3.5-3.5H7V5.5H-7Z"));
    CHECK(glyph("coach").marks[1].path == circle({0, .8}, 2.6));
}

TEST_CASE("strokes are 1.4 wide, and everything scales") {
    const Group one = glyph("technical"), two = glyph("technical", {100, 50}, 2);
    CHECK(one.marks[0].width == Approx(1.4));
    CHECK(two.marks[0].width == Approx(2.8));
    const auto at_one = made::path_numbers(one.marks[1].path), at_two = made::path_numbers(two.marks[1].path);
    CHECK(at_two[0] == Approx(100 + 2 * at_one[0]));
    CHECK(at_two[1] == Approx(50 + 2 * at_one[1]));
}

TEST_CASE("a role without glyph shows its letter") {
    const Group group = glyph("works_council");
    REQUIRE(group.marks.size() == 1);
    CHECK(group.marks[0].text == "项");
    CHECK(group.marks[0].anchor == "middle");
}
