#include <buygraph/decision/coalition_game.hpp>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::decision;

namespace {

using Weights = std::vector<double>;
using Indices = std::vector<std::size_t>;

CoalitionGame game(const Weights& weights, double quota, const Indices& vetoes = {}) { return coalition_game(weights, quota, vetoes); }

std::string where(const Weights& weights, double quota, const Indices& vetoes = {}) {
    try {
        (void)game(weights, quota, vetoes);
    } catch (const InputError& error) {
        return error.where;
    }
    return "accepted";
}

}  // namespace

TEST_CASE("veto holders bring their weight, and who has none and no veto is left out") {
    const auto found = game({3, 0, 2, 5, 0}, 7, {1, 0, 1});
    CHECK(found.people == 5);
    CHECK(found.holders == Indices{0, 1});
    CHECK(found.others == Indices{2, 3});
    CHECK(found.weights == Weights{2, 4});  // 4 are needed, so 5 can do no more than 4
    CHECK(found.needed == 4);
    CHECK(found.whole);
    CHECK(found.active() == 4);
    CHECK(found.can_turn(1));
    CHECK(!found.can_turn(4));
}

TEST_CASE("where the veto holders have the votes they need nobody") {
    const auto found = game({3, 4, 2}, 7, {0, 1});
    CHECK(found.needed == 0);
    CHECK(found.others.empty());
}

TEST_CASE("a quota between whole numbers is the next, and rounding in it is forgiven") {
    CHECK(game({1, 1, 1, 1}, 2.4).needed == 3);
    CHECK(game(Weights(6, 1), 2.0 / 3 * 6 + 1e-15).needed == 4);
    CHECK(game(Weights(100, 1), 0.07 * 100).needed == 7);  // 0.07 · 100 is 7.000000000000001
    CHECK(game({0.1, 0.2}, 0.3).needed < 0.1 + 0.2);       // 0.1 + 0.2 is 0.30000000000000004, and three tenths either way
    CHECK(game({0.1, 0.7}, 0.8).needed < 0.1 + 0.7);       // 0.7999999999999999
}

TEST_CASE("one share more than half of three thousand million stays one share more") {
    CHECK(game({1.5e9, 1.5e9}, 1.5e9 + 1).needed == 1.5e9 + 1);
    CHECK(game({3e9, 1e9}, 0.001).needed == 1);
}

TEST_CASE("a quota of nearly nothing needs somebody") {
    CHECK(game({1e12, 0.5}, 1e-6).needed > 0);
    CHECK(game({1e12, 1}, 1e-6).needed == 1);
}

TEST_CASE("whole weights are counted in their greatest common divisor, equal ones together") {
    // 30, 10, 20, 20 of which 41 are needed: 3, 1, 2, 2 of which 5 are needed
    const auto found = whole_game(game({30, 10, 20, 20}, 41), 1000);
    REQUIRE(found);
    CHECK(found->weights == Indices{3, 2, 1});
    CHECK(found->counts == Indices{1, 2, 1});
    CHECK(found->group == Indices{0, 2, 1, 1});
    CHECK(found->needed == 5);
}

TEST_CASE("whoever wins alone does not spoil the divisor") {
    const auto found = whole_game(game({1007, 200, 300}, 401), 1000);
    REQUIRE(found);
    CHECK(found->needed == 5);
    CHECK(found->weights == Indices{5, 3, 2});
    const auto alone = whole_game(game({70, 80}, 60), 1000);
    REQUIRE(alone);
    CHECK(alone->needed == 1);
    CHECK(alone->counts == Indices{2});
}

TEST_CASE("weights that are not whole, or need too many units, have no whole game") {
    CHECK(!whole_game(game({1.5, 2}, 2), 1000));
    CHECK(!whole_game(game({1400, 999}, 1500), 1000));
    CHECK(whole_game(game({1400, 999}, 1500), 1500));
}

TEST_CASE("nonsense is refused and named") {
    const double nan = std::nan(""), infinite = HUGE_VAL;
    CHECK(where({}, 1) == "weights");
    CHECK(where({1, -1, 3}, 1) == "weights, person 1");
    CHECK(where({1, 2, nan}, 1) == "weights, person 2");
    CHECK(where({infinite, 2}, 1) == "weights, person 0");
    CHECK(where({1e308, 1e308}, 1) == "weights");
    CHECK(where({0, 0}, 1) == "weights");
    for (const double quota : {0.0, -1.0, 3.1, nan, infinite}) CHECK(where({1, 2}, quota) == "quota");
    CHECK(where({3e9, 1e9}, 4e9 + 1) == "quota");
    CHECK(where({1, 2}, 3) == "accepted");
    CHECK(where({1, 2}, 2, {2}) == "vetoes");
}
