#include <buygraph/picture/text_width.hpp>
#include <buygraph/picture/tie_curves.hpp>

#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "picture/made_figures.hpp"

using namespace buygraph;
using namespace buygraph::picture;

namespace {

constexpr Rect room{0, 0, 1000, 1000};

/// People at given places, with a short name and the full density.
Arrangement at(const std::vector<Point>& places) {
    Arrangement map{{}, {}, densities[1], 1000, 1000};
    for (const Point& place : places) {
        Figure figure = made::figure("Li");
        figure.id = "p" + std::to_string(map.figures.size());
        figure.centre = place;
        map.figures.push_back(figure);
    }
    return map;
}

buygraph::Tie tie(const char* from, const char* to, std::optional<double> strength = {}, std::optional<TieKind> kind = {}) {
    buygraph::Tie made;
    made.from = from;
    made.to = to;
    made.strength = strength;
    made.kind = kind;
    return made;
}

TieCurves curves(const std::vector<buygraph::Tie>& ties, const Arrangement& map) {
    Deal deal;
    deal.ties = ties;
    return tie_curves(deal, map, room);
}

/// The marks of all ties, then of their numbers.
Group drawn(const std::vector<buygraph::Tie>& ties, const Arrangement& map) {
    Deal deal;
    deal.ties = ties;
    Group all;
    for (const Group& group : tie_groups(deal, map, tie_curves(deal, map, room), Language::english)) all.marks.insert(all.marks.end(), group.marks.begin(), group.marks.end());
    return all;
}

}  // namespace

// Model, section 3; page, section 5: width 9 · strength, at least 1.2.
TEST_CASE("a tie is as wide as it is strong, by the kind's strength where the deal gives none") {
    const Arrangement map = at({{200, 200}, {600, 200}});
    for (const auto& [given, width] : {std::pair(tie("p0", "p1"), 5.4), {tie("p0", "p1", .3), 2.7}, {tie("p0", "p1", .05), 1.2}, {tie("p0", "p1", {}, TieKind::opposes), 3.6}})
        CHECK(drawn({given}, map).marks[0].width == Approx(width));
}

TEST_CASE("an arrow points at the influenced; both ways has bars at both ends; what opposes is dashed") {
    const Arrangement map = at({{200, 200}, {600, 200}});
    const Group one = drawn({tie("p0", "p1", .5)}, map);
    REQUIRE(one.marks.size() == 4);  // curve, head, ground and number
    CHECK(one.marks[1].fill == "infl");
    CHECK(one.marks[1].path.back() == 'Z');
    CHECK(one.marks[0].dash.empty());
    CHECK(one.marks[3].text == "+0.50");
    const Group both = drawn({tie("p0", "p1", .5, TieKind::works_with)}, map);
    REQUIRE(both.marks.size() == 5);
    CHECK((both.marks[1].stroke == "infl" && both.marks[2].stroke == "infl"));
    const Group against = drawn({tie("p0", "p1", .25, TieKind::opposes)}, map);
    CHECK(against.marks[0].stroke == "neg");
    CHECK(against.marks[0].dash == "6 4");
    CHECK(against.marks[4].text == "−0.25");

    const TieCurve curve = curves({tie("p0", "p1", .5)}, map).curves[0];
    CHECK(std::hypot(curve.end.x - 600, curve.end.y - 200) == Approx(20 + 6 + 5 + 2));
    CHECK(std::hypot(curve.start.x - 200, curve.start.y - 200) == Approx(20 + 6 + 5 + 2));
}

TEST_CASE("the flattest bend is taken unless it passes over a name or a disc") {
    const auto bend = [](const Arrangement& map) {
        const TieCurve curve = curves({tie("p0", "p1", .5)}, map).curves[0];
        return std::abs(curve.bend.x - 300) / 600;
    };
    CHECK(bend(at({{300, 200}, {300, 800}})) == Approx(.12));
    const auto map = at({{300, 200}, {300, 800}, {290, 500}});  // a disc 31 wide with its dial, and a name at its right
    CHECK(bend(map) > .12);
    const TieCurve curve = curves({tie("p0", "p1", .5)}, map).curves[0];
    for (int i = 0; i <= 200; ++i) {
        const Point on = curve.at(i / 200.);
        CHECK(std::hypot(on.x - 290, on.y - 500) > 31);
        CHECK_FALSE((on.x > 290 && on.x < 290 + 36 + text_width("Li", 13, true) && std::abs(on.y - 500) < 8));
    }
}

