#include <buygraph/decision/pivot_chances.hpp>

#include <buygraph/numbers/lanes.hpp>

#include <random>

#include "catch.hpp"
#include "games.hpp"

using namespace buygraph;
using namespace buygraph::decision;

namespace {

std::vector<double> pivots(const WholeGame& game, double join) {
    std::vector<double> found(game.weights.size());
    PivotChances<double> chances(game);
    chances(join, found);
    return found;
}

/// Over all coalitions of the others, each with its chance.
double by_coalitions(const games::Game& game, std::size_t person, double join) {
    double sum = 0;
    for (std::size_t coalition = 0; coalition < (std::size_t{1} << game.weights.size()); ++coalition) {
        if ((coalition >> person) & 1U || game.wins(coalition) || !game.wins(coalition | (std::size_t{1} << person))) continue;
        double chance = 1;
        for (std::size_t i = 0; i < game.weights.size(); ++i)
            if (i != person) chance *= (coalition >> i) & 1U ? join : 1 - join;
        sum += chance;
    }
    return sum;
}

}  // namespace

TEST_CASE("the chance of turning a coalition is the sum over all coalitions") {
    std::mt19937 random(1);
    for (int round = 0; round < 100; ++round) {
        games::Game game = games::random_game(random, 10, true);
        game.vetoes.clear();
        const auto reduced = coalition_game(game.weights, game.quota, {});
        const auto whole = whole_game(reduced, 1000);
        REQUIRE(whole);
        for (const double join : {0.0, 0.1, 0.5, 0.93, 1.0}) {
            const auto found = pivots(*whole, join);
            for (std::size_t k = 0; k < reduced.others.size(); ++k) {
                CAPTURE(round, join, k);
                REQUIRE(found[whole->group[k]] == Approx(by_coalitions(game, reduced.others[k], join)).epsilon(1e-12).margin(1e-300));
            }
        }
    }
}

TEST_CASE("what is tiny keeps its relative accuracy: everybody is needed") {
    const WholeGame game{{1}, {100}, std::vector<std::size_t>(100, 0), 100};
    CHECK(pivots(game, 0.001)[0] == Approx(std::pow(0.001, 99)).epsilon(1e-12).margin(0));
}

TEST_CASE("who can never turn a coalition gets exactly 0") {
    // 31, 31, 28 of which any two have 58; nobody else can help.
    const auto whole = whole_game(coalition_game(games::nassau_1964.weights, 58, {}), 1000);
    REQUIRE(whole);
    for (const double join : {0.01, 0.3, 0.77}) {
        const auto found = pivots(*whole, join);
        CHECK(found[0] == Approx(2 * join * (1 - join)));
        for (const std::size_t dummy : {2U, 3U}) CHECK(found[dummy] == 0);
    }
}

TEST_CASE("a pack of chances gives what each gives alone, and an object can be used again") {
    using Real = numbers::Lanes;
    const auto whole = whole_game(coalition_game(std::vector<double>{7, 5, 5, 4, 3, 2, 2, 1, 1, 1}, 17, {}), 1000);
    REQUIRE(whole);
    std::vector<double> joins(numbers::lane_count<Real>);
    for (std::size_t lane = 0; lane < joins.size(); ++lane) joins[lane] = 0.2 + 0.1 * static_cast<double>(lane);
    std::vector<Real> found(whole->weights.size());
    PivotChances<Real> chances(*whole);
    chances(Real(0.9), found);
    chances(numbers::load_lanes<Real>(joins.data()), found);
    for (std::size_t lane = 0; lane < joins.size(); ++lane) {
        const auto alone = pivots(*whole, joins[lane]);
        for (std::size_t group = 0; group < alone.size(); ++group) CHECK(numbers::lane_of(found[group], lane) == Approx(alone[group]).epsilon(1e-15));
    }
}

TEST_CASE("a caller can stop the count of pivots") {
    const auto whole = whole_game(coalition_game(std::vector<double>{5000, 4001, 3002, 2003, 1004}, 9000, {}), 1e6);
    REQUIRE(whole);
    std::size_t asked = 0;
    PivotChances<double> chances(*whole, [&] { return ++asked == 2; });
    std::vector<double> found(5);
    const auto many = [&] { for (int times = 0; times < 1000; ++times) chances(0.5, found); };
    CHECK_THROWS_AS(many(), Interrupted);
    CHECK(asked == 2);
}
