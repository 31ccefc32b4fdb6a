#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/deal/redacted.hpp>
#include <buygraph/io/filed_forecast.hpp>
#include <buygraph/model/compile.hpp>
#include <buygraph/page/account_page.hpp>
#include <buygraph/page/live_words.hpp>
#include <buygraph/page/parts.hpp>
#include <buygraph/page/pieces.hpp>
#include <buygraph/page/portfolio_page.hpp>
#include <buygraph/page/style.hpp>
#include <buygraph/page/why.hpp>
#include <buygraph/portfolio/portfolio.hpp>

#include "computing.hpp"
#include "named.hpp"
#include "options.hpp"

namespace buygraph::python {

namespace {

/// Of an account's page: what stands above, the page in either language in pieces, and what a live page begins with, in JSON.
py::tuple account_body(const Deal& deal, const std::string& shown, bool redact, const std::string& all_deals, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    ForecastOptions options = forecast_options(samples, seed, threads);
    const Language first = language_of(shown);
    std::string top, filed;
    std::vector<page::Piece> zh, en;
    computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        const Deal chinese = redact ? redacted(deal, Language::chinese) : deal, english = redact ? redacted(deal, Language::english) : deal;
        top = picture::markup(page::top_bar(chinese, english, first, all_deals));
        const DecisionModel model = compile(chinese);
        const page::Findings found = page::find(chinese, model, options);
        zh = page::pieces(page::account_page(chinese, model, found, Language::chinese));
        en = page::pieces(page::account_page(english, model, found, Language::english));
        filed = write_filed({found.forecast, found.influence}).dump();
    });
    const auto listed = [](const std::vector<page::Piece>& pieces) {
        py::list list;
        for (const page::Piece& piece : pieces) list.append(py::make_tuple(piece.html, piece.spare));
        return list;
    };
    py::dict pages;
    pages["zh"] = listed(zh);
    pages["en"] = listed(en);
    return py::make_tuple(top, pages, filed);
}

/// The body of the page over several deals.
std::string portfolio_body(const std::vector<Deal>& deals, const std::vector<std::string>& addresses, const std::string& shown, bool redact, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    PortfolioOptions wanted;
    wanted.forecast = forecast_options(samples, seed, threads);
    wanted.blind_spots = wanted.steps = true;
    const Language first = language_of(shown);
    if (deals.size() != addresses.size()) throw InputError("addresses", std::to_string(addresses.size()), "as many as deals, " + std::to_string(deals.size()));
    return computing([&](const auto& interrupted) {
        wanted.forecast.interrupt = interrupted;
        const auto in = [&](Language language) {
            std::vector<page::DealEntry> entries;
            for (std::size_t d = 0; d < deals.size(); ++d) entries.push_back({addresses[d], redact ? redacted(deals[d], language) : deals[d], {}});
            const std::vector<PortfolioRow> rows = portfolio(deals.size(), [&](std::size_t at) { return DealAtHand{entries[at].deal, {}, addresses[at]}; }, wanted).rows;
            for (std::size_t d = 0; d < deals.size(); ++d) entries[d].row = rows[d];
            return entries;
        };
        const std::vector<page::DealEntry> chinese = in(Language::chinese), english = redact ? in(Language::english) : chinese;
        std::string body = picture::markup(page::portfolio_top(first));
        body += picture::markup(page::portfolio_page(chinese, Language::chinese)) + picture::markup(page::portfolio_page(english, Language::english));
        return body;
    });
}

std::vector<std::pair<std::vector<std::size_t>, double>> waterfall_rows(const std::vector<double>& values) {
    std::vector<std::pair<std::vector<std::size_t>, double>> rows;
    for (page::WaterfallRow& row : page::waterfall_rows(values)) rows.emplace_back(std::move(row.of), row.value);
    return rows;
}

}  // namespace

void bind_page(py::module_& module) {
    module.def("account_body", &account_body, py::arg("deal"), py::arg("shown"), py::arg("redact"), py::arg("all_deals"), py::arg("samples"), py::arg("seed"), py::arg("threads"), "Of an account's page: what stands above, the page in either language as pieces of HTML (each with whether a large file may hold it packed), and what its live page begins with, in JSON.");
    module.def("portfolio_body", &portfolio_body, py::arg("deals"), py::arg("addresses"), py::arg("shown"), py::arg("redact"), py::arg("samples"), py::arg("seed"), py::arg("threads"), "The body of the page over several deals, in both languages.");
    module.def(
        "page_words",
        [](const std::string& language) {
            py::dict words;
            for (const page::LiveWord& word : page::live_words) words[py::str(std::string(word.name))] = py::str(std::string(language_of(language) == Language::chinese ? word.zh : word.en));
            return words;
        },
        py::arg("language"), "What the controls of a live page say, by name.");
    module.def("waterfall_rows", &waterfall_rows, py::arg("values"), "Bars of a waterfall: which of the values (several: the others together), and how far.");
    module.def("rounded_together", &page::rounded_together, py::arg("values"), py::arg("total") = py::none(), "Whole numbers that add up to their rounded total; see Hamilton's method of apportionment.");
    module.def("page_style", &page::style, "The style sheet of every page.");
    module.def("redacted", [](const Deal& deal, const std::string& language) { return redacted(deal, language_of(language)); }, py::arg("deal"), py::arg("language"),
               "The deal with roles and numbers in place of names, and without any other text.");
}

}  // namespace buygraph::python
