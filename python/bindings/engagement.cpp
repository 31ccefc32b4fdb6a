#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/plan/rival_plan.hpp>
#include <buygraph/plan/stakes.hpp>
#include <buygraph/text/engagement.hpp>
#include <buygraph/text/rival_plan.hpp>

#include "planning.hpp"

namespace buygraph::python {

namespace {

py::object member_id(const Deal& deal, const Candidate& candidate) { return candidate.member ? py::object(py::str(deal.team[*candidate.member].id)) : py::object(py::none()); }

py::dict outcomes_of(const DecisionModel& model, const std::vector<Estimate>& chances) {
    py::dict result;
    result[py::str(model.offers[model.ours])] = chances[model.ours].value();
    for (std::size_t j = 1; j < chances.size(); ++j)
        if (j != model.ours) result[py::str(model.offers[j])] = chances[j].value();
    result[py::str(model.offers[0])] = chances[0].value();
    return result;
}

py::dict plan_columns(const Deal& deal, const DecisionModel& model, double weeks, const std::optional<double>& budget, const std::string& objective, const std::optional<double>& quantile, bool catalog, const std::string& language,
                      const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    const text::Names names(deal, language_of(language));
    ForecastOptions options = forecast_options(samples, seed, threads);
    EngagementOptions wanted;
    wanted.weeks = weeks;
    wanted.budget = budget;
    wanted.quantile = quantile;
    if (objective != "win" && objective != "margin") throw InputError("objective", objective, "win, margin");
    const std::optional<DealMargin> margin = deal_margin(deal);
    if (objective == "margin") {
        if (!margin) throw InputError("/value", "nothing", "the deal's value, to maximise the expected margin");
        wanted.margin = margin->amount;
    }
    const EngagementPlan plan = computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        const Planning from = planning(model, options);
        return engagement(deal, *from.worlds, from.gains, catalog, wanted);
    });
    Columns steps{"kind", "member", "people", "concerns", "hours", "cost", "gain", "standard_error", "alone", "gain_an_hour", "money", "sentence"}, hours{"member", "used", "available"};
    py::list introductions;
    for (const PlanStep& step : plan.steps) {
        const Candidate& candidate = plan.candidates[step.candidate];
        steps.add("kind", candidate.kind);
        steps.add("member", member_id(deal, candidate));
        steps.add("people", ids(model, candidate.people));
        steps.add("concerns", concern_ids(model, candidate.concerns));
        steps.add("hours", candidate.hours);
        steps.add("cost", candidate.cost);
        steps.add("gain", step.gain.value());
        steps.add("standard_error", step.gain.standard_error());
        steps.add("alone", step.alone.value());
        steps.add("gain_an_hour", or_none(step.gain_an_hour));
        steps.add("money", margin ? py::object(py::float_(step.gain.value() * margin->amount - candidate.cost)) : py::object(py::none()));
        steps.add("sentence", text::sentence(names, model, plan, step));
        py::list ways;
        for (const std::vector<std::size_t>& way : step.introductions) ways.append(ids(model, way));
        introductions.append(ways);
    }
    for (std::size_t t = 0; t < plan.hours.size(); ++t) {
        hours.add("member", deal.team[t].id);
        hours.add("used", plan.hours[t].used);
        hours.add("available", or_none(plan.hours[t].available));
    }
    const Estimate gain = plan.after[model.ours] - plan.before[model.ours];
    py::dict result;
    result["steps"] = steps.take();
    result["introductions"] = introductions;
    result["hours"] = hours.take();
    result["candidates"] = plan.candidates.size();
    result["before"] = outcomes_of(model, plan.before);
    result["after"] = outcomes_of(model, plan.after);
    result["gain"] = gain.value();
    result["gain_error"] = gain.standard_error();
    result["conflict"] = py::make_tuple(plan.conflict_before.value(), plan.conflict_after.value());
    result["quantile"] = py::make_tuple(quantile.value_or(0.2), plan.quantile_before, plan.quantile_after);
    result["cost"] = plan.cost;
    result["by_hour"] = plan.by_hour;
    result["margin"] = margin ? py::object(py::make_tuple(margin->amount, margin->cost_known)) : py::object(py::none());
    result["sentences"] = text::sentences(names, model, plan, quantile.value_or(0.2));
    return result;
}

py::dict rival_columns(const Deal& deal, const DecisionModel& model, const std::string& rival, const Whole& most, const std::string& language, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    const text::Names names(deal, language_of(language));
    ForecastOptions options = forecast_options(samples, seed, threads);
    const std::size_t count = to_whole(most, "most", 1, 1000);
    const RivalPlan plan = computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        return rival_plan(deal, rival, options, count);
    });
    Columns steps{"kind", "people", "concerns", "gain", "loss", "loss_error", "answer", "answer_member", "answer_people", "answer_gain", "answer_hours", "answer_cost", "restores", "sentence"};
    for (const RivalStep& step : plan.steps) {
        steps.add("kind", step.candidate.kind);
        steps.add("people", ids(model, step.candidate.people));
        steps.add("concerns", concern_ids(model, step.candidate.concerns));
        steps.add("gain", step.gain.value());
        steps.add("loss", step.loss.value());
        steps.add("loss_error", step.loss.standard_error());
        const Counter* counter = step.counter ? &*step.counter : nullptr;
        const auto of = [&](auto get) { return counter ? py::object(py::cast(get(*counter))) : py::object(py::none()); };
        steps.add("answer", of([](const Counter& one) { return one.candidate.kind; }));
        steps.add("answer_member", counter ? member_id(deal, counter->candidate) : py::object(py::none()));
        steps.add("answer_people", counter ? py::object(ids(model, counter->candidate.people)) : py::object(py::none()));
        steps.add("answer_gain", of([](const Counter& one) { return one.gain.value(); }));
        steps.add("answer_hours", of([](const Counter& one) { return one.candidate.hours; }));
        steps.add("answer_cost", of([](const Counter& one) { return one.candidate.cost; }));
        steps.add("restores", of([](const Counter& one) { return one.restores; }));
        steps.add("sentence", text::sentence(names, model, plan.rival, step));
    }
    return steps.take();
}

}  // namespace

void bind_engagement(py::module_& module) {
    module.def("plan_columns", &plan_columns, py::arg("deal"), py::arg("model"), py::arg("weeks"), py::arg("budget"), py::arg("objective"), py::arg("quantile"), py::arg("catalog"), py::arg("language"), py::arg("samples"), py::arg("seed"),
               py::arg("threads"), "What stands behind Deal.plan.");
    module.def("rival_columns", &rival_columns, py::arg("deal"), py::arg("model"), py::arg("rival"), py::arg("most"), py::arg("language"), py::arg("samples"), py::arg("seed"), py::arg("threads"), "The columns behind Deal.rival_plan.");
}

}  // namespace buygraph::python
