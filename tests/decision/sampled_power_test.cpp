#include <buygraph/decision/sampled_power.hpp>

#include "catch.hpp"
#include "games.hpp"

using namespace buygraph;
using namespace buygraph::decision;

namespace {

CoalitionGame reduced(const games::Game& game) { return coalition_game(game.weights, game.quota, game.vetoes); }

PowerOptions samples(std::size_t count, std::uint64_t seed = 0) {
    PowerOptions options;
    options.samples = count;
    options.seed = seed;
    return options;
}

}  // namespace

TEST_CASE("every order has one pivot, as often as the definition says") {
    std::mt19937 random(5);
    for (int round = 0; round < 12; ++round) {
        const auto game = games::random_game(random, 8, round % 2 == 0);
        constexpr std::size_t count = 20'000;
        const auto times = pivots_of_orders(reduced(game), samples(count, 3));
        const auto exact = games::by_coalitions(game);
        double all = 0;
        for (std::size_t i = 0; i < times.size(); ++i) {
            all += times[i];
            CAPTURE(round, i, exact[i]);
            CHECK(times[i] / count == Approx(exact[i]).margin(4 * std::sqrt(exact[i] * (1 - exact[i]) / count)));
        }
        CHECK(all == count);
    }
}

TEST_CASE("swings of random coalitions come as often as among all, with the vetoes' weight of 2") {
    std::mt19937 random(9);
    for (int round = 0; round < 12; ++round) {
        const auto game = games::random_game(random, 9, round % 2 == 0);
        constexpr std::size_t count = 20'000;
        const auto swings = swings_of_coalitions(reduced(game), samples(count));
        const auto exact = games::swings(game);
        for (std::size_t i = 0; i < exact.size(); ++i) {
            const bool holds = reduced(game).holds_veto(i);
            const double each = holds ? 2 : 1;
            const double chance = std::ldexp(exact[i], static_cast<int>(game.vetoes.size()) - static_cast<int>(exact.size()) + 1) / each;
            CAPTURE(round, i, chance);
            CHECK(swings.times[i] / each / count == Approx(chance).margin(4 * std::sqrt(chance * (1 - chance) / count)));
        }
    }
}

TEST_CASE("sums over samples fit together") {
    const auto swings = swings_of_coalitions(reduced(games::security_council), samples(5000));
    double all = 0, by_all = 0;
    for (std::size_t i = 0; i < 15; ++i) all += swings.times[i], by_all += swings.by_all[i];
    CHECK(all == swings.all);
    CHECK(by_all == swings.all_squared);
}

TEST_CASE("a seed gives the same orders and coalitions again, more samples begin with the fewer, another seed gives others") {
    const auto game = reduced(games::eec_1958);
    CHECK(pivots_of_orders(game, samples(1000, 1)) == pivots_of_orders(game, samples(1000, 1)));
    CHECK(pivots_of_orders(game, samples(1000, 1)) != pivots_of_orders(game, samples(1000, 2)));
    const auto fewer = swings_of_coalitions(game, samples(500, 1)), more = swings_of_coalitions(game, samples(501, 1));
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK(more.times[i] - fewer.times[i] >= 0);
        CHECK(more.times[i] - fewer.times[i] <= 1);
    }
}

TEST_CASE("a caller can stop sampling") {
    PowerOptions options = samples(1'000'000);
    options.interrupt = [] { return true; };
    CHECK_THROWS_AS(pivots_of_orders(reduced(games::eec_1958), options), Interrupted);
    CHECK_THROWS_AS(swings_of_coalitions(reduced(games::eec_1958), options), Interrupted);
}
