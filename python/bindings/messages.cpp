#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/text/messages.hpp>

#include "planning.hpp"

namespace buygraph::python {

namespace {

py::dict messages_columns(const Deal& deal, const DecisionModel& model, const std::string& language, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    const text::Names names(deal, language_of(language));
    ForecastOptions options = forecast_options(samples, seed, threads);
    const Messages found = computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        const Planning plan = planning(model, options);
        return messages(deal, *plan.worlds, plan.influence, plan.rival);
    });
    Columns advice{"person", "kind", "concern", "weight", "margin", "sd", "gain", "sentence", "reason"}, frame{"concern", "gain", "reach", "breadth"}, plans{"plan", "messages", "win", "standard_error", "gain", "gain_error", "conflict"};
    for (const Advice& one : found.advice) {
        advice.add("person", model.people[one.person]);
        advice.add("kind", std::string(word_of(one.kind)));
        advice.add("concern", model.table.concerns[one.concern]);
        advice.add("weight", one.weight);
        advice.add("margin", one.margin);
        advice.add("sd", one.sd);
        advice.add("gain", one.gain);
        advice.add("sentence", text::advice_words(names, model, found.rival, one));
        advice.add("reason", text::advice_reason(names, one));
    }
    for (const FrameConcern& one : found.frame) {
        frame.add("concern", model.table.concerns[one.concern]);
        frame.add("gain", one.gain);
        frame.add("reach", one.reach);
        frame.add("breadth", one.breadth);
    }
    for (const auto& [name, plan] : {std::pair<const char*, const MessagePlan*>{"nothing", &found.nothing}, {"shared", &found.shared}, {"tailored", &found.tailored}}) {
        const Estimate gain = plan->win - found.nothing.win;
        plans.add("plan", std::string(name));
        plans.add("messages", plan->messages.size());
        plans.add("win", plan->win.value());
        plans.add("standard_error", plan->win.standard_error());
        plans.add("gain", gain.value());
        plans.add("gain_error", gain.standard_error());
        plans.add("conflict", plan->conflict.value());
    }
    py::dict result;
    result["rival"] = model.offers[found.rival];
    result["advice"] = advice.take();
    result["frame"] = frame.take();
    result["plans"] = plans.take();
    result["sentences"] = text::sentences(names, model, found);
    return result;
}

}  // namespace

void bind_messages(py::module_& module) {
    module.def("messages_columns", &messages_columns, py::arg("deal"), py::arg("model"), py::arg("language"), py::arg("samples"), py::arg("seed"), py::arg("threads"), "What stands behind Deal.messages.");
}

}  // namespace buygraph::python
