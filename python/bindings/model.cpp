#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <cmath>

#include <buygraph/deal/number_text.hpp>
#include <buygraph/decision/outcome.hpp>
#include <buygraph/model/decision_model.hpp>

#include "convert.hpp"

namespace buygraph::python {

namespace {

std::size_t gate_index(const std::string& gate) { return static_cast<std::size_t>(to_enum<Gate>(gate, "gate", Words<Gate>::table)); }

py::typing::Dict<py::str, py::float_> outcome(const DecisionModel& model, const Numbers& buy, const Numbers& vendor) {
    const Matrix first = to_matrix(buy, "final_buy"), second = to_matrix(vendor, "final_vendor");
    for (const auto& [matrix, name] : {std::pair(&first, "final_buy"), std::pair(&second, "final_vendor")}) {
        if (matrix->rows != model.people_count() || matrix->columns != model.offer_count())
            throw InputError(name, std::to_string(matrix->rows) + " × " + std::to_string(matrix->columns),
                             std::to_string(model.people_count()) + " × " + std::to_string(model.offer_count()) + ", people × offers");
        for (const double value : matrix->values)
            if (!std::isfinite(value)) throw InputError(name, number_text(value), "finite numbers");
    }
    decision::OutcomeRule<double> rule(*model.rule, model.offer_count());
    decision::Outcome<double> result;
    rule(first.values, second.values, result);
    py::typing::Dict<py::str, py::float_> chances;
    for (std::size_t j = 1; j < model.offer_count(); ++j) chances[py::str(model.offers[j])] = result.probability[j];
    chances["blocked"] = result.blocked;
    chances["stalemate"] = result.stalemate;
    chances["refused"] = result.refused;
    return chances;
}

}  // namespace

void declare_model(py::module_& module) {
    py::class_<DecisionModel>(module, "DecisionModel",
                              "What a computer runs: dense arrays with everything defaulted. n people, m offers (0 the status quo, then file order), K concerns.");
}

void bind_model(py::module_& module) {
    static_cast<py::class_<DecisionModel>>(module.attr("DecisionModel"))
        .def_readonly("people", &DecisionModel::people, "Ids of the n people who have not left, in file order.")
        .def_readonly("offers", &DecisionModel::offers, "Ids of the m offers, the status quo first.")
        .def_property_readonly("concerns", [](const DecisionModel& self) { return self.table.concerns; }, "Ids of the K concerns that somebody weighs.")
        .def_property_readonly("ours", [](const DecisionModel& self) { return self.offers[self.ours]; }, "Id of our offer.")
        .def_property_readonly("susceptibility", [](const DecisionModel& self) { return to_array(self.susceptibility); }, "n, in [0, 1).")
        .def_property_readonly("control", [](const DecisionModel& self) { return to_array(self.control); },
                               "V, n × n: how much of i's final attitude comes from p, at the mean ties. Friedkin and Johnsen 1990.")
        .def("weights", [](const DecisionModel& self, const std::string& gate) { return to_array(self.prior.weights[gate_index(gate)]); }, py::arg("gate"),
             "C_g, n × K: share of each concern in a person's mind at the gate 'buy' or 'vendor'; rows add to 1.")
        .def("attitudes", [](const DecisionModel& self, const std::string& gate) { return to_array(attitudes(self, gate_index(gate))); }, py::arg("gate"),
             "A_g, n × m: mean attitudes after the evidence, before people talk; about -1 to 1.")
        .def("final_attitudes", [](const DecisionModel& self, const std::string& gate) { return to_array(final_attitudes(self, gate_index(gate))); }, py::arg("gate"),
             "X_g = V A_g, n × m: mean final attitudes after the evidence, at the mean ties.")
        .def("covariance", [](const DecisionModel& self) { return to_array(covariance(self)); },
             "(2·n·m) × (2·n·m) covariance of the attitudes on the day of the decision; index (gate·n + person)·m + offer, gate 0 buy, 1 vendor.")
        .def("outcome", &outcome, py::arg("final_buy"), py::arg("final_vendor"),
             R"(The closed-form decision in one state of the world.

Args:
    final_buy: X_1, n × m final attitudes at the buy gate, offer 0 the status quo.
    final_vendor: X_2, n × m at the vendor gate.

Returns:
    Offer id to probability, and 'blocked', 'stalemate', 'refused'; they add to 1.)")
        .def("__repr__", [](const DecisionModel& self) {
            return py::str("DecisionModel(people={}, offers={}, concerns={})").format(self.people_count(), self.offer_count(), self.table.concerns.size());
        });
}

}  // namespace buygraph::python
