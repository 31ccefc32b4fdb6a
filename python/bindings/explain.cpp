#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/insight/contributions.hpp>

#include "convert.hpp"

namespace buygraph::python {

void bind_explain(py::module_& module) {
    module.def(
        "explain",
        [](const DecisionModel& model, const std::optional<std::string>& decider, const std::optional<std::string>& rival, const std::optional<std::string>& gate) {
            std::optional<Gate> at;
            if (gate) at = to_enum<Gate>(*gate, "gate", Words<Gate>::table);
            const Explanation found = [&] {
                const py::gil_scoped_release unlock;
                return explain(model, decider ? std::optional<std::string_view>(*decider) : std::nullopt, rival ? std::optional<std::string_view>(*rival) : std::nullopt, at);
            }();
            py::list people, concerns, kinds, values;
            for (const Contribution& term : found.contributions) {
                people.append(model.people[term.person]);
                concerns.append(term.concern ? py::object(py::str(model.table.concerns[*term.concern])) : py::object(py::none()));
                kinds.append(std::string(word_of(term.kind)));
                values.append(term.value);
            }
            py::dict result;
            result["margin"] = found.margin;
            result["rival"] = model.offers[found.rival];
            result["gate"] = found.gate == 0 ? "buy" : "vendor";
            result["person"] = people;
            result["concern"] = concerns;
            result["kind"] = kinds;
            result["contribution"] = values;
            return result;
        },
        py::arg("model"), py::arg("decider") = py::none(), py::arg("rival") = py::none(), py::arg("gate") = py::none(), "The columns behind buygraph.explain.");
}

}  // namespace buygraph::python
