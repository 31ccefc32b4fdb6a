#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/insight/blind_spots.hpp>
#include <buygraph/insight/contributions.hpp>
#include <buygraph/insight/coverage.hpp>
#include <buygraph/text/blind_spots.hpp>
#include <buygraph/text/qualification.hpp>

#include "computing.hpp"
#include "named.hpp"
#include "options.hpp"

namespace buygraph::python {

namespace {

py::dict to_dict(const OrderedMap<double>& numbers) {
    py::dict dict;
    for (const auto& [name, value] : numbers) dict[py::str(name)] = value;
    return dict;
}

std::string joined_ids(const DecisionModel& model, const std::vector<std::size_t>& people) {
    std::string text;
    for (const std::size_t person : people) text += (text.empty() ? "" : ", ") + model.people[person];
    return text;
}

py::tuple blind_spot_columns(const Deal& deal, const DecisionModel& model, const std::string& language, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    const text::Names names(deal, language_of(language));
    ForecastOptions options = forecast_options(samples, seed, threads);
    const std::vector<BlindSpot> found = computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        return blind_spots(deal, model, options);
    });
    py::list kinds, who, sizes, errors, sentences, moves, details;
    for (const BlindSpot& spot : found) {
        kinds.append(std::string(word_of(spot.kind)));
        who.append(spot.people.empty() ? spot.role : joined_ids(model, spot.people));
        sizes.append(spot.size);
        errors.append(spot.standard_error);
        sentences.append(text::sentence(names, model, spot));
        moves.append(text::counter_move(names, model, spot));
        py::dict detail;
        detail["people"] = ids(model, spot.people);
        py::list offers;
        for (const std::size_t offer : spot.offers) offers.append(model.offers[offer]);
        detail["offers"] = offers;
        detail["sources"] = spot.sources;
        detail["role"] = spot.role.empty() ? py::object(py::none()) : py::object(py::str(spot.role));
        detail["numbers"] = to_dict(spot.numbers);
        details.append(detail);
    }
    py::dict columns;
    columns["kind"] = kinds;
    columns["who"] = who;
    columns["size"] = sizes;
    columns["standard_error"] = errors;
    columns["sentence"] = sentences;
    columns["counter_move"] = moves;
    return py::make_tuple(columns, details);
}

py::dict known_columns(const DecisionModel& model, const std::vector<const Known*>& rows) {
    py::dict columns;
    const auto column = [&](const std::string& name, auto get) {
        py::list values;
        for (const Known* known : rows) values.append(get(*known));
        columns[py::str(name)] = values;
    };
    column("coverage", [](const Known& known) { return known.margin; });
    const auto on = [&](std::size_t j) { column("on_" + model.offers[j], [j](const Known& known) { return known.stance[j]; }); };
    on(model.ours);
    for (std::size_t j = 1; j < model.offer_count(); ++j)
        if (j != model.ours) on(j);
    on(0);
    column("weights", [](const Known& known) { return known.weights; });
    column("sways", [](const Known& known) { return known.sways; });
    column("freshness", [](const Known& known) { return known.freshness; });
    return columns;
}

py::dict coverage_columns(const Deal& deal, const DecisionModel& model) {
    const Coverage found = computing([&](const auto& interrupted) {
        ForecastOptions quick{.samples = 1024, .variance_by_group = false};
        quick.interrupt = interrupted;
        return coverage(deal, model, likeliest_rival(model, forecast(model, quick)));
    });
    std::vector<const Known*> roles, people;
    py::list role, count;
    for (const RoleKnown& one : found.roles) {
        roles.push_back(&one.known);
        role.append(one.role);
        count.append(one.people);
    }
    for (const Known& one : found.people) people.push_back(&one);
    py::dict result;
    result["overall"] = found.overall;
    result["rival"] = model.offers[found.rival];
    result["role"] = role;
    result["people"] = count;
    result["by_role"] = known_columns(model, roles);
    result["person"] = model.people;
    result["by_person"] = known_columns(model, people);
    return result;
}

py::dict qualification_columns(const Deal& deal, const DecisionModel& model, const std::string& word) {
    const Language language = language_of(word);
    const text::Names names(deal, language);
    const Qualification card = computing([&](const auto& interrupted) {
        ForecastOptions options{.samples = blind_spot_samples};
        options.interrupt = interrupted;
        return qualification(deal, model, options);
    });
    py::dict columns, conflicts, result;
    py::list field, label, status, words, who, sentence;
    for (const QualificationEntry& entry : card.entries) {
        field.append(std::string(word_of(entry.field)));
        label.append(text::qualification_label(entry.field).in(language));
        status.append(std::string(word_of(entry.status)));
        words.append(text::status_words(entry.status).in(language));
        who.append(joined_ids(model, entry.people));
        sentence.append(text::sentence(names, model, entry));
    }
    columns["field"] = field;
    columns["label"] = label;
    columns["status"] = status;
    columns["words"] = words;
    columns["who"] = who;
    columns["sentence"] = sentence;
    py::list kind, whom, said;
    for (const QualificationContradiction& found : contradictions(deal, model, card)) {
        kind.append(std::string(word_of(found.kind)));
        whom.append(joined_ids(model, found.people));
        said.append(text::sentence(names, model, found));
    }
    conflicts["kind"] = kind;
    conflicts["who"] = whom;
    conflicts["sentence"] = said;
    result["columns"] = columns;
    result["contradictions"] = conflicts;
    result["map_status"] = std::string(word_of(card.map_status.light));
    result["map_sentence"] = text::sentence(names, model, card.map_status);
    result["key_people"] = ids(model, card.map_status.key_people);
    result["supporters"] = ids(model, card.map_status.supporters);
    return result;
}

}  // namespace

void bind_insight(py::module_& module) {
    module.def("blind_spot_columns", &blind_spot_columns, py::arg("deal"), py::arg("model"), py::arg("language"), py::arg("samples"), py::arg("seed"), py::arg("threads"), "(columns, details) behind Deal.blind_spots.");
    module.def("coverage_columns", &coverage_columns, py::arg("deal"), py::arg("model"), "The columns behind Deal.coverage, by role and by person.");
    module.def("qualification_columns", &qualification_columns, py::arg("deal"), py::arg("model"), py::arg("language"), "The columns behind Deal.qualification, with contradictions and map status.");
}

}  // namespace buygraph::python
