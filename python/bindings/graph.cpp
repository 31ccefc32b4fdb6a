#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/graph/articulation.hpp>
#include <buygraph/graph/betweenness.hpp>
#include <buygraph/graph/bonacich.hpp>
#include <buygraph/graph/closeness.hpp>
#include <buygraph/graph/constraint.hpp>
#include <buygraph/graph/degree.hpp>
#include <buygraph/graph/dominators.hpp>
#include <buygraph/graph/eigenvector.hpp>
#include <buygraph/graph/pagerank.hpp>
#include <buygraph/graph/reach.hpp>
#include <buygraph/graph/smallest_cut.hpp>
#include <buygraph/graph/strongest_path.hpp>
#include <buygraph/influence/degroot.hpp>

#include "computing.hpp"
#include "convert.hpp"

namespace buygraph::python {

namespace {

using graph::Ties;
using Indices = py::array_t<std::int64_t, py::array::c_style>;
using Weights = py::array_t<double, py::array::c_style>;
using People = std::vector<std::size_t>;

/// Positions that the package itself counted out; what is negative becomes too large, and is refused like it.
Ties to_ties(std::size_t people, const Indices& from, const Indices& to, const Weights& weight) {
    if (from.size() != to.size() || from.size() != weight.size()) throw InputError("ties", "columns of different length", "one length");
    std::vector<graph::Tie> ties;
    ties.reserve(static_cast<std::size_t>(from.size()));
    for (py::ssize_t i = 0; i < from.size(); ++i) ties.push_back({static_cast<std::size_t>(from.data()[i]), static_cast<std::size_t>(to.data()[i]), weight.data()[i]});
    return {people, ties};
}

graph::Length length_of(bool weighted) { return weighted ? graph::Length::inverse_strength : graph::Length::steps; }

graph::IterationOptions iteration(double tolerance, const py::int_& most_steps) { return {tolerance, to_whole(most_steps, "most_steps", 0, 1'000'000'000)}; }

/// A column for each field of the structs that a measure gives, one a person.
template <class Item, class... Fields>
py::dict columns(const std::vector<Item>& items, const std::pair<const char*, Fields>&... fields) {
    py::dict result;
    const auto add = [&](const char* name, auto field) {
        py::list column(items.size());
        for (std::size_t i = 0; i < items.size(); ++i) column[i] = items[i].*field;
        result[name] = column;
    };
    (add(fields.first, fields.second), ...);
    return result;
}

py::tuple iterated(const graph::IteratedMeasure& found) { return py::make_tuple(to_array(found.values), found.converged, found.residual, found.steps); }

py::dict limit_dict(const influence::DeGrootLimit& limit) {
    py::list classes;
    for (const influence::ClosedClass& group : limit.classes) classes.append(py::make_tuple(group.people, group.weights, group.period));
    py::dict result;
    result["classes"] = classes;
    result["shares"] = to_array(limit.shares);
    result["settles"] = limit.settles;
    return result;
}

}  // namespace

void bind_graph(py::module_& module) {
    py::class_<Ties>(module, "Ties", "A network of people by position, for buygraph.graph.")
        .def(py::init(&to_ties), py::arg("people"), py::arg("from_"), py::arg("to"), py::arg("weight"))
        .def("reversed", [](const Ties& self) { return graph::reversed(self); })
        .def("degree",
             [](const Ties& self) {
                 using D = graph::Degree;
                 return columns(graph::degrees(self), std::pair{"in", &D::in}, std::pair{"out", &D::out}, std::pair{"in_strength", &D::in_strength}, std::pair{"out_strength", &D::out_strength});
             })
        .def("reach",
             [](const Ties& self, const std::optional<py::int_>& steps) {
                 std::optional<std::size_t> most;
                 if (steps) most = to_whole(*steps, "steps", 0, 1'000'000'000);
                 return columns(computing([&](const auto&) { return graph::reach(self, most); }), std::pair{"people", &graph::Reach::people}, std::pair{"share", &graph::Reach::share});
             },
             py::arg("steps"))
        .def("betweenness",
             [](const Ties& self, bool weighted, bool normalised) {
                 return to_array(computing([&](const auto& interrupted) { return graph::betweenness(self, {length_of(weighted), normalised, interrupted}); }));
             },
             py::arg("weighted"), py::arg("normalised"))
        .def("closeness",
             [](const Ties& self, bool weighted) {
                 const auto found = computing([&](const auto& interrupted) { return graph::closeness(self, length_of(weighted), interrupted); });
                 return columns(found, std::pair{"closeness", &graph::Closeness::closeness}, std::pair{"harmonic", &graph::Closeness::harmonic});
             },
             py::arg("weighted"))
        .def("pagerank",
             [](const Ties& self, double damping, double tolerance, const py::int_& most_steps) {
                 const auto options = iteration(tolerance, most_steps);
                 return iterated(computing([&](const auto&) { return graph::pagerank(self, damping, options); }));
             },
             py::arg("damping"), py::arg("tolerance"), py::arg("most_steps"))
        .def("eigenvector",
             [](const Ties& self, double tolerance, const py::int_& most_steps) {
                 const auto options = iteration(tolerance, most_steps);
                 const auto found = computing([&](const auto&) { return graph::eigenvector(self, options); });
                 return py::make_tuple(iterated(found), found.eigenvalue);
             },
             py::arg("tolerance"), py::arg("most_steps"))
        .def("bonacich", [](const Ties& self, double beta) { return to_array(computing([&](const auto&) { return graph::bonacich(self, beta); })); }, py::arg("beta"))
        .def("constraint", [](const Ties& self) { return computing([&](const auto&) { return graph::constraint(self); }); })
        .def("dominators", [](const Ties& self, const People& sources, std::size_t target) { return graph::dominators(self, sources, target); }, py::arg("sources"), py::arg("target"))
        .def("articulation",
             [](const Ties& self) {
                 const graph::Articulation found = graph::articulation(self);
                 return py::make_tuple(found.people, found.bridges);
             })
        .def("smallest_cut", [](const Ties& self, const People& sources, std::size_t target) { return graph::smallest_cut(self, sources, target); }, py::arg("sources"), py::arg("target"))
        .def("strongest_path",
             [](const Ties& self, const People& sources, std::size_t target) -> std::optional<std::pair<People, double>> {
                 const auto path = graph::strongest_path(self, sources, target);
                 if (!path) return std::nullopt;
                 return std::pair{path->people, path->strength};
             },
             py::arg("sources"), py::arg("target"))
        .def("degroot", [](const Ties& self) { return limit_dict(computing([&](const auto&) { return influence::degroot(influence::averaging(self)); })); });
    module.def(
        "degroot",
        [](const Numbers& trust) {
            const Matrix weights = to_matrix(trust, "trust");
            return limit_dict(computing([&](const auto&) { return influence::degroot(weights); }));
        },
        py::arg("trust"));
}

}  // namespace buygraph::python
