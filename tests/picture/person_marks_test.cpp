#include <buygraph/picture/glyphs.hpp>
#include <buygraph/picture/marks.hpp>
#include <buygraph/picture/person_marks.hpp>

#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "picture/made_figures.hpp"
#include "picture/scenes.hpp"

using namespace buygraph;
using namespace buygraph::picture;

namespace {

constexpr Density full = densities[1];

/// Degrees clockwise from the top of a point about (100, 100).
double angle(double x, double y) { return std::atan2(x - 100, 100 - y) * 180 / 3.14159265358979323846; }

const Mark* find(const Group& group, auto&& test) {
    const auto found = std::find_if(group.marks.begin(), group.marks.end(), test);
    return found == group.marks.end() ? nullptr : &*found;
}
const Mark* needle(const Group& group) {
    return find(group, [](const Mark& mark) { return mark.stroke == "ink" && mark.width == 2; });
}
const Mark* range(const Group& group) {
    return find(group, [](const Mark& mark) { return mark.width == 5 || mark.width == 3.5; });
}
const Mark& disc(const Group& group, double radius = 20) {
    return *find(group, [&](const Mark& mark) { return mark.path == circle({100, 100}, radius); });
}

}  // namespace

// Page, section 5: a dial of 230°, 0 at the top, us to the right, clipped at ±0.8: 0.4 is half of 115°.
TEST_CASE("the needle stands at lead / 0.8 · 115 degrees, clipped") {
    for (const auto& [lead, degrees] : {std::pair(0.4, 57.5), {0., 0.}, {-0.2, -28.75}, {0.8, 115.}, {-3., -115.}}) {
        const auto ends = made::path_numbers(needle(person_marks(made::figure("x", lead), full))->path);
        CHECK(angle(ends[0], ends[1]) == Approx(degrees).margin(.1));
        CHECK(angle(ends[2], ends[3]) == Approx(degrees).margin(.1));
        CHECK(std::hypot(ends[2] - 100, ends[3] - 100) > std::hypot(ends[0] - 100, ends[1] - 100));
    }
}

TEST_CASE("the arc runs from 10 to 90 %, clipped at the ends of the dial, never inside out") {
    const auto ends = [](double low, double high) {
        Figure figure = made::figure();
        figure.standing->low = low;
        figure.standing->high = high;
        const auto path = made::path_numbers(range(person_marks(figure, full))->path);  // x y r r 0 large sweep x y
        return std::pair(angle(path[0], path[1]), angle(path[7], path[8]));
    };
    CHECK(ends(0, .4).first == Approx(0).margin(.1));
    CHECK(ends(0, .4).second == Approx(57.5).margin(.1));
    CHECK(ends(-2, 2).first == Approx(-115).margin(.1));
    CHECK(ends(-2, 2).second == Approx(115).margin(.1));
    for (const auto& [low, high] : {std::pair(.9, 1.4), {-1.4, -.9}, {.2, .2}}) {
        const auto [from, to] = ends(low, high);
        CHECK(from >= -115.1);
        CHECK(to <= 115.1);
        CHECK(to - from == Approx(3).margin(.2));
    }
}

TEST_CASE("a guess looks like a guess: hollow with a dashed arc; likely is hatched with a clear centre; sure is solid") {
    Figure figure = made::figure();
    CHECK(disc(person_marks(figure, full)).fill == "for2");
    CHECK_FALSE(disc(person_marks(figure, full)).hatched);
    CHECK(range(person_marks(figure, full))->dash.empty());
    figure.standing->sureness = Sureness::likely;
    CHECK(disc(person_marks(figure, full)).hatched);
    CHECK(disc(person_marks(figure, full), 12.4).fill == "sf");
    figure.standing->sureness = Sureness::guess;
    CHECK(disc(person_marks(figure, full)).fill == "sf");
    CHECK(disc(person_marks(figure, full)).stroke == "for2");
    CHECK(range(person_marks(figure, full))->dash == "3 2");
}

