#include <buygraph/insight/attribution.hpp>

#include <random>

#include "catch.hpp"

using namespace buygraph;

namespace {

/// A set function of so many players with random values.
std::vector<double> random_game(std::size_t players, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> uniform(-1, 1);
    std::vector<double> values(std::size_t{1} << players);
    for (double& value : values) value = uniform(random);
    return values;
}

std::size_t mask_of(const Coalition& coalition) {
    std::size_t mask = 0;
    for (std::size_t player = 0; player < coalition.size(); ++player) mask |= std::size_t{coalition[player]} << player;
    return mask;
}

Attribution divided(const std::vector<double>& game, const AttributionPlan& plan) {
    return shapley_values(plan, [&](const Coalition& coalition) { return game[mask_of(coalition)]; });
}

double total(const std::vector<double>& shares) { return std::accumulate(shares.begin(), shares.end(), 0.0); }

}  // namespace

// The definition: what a player adds when he joins, averaged over all orders of joining.
TEST_CASE("Shapley values are the means over all orders of joining") {
    for (const std::size_t players : {1U, 2U, 3U, 5U, 7U}) {
        const std::vector<double> game = random_game(players, players);
        std::vector<std::size_t> order(players);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::vector<double> expected(players, 0.0);
        double orders = 0;
        do {
            std::size_t mask = 0;
            for (const std::size_t player : order) {
                const std::size_t with = mask | std::size_t{1} << player;
                expected[player] += game[with] - game[mask];
                mask = with;
            }
            ++orders;
        } while (std::next_permutation(order.begin(), order.end()));
        const Attribution found = divided(game, plan_attribution(players));
        CHECK(found.exact);
        for (std::size_t player = 0; player < players; ++player) {
            CHECK(found.shares[player] == Approx(expected[player] / orders).margin(1e-12));
            CHECK(found.sampling_error[player] == 0);
        }
    }
}

// Shapley 1953: a pair of gloves is worth 1. Left gloves: player 0; right gloves: players 1 and 2. Values 2/3, 1/6, 1/6.
TEST_CASE("the glove game") {
    const Attribution found = shapley_values(plan_attribution(3), [](const Coalition& in) { return in[0] && (in[1] || in[2]) ? 1.0 : 0.0; });
    CHECK(found.shares[0] == Approx(2.0 / 3));
    CHECK(found.shares[1] == Approx(1.0 / 6));
    CHECK(found.shares[2] == Approx(1.0 / 6));
}

TEST_CASE("up to twelve players every coalition is valued once, nobody first and everybody last") {
    const AttributionPlan plan = plan_attribution(12);
    CHECK(plan.exact);
    CHECK(plan.coalitions.size() == 4096);
    CHECK(mask_of(plan.coalitions.front()) == 0);
    CHECK(mask_of(plan.coalitions.back()) == 4095);
    const std::vector<double> game = random_game(12, 1);
    CHECK(total(divided(game, plan).shares) == Approx(game.back() - game.front()).margin(1e-12));
}

TEST_CASE("one who adds nothing gets nothing, alike players get alike, and shares of a sum are sums of shares") {
    const AttributionPlan plan = plan_attribution(6);
    const std::vector<double> first = random_game(5, 2), second = random_game(5, 3);
    const auto null_player = [](const std::vector<double>& game) { return [&game](const Coalition& in) { return game[mask_of({in.begin(), in.end() - 1})]; }; };
    const Attribution one = shapley_values(plan, null_player(first)), other = shapley_values(plan, null_player(second));
    const Attribution both = shapley_values(plan, [&](const Coalition& in) { return null_player(first)(in) + 2 * null_player(second)(in); });
    CHECK(one.shares[5] == 0);
    for (std::size_t player = 0; player < 6; ++player) CHECK(both.shares[player] == Approx(one.shares[player] + 2 * other.shares[player]).margin(1e-12));
    const Attribution alike = shapley_values(plan, [](const Coalition& in) { return std::pow(static_cast<double>(std::count(in.begin(), in.end(), true)), 3); });
    for (const double share : alike.shares) CHECK(share == Approx(36));
}

TEST_CASE("sampled shares add up, are within four standard errors of the exact ones, and are the same for the same seed") {
    const std::vector<double> game = random_game(10, 4);
    const Attribution exact = divided(game, plan_attribution(10));
    for (std::uint64_t seed = 0; seed < 4; ++seed) {
        const AttributionPlan plan = detail::sampled_orders(10, {.seed = seed, .coalitions = 6000});
        const Attribution found = divided(game, plan);
        CHECK_FALSE(found.exact);
        CHECK(plan.coalitions.size() <= 1024);
        CHECK(total(found.shares) == Approx(game.back() - game.front()).margin(1e-12));
        for (std::size_t player = 0; player < 10; ++player) {
            CAPTURE(seed, player);
            CHECK(found.sampling_error[player] > 0);
            CHECK(found.sampling_error[player] < 0.1);
            CHECK(std::abs(found.shares[player] - exact.shares[player]) < 4 * found.sampling_error[player]);
        }
        CHECK(divided(game, detail::sampled_orders(10, {.seed = seed, .coalitions = 6000})).shares == found.shares);
    }
    CHECK(divided(game, detail::sampled_orders(10, {.seed = 0})).shares != divided(game, detail::sampled_orders(10, {.seed = 1})).shares);
}

// Of many runs, errors in units of the standard error said have a mean square near 1.
TEST_CASE("the standard error of sampled shares is the right size") {
    const std::vector<double> game = random_game(6, 5);
    const Attribution exact = divided(game, plan_attribution(6));
    double squares = 0, count = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const Attribution found = divided(game, detail::sampled_orders(6, {.seed = seed, .coalitions = 1000}));
        for (std::size_t player = 0; player < 6; ++player) {
            squares += std::pow((found.shares[player] - exact.shares[player]) / found.sampling_error[player], 2);
            ++count;
        }
    }
    CHECK(squares / count == Approx(1).margin(0.15));
}

// A sum of one term a player and one a pair of them: an order and its reverse add for each player his own term and half of his pairs'.
TEST_CASE("an order and its reverse are exact where nothing takes more than two") {
    const std::vector<double> of_pairs = random_game(8, 6);
    const auto value = [&](const Coalition& in) {
        double sum = 0;
        for (std::size_t i = 0; i < 20; ++i)
            for (std::size_t j = 0; j <= i; ++j) sum += in[i] && in[j] ? of_pairs[(i * 20 + j) % of_pairs.size()] : 0;
        return sum;
    };
    const AttributionPlan plan = plan_attribution(20);
    const Attribution found = shapley_values(plan, value);
    CHECK_FALSE(found.exact);
    for (std::size_t i = 0; i < 20; ++i) {
        double expected = of_pairs[(i * 20 + i) % of_pairs.size()];
        for (std::size_t j = 0; j < 20; ++j)
            if (j != i) expected += of_pairs[(std::max(i, j) * 20 + std::min(i, j)) % of_pairs.size()] / 2;
        CHECK(found.shares[i] == Approx(expected).margin(1e-9));
    }
}

TEST_CASE("nobody to divide among, and another number of values") {
    const Attribution found = shapley_values(plan_attribution(0), [](const Coalition&) { return 3.0; });
    CHECK(found.shares.empty());
    CHECK_THROWS_AS(attribute(plan_attribution(2), std::vector<double>(3)), InputError);
}
