#include <pybind11/pybind11.h>

#include <buygraph/influence/equilibrium.hpp>

#include "convert.hpp"

namespace buygraph::python {

void bind_influence(py::module_& module) {
    module.def(
        "equilibrium",
        [](const Array& influence, const Array& susceptibility, const Array& attitudes) {
            const Matrix w = to_matrix(influence, "influence"), a = to_matrix(attitudes, "attitudes", true);
            const std::vector<double> lambda = to_vector(susceptibility, "susceptibility");
            const Matrix x = [&] {
                const py::gil_scoped_release unlock;
                return influence::equilibrium(w, lambda, a);
            }();
            return attitudes.ndim() == 1 ? to_array(x.values) : to_array(x);
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
        [](const Array& influence, const Array& susceptibility) {
            const Matrix w = to_matrix(influence, "influence");
            const std::vector<double> lambda = to_vector(susceptibility, "susceptibility");
            const py::gil_scoped_release unlock;
            Matrix control = influence::control_matrix(w, lambda);
            const py::gil_scoped_acquire lock;
            return to_array(control);
        },
        py::arg("influence"), py::arg("susceptibility"),
        "The control matrix V = (I - diag(s) W)^-1 (I - diag(s)), n × n: how much of i's final attitude comes from p. Arguments and errors as equilibrium.");
    module.def(
        "path",
        [](const Array& influence, const Array& susceptibility, const Array& attitudes, std::size_t steps) {
            const Matrix a = to_matrix(attitudes, "attitudes", true);
            if (steps > 1'000'000) throw InputError("steps", std::to_string(steps), "at most 1000000");
            const auto states = influence::path(to_matrix(influence, "influence"), to_vector(susceptibility, "susceptibility"), a, steps);
            Array result(attitudes.ndim() == 1 ? std::vector<py::ssize_t>{static_cast<py::ssize_t>(states.size()), attitudes.shape(0)}
                                               : std::vector<py::ssize_t>{static_cast<py::ssize_t>(states.size()), attitudes.shape(0), attitudes.shape(1)});
            double* out = result.mutable_data();
            for (const Matrix& state : states) out = std::copy(state.values.begin(), state.values.end(), out);
            return result;
        },
        py::arg("influence"), py::arg("susceptibility"), py::arg("attitudes"), py::arg("steps"),
        "The way to the equilibrium: X(0) = A, X(t+1) = diag(s) W X(t) + (I - diag(s)) A; (steps + 1) × the shape of attitudes. Errors as equilibrium.");
}

}  // namespace buygraph::python
