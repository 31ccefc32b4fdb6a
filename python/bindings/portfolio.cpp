#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <memory>
#include <utility>

#include <buygraph/io/deal_sources.hpp>
#include <buygraph/portfolio/attention.hpp>

#include "catalog.hpp"
#include "computing.hpp"
#include "planning.hpp"
#include "portfolio.hpp"
#include "rows.hpp"

namespace buygraph::python {

PortfolioRows forecast_all(std::size_t count, const DealSource& deals, const PortfolioRun& run) {
    PortfolioOptions options = run.options;
    PortfolioBatch batch = computing([&](const auto& interrupted) {
        options.forecast.interrupt = [&] { return run.stopped->load() || interrupted(); };
        return portfolio(count, deals, options);
    });
    return {std::move(batch.rows), batch.kernel_seconds};
}

namespace {

using Dict = py::typing::Dict<py::str, py::object>;

PortfolioRun make_run(const Whole& samples, const Whole& seed, const std::optional<Whole>& threads, const std::string& precision, bool movers, bool blind_spots, bool steps, double weeks, const py::object& catalog) {
    PortfolioRun run;
    run.options.forecast = forecast_options(samples, seed, threads, "sobol", precision);
    run.options.movers = movers;
    run.options.blind_spots = blind_spots;
    run.options.steps = steps;
    run.options.weeks = weeks;
    run.users = users_catalog(catalog);
    return run;
}

PortfolioRows forecast_texts(const std::vector<py::bytes>& given, const std::vector<std::string>& places, const PortfolioRun& run) {
    std::vector<std::string> texts;
    for (const py::bytes& text : given) texts.emplace_back(text);
    if (texts.size() != places.size()) throw InputError("places", std::to_string(places.size()), std::to_string(texts.size()) + ", one for each text");
    return forecast_all(texts.size(), deals_of_texts(texts, places, run.users), run);
}

PortfolioRows forecast_files(const std::vector<py::object>& files, const PortfolioRun& run) {
    std::vector<std::filesystem::path> paths;
    for (const py::object& file : files) paths.push_back(to_path(file));
    return forecast_all(paths.size(), deals_of_files(paths, run.users), run);
}

PortfolioRows forecast_deals(const std::vector<const Deal*>& deals, const PortfolioRun& run) {
    return forecast_all(deals.size(), [&](std::size_t at) { return DealAtHand{*deals[at], {}, {}}; }, run);
}

Dict attention_columns(const PortfolioRows& self) {
    Columns columns{"deal", "account", "name", "currency", "kind", "member", "member_name", "people", "concerns", "hours", "cost", "gain", "gain_error", "gain_an_hour", "hour_worth", "within", "hours_left"};
    for (const AttentionStep& at : attention(self.rows)) {
        const PortfolioRow& row = self.rows[at.row];
        const DealStep& step = row.steps[at.step];
        columns.add("deal", RowValues::of(row.deal));
        columns.add("account", RowValues::of(row.account));
        columns.add("name", RowValues::of(row.name));
        columns.add("currency", RowValues::of(row.currency));
        columns.add("kind", step.kind);
        columns.add("member", RowValues::of(step.member));
        columns.add("member_name", RowValues::of(step.member_name));
        columns.add("people", RowValues::of(step.people));
        columns.add("concerns", RowValues::of(step.concerns));
        columns.add("hours", RowValues::of(step.hours));
        columns.add("cost", RowValues::of(step.cost));
        columns.add("gain", RowValues::of(step.gain));
        columns.add("gain_error", RowValues::of(step.gain_error));
        columns.add("gain_an_hour", RowValues::of(step.gain_an_hour));
        columns.add("hour_worth", RowValues::of(step.hour_worth));
        columns.add("within", at.within);
        columns.add("hours_left", RowValues::of(at.left));
    }
    return columns.take();
}

}  // namespace

void bind_portfolio(py::module_& module) {
    py::class_<PortfolioRun>(module, "PortfolioRun", "How to forecast a portfolio, and with which catalog to read it.")
        .def(py::init(&make_run), py::arg("samples") = py::int_(4096), py::arg("seed") = py::int_(0), py::arg("threads") = py::none(), py::arg("precision") = "double", py::arg("movers") = false,
             py::arg("blind_spots") = false, py::arg("steps") = false, py::arg("weeks") = 4.0, py::arg("catalog") = py::none())
        .def("stop", [](PortfolioRun& self) { *self.stopped = true; }, "Stops what is being forecast with it, from another thread.");

    py::class_<PortfolioRows>(module, "PortfolioRows", "Rows of a portfolio, one a deal.")
        .def(py::init([] { return PortfolioRows(); }))
        .def("__len__", [](const PortfolioRows& self) { return self.rows.size(); })
        .def("add", [](PortfolioRows& self, const PortfolioRows& more) {
            if (&more == &self) throw InputError("more", "the rows themselves", "other rows");
            self.rows.insert(self.rows.end(), more.rows.begin(), more.rows.end());
            self.kernel_seconds += more.kernel_seconds;
        }, py::arg("more"), "Appends rows.")
        .def_readonly("kernel_seconds", &PortfolioRows::kernel_seconds, "What compiling and forecasting alone took, added up over all deals and threads.")
        .def("faulty", [](const PortfolioRows& self) { return std::count_if(self.rows.begin(), self.rows.end(), [](const PortfolioRow& row) { return !row.faults.empty(); }); }, "How many deals have faults.")
        .def("columns", [](const PortfolioRows& self) -> Dict { return row_columns(self.rows); }, "Column name to list of values.")
        .def("attention", &attention_columns)
        .def("__arrow_c_schema__", [](const PortfolioRows&) { return schema_capsule(portfolio_columns()); })
        .def("__arrow_c_array__", [](const PortfolioRows& self, const py::object&) { return array_capsules(portfolio_columns(), self.rows); }, py::arg("requested_schema") = py::none())
        .def("__arrow_c_stream__", [](const PortfolioRows& self, const py::object&) {
            auto stream = std::make_unique<ArrowArrayStream>();
            export_stream(portfolio_columns(), [rows = self.rows, done = false](ArrowColumn& batch) mutable {
                if (std::exchange(done, true)) return false;
                for (const PortfolioRow& row : rows) add_row(batch, row);
                return true;
            }, stream.get());
            return arrow_capsule(std::move(stream), "arrow_array_stream");
        }, py::arg("requested_schema") = py::none());

    module.def("forecast_texts", &forecast_texts, py::arg("texts"), py::arg("places"), py::arg("run"), "Rows of deals in JSON texts.");
    module.def("forecast_files", &forecast_files, py::arg("files"), py::arg("run"), "Rows of deals in files.");
    module.def("forecast_deals", &forecast_deals, py::arg("deals"), py::arg("run"), "Rows of deals.");
    module.def("deal_schema_capsule", [] { return schema_capsule(deal_columns()); }, "The Arrow type of deals, as an arrow_schema capsule.");
    module.def("deal_stream_capsule", [](std::vector<Deal> deals) {
        auto stream = std::make_unique<ArrowArrayStream>();
        export_stream(deal_columns(), [deals = std::move(deals), done = false](ArrowColumn& batch) mutable {
            if (std::exchange(done, true)) return false;
            for (const Deal& deal : deals) add_row(batch, deal);
            return true;
        }, stream.get());
        return arrow_capsule(std::move(stream), "arrow_array_stream");
    }, py::arg("deals"), "Deals as nested columns: an arrow_array_stream capsule of one batch.");
    module.def("json_line", [](const Deal& deal) { return write_deal(deal).dump(); }, py::arg("deal"), "The deal file in one line.");
    module.def("portfolio_docs", []() -> Dict { return row_docs<PortfolioRow>(); }, "Column of a portfolio to what it means.");
}

}  // namespace buygraph::python
