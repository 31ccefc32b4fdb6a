#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// By how much the chance of an outcome (`outcome`, ours unless given) answers to a unit of each move: a row a move, the strongest first.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_sensitivities(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY)

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "../forecast/move_slopes.hpp"
#include "../numbers/sort_stably.hpp"
#include "results.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY Json answer_sensitivities(Session& session, const Arguments& arguments) {
    const auto version = session.version(arguments);
    const DecisionModel& model = version->model;
    const std::optional<std::string> outcome = arguments.text("outcome");
    const SensitiveForecast found = sensitivities(model, outcome ? model.offer(*outcome) : model.ours, arguments.forecast_options());
    std::vector<MoveSlope> slopes = move_slopes(model, found.sensitivities);
    numbers::sort_stably(slopes, [](const MoveSlope& left, const MoveSlope& right) { return std::abs(left.derivative) > std::abs(right.derivative); });
    Json rows = Json::array();
    const auto id = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    for (const MoveSlope& slope : slopes) {
        Json& row = rows.emplace_back();
        put(row, "kind", word_of(*slope.move.kind));
        put(row, "person", id(slope.move.person));
        put(row, "offer", id(slope.move.offer));
        put(row, "concern", id(slope.move.concern));
        put(row, "from", id(slope.move.from));
        put(row, "to", id(slope.move.to));
        put(row, "gate", slope.move.gate ? Json(word_of(*slope.move.gate)) : Json(nullptr));
        put(row, "derivative", slope.derivative);
    }
    Json reply;
    put(reply, "sensitivities", std::move(rows));
    put_samples(reply, found.forecast);
    return reply;
}

}  // namespace buygraph::boundary

#endif
