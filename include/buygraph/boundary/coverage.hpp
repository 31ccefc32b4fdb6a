#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// How much the evidence has told us of the margin over the likeliest rival, by role and by person.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_coverage(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_INSIGHT)

#include <cstddef>
#include <string>

#include "../forecast/forecast.hpp"
#include "../insight/contributions.hpp"
#include "../insight/coverage.hpp"
#include "results.hpp"

namespace buygraph::boundary {

namespace detail {

inline void put_known(Json& row, const DecisionModel& model, const Known& known) {
    put(row, "coverage", known.margin);
    const auto on = [&](std::size_t j) { row["on_" + model.offers[j]] = known.stance[j]; };
    on(model.ours);
    for (std::size_t j = 1; j < model.offer_count(); ++j)
        if (j != model.ours) on(j);
    on(0);
    put(row, "weights", known.weights);
    put(row, "sways", known.sways);
    put(row, "freshness", known.freshness);
}

}  // namespace detail

BUYGRAPH_HEAVY Json answer_coverage(Session& session, const Arguments& arguments) {
    const auto version = session.version(arguments);
    const DecisionModel& model = version->model;
    ForecastOptions quick = arguments.forecast_options(1024);
    quick.variance_by_group = false;
    const Coverage found = coverage(version->deal, model, likeliest_rival(model, forecast(model, quick)));
    Json reply;
    put(reply, "overall", found.overall);
    put(reply, "rival", model.offers[found.rival]);
    for (const char* list : {"roles", "people"}) reply[list] = Json::array();
    for (const RoleKnown& one : found.roles) {
        Json& row = reply["roles"].emplace_back();
        put(row, "role", one.role);
        put(row, "people", one.people);
        detail::put_known(row, model, one.known);
    }
    for (std::size_t i = 0; i < found.people.size(); ++i) {
        Json& row = reply["people"].emplace_back();
        put(row, "person", model.people[i]);
        detail::put_known(row, model, found.people[i]);
    }
    return reply;
}

}  // namespace buygraph::boundary

#endif
