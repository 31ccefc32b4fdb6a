#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <optional>
#include <vector>

#include <buygraph/insight/decision_influence.hpp>
#include <buygraph/picture/account_map.hpp>
#include <buygraph/picture/svg.hpp>

#include "named.hpp"

namespace buygraph::python {

void bind_picture(py::module_& module) {
    module.def(
        "account_map",
        [](const Deal& deal, const DecisionModel& model, const std::string& language, const std::string& layout, std::optional<double> width, bool heading, const std::string& scale) {
            const Language words = language_of(language);
            const picture::MapOptions options{to_enum<picture::MapLayout>(layout, "layout", Words<picture::MapLayout>::table), heading, width, to_enum<StanceScale>(scale, "scale", Words<StanceScale>::table)};
            const py::gil_scoped_release unlock;
            return picture::to_svg(picture::account_map(deal, model, words, options));
        },
        py::arg("deal"), py::arg("model"), py::arg("language"), py::arg("layout") = "hierarchy", py::arg("width") = py::none(), py::arg("heading") = true, py::arg("scale") = "lead", "The account map as an SVG document; see Deal.map.");
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
