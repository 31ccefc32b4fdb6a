#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <buygraph/forecast/move_slopes.hpp>
#include <buygraph/forecast/moves.hpp>
#include <buygraph/io/read_moves.hpp>

#include "computing.hpp"
#include "options.hpp"

namespace buygraph::python {

namespace {

/// The forecast after a change, and what lies between it and the one before.
struct ChangedForecast : Forecast {
    Forecast before;
    std::vector<double> difference, difference_error;
};

ChangedForecast changed(ForecastChange change) {
    ChangedForecast result{std::move(change.after), std::move(change.before), std::move(change.difference), std::move(change.standard_error)};
    return result;
}

/// Moves as they stand in a deal file: a list of dicts.
std::vector<Move> to_moves(const py::object& moves) {
    FaultList faults;
    std::vector<Move> list = read_moves(to_json(moves, faults, Place{}.field("moves")), faults);
    if (!faults.faults().empty()) throw DealError(faults.take());
    return list;
}

/// Without the falls of variance, which nobody asks of a change.
ForecastOptions plain_options(const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    ForecastOptions options = forecast_options(samples, seed, threads);
    options.variance_by_group = false;
    return options;
}

ChangedForecast move(const DecisionModel& model, const py::object& moves, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    const std::vector<Move> list = to_moves(moves);
    ForecastOptions options = plain_options(samples, seed, threads);
    return computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        return changed(forecast_moves(model, list, options));
    });
}

ChangedForecast compare(const DecisionModel& before, const DecisionModel& after, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    ForecastOptions options = plain_options(samples, seed, threads);
    return computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        return changed(forecast_change(before, after, options));
    });
}

/// A row a move: what is moved, and by how much the chance answers to a unit of it.
py::dict sensitivity_columns(const DecisionModel& model, const Sensitivities& found) {
    py::list kinds, people, offers, concerns, from, to, gates, derivatives;
    const auto named = [](const std::string& id) { return id.empty() ? py::object(py::none()) : py::object(py::str(id)); };
    for (const MoveSlope& slope : move_slopes(model, found)) {
        kinds.append(std::string(word_of(*slope.move.kind)));
        people.append(named(slope.move.person));
        offers.append(named(slope.move.offer));
        concerns.append(named(slope.move.concern));
        from.append(named(slope.move.from));
        to.append(named(slope.move.to));
        gates.append(slope.move.gate ? py::object(py::str(std::string(word_of(*slope.move.gate)))) : py::object(py::none()));
        derivatives.append(slope.derivative);
    }
    py::dict result;
    result["kind"] = kinds;
    result["person"] = people;
    result["offer"] = offers;
    result["concern"] = concerns;
    result["from"] = from;
    result["to"] = to;
    result["gate"] = gates;
    result["derivative"] = derivatives;
    return result;
}

py::tuple sensitivity(const DecisionModel& model, const std::optional<std::string>& outcome, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    ForecastOptions options = plain_options(samples, seed, threads);
    const std::size_t index = outcome ? model.offer(*outcome) : model.ours;
    const SensitiveForecast found = computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        return sensitivities(model, index, options);
    });
    return py::make_tuple(found.forecast, sensitivity_columns(model, found.sensitivities));
}

}  // namespace

void bind_moves(py::module_& module) {
    py::class_<ChangedForecast, Forecast>(module, "ChangedForecast", "A forecast after moves or edits, on the same points as the one before, and what lies between the two.")
        .def_property_readonly("before", [](const ChangedForecast& self) { return self.before; }, "The forecast without the change.")
        .def_property_readonly("difference", [](const ChangedForecast& self) { return by_offer<py::float_>(self, [&](std::size_t j) { return self.difference[j]; }); },
                               "Offer id to probability after less before.")
        .def_property_readonly("difference_error", [](const ChangedForecast& self) { return by_offer<py::float_>(self, [&](std::size_t j) { return self.difference_error[j]; }); },
                               "Offer id to the standard error of the difference, from the scrambles.")
        .def("__repr__", [](const ChangedForecast& self) {
            return py::str("ChangedForecast(win={:.3f}, difference={:+.4f} ± {:.4f})").format(self.win(), self.difference[self.ours], self.difference_error[self.ours]);
        });
    module.def("forecast_moves", &move, py::arg("model"), py::arg("moves"), py::arg("samples"), py::arg("seed"), py::arg("threads"), "The forecast after moves; see Deal.move.");
    module.def("forecast_change", &compare, py::arg("before"), py::arg("after"), py::arg("samples"), py::arg("seed"), py::arg("threads"), "Two models with the same offers on common points.");
    module.def("sensitivities", &sensitivity, py::arg("model"), py::arg("outcome"), py::arg("samples"), py::arg("seed"), py::arg("threads"), "(forecast, columns) behind Deal.sensitivities.");
}

}  // namespace buygraph::python
