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
        row["kind"] = word_of(spot.kind);
        row["who"] = spot.people.empty() ? spot.role : joined_ids(model.people, spot.people);
        row["size"] = spot.size;
        row["standard_error"] = spot.standard_error;
        row["sentence"] = text::sentence(names, model, spot);
        row["counter_move"] = text::counter_move(names, model, spot);
        row["people"] = ids(model.people, spot.people);
        row["offers"] = ids(model.offers, spot.offers);
        row["sources"] = spot.sources;
        row["role"] = spot.role.empty() ? Json(nullptr) : Json(spot.role);
        row["numbers"] = object_of(spot.numbers);
    }
    Json reply;
    reply["blind_spots"] = std::move(rows);
    return reply;
}

}  // namespace buygraph::boundary

#endif
