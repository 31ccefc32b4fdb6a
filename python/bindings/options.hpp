#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include <buygraph/forecast/forecast.hpp>

#include "convert.hpp"

namespace buygraph::python {

/// How to forecast, from what Python gives.
[[nodiscard]] inline ForecastOptions forecast_options(const Whole& samples, const Whole& seed, const std::optional<Whole>& threads, const std::string& method = "sobol", const std::string& precision = "double") {
    ForecastOptions options;
    options.samples = to_whole(samples, "samples", 1, forecasting::most_samples);
    options.seed = to_whole(seed, "seed", 0, std::numeric_limits<std::uint64_t>::max());
    options.threads = threads ? to_whole(*threads, "threads", 1, 4096) : forecasting::machine_threads();
    options.method = to_enum<Sampling>(method, "method", Words<Sampling>::table);
    options.precision = to_enum<Precision>(precision, "precision", Words<Precision>::table);
    return options;
}

/// Offer id → value: ours, the competitors in file order, no decision last.
template <class Value, class Get>
[[nodiscard]] py::typing::Dict<py::str, Value> by_offer(const Forecast& forecast, Get get) {
    py::typing::Dict<py::str, Value> values;
    values[py::str(forecast.offers[forecast.ours])] = get(forecast.ours);
    for (std::size_t j = 1; j < forecast.offers.size(); ++j)
        if (j != forecast.ours) values[py::str(forecast.offers[j])] = get(j);
    values[py::str(forecast.offers[0])] = get(0);
    return values;
}

}  // namespace buygraph::python
