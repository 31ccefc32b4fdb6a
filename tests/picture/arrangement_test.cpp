#include <buygraph/picture/arrangement.hpp>

#include <set>

#include "catch.hpp"
#include "picture/crowds.hpp"

using namespace buygraph;
using namespace buygraph::picture;
using namespace made;

namespace {

/// Pairs of parts of different people that overlap, and reporting lines over anybody's parts.
int overlaps(const Arrangement& map) {
    int count = overlapping(map.figures, map.density);
    constexpr double half = 1.25 / 2;
    for (const auto& line : map.lines)
        for (std::size_t k = 1; k < line.size(); ++k) {
            const Point from = line[k - 1], to = line[k];
            const double x = from.x == to.x ? half : 0, y = half - x;  // upright or level, with butt ends
            const Box stroke{std::min(from.x, to.x) - x, std::min(from.y, to.y) - y, std::max(from.x, to.x) + x, std::max(from.y, to.y) + y};
            for (const Figure& figure : map.figures)
                for (const Box& part : parts(figure, map.density)) count += meet(stroke, part);
        }
    return count;
}

/// How far anything reaches beyond the drawing.
double outside(const Arrangement& map) {
    double most = 0;
    for (const Figure& figure : map.figures)
        for (const Box& part : parts(figure, map.density)) most = std::max({most, -part.left, -part.top, part.right - map.width, part.bottom - map.height});
    return most;
}

}  // namespace

// 1,000 trees: five shapes, two languages, a hundred of each; up to 30 people, and 57 in every fifth. Of those with 57, four fifths fit into
// 900 × 560 and the rest grow.
TEST_CASE("in a thousand random trees nothing overlaps, everybody fits, and the order stays") {
    int of_57 = 0, of_57_fit = 0;
    for (const Shape shape : {chains, star, balanced, random_attach, two_levels})
        for (const bool chinese : {false, true})
            for (unsigned seed = 0; seed < 100; ++seed) {
                const std::size_t count = seed % 5 == 4 ? 57 : seed % 5 == 3 ? 30 : 1 + seed % 30;
                CAPTURE(shape, chinese, seed, count);
                const Arrangement map = arrange(people(shape, chinese, count, seed));
                REQUIRE(map.figures.size() == count);
                REQUIRE(overlaps(map) == 0);
                REQUIRE(outside(map) <= 1e-9);
                if (count <= 30) REQUIRE((map.width <= 900 && map.height <= 560));
                if (count == 57) {
                    ++of_57;
                    of_57_fit += map.height <= 560;
                    REQUIRE((map.width <= 900 && map.height <= 820));
                }
                std::vector<std::vector<std::size_t>> reports(count);
                for (std::size_t i = 0; i < count; ++i)
                    if (map.figures[i].boss) reports[*map.figures[i].boss].push_back(i);
                for (std::size_t i = 0; i < count; ++i) {
                    for (const std::size_t report : reports[i]) REQUIRE(map.figures[i].centre.y + map.figures[i].radius < map.figures[report].centre.y - map.figures[report].radius);
                    if (reports[i].size() == 1) REQUIRE(map.figures[i].centre.x == Approx(map.figures[reports[i][0]].centre.x).margin(1e-6));
                    for (std::size_t r = 1; r < reports[i].size(); ++r) {  // siblings: further right, or below in the same column
                        const Figure &before = map.figures[reports[i][r - 1]], &after = map.figures[reports[i][r]];
                        REQUIRE((after.centre.x > before.centre.x || after.centre.y > before.centre.y));
                        REQUIRE(before.rank >= after.rank);
                    }
                }
            }
    CHECK(of_57 == 200);
    CHECK(of_57_fit >= 160);
}

TEST_CASE("the same people are laid out the same way") {
    const auto first = arrange(people(random_attach, true, 40, 7)), second = arrange(people(random_attach, true, 40, 7));
    for (std::size_t i = 0; i < 40; ++i) {
        CHECK(first.figures[i].id == second.figures[i].id);
        CHECK(first.figures[i].centre.x == second.figures[i].centre.x);
        CHECK(first.figures[i].centre.y == second.figures[i].centre.y);
    }
}

