// What it takes to score a plan on stored worlds, beside moving the views and forecasting again with the same samples; and how far greedy is off the best set of up to 20 candidates.
//
//     scripts/bench plan_scoring     # the bundled deals: one scoring, one forecast, ratio, goal, met or not; 1 if a goal is missed
//
// Processor time, one thread, the least of many timings, one of each after the other; the answers are compared first.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <limits>

#include <buygraph/forecast/moves.hpp>
#include <buygraph/forecast/sensitivities.hpp>
#include <buygraph/insight/common_points.hpp>
#include <buygraph/io/file.hpp>
#include <buygraph/model/compile.hpp>
#include <buygraph/plan/engagement.hpp>
#include <buygraph/plan/planning.hpp>

#include "rows.hpp"

namespace {

using namespace buygraph;

constexpr double goal = 10;

template <class Run>
double microseconds(Run run) {
    const std::clock_t start = std::clock();
    run();
    return 1e6 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

bool measure(const char* path) {
    const Deal deal = load(path);
    if (deal.team.empty()) return true;
    const DecisionModel model = compile(deal);
    ForecastOptions options;
    options.samples = 1024;
    options.threads = 1;
    options.variance_by_group = false;
    const Sensitivities slopes = sensitivities(model, model.ours, options).sensitivities;
    const Matrix room = room_to_best(model), gains = view_gains(model, influence_by_gate(model, slopes), room);
    std::vector<Candidate> all = candidates(deal, model, gains, true);
    const std::size_t listed = all.size();
    if (all.size() > 20) all.resize(20);
    const StoredWorlds worlds(model, options);
    EngagementOptions within;
    within.weeks = 1;
    const std::vector<std::size_t> greedy = greedy_actions(deal, worlds, all, within).first;
    std::vector<std::size_t> chosen = greedy;
    std::sort(chosen.begin(), chosen.end());
    const Matrix views = moved_views(all, chosen, room), shift = attitude_shift(model, views);

    // The peer: the model with every view moved, forecast again.
    const auto again = [&] {
        DecisionModel moved = model;
        for (std::size_t g = 0; g < 2; ++g)
            for (std::size_t p = 0; p < shift.columns; ++p) moved.belief.mean[model.index()(g, p, model.ours)] += shift(g, p);
        return win_on_common_points(moved, options).value();
    };
    const double scored = worlds.win_with(shift).value(), forecast = again();
    if (std::abs(scored - forecast) > 1e-12) return std::printf("%s: scoring says %.15f, the forecast %.15f\n", path, scored, forecast), false;

    double score_time = std::numeric_limits<double>::infinity(), forecast_time = score_time;
    for (int time = 0; time < 60; ++time) {
        forecast_time = std::min(forecast_time, microseconds(again));
        score_time = std::min(score_time, microseconds([&] { for (int i = 0; i < 10; ++i) static_cast<void>(worlds.win_with(shift)); }) / 10);
    }
    const double ratio = forecast_time / score_time;

    ForecastOptions few = options;
    few.samples = 128;  // enough to rank sets by, and a million sets within seconds
    const StoredWorlds sketch(model, few);
    const auto value = [&](std::vector<std::size_t> set) {
        std::sort(set.begin(), set.end());
        return sketch.win_with(attitude_shift(model, moved_views(all, set, room))).value() - sketch.win_with(sketch.no_shift()).value();
    };
    const double found = value(greedy_actions(deal, sketch, all, within).first), best = value(best_actions(deal, sketch, all, within));
    std::printf("  greedy: %.4f of the best set's gain (%zu of %zu candidates)\n", best > 0 ? found / best : 1, all.size(), listed);
    return print({std::filesystem::path(path).stem().string() + ", " + std::to_string(model.people_count()) + " people", "µs", score_time, forecast_time, ratio, goal, true});
}

}  // namespace

int main(int count, char* arguments[]) {
    if (count < 2) return std::fputs("bench_plan_scoring DEAL.json…\n", stderr), 2;
    bool good = true;
    try {
        for (int deal = 1; deal < count; ++deal) good = measure(arguments[deal]) && good;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return good ? 0 : 1;
}
