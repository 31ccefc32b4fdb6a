#include <buygraph/decision/banzhaf.hpp>

#include "catch.hpp"
#include "games.hpp"

using namespace buygraph;
using namespace buygraph::decision;
using games::Game;

namespace {

using Values = std::vector<double>;

Banzhaf index(const Game& game, const PowerOptions& options = {}) { return banzhaf(game.weights, game.quota, game.vetoes, options); }

double sum(const Values& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

Game as_fractions(Game game) {
    for (double& weight : game.weights) weight *= 1.37;
    game.quota *= 1.37;
    return game;
}

PowerOptions sampled(std::uint64_t samples, std::uint64_t seed = 0) {
    PowerOptions options;
    options.exact = false;
    options.samples = samples;
    options.seed = seed;
    return options;
}

}  // namespace

// Straffin 1977; Brams 1976; Banzhaf 1965.
TEST_CASE("published swings: Security Council 848 and 84, the Six of 1958, Nassau County in 1964") {
    for (const auto& change : {+[](Game game) { return game; }, +[](Game game) { return as_fractions(std::move(game)); }}) {
        const auto council = index(change(games::security_council));
        for (std::size_t i = 0; i < 15; ++i) CHECK(council.swings[i] == (i < 5 ? 848 : 84));
        CHECK(index(change(games::eec_1958)).swings == Values{10, 10, 10, 6, 6, 0});
        CHECK(index(change(games::nassau_1964)).swings == Values{16, 16, 16, 0, 0, 0});
    }
}

TEST_CASE("the three forms are one: swings / 2^(n-1), and parts of all swings") {
    const auto found = index(games::security_council);
    CHECK(found.absolute[0] == 848.0 / 16384);
    CHECK(found.values[0] == Approx(848.0 / (5 * 848 + 10 * 84)).epsilon(1e-15));
    CHECK(found.absolute_error == Values(15, 0));
    CHECK(found.standard_error == Values(15, 0));
}

TEST_CASE("all coalitions of up to twelve people have the same swings, to the last one, by either exact method") {
    std::mt19937 random(31);
    for (int round = 0; round < 80; ++round) {
        const auto game = games::random_game(random, 12, round % 3 != 0);
        const auto exact = games::swings(game);
        for (const auto& found : {index(game), index(as_fractions(game))}) {
            CAPTURE(round);
            REQUIRE(found.swings == exact);
            REQUIRE(sum(found.values) == Approx(1).epsilon(1e-14));
        }
    }
}

// The chance that exactly half of 2m others join: Penrose's square root law.
TEST_CASE("one of 501 equal votes turns a coalition with the chance of a tie among 500") {
    const Values weights(501, 1.0);
    const double tie = std::exp(std::lgamma(501.0) - 2 * std::lgamma(251.0) - 500 * std::log(2.0));
    CHECK(banzhaf(weights, 251).absolute[77] == Approx(tie).epsilon(1e-11));
    CHECK(banzhaf(weights, 251).values[77] == Approx(1.0 / 501).epsilon(1e-13));
}

TEST_CASE("vetoes and votes of 500 people: nobody but the holders is needed, so each has one in 2^(k-1)") {
    const std::vector<std::size_t> vetoes{1, 2, 3, 4};
    Values weights(500, 1.0);
    for (const std::size_t holder : vetoes) weights[holder] = 400;
    const auto found = banzhaf(weights, 1600, vetoes);
    CHECK(found.absolute[1] == 0.125);
    CHECK(found.values[4] == 0.25);
    CHECK(found.values[0] == 0);
    CHECK(found.swings[1] == std::ldexp(1, 496));
}

TEST_CASE("more votes are not less power, equals are equal, no weight is no power") {
    std::mt19937 random(32);
    for (int round = 0; round < 60; ++round) {
        auto game = games::random_game(random, 20, round % 2 == 0);
        game.weights.push_back(0);
        const auto found = index(game);
        const auto holds = [&](std::size_t i) { return std::find(game.vetoes.begin(), game.vetoes.end(), i) != game.vetoes.end(); };
        REQUIRE(found.values.back() == 0);
        for (std::size_t i = 0; i < game.weights.size(); ++i)
            for (std::size_t j = 0; j < game.weights.size(); ++j)
                if (game.weights[i] >= game.weights[j] && holds(i) >= holds(j)) REQUIRE(found.swings[i] >= found.swings[j]);
    }
}

TEST_CASE("sampled values lie within four standard errors of the exact ones, all forms") {
    std::mt19937 random(33);
    for (int round = 0; round < 12; ++round) {
        const auto game = games::random_game(random, 12, round % 2 == 0);
        const auto exact = index(game), found = index(game, sampled(20'000, 1));
        CHECK(!found.exact);
        CHECK(found.samples == 20'000);
        CHECK(sum(found.values) == Approx(1));
        for (std::size_t i = 0; i < exact.values.size(); ++i) {
            CAPTURE(round, i);
            CHECK(found.absolute[i] == Approx(exact.absolute[i]).margin(4 * found.absolute_error[i] + 1e-300));
            CHECK(found.values[i] == Approx(exact.values[i]).margin(4 * found.standard_error[i] + 1e-14));
        }
    }
}

TEST_CASE("standard errors of the normalised values are those seen over seeds") {
    const Game game{{5, 4, 3, 3, 2, 1}, 12, {3}};
    constexpr int repeats = 400;
    Values mean(6, 0), square(6, 0);
    for (int seed = 0; seed < repeats; ++seed) {
        const auto found = index(game, sampled(500, static_cast<std::uint64_t>(seed)));
        for (std::size_t i = 0; i < 6; ++i) mean[i] += found.values[i] / repeats, square[i] += found.values[i] * found.values[i] / repeats;
    }
    const auto one = index(game, sampled(500, 1));
    for (std::size_t i = 0; i < 6; ++i) CHECK(one.standard_error[i] == Approx(std::sqrt(square[i] - mean[i] * mean[i])).epsilon(0.2));
}

TEST_CASE("where no swing was seen the error says that nothing is known") {
    // Thirty people of whom all are needed: one coalition in 2^29 is turned.
    const auto found = banzhaf(Values(30, 0.5), 15, {}, sampled(100));
    CHECK(found.values == Values(30, 0));
    CHECK(found.standard_error == Values(30, 1));
    CHECK(found.absolute_error[0] > 0);
}
