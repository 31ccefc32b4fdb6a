#include <buygraph/picture/marks.hpp>
#include <buygraph/picture/stance_plot.hpp>
#include <buygraph/picture/text_width.hpp>

#include <set>

#include "catch.hpp"
#include "picture/crowds.hpp"

using namespace buygraph;
using namespace buygraph::picture;

namespace {

constexpr Rect ground{40, 60, 940, 600};
constexpr std::array<double, 4> margins{38, 48, 38, 26};
constexpr Rect corner_words{46, 64, 200, 82};

std::vector<Figure> standing_people(std::size_t count, unsigned seed) {
    std::vector<Figure> made = made::people(made::star, seed % 2 == 0, count, seed);
    std::mt19937 random(seed);
    std::normal_distribution<> lead(0, .3);
    for (Figure& figure : made)
        if (!figure.left()) figure.standing = made::standing(lead(random), Sureness::likely, 1, .05 + .3 * std::abs(lead(random)));
    return made;
}

/// Disc with badges of a figure, as circles.
std::vector<std::pair<Point, double>> circles(const Figure& figure, const Density& density) {
    const Anatomy body = anatomy(figure, density);
    std::vector<std::pair<Point, double>> result{{figure.centre, figure.radius + .75}, {on_circle(figure.centre, body.ring, 150), body.badge}};
    for (std::size_t badge = 0; badge < figure.badges.size(); ++badge) {
        Point at = on_circle(figure.centre, body.ring, -150);
        at.x -= body.pitch * static_cast<double>(badge);
        result.emplace_back(at, body.badge);
    }
    return result;
}
/// A name's lines as they are written.
std::vector<Rect> lines_of(const SpotName& name) {
    std::vector<Rect> result;
    for (const SpotName::Line& line : name.lines) {
        const double wide = text_width(line.text, line.size, line.bold), left = line.at.x - (line.anchor == std::string("end") ? wide : line.anchor == std::string("middle") ? wide / 2 : 0);
        result.push_back({left, line.at.y - .85 * line.size, left + wide, line.at.y + .2 * line.size});
    }
    return result;
}
bool over(const std::pair<Point, double>& round, const Rect& rect) {
    const auto& [at, radius] = round;
    return std::hypot(at.x - std::clamp(at.x, rect.left, rect.right), at.y - std::clamp(at.y, rect.top, rect.bottom)) < radius;
}

}  // namespace

TEST_CASE("of three hundred random accounts no disc, badge or name lies on another, and all are inside") {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const std::size_t count = 1 + seed % 60;
        const StancePlot plot = place_by_stance(standing_people(count, seed), ground, margins, {corner_words});
        CAPTURE(seed, count);
        REQUIRE(plot.field.bottom == ground.bottom);
        std::vector<std::vector<std::pair<Point, double>>> discs;
        std::vector<std::vector<Rect>> names;
        for (std::size_t i = 0; i < plot.spots.size(); ++i) {
            discs.push_back(circles(plot.map.figures[i], plot.map.density));
            names.push_back(plot.spots[i].name ? lines_of(*plot.spots[i].name) : std::vector<Rect>());
        }
        for (std::size_t i = 0; i < discs.size(); ++i) {
            for (const auto& [at, radius] : discs[i]) REQUIRE((at.x - radius >= ground.left && at.x + radius <= ground.right && at.y - radius >= ground.top && at.y + radius <= ground.bottom));
            for (const Rect& line : names[i]) {
                REQUIRE((line.left >= ground.left && line.right <= ground.right && line.top >= ground.top && line.bottom <= ground.bottom));
                REQUIRE_FALSE(line.meets(corner_words));
            }
            for (const auto& one : discs[i]) REQUIRE_FALSE(over(one, corner_words));
            for (std::size_t j = 0; j < discs.size(); ++j) {
                for (const Rect& line : names[i])
                    for (const auto& other : discs[j]) REQUIRE_FALSE(over(other, line));
                if (j <= i) continue;
                for (const auto& one : discs[i])
                    for (const auto& other : discs[j]) REQUIRE(std::hypot(one.first.x - other.first.x, one.first.y - other.first.y) >= one.second + other.second);
                for (const Rect& one : names[i])
                    for (const Rect& other : names[j]) REQUIRE_FALSE(one.meets(other));
            }
        }
    }
}

