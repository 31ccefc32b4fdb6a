#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/graph/betweenness_batch.hpp>

#include "computing.hpp"
#include "convert.hpp"

namespace buygraph::python {

namespace {

using Indices = py::array_t<std::int64_t, py::array::c_style>;
using Weights = py::array_t<double, py::array::c_style>;

/// One table of ties of many networks, taken apart: people of a network are those its rows name, in order of first appearance.
struct Split {
    graph::TiesBatch batch{.people = {}, .first = {0}, .ties = {}};
    std::vector<std::int64_t> person, network;  ///< of each value

    Split(const Indices& networks, const Indices& from, const Indices& to, const Weights& weight, std::size_t names) : seen_in_(names, none), position_(names) {
        const py::ssize_t rows = networks.size();
        if (from.size() != rows || to.size() != rows || weight.size() != rows) throw InputError("ties", "columns of different length", "one length");
        batch.ties.reserve(static_cast<std::size_t>(rows));
        const std::int64_t *g = networks.data(), *f = from.data(), *t = to.data();
        const double* w = weight.data();
        for (py::ssize_t row = 0; row < rows;) {
            start_ = person.size();
            for (const std::int64_t current = g[row]; row < rows && g[row] == current; ++row)
                batch.ties.push_back({position(f[row], current), position(t[row], current), w[row]});
            batch.people.push_back(person.size() - start_);
            batch.first.push_back(batch.ties.size());
            ++count_;
        }
    }

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    std::size_t position(std::int64_t name, std::int64_t current) {
        const auto at = static_cast<std::size_t>(name);
        if (at >= seen_in_.size()) throw InputError("ties", std::to_string(name), "a position below " + std::to_string(seen_in_.size()));
        if (seen_in_[at] != count_) {
            seen_in_[at] = count_;
            position_[at] = person.size() - start_;
            person.push_back(name);
            network.push_back(current);
        }
        return position_[at];
    }

    std::vector<std::size_t> seen_in_, position_;
    std::size_t start_ = 0, count_ = 0;
};

Indices to_indices(const std::vector<std::int64_t>& values) {
    Indices array(static_cast<py::ssize_t>(values.size()));
    std::copy(values.begin(), values.end(), array.mutable_data());
    return array;
}

}  // namespace

void bind_graph_batch(py::module_& module) {
    module.def(
        "betweenness_batch",
        [](const Indices& networks, const Indices& from, const Indices& to, const Weights& weight, std::size_t names, bool weighted, bool normalised) {
            const Split split(networks, from, to, weight, names);
            const graph::Length length = weighted ? graph::Length::inverse_strength : graph::Length::steps;
            const auto values = computing([&](const auto& interrupted) { return graph::betweenness_batch(split.batch, {length, normalised, interrupted}); });
            return py::make_tuple(to_indices(split.network), to_indices(split.person), to_array(values));
        },
        py::arg("networks"), py::arg("from_"), py::arg("to"), py::arg("weight"), py::arg("names"), py::arg("weighted"), py::arg("normalised"));
}

}  // namespace buygraph::python
