#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <buygraph/forecast/moves.hpp>
#include <buygraph/forecast/sensitivities.hpp>
#include <buygraph/io/read_deal.hpp>

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
    Deal deal;
    Json document = Json::object();
    document["moves"] = to_json(moves, faults, Place{}.field("moves"));
    detail::DealReader(faults).object(document, deal, {});
    if (!faults.faults().empty()) throw DealError(faults.take());
    return std::move(deal.moves);
}

ChangedForecast move(const DecisionModel& model, const py::object& moves, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    const std::vector<Move> list = to_moves(moves);
    ForecastOptions options = forecast_options(samples, seed, threads);
    return computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        return changed(forecast_moves(model, list, options));
    });
}

ChangedForecast compare(const DecisionModel& before, const DecisionModel& after, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    ForecastOptions options = forecast_options(samples, seed, threads);
    return computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        return changed(forecast_change(before, after, options));
    });
}

/// A row a move: what is moved, and by how much the chance answers to a unit of it.
class Rows {
  public:
    void add(MoveKind kind, double derivative, const std::string& person, const std::string& offer, const std::string& concern, const std::string& from, const std::string& to, const char* gate) {
        kinds_.append(std::string(word_of(kind)));
        derivatives_.append(derivative);
        people_.append(named(person)), offers_.append(named(offer)), concerns_.append(named(concern)), from_.append(named(from)), to_.append(named(to));
        gates_.append(named(gate ? gate : ""));
    }

    [[nodiscard]] py::dict columns() const {
        py::dict result;
        result["kind"] = kinds_;
        result["person"] = people_;
        result["offer"] = offers_;
        result["concern"] = concerns_;
        result["from"] = from_;
        result["to"] = to_;
        result["gate"] = gates_;
        result["derivative"] = derivatives_;
        return result;
    }

  private:
    [[nodiscard]] static py::object named(const std::string& id) { return id.empty() ? py::object(py::none()) : py::object(py::str(id)); }
    py::list kinds_, people_, offers_, concerns_, from_, to_, gates_, derivatives_;
};

py::dict sensitivity_rows(const DecisionModel& model, const Sensitivities& found) {
    constexpr const char* gates[]{"buy", "vendor"};
    const std::size_t n = model.people_count(), m = model.offer_count();
    Rows rows;
    for (std::size_t j = 0; j < m; ++j)
        for (std::size_t k = 0; k < model.table.concerns.size(); ++k) {
            rows.add(MoveKind::score, found.shared_score(j, k), "", model.offers[j], model.table.concerns[k], "", "", nullptr);
            for (std::size_t i = 0; i < n; ++i)
                if (model.prior.weights[0](i, k) != 0 || model.prior.weights[1](i, k) != 0) rows.add(MoveKind::score, found.score[i](j, k), model.people[i], model.offers[j], model.table.concerns[k], "", "", nullptr);
        }
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < m; ++j) {
            rows.add(MoveKind::leaning, found.leaning(i, j), model.people[i], model.offers[j], "", "", "", nullptr);
            for (std::size_t g = 0; g < 2; ++g) rows.add(MoveKind::attitude, found.attitude[model.index()(g, i, j)], model.people[i], model.offers[j], "", "", "", gates[g]);
        }
    Matrix existing(n, n);
    for (std::size_t t = 0; t < model.ties.size(); ++t) {
        const DirectedTie& tie = model.ties[t];
        if (existing(tie.to, tie.from) == 0) rows.add(MoveKind::tie_strength, found.tie[t], "", "", "", model.people[tie.from], model.people[tie.to], nullptr);
        existing(tie.to, tie.from) = 1;
    }
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            if (i != j && existing(i, j) == 0) rows.add(MoveKind::add_tie, found.strength(i, j), "", "", "", model.people[j], model.people[i], nullptr);
    for (std::size_t i = 0; i < n; ++i) {
        rows.add(MoveKind::susceptibility, found.susceptibility[i], model.people[i], "", "", "", "", nullptr);
        for (std::size_t g = 0; g < 2; ++g) rows.add(MoveKind::personal_emphasis, found.emphasis[g][i], model.people[i], "", "", "", "", gates[g]);
    }
    rows.add(MoveKind::veto_line, found.veto_line, "", "", "", "", "", nullptr);
    return rows.columns();
}

py::tuple sensitivity(const DecisionModel& model, const std::optional<std::string>& outcome, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    ForecastOptions options = forecast_options(samples, seed, threads);
    const std::size_t index = outcome ? model.offer(*outcome) : model.ours;
    const SensitiveForecast found = computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        return sensitivities(model, index, options);
    });
    return py::make_tuple(found.forecast, sensitivity_rows(model, found.sensitivities));
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