TEST_CASE("roots with reports come first, then those without, then who left, each by influence and then as in the file") {
    std::vector<Figure> made(6, made::figure());
    for (std::size_t i = 0; i < made.size(); ++i) made[i].id = std::string(1, static_cast<char>('a' + i));
    made[0].standing.reset();           // left
    made[1].rank = .9;                  // alone
    made[2].rank = made[5].rank = .5;   // a boss and his report
    made[5].boss = 2;
    made[3].rank = .2;                  // alone
    made[4].rank = .9;                  // alone
    std::string order;
    const Arrangement map = arrange(made);
    for (const Figure& figure : map.figures) order += figure.id;
    CHECK(order == "cfbeda");
    CHECK(map.figures[1].boss == std::optional<std::size_t>(0));
    CHECK(map.figures[0].centre.x < map.figures[2].centre.x);
    CHECK(map.figures[4].centre.x < map.figures[5].centre.x);
}

// Page, section 5: radius 13 + 20 √(influence / greatest); departed 13.
TEST_CASE("a few people have room: the full density, discs by influence") {
    std::vector<Figure> made(4, made::figure());
    made[0].rank = 1;
    made[1].rank = .25;
    made[2].rank = 0;
    made[3].standing.reset();
    const Arrangement map = arrange(made);
    CHECK(map.density.extras);
    CHECK(map.figures[0].radius == 33);
    CHECK(map.figures[1].radius == 23);
    CHECK(map.figures[2].radius == 13);
    CHECK(map.figures[3].radius == 13);
}

TEST_CASE("a tree that fits at no density grows downwards") {
    const auto chain = [](std::size_t count) {
        std::vector<Figure> made(count, made::figure());
        for (std::size_t i = 1; i < count; ++i) made[i].boss = i - 1;
        return arrange(made);
    };
    const Arrangement map = chain(60);
    CHECK(map.width <= 900);
    CHECK(map.height > 560);
    CHECK(overlaps(map) == 0);
    CHECK_FALSE(map.density.dial);

    std::vector<Figure> many(300, made::figure("Maximilian Hammersmith-Wimmer"));
    for (std::size_t i = 1; i < many.size(); ++i) many[i].boss = 0;
    const Arrangement wide = arrange(many);
    CHECK(wide.width <= 900);
    CHECK(overlaps(wide) == 0);
}

TEST_CASE("where even a boundless height is too narrow, the width grows") {
    std::vector<Figure> made(200, made::figure());  // every second has one more report beside the next in the chain
    for (std::size_t i = 1; i < made.size(); ++i) made[i].boss = i < 3 ? 0 : 2 * ((i - 1) / 2) - 1;
    const Arrangement map = arrange(made);
    CHECK(map.width > 900);
    CHECK(overlaps(map) == 0);
}

TEST_CASE("different names that were cut to equal ones are cut in the middle, equal names are left") {
    std::vector<Figure> made{made::figure(std::string(60, 'x') + "one"), made::figure(std::string(60, 'x') + "two"), made::figure("Wang Wei"), made::figure("Wang Wei")};
    const Arrangement map = arrange(made);
    std::multiset<std::string> shown;
    for (const Figure& figure : map.figures) shown.insert(figure.shown.substr(figure.shown.size() - 3));
    CHECK(shown == std::multiset<std::string>{"one", "two", "Wei", "Wei"});
    for (const Figure& figure : map.figures) CHECK(text_width(figure.shown, 13, true) <= map.density.label);
}

TEST_CASE("a name of ten thousand characters takes no more room than one of sixty") {
    std::vector<Figure> made(3, made::figure());
    made[1].name = std::string(60, 'a');
    const Arrangement before = arrange(made);
    made[1].name = std::string(10000, 'a');
    const Arrangement after = arrange(made);
    CHECK(before.width == after.width);
    CHECK(before.height == after.height);
    for (std::size_t i = 0; i < 3; ++i) CHECK(before.figures[i].centre.x == after.figures[i].centre.x);
}

// Page, section 7: of 61 to 300 people the 20 most influential are named.
TEST_CASE("among more than sixty people the twenty most influential keep their names, and nothing overlaps") {
    for (const std::size_t count : {61u, 120u, 300u})
        for (const Shape shape : {balanced, random_attach, two_levels}) {
            CAPTURE(count, shape);
            const Arrangement map = arrange(people(shape, false, count, 5));
            CHECK(overlaps(map) == 0);
            double least_named = 1, most_unnamed = 0;
            std::size_t named = 0;
            for (const Figure& figure : map.figures) {
                named += figure.named;
                if (figure.named) least_named = std::min(least_named, figure.rank);
                else if (!figure.left()) most_unnamed = std::max(most_unnamed, figure.rank);
                CHECK(label_of(figure, map.density).lines.empty() != figure.named);
            }
            CHECK(named == 20);
            CHECK(least_named >= most_unnamed);
        }
    for (const Figure& figure : arrange(people(balanced, false, 60, 5)).figures) CHECK(figure.named);
}
