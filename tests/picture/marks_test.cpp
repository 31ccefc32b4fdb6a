#include <buygraph/picture/marks.hpp>

#include "catch.hpp"

using namespace buygraph::picture;

TEST_CASE("directions go clockwise from the top") {
    for (const auto& [degrees, x, y] : {std::tuple(0., 10., 5.), {90., 15., 10.}, {180., 10., 15.}, {-90., 5., 10.}, {150., 12.5, 10 + 5 * std::sqrt(.75)}}) {
        CHECK(on_circle({10, 10}, 5, degrees).x == Approx(x));
        CHECK(on_circle({10, 10}, 5, degrees).y == Approx(y));
    }
}

// SVG 1.1, 8.3.8: large-arc 1 beyond 180°, sweep 1 clockwise.
TEST_CASE("an arc knows the long way round") {
    CHECK(arc({0, 0}, 10, -90, 90) == "M-10.00 -0.00A10.00 10.00 0 0 1 10.00 -0.00");
    CHECK(arc({0, 0}, 10, 0, 90).find(" 0 0 1 ") != std::string::npos);
    CHECK(arc({0, 0}, 10, -115, 115).find(" 0 1 1 ") != std::string::npos);
}

TEST_CASE("figures are closed, lines are not") {
    CHECK(circle({5, 5}, 2) == "M3.00 5.00A2.00 2.00 0 1 1 7.00 5.00A2.00 2.00 0 1 1 3.00 5.00Z");
    CHECK(polygon({{0, 0}, {1, 0}, {1, 1}}) == "M0.00 0.00L1.00 0.00L1.00 1.00Z");
    CHECK(line({0, 0}, {1, 2}) == "M0.00 0.00L1.00 2.00");
    CHECK(polyline({}).empty());
    CHECK(rounded(0, 0, 10, 6, 2) == "M2.00 0.00H8.00A2.00 2.00 0 0 1 10.00 2.00V4.00A2.00 2.00 0 0 1 8.00 6.00H2.00A2.00 2.00 0 0 1 0.00 4.00V2.00A2.00 2.00 0 0 1 2.00 0.00Z");
}

TEST_CASE("marks go to the end of their group") {
    Group group;
    add_path(group, "M0 0", "ink", "sf", 2).dash = "6 4";
    add_text(group, "陈伟", {1, 2}, 11, "ink2", 600).anchor = "middle";
    REQUIRE(group.marks.size() == 2);
    CHECK(group.marks[0].dash == "6 4");
    CHECK(group.marks[0].width == 2);
    CHECK(group.marks[1].text == "陈伟");
    CHECK(group.marks[1].anchor == "middle");
    CHECK(group.marks[1].weight == 600);
}
