#include <buygraph/decision/shapley_shubik.hpp>

#include "catch.hpp"
#include "games.hpp"

using namespace buygraph;
using namespace buygraph::decision;
using games::Game;

namespace {

PowerIndex index(const Game& game, const PowerOptions& options = {}) { return shapley_shubik(game.weights, game.quota, game.vetoes, options); }

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// The same game by its real weights: a hundredth of a vote more for somebody changes no coalition where weights are whole.
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

/// By a rule of its own: the chance of being the pivot when others are there with chance t, from a plain count of everybody but one,
/// integrated over t = (1 + tanh(sinh u)) / 2 in equal steps of u.
double by_tanh_sinh(const std::vector<double>& weights, std::size_t needed, std::size_t person) {
    double integral = 0;
    constexpr double step = 0.01;
    for (double u = -3; u <= 3; u += step) {
        const double t = 0.5 * (1 + std::tanh(std::sinh(u))), slope = 0.5 * std::cosh(u) / std::pow(std::cosh(std::sinh(u)), 2);
        std::vector<double> count(needed, 0.0);
        count[0] = 1;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (i == person) continue;
            const auto own = static_cast<std::size_t>(weights[i]);
            for (std::size_t have = needed; have-- > 0;) count[have] = count[have] * (1 - t) + (have >= own ? count[have - own] * t : 0);
        }
        double pivot = 0;
        for (std::size_t have = needed - static_cast<std::size_t>(weights[person]); have < needed; ++have) pivot += count[have];
        integral += step * slope * pivot;
    }
    return integral;
}

}  // namespace

// Straffin 1977; Taylor and Pacelli, Mathematics and Politics, 2nd ed., ch. 3.
TEST_CASE("the Security Council: 421/2145 for a permanent member, 4/2145 for another") {
    for (const Game& game : {games::security_council, as_fractions(games::security_council)}) {
        const auto found = index(game);
        CHECK(found.exact);
        for (std::size_t i = 0; i < 15; ++i) CHECK(found.values[i] == Approx(i < 5 ? 421.0 / 2145 : 4.0 / 2145).epsilon(1e-13));
    }
}

// Brams 1976, Paradoxes in Politics, ch. 7.
TEST_CASE("the European Economic Community of 1958: Luxembourg's vote was worth nothing") {
    const double sixtieths[]{14, 14, 14, 9, 9, 0};
    for (const Game& game : {games::eec_1958, as_fractions(games::eec_1958)}) {
        const auto found = index(game);
        for (std::size_t i = 0; i < 6; ++i) CHECK(found.values[i] == Approx(sixtieths[i] / 60).epsilon(1e-14));
        CHECK(found.values[5] == 0);
    }
}

TEST_CASE("Nassau County in 1964: a third each for three, nothing for the rest") {
    const auto found = index(games::nassau_1964);
    for (std::size_t i = 0; i < 3; ++i) CHECK(found.values[i] == Approx(1.0 / 3).epsilon(1e-14));
    for (std::size_t i = 3; i < 6; ++i) CHECK(found.values[i] == 0);
}

TEST_CASE("all orders of up to seven people give the same, whole and real weights, with vetoes") {
    std::mt19937 random(21);
    for (int round = 0; round < 120; ++round) {
        const auto game = games::random_game(random, 7, round % 2 == 0);
        const auto found = index(game);
        const auto exact = games::by_orders(game);
        for (std::size_t i = 0; i < exact.size(); ++i) {
            CAPTURE(round, i);
            REQUIRE(found.values[i] == Approx(exact[i]).epsilon(1e-13).margin(1e-15));
            REQUIRE(found.standard_error[i] == 0);
        }
    }
}

TEST_CASE("all coalitions of up to twelve people give the same, by either exact method") {
    std::mt19937 random(22);
    for (int round = 0; round < 60; ++round) {
        const auto game = games::random_game(random, 12, round % 3 != 0);
        const auto exact = games::by_coalitions(game);
        for (const auto& found : {index(game), index(as_fractions(game))})
            for (std::size_t i = 0; i < exact.size(); ++i) {
                CAPTURE(round, i);
                REQUIRE(found.values[i] == Approx(exact[i]).epsilon(1e-12).margin(1e-15));
            }
    }
}

TEST_CASE("shares add to 1, who never matters gets 0, equals get the same, more votes are not less power") {
    std::mt19937 random(23);
    for (int round = 0; round < 100; ++round) {
        auto game = games::random_game(random, 24, round % 2 == 0);
        game.weights.push_back(game.weights.front());
        game.weights.push_back(0);
        const std::size_t twin = game.weights.size() - 2;
        const auto found = index(game);
        const auto holds = [&](std::size_t i) { return std::find(game.vetoes.begin(), game.vetoes.end(), i) != game.vetoes.end(); };
        CAPTURE(round);
        REQUIRE(sum(found.values) == Approx(1).epsilon(1e-12));
        REQUIRE(found.values.back() == 0);
        if (!holds(0)) REQUIRE(found.values[0] == Approx(found.values[twin]).epsilon(1e-13).margin(1e-16));
        for (std::size_t i = 0; i < game.weights.size(); ++i)
            for (std::size_t j = 0; j < game.weights.size(); ++j)
                if (game.weights[i] >= game.weights[j] && holds(i) >= holds(j)) REQUIRE(found.values[i] >= found.values[j] * (1 - 1e-12) - 1e-16);
    }
}

