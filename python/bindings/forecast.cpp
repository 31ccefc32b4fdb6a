#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <buygraph/forecast/kernel.hpp>

#include "computing.hpp"
#include "options.hpp"

namespace buygraph::python {

namespace {

Forecast run(const DecisionModel& model, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads, const std::string& method, const std::string& precision, bool variance_by_group) {
    ForecastOptions options = forecast_options(samples, seed, threads, method, precision);
    options.variance_by_group = variance_by_group;
    return computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        return forecast(model, options);
    });
}

using Pair = py::typing::Tuple<py::float_, py::float_>;

Pair pair_of(const Interval& interval) { return py::make_tuple(interval.low, interval.high); }

py::tuple freeze(const Forecast& self) {
    py::list intervals;
    for (const Interval& interval : self.intervals) intervals.append(pair_of(interval));
    py::object falls = py::none();
    if (const auto& fall = self.variance_fall) falls = py::make_tuple(fall->score, fall->deviation, fall->importance, fall->tie);
    return py::make_tuple(1, self.offers, self.ours, self.outcomes, self.standard_error, intervals,
                          py::make_tuple(self.no_decision.blocked, self.no_decision.stalemate, self.no_decision.refused), self.variance, falls, self.samples, self.seed,
                          std::string(word_of(self.method)), self.plain_dimensions, self.calibrated);
}

Forecast thaw(const py::tuple& state) {
    if (state.size() != 14 || state[0].cast<int>() != 1) throw InputError("pickle", "another format", "format 1");
    Forecast self;
    self.offers = state[1].cast<std::vector<std::string>>();
    self.ours = state[2].cast<std::size_t>();
    self.outcomes = state[3].cast<std::vector<double>>();
    self.standard_error = state[4].cast<std::vector<double>>();
    for (const auto& [low, high] : state[5].cast<std::vector<std::pair<double, double>>>()) self.intervals.push_back({low, high});
    const auto ways = state[6].cast<std::array<double, 3>>();
    self.no_decision = {ways[0], ways[1], ways[2]};
    self.variance = state[7].cast<double>();
    if (const auto falls = state[8].cast<std::optional<std::array<double, 4>>>()) self.variance_fall = {(*falls)[0], (*falls)[1], (*falls)[2], (*falls)[3]};
    self.samples = state[9].cast<std::size_t>();
    self.seed = state[10].cast<std::uint64_t>();
    const auto method = from_word<Sampling>(state[11].cast<std::string>());
    self.plain_dimensions = state[12].cast<std::size_t>();
    self.calibrated = state[13].cast<bool>();
    const std::size_t m = self.offers.size();
    if (!method || self.ours >= m || self.outcomes.size() != m || self.standard_error.size() != m || self.intervals.size() != m) throw InputError("pickle", "parts that do not fit together", "format 1");
    self.method = *method;
    return self;
}

}  // namespace

void declare_forecast(py::module_& module) {
    py::class_<NoDecision>(module, "NoDecision", "The three ways in which nothing is decided; they add up to the status quo's probability.")
        .def_readonly("blocked", &NoDecision::blocked, "Every offer vetoed.")
        .def_readonly("stalemate", &NoDecision::stalemate, "No offer got the votes at the vendor gate.")
        .def_readonly("refused", &NoDecision::refused, "An offer was chosen and not bought.")
        .def("__repr__", [](const NoDecision& self) { return py::str("NoDecision(blocked={:.4f}, stalemate={:.4f}, refused={:.4f})").format(self.blocked, self.stalemate, self.refused); });
    py::class_<Forecast>(module, "Forecast", "How a deal will end, as far as it is known: the mean over states of the world. Not calibrated on outcomes of deals.");
}

