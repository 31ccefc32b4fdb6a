#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// What we do not see, the costliest first, and what to do about it.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_blind_spots(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_INSIGHT)

#include <cstddef>

#include "../insight/blind_spots.hpp"
#include "../insight/looking.hpp"
#include "../text/blind_spots.hpp"
#include "results.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY Json answer_blind_spots(Session& session, const Arguments& arguments) {
    const auto version = session.version(arguments);
    const DecisionModel& model = version->model;
    const text::Names names(version->deal, arguments.language());
    Json rows = Json::array();
    for (const BlindSpot& spot : blind_spots(version->deal, model, arguments.forecast_options(blind_spot_samples))) {
        Json& row = rows.emplace_back();
        put(row, "kind", word_of(spot.kind));
        put(row, "who", spot.people.empty() ? spot.role : joined_ids(model.people, spot.people));
        put(row, "size", spot.size);
        put(row, "standard_error", spot.standard_error);
        put(row, "sentence", text::sentence(names, model, spot));
        put(row, "counter_move", text::counter_move(names, model, spot));
        put(row, "people", ids(model.people, spot.people));
        put(row, "offers", ids(model.offers, spot.offers));
        put(row, "sources", spot.sources);
        put(row, "role", spot.role.empty() ? Json(nullptr) : Json(spot.role));
        put(row, "numbers", object_of(spot.numbers));
    }
    Json reply;
    put(reply, "blind_spots", std::move(rows));
    return reply;
}

}  // namespace buygraph::boundary

#endif
