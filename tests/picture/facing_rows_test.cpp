#include <buygraph/picture/facing_rows.hpp>

#include <set>

#include "catch.hpp"
#include "picture/crowds.hpp"

using namespace buygraph;
using namespace buygraph::picture;

namespace {

constexpr FacingColumns three_columns{180, 520, 130};

struct Facing {
    std::vector<Figure> people;
    std::vector<FacingPair> pairs;
    std::size_t members;
};

Facing random_facing(std::size_t count, unsigned seed) {
    Facing made{made::people(made::star, seed % 2 == 0, count, seed), {}, seed % 9};
    std::mt19937 random(seed);
    for (Figure& figure : made.people)
        if (figure.left()) figure.standing = made::standing(.1);
    for (std::size_t i = 0; i < count && made.members > 0; ++i)
        if (random() % 3) made.pairs.push_back({random() % made.members, i, .2 + .1 * static_cast<double>(random() % 8), random() % 2 == 0});
    return made;
}

FacingRows face(const Facing& facing) { return face_each_other(facing.people, facing.pairs, facing.members, three_columns, std::vector<double>(facing.people.size(), 28)); }

}  // namespace

TEST_CASE("in three hundred random accounts rows and squares keep apart, theirs by influence, ours by the mean height of theirs") {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const std::size_t count = 1 + seed % 60;
        const Facing facing = random_facing(count, seed);
        const FacingRows rows = face(facing);
        CAPTURE(seed, count);
        REQUIRE(rows.map.figures.size() == count);
        REQUIRE(made::overlapping(rows.map.figures, rows.map.density) == 0);
        for (std::size_t i = 0; i < count; ++i) {
            for (const made::Box& part : made::parts(rows.map.figures[i], rows.map.density)) REQUIRE((part.top >= 0 && part.bottom <= rows.height && part.left > 180 + 21));
            REQUIRE(rows.heights[i] >= 28);
            if (i > 0) REQUIRE(rows.map.figures[i - 1].rank >= rows.map.figures[i].rank);
        }
        std::vector<double> sum(facing.members), number(facing.members);
        for (const FacingPair& pair : rows.pairs) sum[pair.member] += rows.map.figures[pair.figure].centre.y, ++number[pair.member];
        for (std::size_t a = 0; a < facing.members; ++a) {
            REQUIRE((rows.ours[a].y - 21 >= 0 && rows.ours[a].y + 35 <= rows.height + 1e-9));
            for (std::size_t b = 0; b < facing.members; ++b) {
                if (a == b) continue;
                REQUIRE(std::abs(rows.ours[a].y - rows.ours[b].y) >= 42 + 14);
                if (number[a] > 0 && number[b] > 0 && sum[a] / number[a] < sum[b] / number[b] - 1e-9) REQUIRE(rows.ours[a].y < rows.ours[b].y);
                if (number[a] > 0 && number[b] == 0) REQUIRE(rows.ours[a].y < rows.ours[b].y);
            }
        }
        REQUIRE(rows.ribbons.size() == facing.pairs.size());
        for (const FacingRows::Ribbon& one : rows.ribbons) {
            REQUIRE(one.from.x > 180 + 21);
            REQUIRE(one.to.x > one.from.x + 100);
            REQUIRE(one.to.y == rows.map.figures[rows.pairs[one.pair].figure].centre.y);
            REQUIRE(std::abs(one.from.y - rows.ours[rows.pairs[one.pair].member].y) <= 21);
            for (const FacingRows::Ribbon& other : rows.ribbons)  // those of one square leave it in the order in which they arrive
                if (rows.pairs[one.pair].member == rows.pairs[other.pair].member && one.to.y < other.to.y) REQUIRE(one.from.y < other.from.y);
        }
    }
}

TEST_CASE("pairs keep their two people when these are put in order") {
    std::vector<Figure> people(3, made::figure());
    for (std::size_t i = 0; i < 3; ++i) people[i].id = std::string(1, static_cast<char>('a' + i)), people[i].rank = .1 * static_cast<double>(i);
    const FacingRows rows = face_each_other(people, {{0, 0, .5, true}, {1, 2, .9, false}, {1, 0, .3, false}}, 2, three_columns, {0, 0, 0});
    REQUIRE(rows.map.figures[0].id == "c");
    CHECK(rows.pairs_of(0).size() == 1);
    CHECK(rows.pairs[rows.pairs_of(0)[0]].fit == .9);
    CHECK(rows.pairs_of(1).empty());
    CHECK(rows.pairs_of(2).size() == 2);
}

TEST_CASE("a team larger than the account makes the drawing taller, and nobody of ours is fine") {
    std::vector<Figure> people(1, made::figure());
    const FacingRows tall = face_each_other(people, {{3, 0, .5, true}}, 12, three_columns, {0});
    std::set<double> places;
    for (const Point at : tall.ours) places.insert(at.y);
    CHECK(places.size() == 12);
    CHECK(tall.height >= 12 * 56);
    CHECK(face_each_other(people, {}, 0, three_columns, {0}).ours.empty());
    CHECK(face_each_other({}, {}, 0, three_columns, {}).height == 0);
}
