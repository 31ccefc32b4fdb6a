#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// What to do in the next weeks: `weeks`, `budget`, `objective` (win, margin), `quantile`, and `all_actions` for the catalog's actions beside the deal's own.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_plan(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_PLAN)

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "../plan/planning.hpp"
#include "../plan/stakes.hpp"
#include "../text/engagement.hpp"
#include "results.hpp"

namespace buygraph::boundary {

/// What a plan makes greatest.
enum class Objective { win, margin };

}  // namespace buygraph::boundary

template <>
struct buygraph::Words<buygraph::boundary::Objective> {
    static constexpr WordTable<boundary::Objective, 2> table{{{"win", boundary::Objective::win}, {"margin", boundary::Objective::margin}}};
};

namespace buygraph::boundary {

/// Who of ours does an action; null for nobody.
[[nodiscard]] inline Json member_id(const Deal& deal, const Candidate& candidate) { return candidate.member ? Json(deal.team[*candidate.member].id) : Json(nullptr); }

BUYGRAPH_HEAVY Json answer_plan(Session& session, const Arguments& arguments) {
    const auto version = session.version(arguments);
    const Deal& deal = version->deal;
    const DecisionModel& model = version->model;
    const text::Names names(deal, arguments.language());
    EngagementOptions wanted;
    wanted.weeks = arguments.number("weeks").value_or(4);
    wanted.budget = arguments.number("budget");
    wanted.quantile = arguments.number("quantile");
    const std::optional<DealMargin> margin = deal_margin(deal);
    if (arguments.word<Objective>("objective") == Objective::margin) {
        if (!margin) throw InputError("/value", "nothing", "the deal's value, to maximise the expected margin");
        wanted.margin = margin->amount;
    }
    const Planning from = planning(model, arguments.forecast_options());
    const EngagementPlan plan = engagement(deal, *from.worlds, from.gains, arguments.flag("all_actions"), wanted);

    Json reply;
    for (const char* list : {"steps", "before", "after"}) reply[list] = Json::array();
    for (const PlanStep& step : plan.steps) {
        const Candidate& candidate = plan.candidates[step.candidate];
        Json& row = reply["steps"].emplace_back();
        put(row, "kind", candidate.kind);
        put(row, "member", member_id(deal, candidate));
        put(row, "people", ids(model.people, candidate.people));
        put(row, "concerns", ids(model.table.concerns, candidate.concerns));
        put(row, "hours", candidate.hours);
        put(row, "cost", candidate.cost);
        put(row, "gain", step.gain.value());
        put(row, "standard_error", step.gain.standard_error());
        put(row, "alone", step.alone.value());
        put(row, "gain_an_hour", or_null(step.gain_an_hour));
        put(row, "money", margin ? Json(step.gain.value() * margin->amount - candidate.cost) : Json(nullptr));
        put(row, "sentence", text::sentence(names, model, plan, step));
        put(row, "introductions", Json::array());
        for (const std::vector<std::size_t>& way : step.introductions) row["introductions"].push_back(ids(model.people, way));
    }
    const Estimate gain = plan.after[model.ours] - plan.before[model.ours];
    const double share = wanted.quantile.value_or(0.2);
    put(reply, "before", estimates_by_offer(model, plan.before));
    put(reply, "after", estimates_by_offer(model, plan.after));
    put(reply, "gain", gain.value());
    put(reply, "gain_error", gain.standard_error());
    put(reply, "conflict", Json::array({plan.conflict_before.value(), plan.conflict_after.value()}));
    put(reply, "quantile", Json::array({share, plan.quantile_before, plan.quantile_after}));
    put(reply, "hours", Json::array());
    for (std::size_t t = 0; t < plan.hours.size(); ++t) {
        Json& row = reply["hours"].emplace_back();
        put(row, "member", deal.team[t].id);
        put(row, "used", plan.hours[t].used);
        put(row, "available", or_null(plan.hours[t].available));
    }
    put(reply, "cost", plan.cost);
    put(reply, "margin", margin ? Json(margin->amount) : Json(nullptr));
    put(reply, "margin_is_value", margin && !margin->cost_known);
    put(reply, "candidates", plan.candidates.size());
    put(reply, "sentences", text::sentences(names, model, plan, share));
    return reply;
}

}  // namespace buygraph::boundary

#endif
