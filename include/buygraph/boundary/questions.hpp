#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// What to ask whom, and what the answer is worth: at most `most` rows; `all_informants` for a row for each who could be asked.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_questions(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_PLAN)

#include <cstddef>
#include <string>
#include <vector>

#include "../plan/goodwill.hpp"
#include "../plan/planning.hpp"
#include "../plan/stakes.hpp"
#include "../text/questions.hpp"
#include "results.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY Json answer_questions(Session& session, const Arguments& arguments) {
    const auto version = session.version(arguments);
    const DecisionModel& model = version->model;
    const text::Names names(version->deal, arguments.language());
    const std::size_t most = arguments.whole("most", 10, 1, 1000000);
    const Planning from = planning(model, arguments.forecast_options());
    const Questions found = questions(version->deal, *from.worlds, stakes_of(version->deal, from));
    std::vector<QuestionValue> shown = arguments.flag("all_informants") ? found.values : by_best_informant(found);
    if (shown.size() > most) shown.resize(most);
    Json reply;
    put(reply, "questions", Json::array());
    for (const QuestionValue& value : shown) {
        const Question& question = value.question;
        const Goodwill asked = goodwill(version->deal, model, question.informant);
        Json& row = reply["questions"].emplace_back();
        put(row, "kind", word_of(question.kind));
        put(row, "about", id_or_null(model.people, question.about));
        put(row, "offer", id_or_null(model.offers, question.offer));
        put(row, "concern", id_or_null(model.table.concerns, question.concern));
        put(row, "to", id_or_null(model.people, question.to));
        put(row, "informant", model.people[question.informant]);
        put(row, "reliability", question.reliability);
        put(row, "fall", value.fall);
        put(row, "fall_share", value.fall_share);
        put(row, "worth", value.money ? Json(value.money->sample) : Json(nullptr));
        put(row, "changes_choice", value.money ? Json(value.money->changes_choice) : Json(nullptr));
        put(row, "told", asked.told);
        put(row, "in_return", ids(model.table.concerns, asked.in_return));
        put(row, "sentence", text::sentence(names, model, value));
    }
    put(reply, "variance", found.variance);
    put(reply, "perfect", or_null(found.perfect));
    put(reply, "summary", text::questions_summary(names, found));
    return reply;
}

}  // namespace buygraph::boundary

#endif
