#include <pybind11/pybind11.h>

#include <buygraph/decision/group_choice.hpp>

#include "convert.hpp"

namespace buygraph::python {

void bind_decision(py::module_& module) {
    module.def(
        "group_choice",
        [](const Array& probabilities, const std::string& rule, const py::object& votes, double quota, int rounds) {
            const Matrix chances = to_matrix(probabilities, "probabilities");
            const std::vector<double> weights = votes.is_none() ? std::vector<double>(chances.rows, 1.0) : to_vector(votes.cast<Array>(), "votes");
            const auto result = decision::group_choice(chances, to_enum<Rule>(rule, "rule", Words<Rule>::table), weights, quota, rounds);
            return py::make_tuple(to_array(result.probabilities), result.stalemate);
        },
        py::arg("probabilities"), py::arg("rule"), py::arg("votes") = py::none(), py::arg("quota") = 2.0 / 3, py::arg("rounds") = 1,
        R"(What a group chooses when each person's chances of preferring each alternative are known.

Args:
    probabilities: people × alternatives; rows add to 1.
    rule: 'weighted', 'autocracy', 'consent' (vote-weighted mean of the chances), 'unanimity' (they talk until all agree),
        'quota' or 'majority' (independent votes, up to `rounds` ballots).
    votes: one for each person, 1 each unless given; whole numbers for quota and majority.
    quota: (0.5, 1], share of the votes needed under the rule quota.
    rounds: ballots, 1 or more.

Returns:
    (probability of each alternative, probability that none gets through).

Raises:
    InputError: naming the person.

Source: Choffray and Lilien 1980, Market Planning for New Industrial Products.)");
}

}  // namespace buygraph::python
