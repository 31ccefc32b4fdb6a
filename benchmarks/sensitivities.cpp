// Whether the sensitivities of a deal cost at most a quarter on top of the forecast that they come with; both with the default 4,096 samples on one thread.
//
//     scripts/bench sensitivities     # the bundled deals: forecast, both together, ratio, goal, met or not; 1 if a goal is missed
//
// The figures are processor time, the least of many timings, one of each after the other, so that whatever else the machine does meets both alike. On a machine
// that is not quiet two runs still differ by some hundredths in the ratio.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <limits>
#include <string>

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
    for (int time = 0; time < times; ++time) {
        forecast = std::min(forecast, milliseconds([&] { static_cast<void>(buygraph::forecast(model)); }));
        sensitivities = std::min(sensitivities, milliseconds([&] { static_cast<void>(buygraph::sensitivities(model, model.ours)); }));
    }
    const double ratio = sensitivities / forecast;
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
