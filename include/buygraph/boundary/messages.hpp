#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// What to say to each, and one thing to all.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_messages(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_INSIGHT)

#include <utility>

#include "../plan/planning.hpp"
#include "../text/messages.hpp"
#include "results.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY Json answer_messages(Session& session, const Arguments& arguments) {
    const auto version = session.version(arguments);
    const DecisionModel& model = version->model;
    const text::Names names(version->deal, arguments.language());
    const Planning from = planning(model, arguments.forecast_options());
    const Messages found = messages(version->deal, *from.worlds, from.influence, from.rival);
    Json reply;
    put(reply, "rival", model.offers[found.rival]);
    for (const char* list : {"frame", "plans", "advice"}) reply[list] = Json::array();
    for (const FrameConcern& one : found.frame) {
        Json& row = reply["frame"].emplace_back();
        put(row, "concern", model.table.concerns[one.concern]);
        put(row, "gain", one.gain);
        put(row, "reach", one.reach);
        put(row, "breadth", one.breadth);
    }
    for (const auto& [name, plan] : {std::pair<const char*, const MessagePlan*>{"nothing", &found.nothing}, {"shared", &found.shared}, {"tailored", &found.tailored}}) {
        const Estimate gain = plan->win - found.nothing.win;
        Json& row = reply["plans"].emplace_back();
        put(row, "plan", name);
        put(row, "messages", plan->messages.size());
        put(row, "win", plan->win.value());
        put(row, "standard_error", plan->win.standard_error());
        put(row, "gain", gain.value());
        put(row, "gain_error", gain.standard_error());
        put(row, "conflict", plan->conflict.value());
    }
    for (const Advice& one : found.advice) {
        Json& row = reply["advice"].emplace_back();
        put(row, "person", model.people[one.person]);
        put(row, "kind", word_of(one.kind));
        put(row, "concern", model.table.concerns[one.concern]);
        put(row, "weight", one.weight);
        put(row, "margin", one.margin);
        put(row, "sd", one.sd);
        put(row, "gain", one.gain);
        put(row, "sentence", text::advice_words(names, model, found.rival, one));
        put(row, "reason", text::advice_reason(names, one));
    }
    put(reply, "sentences", text::sentences(names, model, found));
    return reply;
}

}  // namespace buygraph::boundary

#endif
