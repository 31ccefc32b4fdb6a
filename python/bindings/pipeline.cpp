#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <cmath>
#include <utility>

#include <buygraph/portfolio/pipeline.hpp>

#include "planning.hpp"
#include "portfolio.hpp"

namespace buygraph::python {

namespace {

/// What a pipeline keeps of every deal.
struct PipelineDeals {
    std::optional<PipelineBy> by;
    std::vector<PipelineDeal> deals;

    void add(const PortfolioRows& more) {
        for (const PortfolioRow& row : more.rows) deals.push_back({by ? group_of(row, *by) : std::string(), row.currency, row.value, row.win, row.no_decision});
    }
};

PipelineDeals pipeline_deals(const std::optional<std::string>& by) {
    PipelineDeals made;
    if (by) made.by = to_enum<PipelineBy>(*by, "by", Words<PipelineBy>::table);
    return made;
}

py::typing::Dict<py::str, py::object> pipeline_columns(const PipelineDeals& self, double shock, const Whole& cells) {
    const PipelineOptions options{shock, to_whole(cells, "cells", 16, std::size_t{1} << 20)};
    std::vector<PipelineTotal> totals = [&] {
        const py::gil_scoped_release unlock;
        return pipeline(self.deals, self.by.has_value(), options);
    }();
    Columns columns{"group", "total", "currency", "deals", "left_out", "value", "expected", "lost_to_no_decision", "lost_to_rivals", "sd", "low", "median", "high", "grid_step", "grid_sd"};
    py::list won;
    for (PipelineTotal& total : totals) {
        columns.add("group", total.group && !total.group->empty() ? py::object(py::str(*total.group)) : py::object(py::none()));
        columns.add("total", !total.group.has_value());
        columns.add("currency", total.currency.empty() ? py::object(py::none()) : py::object(py::str(total.currency)));
        columns.add("deals", total.deals);
        columns.add("left_out", total.left_out);
        columns.add("value", total.value);
        columns.add("expected", total.expected);
        columns.add("lost_to_no_decision", total.lost_to_no_decision);
        columns.add("lost_to_rivals", total.lost_to_rivals);
        columns.add("sd", total.sd);
        columns.add("low", total.low);
        columns.add("median", total.median);
        columns.add("high", total.high);
        columns.add("grid_step", total.won.step);
        columns.add("grid_sd", std::sqrt(total.won.added_variance));
        won.append(py::cast(std::move(total.won)));
    }
    py::typing::Dict<py::str, py::object> found;
    found["totals"] = columns.take();
    found["won"] = won;
    return found;
}

}  // namespace

void bind_pipeline(py::module_& module) {
    py::class_<GridDistribution>(module, "GridDistribution", "A distribution of money on a grid of equal steps.")
        .def_readonly("first", &GridDistribution::first, "The least value.")
        .def_readonly("step", &GridDistribution::step, "From one value to the next.")
        .def_property_readonly("probability", [](const GridDistribution& self) { return to_array(self.probability); }, "Of each value.")
        .def("quantile", &GridDistribution::quantile, py::arg("share"), "The least value that a share of the distribution does not exceed.")
        .def("at_least", &GridDistribution::at_least, py::arg("value"), "The chance of at least this much.");

    py::class_<PipelineDeals>(module, "PipelineDeals", "What a pipeline keeps of every deal: group, currency, value, chances.")
        .def(py::init(&pipeline_deals), py::arg("by") = py::none())
        .def("add", &PipelineDeals::add, py::arg("more"), "Appends the deals of rows.")
        .def("totals", &pipeline_columns, py::arg("shock") = 0.0, py::arg("cells") = py::int_(4096), "One total for each group and currency, and the distribution of each.");
}

}  // namespace buygraph::python
