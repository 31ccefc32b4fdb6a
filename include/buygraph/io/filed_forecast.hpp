#pragma once

#include <vector>

#include "../forecast/result.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"
#include "json.hpp"

namespace buygraph {

/// What the file of a page knows of its deal, so that the page when it comes to life need not begin with computing it once more.
struct FiledForecast {
    Forecast forecast;              ///< with its falls of variance
    std::vector<double> influence;  ///< n: decision influence from the same samples, signed
};

/// As lists by number, without a name: the same for a deal and for what is left of it when it is redacted.
[[nodiscard]] BUYGRAPH_HEAVY Json write_filed(const FiledForecast& filed);

/// \throws InputError  not of a model with so many people and offers
[[nodiscard]] BUYGRAPH_HEAVY FiledForecast read_filed(const Json& json, const DecisionModel& model);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_DOCUMENTS)

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "../error.hpp"

namespace buygraph {

BUYGRAPH_HEAVY Json write_filed(const FiledForecast& filed) {
    const Forecast& forecast = filed.forecast;
    Json json{{"samples", forecast.samples}, {"seed", forecast.seed}, {"outcomes", forecast.outcomes}, {"standard_error", forecast.standard_error}, {"influence", filed.influence}};
    for (const Interval& interval : forecast.intervals)
        for (const double bound : {interval.low, interval.high}) json["intervals"].push_back(bound);
    const NoDecision& none = forecast.no_decision;
    json["no_decision"] = {none.blocked, none.stalemate, none.refused};
    const VarianceFall fall = forecast.variance_fall.value();
    json["variance"] = {fall.score, fall.deviation, fall.importance, fall.tie};
    return json;
}

BUYGRAPH_HEAVY FiledForecast read_filed(const Json& json, const DecisionModel& model) {
    const auto list = [&](const char* field, std::size_t length) {
        const auto found = json.is_object() ? json.find(field) : json.end();
        const bool numbers = found != json.end() && found->is_array() && found->size() == length && std::all_of(found->begin(), found->end(), [](const Json& one) { return one.is_number(); });
        if (!numbers) throw InputError("filed", std::string(field) + " of another kind or length", std::to_string(length) + " numbers, as the file of the deal's page has them");
        return found->get<std::vector<double>>();
    };
    const auto whole = [&](const char* field) {
        const auto found = json.find(field);
        if (found == json.end() || !found->is_number_unsigned()) throw InputError("filed", std::string(field) + " of another kind", "a whole number from 0");
        return found->get<std::uint64_t>();
    };
    const std::size_t n = model.people_count(), m = model.offer_count();
    FiledForecast filed;
    Forecast& forecast = filed.forecast;
    forecast.offers = model.offers;
    forecast.ours = model.ours;
    forecast.outcomes = list("outcomes", m);
    forecast.standard_error = list("standard_error", m);
    const std::vector<double> bounds = list("intervals", 2 * m), none = list("no_decision", 3), falls = list("variance", 4);
    for (std::size_t j = 0; j < m; ++j) forecast.intervals.push_back({bounds[2 * j], bounds[2 * j + 1]});
    forecast.no_decision = {none[0], none[1], none[2]};
    forecast.variance_fall = VarianceFall{falls[0], falls[1], falls[2], falls[3]};
    filed.influence = list("influence", n);
    forecast.samples = whole("samples");
    forecast.seed = whole("seed");
    return filed;
}

}  // namespace buygraph

#endif
