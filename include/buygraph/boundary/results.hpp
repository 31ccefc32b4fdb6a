#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../deal/fault.hpp"
#include "../deal/ordered_map.hpp"
#include "../forecast/baseline.hpp"
#include "../insight/common_points.hpp"
#include "../io/json.hpp"
#include "../separate.hpp"
#include "../text/names.hpp"

/// What several calls answer, in the one form that the command line's --json has as well.
namespace buygraph::boundary {

/// Sets a field of an object. A function, so that each of some hundred fields costs a call, and not all that assigning takes.
template <class Value>
void put(Json& into, const char* field, Value&& value) {
    into[field] = std::forward<Value>(value);
}

/// null where there is nothing.
template <class Value>
[[nodiscard]] Json or_null(const std::optional<Value>& value) {
    return value ? Json(*value) : Json(nullptr);
}

/// Ids by index, in a list.
[[nodiscard]] BUYGRAPH_HEAVY Json ids(const std::vector<std::string>& all, const std::vector<std::size_t>& chosen);

/// Ids by index in one text: "chen, wang".
[[nodiscard]] BUYGRAPH_HEAVY std::string joined_ids(const std::vector<std::string>& all, const std::vector<std::size_t>& chosen);

[[nodiscard]] BUYGRAPH_HEAVY Json id_or_null(const std::vector<std::string>& all, const std::optional<std::size_t>& chosen);

[[nodiscard]] BUYGRAPH_HEAVY Json object_of(const OrderedMap<double>& numbers);

/// Offer id → value: ours, the competitors in file order, the status quo (no decision) last.
template <class Get>
[[nodiscard]] Json by_offer(const std::vector<std::string>& offers, std::size_t ours, Get get) {
    Json object = Json::object();
    object[offers[ours]] = get(ours);
    for (std::size_t j = 1; j < offers.size(); ++j)
        if (j != ours) object[offers[j]] = get(j);
    object[offers[0]] = get(0);
    return object;
}

[[nodiscard]] BUYGRAPH_HEAVY Json numbers_by_offer(const Forecast& forecast, const std::vector<double>& numbers);

[[nodiscard]] BUYGRAPH_HEAVY Json estimates_by_offer(const DecisionModel& model, const std::vector<Estimate>& estimates);

[[nodiscard]] BUYGRAPH_HEAVY Json pair_of(const Interval& interval);

/// What a forecast says of the outcomes, into an object.
BUYGRAPH_HEAVY void put_forecast(Json& into, const Forecast& forecast);

BUYGRAPH_HEAVY void put_variance(Json& into, const Forecast& forecast);

BUYGRAPH_HEAVY void put_samples(Json& into, const Forecast& forecast);

/// The verdict in words: headline and reason, how many of 20 are won, and that nothing is calibrated.
BUYGRAPH_HEAVY void put_verdict(Json& into, const text::Names& names, const DecisionModel& model, const Forecast& forecast);

/// What changed between two forecasts.
BUYGRAPH_HEAVY void put_change(Json& into, const ForecastChange& change);

[[nodiscard]] BUYGRAPH_HEAVY Json faults_of(const std::vector<Fault>& faults, Language language);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_SESSION)

#include "../insight/standing.hpp"
#include "../text/verdict.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY Json ids(const std::vector<std::string>& all, const std::vector<std::size_t>& chosen) {
    Json list = Json::array();
    for (const std::size_t index : chosen) list.push_back(all[index]);
    return list;
}

BUYGRAPH_HEAVY std::string joined_ids(const std::vector<std::string>& all, const std::vector<std::size_t>& chosen) {
    std::string text;
    for (const std::size_t index : chosen) text += (text.empty() ? "" : ", ") + all[index];
    return text;
}

BUYGRAPH_HEAVY Json id_or_null(const std::vector<std::string>& all, const std::optional<std::size_t>& chosen) { return chosen ? Json(all[*chosen]) : Json(nullptr); }

BUYGRAPH_HEAVY Json object_of(const OrderedMap<double>& numbers) {
    Json object = Json::object();
    for (const auto& [name, value] : numbers) object[name] = value;
    return object;
}

BUYGRAPH_HEAVY Json numbers_by_offer(const Forecast& forecast, const std::vector<double>& numbers) {
    return by_offer(forecast.offers, forecast.ours, [&](std::size_t j) { return Json(numbers[j]); });
}

BUYGRAPH_HEAVY Json estimates_by_offer(const DecisionModel& model, const std::vector<Estimate>& estimates) {
    return by_offer(model.offers, model.ours, [&](std::size_t j) { return Json(estimates[j].value()); });
}

BUYGRAPH_HEAVY Json pair_of(const Interval& interval) { return Json::array({interval.low, interval.high}); }

BUYGRAPH_HEAVY void put_forecast(Json& into, const Forecast& forecast) {
    put(into, "win", forecast.win());
    put(into, "interval", pair_of(forecast.interval()));
    put(into, "outcomes", numbers_by_offer(forecast, forecast.outcomes));
    put(into, "standard_error", numbers_by_offer(forecast, forecast.standard_error));
    put(into, "intervals", by_offer(forecast.offers, forecast.ours, [&](std::size_t j) { return pair_of(forecast.intervals[j]); }));
    Json& ways = into["no_decision"];
    put(ways, "blocked", forecast.no_decision.blocked);
    put(ways, "stalemate", forecast.no_decision.stalemate);
    put(ways, "refused", forecast.no_decision.refused);
}

BUYGRAPH_HEAVY void put_variance(Json& into, const Forecast& forecast) {
    if (!forecast.variance_fall) return;
    const VarianceFall& fall = *forecast.variance_fall;
    Json& falls = into["variance"];
    put(falls, "scores", fall.score);
    put(falls, "deviations", fall.deviation);
    put(falls, "importances", fall.importance);
    put(falls, "ties", fall.tie);
}

BUYGRAPH_HEAVY void put_samples(Json& into, const Forecast& forecast) {
    put(into, "samples", forecast.samples);
    put(into, "seed", forecast.seed);
}

BUYGRAPH_HEAVY void put_verdict(Json& into, const text::Names& names, const DecisionModel& model, const Forecast& forecast) {
    put(into, "headline", text::headline(names, forecast));
    put(into, "reason", text::reason(names, model, forecast, standings(model)));
    put(into, "of_twenty", text::of_twenty(forecast, names.language()));
    put(into, "uncalibrated", text::uncalibrated(names.language()));
}

BUYGRAPH_HEAVY void put_change(Json& into, const ForecastChange& change) {
    put(into, "before", numbers_by_offer(change.before, change.before.outcomes));
    put(into, "after", numbers_by_offer(change.after, change.after.outcomes));
    put(into, "difference", numbers_by_offer(change.after, change.difference));
    put(into, "difference_error", numbers_by_offer(change.after, change.standard_error));
    put_samples(into, change.after);
}

BUYGRAPH_HEAVY Json faults_of(const std::vector<Fault>& faults, Language language) {
    Json list = Json::array();
    for (const Fault& fault : faults) {
        Json& one = list.emplace_back();
        put(one, "pointer", fault.pointer);
        put(one, "message", fault.message.in(language));
        put(one, "given", fault.given);
        put(one, "allowed", fault.allowed.in(language));
        put(one, "suggestion", fault.suggestion);
    }
    return list;
}

}  // namespace buygraph::boundary

#endif