void bind_forecast(py::module_& module) {
    static_cast<py::class_<Forecast>>(module.attr("Forecast"))
        .def_property_readonly("win", &Forecast::win, "P(ours), 0 to 1.")
        .def_property_readonly("outcomes", [](const Forecast& self) { return by_offer<py::float_>(self, [&](std::size_t j) { return self.outcomes[j]; }); },
                               "Offer id to probability; the status quo's id stands for no decision. They add to 1.")
        .def_property_readonly("standard_error", [](const Forecast& self) { return by_offer<py::float_>(self, [&](std::size_t j) { return self.standard_error[j]; }); },
                               "Offer id to standard error of the samples, from 16 independent scrambles.")
        .def_readonly("no_decision", &Forecast::no_decision, "P of blocked, stalemate and refused.")
        .def_property_readonly("interval", [](const Forecast& self) { return pair_of(self.interval()); }, "(10 %, 90 %) of P(ours) over states of the world: what we do not know.")
        .def_property_readonly("intervals", [](const Forecast& self) { return by_offer<Pair>(self, [&](std::size_t j) { return pair_of(self.intervals[j]); }); }, "The same for every outcome.")
        .def_property_readonly("variance", [](const Forecast& self) {
            if (!self.variance_fall) throw InputError("variance", "a forecast that was not asked for it", "one made with variance_by_group=True; after moves or edits, the forecast of the changed deal");
            py::typing::Dict<py::str, py::float_> falls;
            falls["scores"] = self.variance_fall->score;
            falls["deviations"] = self.variance_fall->deviation;
            falls["importances"] = self.variance_fall->importance;
            falls["ties"] = self.variance_fall->tie;
            return falls;
        }, R"(Group of errors to the share by which the variance of P(ours) would fall if the group were known; these need not add up.

Raises:
    InputError: it was not asked for: made with variance_by_group=False, or after moves or edits.)")
        .def_readonly("total_variance", &Forecast::variance, "Variance of P(ours) over states of the world.")
        .def_readonly("samples", &Forecast::samples, "Rounded up to whole scrambles of 16.")
        .def_readonly("seed", &Forecast::seed)
        .def_property_readonly("method", [](const Forecast& self) { return std::string(word_of(self.method)); }, "'sobol' or 'random'.")
        .def_readonly("plain_dimensions", &Forecast::plain_dimensions, "Random dimensions beyond the Sobol table, which used plain random numbers.")
        .def_readonly("calibrated", &Forecast::calibrated, "False: the constants were not fitted to outcomes.")
        .def_property_readonly("ours", [](const Forecast& self) { return self.offers[self.ours]; }, "Id of our offer.")
        .def_property_readonly("status_quo", [](const Forecast& self) { return self.offers[0]; }, "Id of the status quo.")
        .def("__repr__", [](const Forecast& self) {
            return py::str("Forecast(win={:.3f}, interval=({:.3f}, {:.3f}), no_decision={:.3f}, samples={}, uncalibrated)")
                .format(self.win(), self.interval().low, self.interval().high, self.outcomes[0], self.samples);
        })
        .def(py::pickle(&freeze, &thaw));

    static_cast<py::class_<DecisionModel>>(module.attr("DecisionModel"))
        .def("forecast", &run, py::arg("samples") = py::int_(4096), py::arg("seed") = py::int_(0), py::arg("threads") = py::none(), py::arg("method") = "sobol", py::arg("precision") = "double", py::arg("variance_by_group") = true,
             R"(Forecasts how the deal will end.

Args:
    samples: states of the world, 1 to 2**24; rounded up to whole scrambles of 16.
    seed: 0 to 2**64 - 1; the same seed gives the same bits, for any number of threads.
    threads: 1 to 4096; as many as the machine has unless given.
    method: 'sobol' (16 scrambled Sobol sequences) or 'random' (plain Monte Carlo, to check against).
    precision: 'double' or 'single', of the samples; sums over them are always double. Single takes two thirds to three quarters of the time and
        agrees to some 1e-6.
    variance_by_group: ask also what each group of errors adds to the variance, which costs as much as 2,048 samples.

Raises:
    InputError: an argument out of range.)");
    module.def("kernel_level", [] { return std::string(forecasting::kernel_level()); }, "The instruction set on which forecasts run: 'v2', 'v3' or 'v4' of x86-64, 'portable' or 'native'.");
}

}  // namespace buygraph::python
