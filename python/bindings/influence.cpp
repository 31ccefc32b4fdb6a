#include <pybind11/pybind11.h>

#include <buygraph/influence/equilibrium.hpp>

#include "convert.hpp"

namespace buygraph::python {

namespace {

bool is_vector(const Numbers& given) { return py::module_::import("numpy").attr("ndim")(given).cast<int>() == 1; }

}  // namespace

void bind_influence(py::module_& module) {
    module.def(
        "equilibrium",
        [](const Numbers& influence, const Numbers& susceptibility, const Numbers& attitudes) {
            const Matrix w = to_matrix(influence, "influence"), a = to_matrix(attitudes, "attitudes", true);
            const std::vector<double> lambda = to_vector(susceptibility, "susceptibility");
            const Matrix x = [&] {
                const py::gil_scoped_release unlock;
                return influence::equilibrium(w, lambda, a);
            }();
            return is_vector(attitudes) ? to_array(x.values) : to_array(x);
        },
        py::arg("influence"), py::arg("susceptibility"), py::arg("attitudes"),
        R"(Where attitudes come to rest when everybody keeps weighing his own first attitude against the others': X = V A.

Args:
    influence: n × n, W[i, j] the weight that i gives j, diagonal included; absolute values of a row add to at most 1; may be negative.
    susceptibility: n, in [0, 1); 0 keeps his own attitude.
    attitudes: n, or n × columns.

Returns:
    An array of the shape of `attitudes`.

Raises:
    InputError: naming the row.

Source: Friedkin and Johnsen 1990, doi:10.1080/0022250X.1990.9990069; Parsegov et al. 2017, doi:10.1109/TAC.2016.2613905.)");
    module.def(
        "control_matrix",
        [](const Numbers& influence, const Numbers& susceptibility) {
            const Matrix w = to_matrix(influence, "influence");
            const std::vector<double> lambda = to_vector(susceptibility, "susceptibility");
            const Matrix control = [&] {
                const py::gil_scoped_release unlock;
                return influence::control_matrix(w, lambda);
            }();
            return to_array(control);
        },
        py::arg("influence"), py::arg("susceptibility"),
        "The control matrix V = (I - diag(s) W)^-1 (I - diag(s)), n × n: how much of i's final attitude comes from p. Arguments and errors as equilibrium.");
    module.def(
        "path",
        [](const Numbers& influence, const Numbers& susceptibility, const Numbers& attitudes, const Whole& steps) {
            const Matrix w = to_matrix(influence, "influence"), a = to_matrix(attitudes, "attitudes", true);
            const std::vector<double> lambda = to_vector(susceptibility, "susceptibility");
            const std::size_t last = to_whole(steps, "steps", 0, 1'000'000);
            const std::vector<Matrix> states = [&] {
                const py::gil_scoped_release unlock;
                return influence::path(w, lambda, a, last);
            }();
            std::vector<std::size_t> shape{states.size(), a.rows};
            if (!is_vector(attitudes)) shape.push_back(a.columns);
            Array result(shape);
            double* out = result.mutable_data();
            for (const Matrix& state : states) out = std::copy(state.values.begin(), state.values.end(), out);
            return result;
        },
        py::arg("influence"), py::arg("susceptibility"), py::arg("attitudes"), py::arg("steps"),
        "The way to the equilibrium: X(0) = A, X(t+1) = diag(s) W X(t) + (I - diag(s)) A; (steps + 1) × the shape of attitudes; steps from 0 to 1000000. Errors as equilibrium.");
}

}  // namespace buygraph::python
