#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/decision/group_choice.hpp>

#include "convert.hpp"

namespace buygraph::python {

void bind_decision(py::module_& module) {
    module.def(
        "group_choice",
        [](const Numbers& probabilities, const std::string& rule, const std::optional<Numbers>& votes, double quota, const Whole& rounds) {
            const Matrix chances = to_matrix(probabilities, "probabilities");
            const std::vector<double> weights = votes ? to_vector(*votes, "votes") : std::vector<double>(chances.rows, 1.0);
            const auto result = decision::group_choice(chances, to_enum<Rule>(rule, "rule", Words<Rule>::table), weights, quota, static_cast<int>(to_whole(rounds, "rounds", 1, 1000)));
            return std::pair(to_array(result.probabilities), result.stalemate);
        },
        py::arg("probabilities"), py::arg("rule"), py::arg("votes") = py::none(), py::arg("quota") = 2.0 / 3, py::arg("rounds") = py::int_(1),
        R"(What a group chooses when each person's chances of preferring each alternative are known.

Args:
    probabilities: people × alternatives; rows add to 1.
    rule: 'weighted', 'autocracy', 'consent' (vote-weighted mean of the chances), 'unanimity' (they talk until all agree),
        'quota' or 'majority' (independent votes, up to `rounds` ballots).
    votes: one for each person, 1 each unless given; whole numbers for quota and majority.
    quota: (0.5, 1], share of the votes needed under the rule quota.
    rounds: ballots, 1 to 1000.

Returns:
    (probability of each alternative, probability that none gets through).

Raises:
    InputError: naming the person.

Source: Choffray and Lilien 1980, Market Planning for New Industrial Products.)");
}

}  // namespace buygraph::python
