#include <pybind11/pybind11.h>

#include <buygraph/influence/linked_beliefs.hpp>

#include "convert.hpp"

namespace buygraph::python {

void bind_linked_beliefs(py::module_& module) {
    module.def(
        "linked_beliefs",
        [](const Numbers& influence, const Numbers& susceptibility, const Numbers& logic, const Numbers& opinions) {
            const Matrix w = to_matrix(influence, "influence"), c = to_matrix(logic, "logic"), u = to_matrix(opinions, "opinions");
            const std::vector<double> s = to_vector(susceptibility, "susceptibility");
            const Matrix rest = [&] {
                const py::gil_scoped_release unlock;
                return influence::linked_beliefs(w, s, c, u);
            }();
            return to_array(rest);
        },
        py::arg("influence"), py::arg("susceptibility"), py::arg("logic"), py::arg("opinions"),
        R"(Where opinions on several topics come to rest when a belief about one topic bears on another: X = diag(s) W X C' + (I - diag(s)) U.

With the identity as logic every topic settles on its own, as by equilibrium.

Args:
    influence: n × n, W[i, j] the weight that i gives j, himself included; may be negative.
    susceptibility: n, in [0, 1]; 0 keeps his own opinions.
    logic: m × m, C[a, b] how much the belief on topic b bears on topic a; may be negative.
    opinions: n × m, the first opinions U.

Returns:
    n × m, the opinions at rest.

Raises:
    InputError: a shape or number out of range; or no rest, where the spectral radius of diag(s) W ⊗ C is 1 or more.

Source: Parsegov, Proskurnikov, Tempo and Friedkin 2017, doi:10.1109/TAC.2016.2613905.)");
}

}  // namespace buygraph::python
