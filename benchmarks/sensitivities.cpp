// Whether the sensitivities of a deal cost at most a quarter on top of the forecast that they come with; both with the default 4,096 samples on one thread.
//
//     scripts/bench sensitivities     # the bundled deals: forecast, both together, ratio, goal, met or not; 1 if a goal is missed
//
// The figures are processor time, the least of many timings, one of each after the other. The ratio is the middle one of those of neighbours, which whatever else the
// machine does meets alike: on a machine that now and then is half as fast the least of each may come from different states of it.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include <buygraph/forecast/forecast.hpp>
#include <buygraph/forecast/sensitivities.hpp>
#include <buygraph/io/file.hpp>
#include <buygraph/model/compile.hpp>

#include "rows.hpp"

namespace {

constexpr double goal = 1.25;
constexpr int times = 100;

template <class Run>
double milliseconds(Run run) {
    const std::clock_t start = std::clock();
    run();
    return 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// Prints a deal's figures; false where the forecast inside is not the forecast alone, or the goal is missed.
bool measure(const char* path) {
    const buygraph::DecisionModel model = buygraph::compile(buygraph::load(path));
    const buygraph::Forecast alone = buygraph::forecast(model), beside = buygraph::sensitivities(model, model.ours).forecast;
    for (std::size_t j = 0; j < alone.outcomes.size(); ++j)
        if (std::abs(alone.outcomes[j] - beside.outcomes[j]) > 1e-13) return std::printf("%s: the forecast beside the sensitivities is another one\n", path), false;

    double forecast = std::numeric_limits<double>::infinity(), sensitivities = forecast;
    std::vector<double> ratios;
    for (int time = 0; time < times; ++time) {
        const double one = milliseconds([&] { static_cast<void>(buygraph::forecast(model)); }), other = milliseconds([&] { static_cast<void>(buygraph::sensitivities(model, model.ours)); });
        forecast = std::min(forecast, one), sensitivities = std::min(sensitivities, other);
        ratios.push_back(other / one);
    }
    std::nth_element(ratios.begin(), ratios.begin() + times / 2, ratios.end());
    const double ratio = ratios[times / 2];
    const std::string deal = std::filesystem::path(path).stem().string() + ", " + std::to_string(model.people_count()) + " people";
    return print({deal, "ms", sensitivities, forecast, ratio, goal, false});
}

}  // namespace

int main(int count, char* arguments[]) {
    if (count < 2) return std::fputs("bench_sensitivities DEAL.json…\n", stderr), 2;
    std::printf("  %-44s %14s %14s\n", "", "with slopes", "forecast");
    bool good = true;
    try {
        for (int deal = 1; deal < count; ++deal) good = measure(arguments[deal]) && good;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
    return good ? 0 : 1;
}
