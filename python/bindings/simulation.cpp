#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <buygraph/forecast/tasks.hpp>
#include <buygraph/simulation/simulate.hpp>

#include "computing.hpp"
#include "convert.hpp"
#include "rows.hpp"

namespace buygraph::python {

namespace {

std::vector<SimulatedDeal> simulated(std::uint64_t seed, std::uint64_t first, std::size_t count, const std::function<bool()>& interrupted) {
    std::vector<SimulatedDeal> made(count);
    forecasting::run_tasks(count, forecasting::machine_threads(), [&](std::size_t at) {
        if (interrupted()) throw Interrupted();
        made[at] = simulate(seed, first + at);
    });
    return made;
}

std::vector<SimulatedDeal> simulated_from_python(const Whole& seed, const Whole& first, const Whole& count) {
    constexpr auto most = std::numeric_limits<std::uint64_t>::max();
    const auto from = to_whole(seed, "seed", 0, most), at = to_whole(first, "first", 0, most / 2), number = to_whole(count, "count", 0, std::uint64_t{1} << 32);
    return computing([&](const auto& interrupted) { return simulated(from, at, number, interrupted); });
}

}  // namespace

void bind_simulation(py::module_& module) {
    module.def("simulated_deals", [](const Whole& seed, const Whole& first, const Whole& count) {
        std::vector<Deal> deals;
        for (SimulatedDeal& made : simulated_from_python(seed, first, count)) deals.push_back(std::move(made.deal));
        return deals;
    }, py::arg("seed"), py::arg("first"), py::arg("count"), "Deals that do not exist: those of a seed, from a number on.");
    module.def("simulated_truth", [](const Whole& seed, const Whole& first, const Whole& count) -> py::typing::Dict<py::str, py::object> {
        std::vector<SimulatedTruth> truths;
        for (SimulatedDeal& made : simulated_from_python(seed, first, count)) truths.push_back(std::move(made.truth));
        return row_columns(truths);
    }, py::arg("seed"), py::arg("first"), py::arg("count"), "What nobody could know of them, as columns.");
    module.def("simulated_stream", [](const Whole& seed, const Whole& count, const Whole& batch) {
        constexpr auto most = std::numeric_limits<std::uint64_t>::max();
        const auto from = to_whole(seed, "seed", 0, most), all = to_whole(count, "count", 0, most / 2), size = to_whole(batch, "batch", 1, std::uint64_t{1} << 20);
        auto stream = std::make_unique<ArrowArrayStream>();
        export_stream(deal_columns(), [from, all, size, at = std::uint64_t{0}](ArrowColumn& columns) mutable {
            if (at == all) return false;
            const std::uint64_t next = std::min(size, all - at);
            for (const SimulatedDeal& made : simulated(from, at, next, [] { return false; })) add_row(columns, made.deal);
            at += next;
            return true;
        }, stream.get());
        return arrow_capsule(std::move(stream), "arrow_array_stream");
    }, py::arg("seed"), py::arg("count"), py::arg("batch"), "The deals as nested columns, made batch by batch: an arrow_array_stream capsule.");
    module.def("truth_docs", []() -> py::typing::Dict<py::str, py::object> { return row_docs<SimulatedTruth>(); }, "Column of a simulated truth to what it means.");
}

}  // namespace buygraph::python