TEST_CASE("a dictator has all, and where everybody is needed all have the same") {
    CHECK(index({{5, 1, 1}, 4, {}}).values[0] == Approx(1).epsilon(1e-14));
    CHECK(index({{5, 1, 1}, 4, {}}).values[1] == 0);
    CHECK(index({{5, 1, 1.5}, 7.5, {}}).values[1] == Approx(1.0 / 3).epsilon(1e-14));
    CHECK(index({{0, 0, 1}, 1, {0, 1, 2}}).values[0] == Approx(1.0 / 3).epsilon(1e-14));
    CHECK(index({{3}, 2, {}}).values[0] == Approx(1).epsilon(1e-15));
}

TEST_CASE("500 people: shares add to 1 within 1e-10 and agree with another integral of a plain count") {
    std::mt19937 random(24);
    std::vector<double> weights(500);
    for (double& weight : weights) weight = 1 + static_cast<double>(random() % 5);
    const double quota = std::floor(sum(weights) * 0.55);
    const auto found = shapley_shubik(weights, quota);
    CHECK(found.method == PowerMethod::multilinear_extension);
    CHECK(std::abs(sum(found.values) - 1) < 1e-10);
    for (const std::size_t person : {0U, 1U, 2U}) CHECK(found.values[person] == Approx(by_tanh_sinh(weights, static_cast<std::size_t>(quota), person)).epsilon(1e-10));
}

// He is the pivot if between quota − weight and quota − 1 of the m others came before him, and he is equally likely to come at any of m + 1 places.
TEST_CASE("one great voter among 499 single votes has weight / 500, and unlike weights add to 1") {
    std::vector<double> weights(500, 1.0);
    weights[7] = 100;
    const auto found = shapley_shubik(weights, 300);
    CHECK(found.values[7] == Approx(100.0 / 500).epsilon(1e-12));
    CHECK(found.values[0] == Approx(400.0 / 500 / 499).epsilon(1e-12));
    for (std::size_t i = 0; i < 500; ++i) weights[i] = std::floor(1 + 600 / (1.0 + static_cast<double>(i)));
    CHECK(std::abs(sum(shapley_shubik(weights, std::floor(sum(weights) / 2) + 1).values) - 1) < 1e-10);
}

TEST_CASE("vetoes at 500 people: with k vetoes and everybody else unneeded but one, the integral of t^(k−1) (1 − (1−t)^m)") {
    constexpr std::size_t k = 3, m = 497;
    const std::vector<std::size_t> vetoes{0, 1, 2};
    std::vector<double> weights(500, 1.0);
    for (const std::size_t holder : vetoes) weights[holder] = 0;
    const auto found = shapley_shubik(weights, 1, vetoes);
    // ∫ t² − t² (1−t)^m dt = 1/3 − B(3, m+1)
    const double expected = 1.0 / k - std::exp(std::lgamma(3.0) + std::lgamma(m + 1.0) - std::lgamma(m + 4.0));
    CHECK(found.values[0] == Approx(expected).epsilon(1e-12));
    CHECK(sum(found.values) == Approx(1).epsilon(1e-12));
}

TEST_CASE("sampled values lie within four standard errors of the exact ones, add to 1, and say what they are") {
    std::mt19937 random(25);
    for (int round = 0; round < 10; ++round) {
        const auto game = games::random_game(random, 12, round % 2 == 0);
        const auto exact = index(game), found = index(game, sampled(20'000, 5));
        CHECK(!found.exact);
        CHECK(found.method == PowerMethod::sampled);
        CHECK(found.samples == 20'000);
        CHECK(sum(found.values) == Approx(1).epsilon(1e-12));
        for (std::size_t i = 0; i < exact.values.size(); ++i) {
            CAPTURE(round, i);
            CHECK(found.values[i] == Approx(exact.values[i]).margin(4 * found.standard_error[i] + 1e-300));
            CHECK(found.standard_error[i] < 0.005);
        }
    }
}

TEST_CASE("sampled at 500 people agrees with exact") {
    std::vector<double> weights(500);
    for (std::size_t i = 0; i < 500; ++i) weights[i] = 10 + static_cast<double>(i % 21);  // each turns dozens of the orders drawn
    const std::vector<std::size_t> vetoes{3, 400};
    const double quota = std::floor(sum(weights) * 0.6);
    const auto exact = shapley_shubik(weights, quota, vetoes), found = shapley_shubik(weights, quota, vetoes, sampled(40'000));
    for (std::size_t i = 0; i < 500; ++i) CHECK(found.values[i] == Approx(exact.values[i]).margin(4 * found.standard_error[i]));
}

TEST_CASE("what cannot be exact is refused, and can be sampled") {
    const std::vector<double> weights(40, 0.7);
    CHECK_THROWS_AS(shapley_shubik(weights, 14), InputError);
    CHECK(sum(shapley_shubik(weights, 14, {}, sampled(1000)).values) == Approx(1));
}
