// What the sensitivities of a deal cost beside the forecast that they come with: both with the default 4,096 samples on one thread.
//
//     cmake --preset release && cmake --build --preset release --target bench_sensitivities
//     build/release/benchmarks/bench_sensitivities examples/deals/*.json
//
// Each deal's figures are the least of many timings, one of each after the other, so that whatever else the machine does meets both alike.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <limits>

#include <buygraph/forecast/forecast.hpp>
#include <buygraph/forecast/sensitivities.hpp>
#include <buygraph/io/file.hpp>
#include <buygraph/model/compile.hpp>

namespace {

constexpr double goal = 1.25;
constexpr int times = 60;

template <class Run>
double milliseconds(Run run) {
    const auto start = std::chrono::steady_clock::now();
    run();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
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
    std::printf("%-36s %3zu people %zu offers %8.2f ms %8.2f ms   ratio %.3f  goal %.2f  %s\n", std::filesystem::path(path).filename().c_str(), model.people_count(), model.offer_count(), forecast, sensitivities, ratio,
                goal, ratio <= goal ? "met" : "NOT MET");
    return ratio <= goal;
}

}  // namespace

int main(int count, char* arguments[]) {
    if (count < 2) return std::fputs("bench_sensitivities DEAL.json…\n", stderr), 2;
    std::printf("%-36s %22s %11s %11s\n", "deal", "", "forecast", "with sens.");
    bool good = true;
    try {
        for (int deal = 1; deal < count; ++deal) good = measure(arguments[deal]) && good;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
    return good ? 0 : 1;
}
