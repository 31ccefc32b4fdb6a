#include <buygraph/graph/ties.hpp>

#include <limits>

#include "catch.hpp"

using namespace buygraph;
using graph::Tie;
using graph::Ties;

//   0 ─1─▶ 1 ─−2─▶ 2,   0 ─0.5─▶ 2 given as 0.25 twice,   2 ─1─▶ 0 given as 3 and −3: none
TEST_CASE("parallel ties add up, and those that cancel are none") {
    const Ties ties(3, std::vector<Tie>{{1, 2, -2}, {0, 2, .25}, {2, 0, 3}, {0, 1, 1}, {0, 2, .25}, {2, 0, -3}});
    CHECK(ties.people() == 3);
    CHECK(std::vector<Tie>(ties.all().begin(), ties.all().end()) == std::vector<Tie>{{0, 1, 1}, {0, 2, .5}, {1, 2, -2}});
}

TEST_CASE("ties are found from both ends") {
    const Ties ties(4, std::vector<Tie>{{1, 2, 1}, {0, 2, 3}, {2, 2, 5}, {0, 1, 2}});
    CHECK(std::vector<Tie>(ties.from(0).begin(), ties.from(0).end()) == std::vector<Tie>{{0, 1, 2}, {0, 2, 3}});
    CHECK(std::vector<Tie>(ties.to(2).begin(), ties.to(2).end()) == std::vector<Tie>{{0, 2, 3}, {1, 2, 1}, {2, 2, 5}});
    CHECK(ties.from(3).empty());
    CHECK(ties.to(3).empty());
    CHECK(Ties(0, {}).people() == 0);
}

TEST_CASE("positive leaves out the others, reversed turns them round") {
    const Ties ties(3, std::vector<Tie>{{0, 1, 1}, {1, 2, -2}});
    const Ties kept = positive(ties), turned = reversed(ties);
    CHECK(std::vector<Tie>(kept.all().begin(), kept.all().end()) == std::vector<Tie>{{0, 1, 1}});
    CHECK(std::vector<Tie>(turned.all().begin(), turned.all().end()) == std::vector<Tie>{{1, 0, 1}, {2, 1, -2}});
}

TEST_CASE("a tie that cannot be is refused, naming which") {
    try {
        (void)Ties(2, std::vector<Tie>{{0, 1, 1}, {0, 2, 1}});
        FAIL("accepted");
    } catch (const InputError& error) {
        CHECK(error.where == "ties, tie 1");
        CHECK(error.given == "2");
    }
    CHECK_THROWS_AS(Ties(2, std::vector<Tie>{{0, 1, std::numeric_limits<double>::quiet_NaN()}}), InputError);
    CHECK_THROWS_AS(Ties(2, std::vector<Tie>{{0, 1, std::numeric_limits<double>::infinity()}}), InputError);
    CHECK_THROWS_AS(Ties(2, {}).require_person(2, "target"), InputError);
}
