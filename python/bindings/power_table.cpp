#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/insight/power.hpp>
#include <buygraph/text/power.hpp>

#include "computing.hpp"
#include "named.hpp"
#include "options.hpp"

namespace buygraph::python {

namespace {

py::dict network_columns(const NetworkPower& network) {
    py::dict columns;
    columns["strength"] = network.strength;
    columns["reach"] = network.reach;
    columns["betweenness"] = network.betweenness;
    columns["pagerank"] = network.pagerank;
    columns["eigenvector"] = network.eigenvector;
    columns["bonacich"] = network.bonacich;
    columns["constraint"] = network.constraint;
    return columns;
}

py::dict power_columns(const Deal& deal, const DecisionModel& model, const std::optional<double>& attenuation, const std::string& language, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    const text::Names names(deal, language_of(language));
    PowerOptions options;
    options.attenuation = attenuation;
    options.forecast = forecast_options(samples, seed, threads);
    const Power found = computing([&](const auto& interrupted) {
        options.forecast.interrupt = interrupted;
        return power(model, options);
    });
    std::vector<double> influence, error;
    for (const Estimate& estimate : found.decision_influence) {
        influence.push_back(estimate.value());
        error.push_back(estimate.standard_error());
    }
    py::dict columns, result;
    columns["person"] = model.people;
    columns["decides"] = found.decides;
    columns["votes"] = found.votes;
    columns["veto"] = found.veto;
    columns["total_effects"] = found.total_effects;
    columns["control"] = found.control;
    columns["decision_influence"] = influence;
    columns["standard_error"] = error;
    columns["shapley_shubik"] = found.voting.shapley_shubik.values;
    columns["banzhaf"] = found.voting.banzhaf.values;
    columns["banzhaf_absolute"] = found.voting.banzhaf.absolute;
    py::list networks, sentences;
    sentences.append(text::sentence(names, model, found));
    for (const NetworkPower& network : found.networks) {
        networks.append(py::make_tuple(network.relation ? std::string(word_of(*network.relation)) : "all", network.attenuation, network_columns(network)));
        sentences.append(text::sentence(names, model, network));
    }
    result["columns"] = columns;
    result["networks"] = networks;
    result["sentences"] = sentences;
    return result;
}

}  // namespace

void bind_power_table(py::module_& module) {
    module.def("power_columns", &power_columns, py::arg("deal"), py::arg("model"), py::arg("attenuation"), py::arg("language"), py::arg("samples"), py::arg("seed"), py::arg("threads"), "What stands behind Deal.power.");
}

}  // namespace buygraph::python