TEST_CASE("two ties of the same people take different ways") {
    const TieCurves both = curves({tie("p0", "p1", .5), tie("p1", "p0", .2)}, at({{200, 300}, {800, 300}}));
    CHECK(std::hypot(both.curves[0].bend.x - both.curves[1].bend.x, both.curves[0].bend.y - both.curves[1].bend.y) > 50);
    CHECK_FALSE(both.curves[0].label.meets(both.curves[1].label));
}

TEST_CASE("curves stay in the room") {
    const Arrangement map = at({{40, 40}, {900, 40}, {400, 40}, {650, 40}});
    const TieCurve curve = curves({tie("p0", "p1", .5)}, map).curves[0];
    for (int i = 0; i <= 100; ++i) CHECK(room.holds(curve.at(i / 100.)));
}

TEST_CASE("ties with somebody who has left, or with nobody, are not drawn") {
    Arrangement map = at({{200, 200}, {600, 200}});
    map.figures[1].standing.reset();
    CHECK(curves({tie("p0", "p1", .5), tie("p0", "nobody", .5)}, map).curves.empty());
}

// Page, section 7: from 13 people on, lines under 0.15 of the strongest are off; numbers up to a dozen lines.
TEST_CASE("among many people weak ties are counted, not drawn; beyond a dozen lines there are no numbers") {
    std::vector<Point> places;
    for (int i = 0; i < 13; ++i) places.push_back({100. + 60 * i, i % 2 ? 200. : 600.});
    const std::vector<buygraph::Tie> ties{tie("p0", "p1", .8), tie("p2", "p3", .12), tie("p4", "p5", .11), tie("p6", "p7", .3, TieKind::opposes)};
    const TieCurves crowd = curves(ties, at(places));
    CHECK(crowd.curves.size() == 3);
    CHECK(crowd.hidden == 1);
    CHECK(crowd.numbers);
    places.pop_back();
    CHECK(curves(ties, at(places)).hidden == 0);

    std::vector<buygraph::Tie> many(12, tie("p0", "p1", .5));
    CHECK(curves(many, at(places)).numbers);
    many.push_back(tie("p2", "p3", .5));
    CHECK_FALSE(curves(many, at(places)).numbers);
    for (const Mark& mark : drawn(many, at(places)).marks) CHECK(mark.text.empty());
}

TEST_CASE("every tie is a group of its own, by its place in the deal, that says who sways whom and how") {
    const Arrangement map = at({{200, 200}, {600, 200}, {400, 700}});
    Deal deal;
    deal.ties = {tie("nobody", "p1", .5), tie("p0", "p1", .5), tie("p1", "p2", {}, TieKind::opposes)};
    const TieCurves ties = tie_curves(deal, map, room);
    const auto english = tie_groups(deal, map, ties, Language::english), chinese = tie_groups(deal, map, ties, Language::chinese);
    REQUIRE(english.size() == 4);
    CHECK(english[0].id == "tie:1");
    CHECK(english[0].title == "Li → Li: advises, +0.50");
    CHECK(english[1].id == "tie:2");
    CHECK(english[1].title == "Li ↔ Li: oppose each other, −0.40");
    CHECK(chinese[1].title == "Li ↔ Li：互相对立，−0.40");
    CHECK(english[2].id == "tie-number:1");
    CHECK(english[2].title.empty());
    CHECK(english[3].marks.back().text == "−0.40");
}

// Page, section 7: among very many people only some are named, and a line has to lead to or from one of them.
TEST_CASE("ties between two people without a name are counted, not drawn") {
    Arrangement map = at({{200, 200}, {600, 200}, {400, 700}});
    map.figures[0].named = map.figures[2].named = false;
    const TieCurves ties = curves({tie("p0", "p1", .5), tie("p0", "p2", .5)}, map);
    REQUIRE(ties.curves.size() == 1);
    CHECK(ties.curves[0].to == 1);
    CHECK(ties.aside == 1);
    CHECK(ties.hidden == 0);
}