TEST_CASE("colour follows the sign, on both sides") {
    for (const auto& [sign, fill, outline] : {std::tuple(2, "for2", "for2"), {1, "for1", "for2"}, {0, "mid", "mid-line"}, {-1, "ag1", "ag2"}, {-2, "ag2", "ag2"}}) {
        Figure figure = made::figure();
        figure.standing->sign = sign;
        CHECK(disc(person_marks(figure, full)).fill == fill);
        CHECK(disc(person_marks(figure, full)).stroke == outline);
    }
}

TEST_CASE("old evidence fades the fill alone, and the glyph on it is ink") {
    Figure figure = made::figure();
    figure.faded = true;
    figure.note = "218 d old";
    const Group group = person_marks(figure, full);
    CHECK(disc(group).opacity == .62);
    for (const Mark& mark : group.marks) CHECK((mark.opacity == 1 || &mark == &disc(group)));
    CHECK(find(group, [](const Mark& mark) { return mark.text == "218 d old" && mark.fill == "ag2"; }));
    CHECK_FALSE(find(group, [](const Mark& mark) { return mark.stroke.starts_with("on-"); }));
}

TEST_CASE("badges stand at −150 degrees, leftwards, the stance at +150 degrees") {
    Figure figure = made::figure();
    figure.badges = {Badge::veto, Badge::coach};
    const Group group = person_marks(figure, full);
    const double x = 26 * .5, y = 26 * std::sqrt(.75);
    CHECK(find(group, [&](const Mark& mark) { return mark.path == circle({100 + x, 100 + y}, 8); }));
    Group veto;
    add_badge(veto, Badge::veto, {100 - x, 100 + y}, 8);
    CHECK(find(group, [&](const Mark& mark) { return mark.path == veto.marks[0].path; }));
    const Mark* tile = find(group, [](const Mark& mark) { return mark.fill == "ink" && mark.path.find('H') != std::string::npos; });
    REQUIRE(tile);
    CHECK(made::path_numbers(tile->path)[0] < 100 - x - 8);
}

TEST_CASE("a vacant seat is dashed with a question mark in place of a glyph") {
    Figure figure = made::figure("vacant seat");
    Group user;
    add_role_glyph(user, "user", "", {100, 100}, 20. / 26, "on-for2");
    const auto bust = [&](const Mark& mark) { return mark.path == user.marks[1].path; };
    CHECK(find(person_marks(figure, full), bust));
    figure.vacant = true;
    CHECK(disc(person_marks(figure, full)).dash == "4 3");
    CHECK_FALSE(find(person_marks(figure, full), bust));
}

TEST_CASE("who has left is struck through, without dial, badge or halo") {
    Figure figure = made::figure("Xu Ping");
    figure.standing.reset();
    const Group group = person_marks(figure, full);
    CHECK_FALSE(needle(group));
    CHECK_FALSE(range(group));
    CHECK(disc(group).opacity == .5);
    const Mark* name = find(group, [](const Mark& mark) { return mark.text == "Xu Ping"; });
    REQUIRE(name);
    CHECK(name->struck);
    CHECK(name->fill == "ink2");
    CHECK_FALSE(name->halo);
}

TEST_CASE("the smallest density has no dial, but keeps fill, hatch and sign") {
    const Group group = person_marks(made::figure(), densities[4]);
    CHECK_FALSE(needle(group));
    CHECK_FALSE(range(group));
    CHECK(disc(group).fill == "for2");
}

TEST_CASE("name and title carry their own language") {
    Figure figure = made::figure("陈伟");
    figure.title = "总经理";
    figure.note = "no evidence";
    figure.language = "zh";
    const Group group = person_marks(figure, full);
    CHECK(find(group, [](const Mark& mark) { return mark.text == "陈伟"; })->language == "zh");
    CHECK(find(group, [](const Mark& mark) { return mark.text == "总经理"; })->language == "zh");
    CHECK(find(group, [](const Mark& mark) { return mark.text == "no evidence"; })->language.empty());
}
