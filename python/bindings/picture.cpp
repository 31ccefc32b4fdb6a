#include <pybind11/pybind11.h>

#include <vector>

#include <buygraph/picture/account_map.hpp>

#include "named.hpp"

namespace buygraph::python {

void bind_picture(py::module_& module) {
    module.def(
        "account_map",
        [](const Deal& deal, const DecisionModel& model, const std::string& language) {
            const Language words = language_of(language);
            const py::gil_scoped_release unlock;
            return picture::to_svg(picture::account_map(deal, model, words));
        },
        py::arg("deal"), py::arg("model"), py::arg("language"), "The account map as an SVG document: people by reporting line, stances, who sways whom.");
    module.def(
        "decision_influence",
        [](const DecisionModel& model) {
            std::vector<double> influence;
            {
                const py::gil_scoped_release unlock;
                influence = decision_influence(model);
            }
            return to_array(influence);
        },
        py::arg("model"),
        "n: by how much P(ours) moves when a person's attitude to our offer moves at both gates; signed.");
}

}  // namespace buygraph::python
