#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/model/formal_right.hpp>
#include <buygraph/text/stances.hpp>
#include <buygraph/text/verdict.hpp>

#include "named.hpp"

namespace buygraph::python {

namespace {

py::list outcome_rows(const Deal& deal, const Forecast& forecast, const std::string& language) {
    const text::Names names(deal, language_of(language));
    py::list rows;
    for (const std::size_t j : text::listed_outcomes(forecast)) {
        py::dict row;
        row["offer"] = forecast.offers[j];
        row["name"] = names.outcome(forecast.offers[j]);
        row["probability"] = forecast.outcomes[j];
        row["standard_error"] = forecast.standard_error[j];
        row["low"] = forecast.intervals[j].low;
        row["high"] = forecast.intervals[j].high;
        rows.append(row);
    }
    return rows;
}

py::dict standing_columns(const Deal& deal, const DecisionModel& model, const std::string& word) {
    const Language language = language_of(word);
    const text::Names names(deal, language);
    py::list person, name, title, role, decides, veto, votes, lead, sd, sign, stance, sureness;
    const std::vector<Standing> standing = standings(model);
    const bool by_person = one_person_decides(model);
    for (std::size_t i = 0; i < standing.size(); ++i) {
        const Person* found = names.find_person(model.people[i]);
        person.append(model.people[i]);
        name.append(names.person(model.people[i]));
        title.append(found->title);
        role.append(names.roles(*found));
        const FormalRight right = formal_right(model, i);
        decides.append(by_person ? right.decides : 0.0);
        veto.append(right.veto);
        votes.append(right.votes);
        lead.append(standing[i].lead);
        sd.append(standing[i].sd);
        sign.append(text::stance_sign(standing[i].sign));
        stance.append(text::stance_words(standing[i]).in(language));
        sureness.append(text::sureness_words(standing[i].sureness).in(language));
    }
    py::dict columns;
    columns["person"] = person;
    columns["name"] = name;
    columns["title"] = title;
    columns["roles"] = role;
    columns["decides"] = decides;
    columns["veto"] = veto;
    columns["votes"] = votes;
    columns["lead"] = lead;
    columns["sd"] = sd;
    columns["sign"] = sign;
    columns["stance"] = stance;
    columns["sureness"] = sureness;
    return columns;
}

}  // namespace

void bind_text(py::module_& module) {
    module.def("headline", [](const Deal& deal, const Forecast& forecast, const std::string& language) { return text::headline({deal, language_of(language)}, forecast); },
               py::arg("deal"), py::arg("forecast"), py::arg("language"), "Who wins, or nobody, in one sentence.");
    module.def("reason", [](const Deal& deal, const DecisionModel& model, const Forecast& forecast, const std::string& language) {
        return text::reason({deal, language_of(language)}, model, forecast, standings(model));
    }, py::arg("deal"), py::arg("model"), py::arg("forecast"), py::arg("language"), "Who is the obstacle and what is the largest unknown.");
    module.def("of_twenty", [](const Forecast& forecast, const std::string& language) { return text::of_twenty(forecast, language_of(language)); }, py::arg("forecast"), py::arg("language"),
               "'In this model, about 4 of 20 such deals are won.'");
    module.def("uncalibrated", [](const std::string& language) { return text::uncalibrated(language_of(language)); }, py::arg("language"), "The chip beside every forecast.");
    module.def("percent", &text::percent, py::arg("share"), "38%");
    module.def("percent_range", &text::percent_range, py::arg("low"), py::arg("high"), "20–70%");
    module.def("signed_decimal", &text::signed_decimal, py::arg("value"), py::arg("digits"), "+0.12 or −0.40, with a real minus.");
    module.def("money", [](double amount, const std::string& currency, const std::string& language) { return text::money(amount, currency, language_of(language)); }, py::arg("amount"),
               py::arg("currency"), py::arg("language"), "Money as the language counts.");
    module.def("outcome_rows", &outcome_rows, py::arg("deal"), py::arg("forecast"), py::arg("language"), "Outcomes as they are always listed: ours, rivals by chance, no decision.");
    module.def("standing_columns", &standing_columns, py::arg("deal"), py::arg("model"), py::arg("language"), "A row a person: who, role, right, where he stands and how sure we are.");
}

}  // namespace buygraph::python
