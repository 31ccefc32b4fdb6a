#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/decision/banzhaf.hpp>
#include <buygraph/decision/shapley_shubik.hpp>

#include "computing.hpp"
#include "convert.hpp"

namespace buygraph::python {

namespace {

std::vector<std::size_t> to_indices(const py::iterable& given, std::size_t people) {
    std::vector<std::size_t> indices;
    for (const py::handle entry : given) {
        if (!py::isinstance<Whole>(entry)) throw InputError("vetoes", "a value of type " + type_name(entry), "indices of people");
        indices.push_back(to_whole(py::reinterpret_borrow<Whole>(entry), "vetoes", 0, people - 1));
    }
    return indices;
}

py::dict columns(const decision::PowerIndex& index) {
    py::dict result;
    result["values"] = to_array(index.values);
    result["standard_error"] = to_array(index.standard_error);
    result["exact"] = index.exact;
    result["method"] = std::string(word_of(index.method));
    result["samples"] = index.samples;
    return result;
}

/// Both indices take the same arguments.
template <class Compute>
auto compute(const Numbers& given, double quota, const py::iterable& vetoes, bool exact, const Whole& samples, const Whole& seed, Compute index) {
    const std::vector<double> weights = to_vector(given, "weights");
    if (weights.empty()) throw InputError("weights", "nothing", "a weight of at least one person");
    const std::vector<std::size_t> holders = to_indices(vetoes, weights.size());
    decision::PowerOptions options;
    options.exact = exact;
    options.samples = to_whole(samples, "samples", 1, std::uint64_t{1} << 32);
    options.seed = to_whole(seed, "seed", 0, std::numeric_limits<std::uint64_t>::max());
    return computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        return index(weights, quota, holders, options);
    });
}

}  // namespace

void bind_power(py::module_& module) {
    module.def(
        "shapley_shubik",
        [](const Numbers& weights, double quota, const py::iterable& vetoes, bool exact, const Whole& samples, const Whole& seed) {
            return columns(compute(weights, quota, vetoes, exact, samples, seed, [](const auto&... given) { return decision::shapley_shubik(given...); }));
        },
        py::arg("weights"), py::arg("quota"), py::arg("vetoes"), py::arg("exact"), py::arg("samples"), py::arg("seed"), "The columns behind buygraph.decision.shapley_shubik.");
    module.def(
        "banzhaf",
        [](const Numbers& weights, double quota, const py::iterable& vetoes, bool exact, const Whole& samples, const Whole& seed) {
            const decision::Banzhaf index = compute(weights, quota, vetoes, exact, samples, seed, [](const auto&... given) { return decision::banzhaf(given...); });
            py::dict result = columns(index);
            result["absolute"] = to_array(index.absolute);
            result["absolute_error"] = to_array(index.absolute_error);
            result["swings"] = to_array(index.swings);
            return result;
        },
        py::arg("weights"), py::arg("quota"), py::arg("vetoes"), py::arg("exact"), py::arg("samples"), py::arg("seed"), "The columns behind buygraph.decision.banzhaf.");
}

}  // namespace buygraph::python
