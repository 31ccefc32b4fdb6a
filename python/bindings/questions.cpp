#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/plan/answers.hpp>
#include <buygraph/plan/goodwill.hpp>
#include <buygraph/plan/stakes.hpp>
#include <buygraph/text/brief.hpp>
#include <buygraph/text/questions.hpp>

#include "planning.hpp"

namespace buygraph::python {

namespace {

py::dict questions_columns(const Deal& deal, const DecisionModel& model, const Whole& most, bool all_informants, const std::string& language, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    const text::Names names(deal, language_of(language));
    ForecastOptions options = forecast_options(samples, seed, threads);
    const std::size_t count = to_whole(most, "most", 1, 1000000);
    const Questions found = computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        const Planning from = planning(model, options);
        return questions(deal, *from.worlds, stakes_of(deal, from));
    });
    std::vector<QuestionValue> shown = all_informants ? found.values : by_best_informant(found);
    if (shown.size() > count) shown.resize(count);
    Columns rows{"kind", "about", "offer", "concern", "to", "informant", "reliability", "fall", "fall_share", "worth", "changes_choice", "told", "in_return", "sentence"};
    const auto id_of = [](const std::vector<std::string>& all, const std::optional<std::size_t>& at) { return at ? py::object(py::str(all[*at])) : py::object(py::none()); };
    for (const QuestionValue& value : shown) {
        const Question& question = value.question;
        const Goodwill asked = goodwill(deal, model, question.informant);
        rows.add("kind", std::string(word_of(question.kind)));
        rows.add("about", id_of(model.people, question.about));
        rows.add("offer", id_of(model.offers, question.offer));
        rows.add("concern", id_of(model.table.concerns, question.concern));
        rows.add("to", id_of(model.people, question.to));
        rows.add("informant", model.people[question.informant]);
        rows.add("reliability", question.reliability);
        rows.add("fall", value.fall);
        rows.add("fall_share", value.fall_share);
        rows.add("worth", value.money ? py::object(py::float_(value.money->sample)) : py::object(py::none()));
        rows.add("changes_choice", value.money ? py::object(py::float_(value.money->changes_choice)) : py::object(py::none()));
        rows.add("told", asked.told);
        rows.add("in_return", concern_ids(model, asked.in_return));
        rows.add("sentence", text::sentence(names, model, value));
    }
    py::dict result;
    result["rows"] = rows.take();
    result["variance"] = found.variance;
    result["perfect"] = or_none(found.perfect);
    result["summary"] = text::questions_summary(names, found);
    return result;
}

Deal answered(const Deal& deal, const std::string& kind, const std::string& about, const std::string& offer, const std::string& concern, const std::string& to, const std::string& informant, const std::optional<double>& value,
              const std::string& name, const std::optional<double>& reliability) {
    return with_answer(deal, {to_enum<QuestionKind>(kind, "kind", Words<QuestionKind>::table), about, offer, concern, to, informant, value, name, reliability});
}

py::dict brief_of(const Deal& deal, const DecisionModel& model, const std::string& person, const std::string& language, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    ForecastOptions options = forecast_options(samples, seed, threads);
    const Language in = language_of(language);
    const std::size_t index = model.person(person);
    const text::Brief found = computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        return text::brief(deal, model, index, in, options);
    });
    py::list sections;
    for (const text::BriefSection& section : found.sections) {
        py::dict one;
        one["key"] = section.key;
        one["heading"] = section.heading;
        one["lines"] = section.lines;
        sections.append(one);
    }
    py::dict result;
    result["person"] = found.person;
    result["title"] = found.title;
    result["sections"] = sections;
    result["markdown"] = text::markdown(found);
    return result;
}

py::dict information(const Numbers& payoffs, const Numbers& prior, const Numbers& likelihoods) {
    const InformationValue value = sample_information(to_matrix(payoffs, "payoffs"), to_vector(prior, "prior"), to_matrix(likelihoods, "likelihoods"));
    py::dict result;
    result["now"] = value.now;
    result["sample"] = value.sample;
    result["perfect"] = value.perfect;
    result["changes_choice"] = value.changes_choice;
    return result;
}

}  // namespace

void bind_questions(py::module_& module) {
    module.def("questions_columns", &questions_columns, py::arg("deal"), py::arg("model"), py::arg("most"), py::arg("all_informants"), py::arg("language"), py::arg("samples"), py::arg("seed"), py::arg("threads"), "What stands behind Deal.questions.");
    module.def("answered", &answered, py::arg("deal"), py::arg("kind"), py::arg("about"), py::arg("offer"), py::arg("concern"), py::arg("to"), py::arg("informant"), py::arg("value"), py::arg("name"), py::arg("reliability"), "The deal with an answer in it; see Deal.answer.");
    module.def("brief", &brief_of, py::arg("deal"), py::arg("model"), py::arg("person"), py::arg("language"), py::arg("samples"), py::arg("seed"), py::arg("threads"), "What stands behind Deal.brief.");
    module.def("sample_information", &information, py::arg("payoffs"), py::arg("prior"), py::arg("likelihoods"), "See buygraph.decision.sample_information.");
}

}  // namespace buygraph::python
