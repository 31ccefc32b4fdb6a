#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <buygraph/forecast/forecast.hpp>

#include "convert.hpp"

namespace buygraph::python {

/// How to forecast, from what Python gives.
[[nodiscard]] ForecastOptions forecast_options(const Whole& samples, const Whole& seed, const std::optional<Whole>& threads, const std::string& method = "sobol", const std::string& precision = "double");

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
