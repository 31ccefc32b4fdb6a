#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// What a competitor (`rival`, his offer's id) will try next, at most `most` steps, and our cheapest answer to each.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_rival_plan(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_PLAN)

#include "../plan/rival_plan.hpp"
#include "../text/rival_plan.hpp"
#include "plan.hpp"
#include "results.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY Json answer_rival_plan(Session& session, const Arguments& arguments) {
    const auto version = session.version(arguments);
    const DecisionModel& model = version->model;
    const text::Names names(version->deal, arguments.language());
    const RivalPlan plan = rival_plan(version->deal, arguments.required_text("rival"), arguments.forecast_options(), arguments.whole("most", 3, 1, 1000));
    Json rows = Json::array();
    for (const RivalStep& step : plan.steps) {
        Json& row = rows.emplace_back();
        put(row, "kind", step.candidate.kind);
        put(row, "people", ids(model.people, step.candidate.people));
        put(row, "concerns", ids(model.table.concerns, step.candidate.concerns));
        put(row, "gain", step.gain.value());
        put(row, "loss", step.loss.value());
        put(row, "loss_error", step.loss.standard_error());
        for (const char* field : {"answer", "answer_member", "answer_people", "answer_gain", "answer_hours", "answer_cost", "restores"}) row[field] = nullptr;
        if (step.counter) {
            put(row, "answer", step.counter->candidate.kind);
            put(row, "answer_member", member_id(version->deal, step.counter->candidate));
            put(row, "answer_people", ids(model.people, step.counter->candidate.people));
            put(row, "answer_gain", step.counter->gain.value());
            put(row, "answer_hours", step.counter->candidate.hours);
            put(row, "answer_cost", step.counter->candidate.cost);
            put(row, "restores", step.counter->restores);
        }
        put(row, "sentence", text::sentence(names, model, plan.rival, step));
    }
    Json reply;
    put(reply, "steps", std::move(rows));
    return reply;
}

}  // namespace buygraph::boundary

#endif
