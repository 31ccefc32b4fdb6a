#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/graph/betweenness_batch.hpp>

#include "computing.hpp"
#include "convert.hpp"

namespace buygraph::python {

namespace {

using Indices = py::array_t<std::int64_t, py::array::c_style>;
using Weights = py::array_t<double, py::array::c_style>;

/// One table of ties of many networks, taken apart some thousand rows at a time, which stay near the processor: people of a network are
/// those its rows name, in order of first appearance.
class Measure {
  public:
    std::vector<std::int64_t> person, network;  ///< of each value
    std::vector<double> values;

    Measure(const Indices& networks, const Indices& from, const Indices& to, const Weights& weight, std::size_t names)
        : network_(networks.data()), from_(from.data()), to_(to.data()), weight_(weight.data()), rows_(networks.size()), places_(names) {
        if (from.size() != rows_ || to.size() != rows_ || weight.size() != rows_) throw InputError("ties", "columns of different length", "one length");
    }

    void run(const graph::BetweennessOptions& options) {
        for (py::ssize_t row = 0; row < rows_;) {
            batch_.people.clear();
            batch_.first.assign(1, 0);
            batch_.ties.clear();
            while (row < rows_ && batch_.ties.size() < 16384) row = take(row);
            const auto found = graph::betweenness_batch(batch_, options);
            values.insert(values.end(), found.begin(), found.end());
        }
    }

  private:
    struct Place {
        std::uint32_t network = 0;  ///< the last that named him, counted from 1
        std::uint32_t position = 0;
    };

    /// One network from this row on; gives the row after it.
    py::ssize_t take(py::ssize_t row) {
        const std::size_t start = person.size();
        const std::int64_t current = network_[row];
        for (++count_; row < rows_ && network_[row] == current; ++row) batch_.ties.push_back({position(from_[row], start), position(to_[row], start), weight_[row]});
        batch_.people.push_back(person.size() - start);
        batch_.first.push_back(batch_.ties.size());
        network.resize(person.size(), current);
        return row;
    }

    std::size_t position(std::int64_t name, std::size_t start) {
        const auto at = static_cast<std::size_t>(name);
        if (at >= places_.size()) throw InputError("ties", std::to_string(name), "a position below " + std::to_string(places_.size()));
        Place& place = places_[at];
        if (place.network != count_) {
            place = {count_, static_cast<std::uint32_t>(person.size() - start)};
            person.push_back(name);
        }
        return place.position;
    }

    const std::int64_t *network_, *from_, *to_;
    const double* weight_;
    py::ssize_t rows_;
    std::vector<Place> places_;
    std::uint32_t count_ = 0;
    graph::TiesBatch batch_;
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
            Measure measure(networks, from, to, weight, names);
            computing([&](const auto& interrupted) { measure.run({weighted ? graph::Length::inverse_strength : graph::Length::steps, normalised, interrupted}); });
            return py::make_tuple(to_indices(measure.network), to_indices(measure.person), to_array(measure.values));
        },
        py::arg("networks"), py::arg("from_"), py::arg("to"), py::arg("weight"), py::arg("names"), py::arg("weighted"), py::arg("normalised"));
}

}  // namespace buygraph::python