// Across −1 to 1, up by the root: 38 px from the left are −1, 38 from the right 1; a quarter of the influence stands half way up.
TEST_CASE("people stand at their lead and the root of their influence, whiskers end at L ± 1.2816 sd within the plot") {
    std::vector<Figure> people;
    for (const auto& [lead, sd, rank] : {std::tuple(-.5, .1, 1.), {.25, .2, .25}, {.9, .3, 0.}, {-1.4, .1, .5}}) {
        Figure figure = made::figure();
        figure.standing = made::standing(lead, Sureness::sure, 1, sd);
        figure.rank = rank;
        people.push_back(figure);
    }
    const StancePlot plot = place_by_stance(people, ground, margins);
    const auto x = [](double lead) { return 78 + (lead + 1) / 2 * (902 - 78); };
    REQUIRE(plot.spots.size() == 4);  // by influence: −0.5, −1.4, 0.25, 0.9
    CHECK(plot.spots[0].place.x == Approx(x(-.5)));
    CHECK(plot.spots[0].place.y == Approx(108));
    CHECK(plot.spots[2].place.x == Approx(x(.25)));
    CHECK(plot.spots[2].place.y == Approx((108 + 574) / 2.));
    CHECK(plot.spots[3].place.y == Approx(574));
    CHECK(plot.spots[1].place.x == Approx(x(-1)));
    CHECK(plot.spots[2].low == Approx(x(.25 - 1.2816 * .2)));
    CHECK(plot.spots[2].high == Approx(x(.25 + 1.2816 * .2)));
    CHECK_FALSE(plot.spots[2].open_high);
    CHECK(plot.spots[3].high == Approx(x(1)));
    CHECK(plot.spots[3].open_high);
    CHECK_FALSE(plot.spots[3].open_low);
    CHECK(plot.spots[1].high == Approx(x(-1)));
    CHECK(plot.spots[1].open_low);
    for (std::size_t i = 0; i < 4; ++i) CHECK(plot.spots[i].aside(plot.map.figures[i]) == 0);
}

TEST_CASE("among more than a dozen people the axis goes only as far as their leads do") {
    std::vector<Figure> people(13, made::figure("Li", .1));
    CHECK(place_by_stance(people, ground, margins).reach == .2);
    people[4].standing = made::standing(-.35);
    CHECK(place_by_stance(people, ground, margins).reach == .4);
    people[4].standing = made::standing(2.);
    const StancePlot plot = place_by_stance(people, ground, margins);
    CHECK(plot.reach == 1);
    CHECK(plot.x(2) == Approx(902));
    people.resize(12);
    people[4].standing = made::standing(.1);
    CHECK(place_by_stance(people, ground, margins).reach == 1);
}

TEST_CASE("of two at one place the more influential stands there, the other beside") {
    std::vector<Figure> people(2, made::figure());
    people[0].rank = .5;
    people[1].rank = .51;
    people[1].id = "more";
    const StancePlot plot = place_by_stance(people, ground, margins);
    CHECK(plot.map.figures[0].id == "more");
    CHECK(plot.spots[0].aside(plot.map.figures[0]) == 0);
    CHECK(plot.spots[1].aside(plot.map.figures[1]) > 0);
    CHECK(std::hypot(plot.map.figures[1].centre.x - plot.spots[1].place.x, plot.map.figures[1].centre.y - plot.spots[1].place.y) < 90);
}

TEST_CASE("names go to the most influential first, titles where there is room") {
    std::vector<Figure> people(20, made::figure("Maximilian Hammersmith-Wimmer", .1));
    for (std::size_t i = 0; i < people.size(); ++i) people[i].rank = .04 - .001 * static_cast<double>(i);
    people[0].title = "CEO";
    const StancePlot plot = place_by_stance(people, ground, margins);
    std::size_t named = 0;
    for (const StanceSpot& spot : plot.spots) named += spot.name.has_value();
    CHECK(plot.spots[0].name);
    CHECK(plot.spots[0].name->lines.size() == 2);
    CHECK(named >= 5);
    CHECK(named < 20);
}

TEST_CASE("who has left does not stand there, and three hundred at one place still find room") {
    std::vector<Figure> people(300, made::figure("Li", 0));
    people[7].standing.reset();
    const StancePlot plot = place_by_stance(people, ground, margins);
    CHECK(plot.spots.size() == 299);
    for (std::size_t i = 0; i < 299; ++i)
        for (std::size_t j = i + 1; j < 299; ++j) {
            const Point a = plot.map.figures[i].centre, b = plot.map.figures[j].centre;
            if (std::hypot(a.x - b.x, a.y - b.y) < 2 * plot.map.figures[i].radius) FAIL("discs overlap");
        }
    CHECK(place_by_stance({}, ground, margins).spots.empty());
}
