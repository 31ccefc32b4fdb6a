#include <buygraph/picture/influence_columns.hpp>

#include <map>
#include <set>

#include "catch.hpp"
#include "picture/crowds.hpp"

using namespace buygraph;
using namespace buygraph::picture;

namespace {

using StepsOfAll = std::vector<std::optional<std::size_t>>;

struct Drawn {
    std::vector<Figure> people;
    StepsOfAll steps;
    std::vector<ColumnLink> links;
};

/// Some who decide, others up to four steps away, some with no way, linked to somebody a step nearer and now and then to anybody.
Drawn random_network(std::size_t count, unsigned seed) {
    Drawn made{made::people(made::random_attach, seed % 2 == 0, count, seed), {}, {}};
    std::mt19937 random(seed + 1);
    for (std::size_t i = 0; i < count; ++i) {
        made.people[i].boss.reset();
        std::optional<std::size_t> step = i < 2 ? 0 : random() % (2 + seed % 4);
        if (made.people[i].left() || random() % 12 == 0) step.reset();
        made.steps.push_back(step);
        if (i > 0) made.links.push_back({i, random() % i, .1 + .1 * static_cast<double>(random() % 9)});
    }
    return made;
}

/// Pairs of links that cross where both run between the same two columns, as the order within the columns has it.
int crossings(const InfluenceColumns& columns, const StepsOfAll& steps, const std::vector<ColumnLink>& links) {
    int count = 0;
    const auto y = [&](std::size_t i) { return columns.map.figures[i].centre.y; };
    for (std::size_t a = 0; a < links.size(); ++a)
        for (std::size_t b = a + 1; b < links.size(); ++b) {
            ColumnLink one = links[a], other = links[b];
            if (steps[one.one] < steps[one.other]) std::swap(one.one, one.other);
            if (steps[other.one] < steps[other.other]) std::swap(other.one, other.other);
            if (steps[one.one] != steps[other.one] || steps[one.other] != steps[other.other] || steps[one.one] == steps[one.other]) continue;
            count += (y(one.one) - y(other.one)) * (y(one.other) - y(other.other)) < 0;
        }
    return count;
}

}  // namespace

TEST_CASE("in three hundred random networks nobody overlaps, all are inside, and columns go by steps") {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const std::size_t count = 1 + seed % 60;
        const Drawn made = random_network(count, seed);
        const InfluenceColumns columns = arrange_columns(made.people, made.steps, made.links);
        CAPTURE(seed, count);
        REQUIRE(made::overlapping(columns.map.figures, columns.map.density) == 0);
        REQUIRE(columns.map.width <= 900 + 1e-9);
        for (std::size_t i = 0; i < count; ++i) {
            REQUIRE(columns.map.figures[i].id == made.people[i].id);
            for (const made::Box& part : made::parts(columns.map.figures[i], columns.map.density)) {
                REQUIRE(part.left >= -1e-9);
                REQUIRE(part.top >= -1e-9);
                REQUIRE(part.right <= columns.map.width + 1e-9);
                REQUIRE(part.bottom <= columns.map.height + 1e-9);
            }
            for (std::size_t j = 0; j < count; ++j)  // who is nearer stands further right, who has no way leftmost
                if (made.steps[i] && (!made.steps[j] || *made.steps[i] < *made.steps[j])) REQUIRE(columns.map.figures[i].centre.x > columns.map.figures[j].centre.x);
        }
        for (std::size_t c = 1; c < columns.columns.size(); ++c) REQUIRE(columns.columns[c].left > columns.columns[c - 1].right);
        REQUIRE(columns.columns.back().steps == std::optional<std::size_t>(0));
    }
}

// Each of six sways the one opposite; as in the file all would cross.
TEST_CASE("the order takes crossings away that can be taken away") {
    std::vector<Figure> people(12, made::figure());
    StepsOfAll steps;
    std::vector<ColumnLink> links;
    for (std::size_t i = 0; i < 12; ++i) {
        people[i].id = std::to_string(i);
        people[i].rank = .5 - .01 * static_cast<double>(i);
        steps.push_back(i < 6 ? 0 : 1);
        if (i < 6) links.push_back({11 - i, i});
    }
    CHECK(crossings(arrange_columns(people, steps, links), steps, links) == 0);
}

TEST_CASE("who has one link stands at the height of the one he sways") {
    std::vector<Figure> people(4, made::figure());
    people[0].rank = people[1].rank = 1;
    const InfluenceColumns columns = arrange_columns(people, {0, 0, 1, 1}, {{2, 1}, {3, 0}});
    const auto y = [&](std::size_t i) { return columns.map.figures[i].centre.y; };
    CHECK(std::abs(y(2) - y(1)) < 12);
    CHECK(std::abs(y(3) - y(0)) < 12);
    CHECK(y(0) < y(1));
}

TEST_CASE("a crowded column takes lanes side by side before anybody is made smaller") {
    std::vector<Figure> people(9, made::figure());
    StepsOfAll steps(9, 1);
    steps[0] = 0;
    const InfluenceColumns columns = arrange_columns(people, steps, {});
    CHECK(columns.map.density.scale == 1);
    std::set<double> lanes;
    for (std::size_t i = 1; i < 9; ++i) lanes.insert(columns.map.figures[i].centre.x);
    CHECK(lanes.size() == 2);
    CHECK(columns.map.height <= 560);
}

TEST_CASE("the same network is laid out the same way, nobody's is empty, and more columns than fit make the map wider") {
    const Drawn made = random_network(40, 3);
    const InfluenceColumns first = arrange_columns(made.people, made.steps, made.links), second = arrange_columns(made.people, made.steps, made.links);
    for (std::size_t i = 0; i < 40; ++i) {
        CHECK(first.map.figures[i].centre.x == second.map.figures[i].centre.x);
        CHECK(first.map.figures[i].centre.y == second.map.figures[i].centre.y);
    }
    CHECK(arrange_columns({}, {}, {}).columns.empty());
    std::vector<Figure> chain(20, made::figure());
    StepsOfAll steps;
    for (std::size_t i = 0; i < 20; ++i) steps.push_back(i);
    const InfluenceColumns wide = arrange_columns(chain, steps, {});
    CHECK(wide.map.width > 900);
    CHECK(made::overlapping(wide.map.figures, wide.map.density) == 0);
}
