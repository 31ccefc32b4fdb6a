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
    CHECK(arc({0, 0}, 10, -90, 90) == "M-10 0A10 10 0 0 1 10 0");
    CHECK(arc({0, 0}, 10, 0, 90).find(" 0 0 1 ") != std::string::npos);
    CHECK(arc({0, 0}, 10, -115, 115).find(" 0 1 1 ") != std::string::npos);
}

TEST_CASE("figures are closed, lines are not") {
    CHECK(circle({5, 5}, 2) == "M3 5A2 2 0 1 1 7 5A2 2 0 1 1 3 5Z");
    CHECK(polygon({{0, 0}, {1, 0}, {1, 1}}) == "M0 0L1 0L1 1Z");
    CHECK(line({0, 0}, {1, 2}) == "M0 0L1 2");
    CHECK(polyline({}).empty());
    CHECK(rounded(0, 0, 10, 6, 2) == "M2 0H8A2 2 0 0 1 10 2V4A2 2 0 0 1 8 6H2A2 2 0 0 1 0 4V2A2 2 0 0 1 2 0Z");
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
