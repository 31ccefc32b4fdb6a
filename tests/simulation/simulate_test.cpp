#include <buygraph/simulation/simulate.hpp>

#include <buygraph/forecast/forecast.hpp>
#include <buygraph/forecast/tasks.hpp>
#include <buygraph/model/compile.hpp>
#include <buygraph/model/formal_right.hpp>
#include <buygraph/model/validate.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <vector>

#include "catch.hpp"

using namespace buygraph;

namespace {

struct Told {
    double win, no_decision;
    bool won, nothing;
    double true_win;
};

/// Forecasts of simulated deals beside what came of them.
std::vector<Told> told(std::size_t count, std::uint64_t seed) {
    std::vector<Told> all(count);
    forecasting::run_tasks(count, forecasting::machine_threads(), [&](std::size_t number) {
        const SimulatedDeal made = simulate(seed, number);
        const DecisionModel model = compile(made.deal);
        ForecastOptions options;
        options.samples = 256;
        options.variance_by_group = false;
        const Forecast found = forecast(model, options);
        all[number] = {found.win(), found.outcomes[0], *made.truth.won, made.truth.outcome == model.offers[0], *made.truth.win};
    });
    return all;
}

/// The chance that a deal that was won had a greater forecast than one that was not.
double area_under_curve(std::vector<Told> all) {
    std::sort(all.begin(), all.end(), [](const Told& left, const Told& right) { return left.win < right.win; });
    double won = 0, lost = 0, pairs = 0;
    for (const Told& one : all) {
        if (one.won) ++won, pairs += lost;
        else ++lost;
    }
    return pairs / (won * lost);
}

}  // namespace

// Each outcome is drawn from the posterior that the forecast computes, so in every tenth of the forecasts the share won has the standard error √(Σ p (1 − p)) / count around
// the mean forecast: 4 of them is a limit that one run in a thousand would break, and this run does not change.
TEST_CASE("forecasts of simulated deals come true as often as they say, and tell the won from the lost") {
    std::vector<Told> all = told(3000, 2026);
    CHECK(area_under_curve(all) > 0.7);
    for (const bool nothing : {false, true}) {
        std::sort(all.begin(), all.end(), [&](const Told& left, const Told& right) { return nothing ? left.no_decision < right.no_decision : left.win < right.win; });
        for (std::size_t tenth = 0; tenth < 10; ++tenth) {
            double said = 0, came = 0, variance = 0;
            for (std::size_t i = tenth * 300; i < (tenth + 1) * 300; ++i) {
                const double p = nothing ? all[i].no_decision : all[i].win;
                said += p;
                came += nothing ? all[i].nothing : all[i].won;
                variance += p * (1 - p);
            }
            INFO("tenth " << tenth << (nothing ? " of no decision: said " : " of ours: said ") << said / 300 << ", came " << came / 300);
            CHECK(std::abs(came - said) < 4 * std::sqrt(variance));
        }
    }
}

// The forecast is the mean of the true chance given the file: Brier's score of the forecast against the true chance cannot be improved by shrinking or stretching it, a slope of 1.
TEST_CASE("the true chance goes up one for one with the forecast") {
    const std::vector<Told> all = told(2000, 7);
    double mean_said = 0, mean_true = 0, spread = 0, both = 0, rest = 0;
    for (const Told& one : all) mean_said += one.win / 2000, mean_true += one.true_win / 2000;
    for (const Told& one : all) spread += (one.win - mean_said) * (one.win - mean_said), both += (one.win - mean_said) * (one.true_win - mean_true);
    const double slope = both / spread;
    for (const Told& one : all) rest += std::pow(one.true_win - mean_true - slope * (one.win - mean_said), 2);
    CHECK(std::abs(slope - 1) < 4 * std::sqrt(rest / 1998 / spread));
}

TEST_CASE("a simulated deal is valid, and its truth is of it") {
    std::map<std::string, int> ways;
    int with_evidence = 0, deciders = 0;
    for (std::uint64_t number = 0; number < 300; ++number) {
        const auto [deal, truth] = simulate(4, number);
        CHECK(validate(deal).empty());
        const DecisionModel model = compile(deal);
        CHECK(truth.deal == deal.id);
        CHECK_NOTHROW(model.offer(truth.outcome));
        CHECK(*truth.won == (truth.outcome == "us"));
        CHECK(truth.way.empty() == (truth.outcome != model.offers[0]));
        CHECK(truth.attitudes.size() == model.people_count() * model.offer_count());
        CHECK((*truth.win >= 0 && *truth.win + *truth.no_decision <= 1 + 1e-12));
        ++ways[truth.way];
        with_evidence += !deal.evidence.empty();
        if (truth.decider.empty()) continue;
        ++deciders;
        CHECK(formal_right(model, model.person(truth.decider)).decides > 0);
    }
    for (const char* way : {"", "blocked", "refused", "stalemate"}) CHECK(ways[way] > 0);
    CHECK(with_evidence > 150);
    CHECK(deciders > 100);
}

TEST_CASE("a simulated deal depends on seed and number alone") {
    CHECK(simulate(1, 17).deal == simulate(1, 17).deal);
    CHECK(simulate(1, 17).truth == simulate(1, 17).truth);
    CHECK_FALSE(simulate(1, 17).deal == simulate(2, 17).deal);
}
