#include <buygraph/picture/arrangement.hpp>

#include <array>
#include <random>
#include <set>

#include "catch.hpp"
#include "picture/made_figures.hpp"

using namespace buygraph;
using namespace buygraph::picture;

namespace {

enum Shape { chains, star, balanced, random_attach, two_levels };

std::optional<std::size_t> boss(Shape shape, std::size_t i, std::mt19937& random) {
    if (i == 0) return std::nullopt;
    switch (shape) {
        case chains: return i % 6 == 1 ? 0 : i - 1;  // of six, under one head
        case star: return 0;
        case balanced: return (i - 1) / 3;
        case random_attach: return std::uniform_int_distribution<std::size_t>(0, i - 1)(random);
        case two_levels: return i <= 7 ? 0 : 1 + i % 7;
    }
    return std::nullopt;
}

/// People as they come: long and short names, some vacant, some gone, some with every badge.
std::vector<Figure> people(Shape shape, bool chinese, std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    const auto chance = [&](double share) { return std::uniform_real_distribution<>(0, 1)(random) < share; };
    const auto one_of = [&](std::initializer_list<const char*> words) { return std::string(*(words.begin() + std::uniform_int_distribution<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(words.size()) - 1)(random))); };
    std::vector<Figure> made;
    for (std::size_t i = 0; i < count; ++i) {
        Figure figure;
        figure.id = std::to_string(i);
        figure.name = chinese ? one_of({"王芳", "欧阳明月", "李", "阿卜杜热合曼·买买提"}) : one_of({"Mo Li", "Maximilian Hammersmith-Wimmer", "Anna Schmidt", "WILLIAM WOMMWELL"});
        figure.title = chinese ? one_of({"", "总经理", "信息安全与合规审批负责人"}) : one_of({"", "CEO", "Manager of information security and compliance"});
        figure.note = chance(.3) ? (chinese ? "218 天前" : "218 d old") : "";
        for (int tag = 0; chance(.4) && tag < 6; ++tag) figure.contacts.push_back(chinese ? "王" : "WWM");
        for (const auto& [badge, share] : {std::pair(Badge::veto, .15), std::pair(Badge::decides, i == 0 ? 1 : .02), std::pair(Badge::coach, .1), std::pair(Badge::stale, .3)})
            if (chance(share)) figure.badges.push_back(badge);
        figure.rank = i == 0 ? 1 : std::pow(std::uniform_real_distribution<>(0, 1)(random), 3);  // few sway much
        figure.boss = boss(shape, i, random);
        if (i == 0 || !chance(.05)) figure.standing = made::standing(.1);
        made.push_back(figure);
    }
    for (Figure& figure : made) {  // as `figures` does: lines pass over those who have left
        while (figure.boss && made[*figure.boss].left()) figure.boss = made[*figure.boss].boss;
        if (!figure.left()) continue;
        figure.boss.reset();
        figure.badges.clear();
    }
    return made;
}

struct Box {
    double left, top, right, bottom;
};
bool meet(const Box& a, const Box& b) { return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom; }
Box around(Point at, double radius) { return {at.x - radius, at.y - radius, at.x + radius, at.y + radius}; }

/// Disc with dial, badges, texts: what must not be overlapped, as rectangles.
std::vector<Box> parts(const Figure& figure, const Density& density) {
    const Anatomy body = anatomy(figure, density);
    const Label label = label_of(figure, density);
    std::vector<Box> result{around(figure.centre, density.dial ? figure.radius + 8.5 : figure.radius + .75)};
    if (!figure.left()) result.push_back(around(on_circle(figure.centre, body.ring, 150), body.badge));
    for (std::size_t badge = 0; badge < figure.badges.size(); ++badge) {
        Point at = on_circle(figure.centre, body.ring, -150);
        at.x -= body.pitch * static_cast<double>(badge);
        result.push_back(around(at, body.badge));
    }
    const double x = figure.centre.x + label.left;
    for (const Label::Line& line : label.lines)
        result.push_back({x, figure.centre.y + line.baseline - .85 * line.size, x + text_width(line.text, line.size, line.weight > 400), figure.centre.y + line.baseline + .2 * line.size});
    for (const Label::Tag& tag : label.tags)
        result.push_back({x + tag.left, figure.centre.y + label.tags_top, x + tag.left + tag.width, figure.centre.y + label.tags_top + tag_height});
    return result;
}

/// Pairs of parts of different people that overlap, and reporting lines over anybody's parts.
int overlaps(const Arrangement& map) {
    int count = 0;
    std::vector<std::vector<Box>> all;
    for (const Figure& figure : map.figures) all.push_back(parts(figure, map.density));
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j)
            for (const Box& one : all[i])
                for (const Box& other : all[j]) count += meet(one, other);
    constexpr double half = 1.25 / 2;
    for (const auto& line : map.lines)
        for (std::size_t k = 1; k < line.size(); ++k) {
            const Point from = line[k - 1], to = line[k];
            const double x = from.x == to.x ? half : 0, y = half - x;  // upright or level, with butt ends
            const Box stroke{std::min(from.x, to.x) - x, std::min(from.y, to.y) - y, std::max(from.x, to.x) + x, std::max(from.y, to.y) + y};
            for (const auto& figure : all)
                for (const Box& part : figure) count += meet(stroke, part);
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
