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
    reply["questions"] = Json::array();
    for (const QuestionValue& value : shown) {
        const Question& question = value.question;
        const Goodwill asked = goodwill(version->deal, model, question.informant);
        Json& row = reply["questions"].emplace_back();
        row["kind"] = word_of(question.kind);
        row["about"] = id_or_null(model.people, question.about);
        row["offer"] = id_or_null(model.offers, question.offer);
        row["concern"] = id_or_null(model.table.concerns, question.concern);
        row["to"] = id_or_null(model.people, question.to);
        row["informant"] = model.people[question.informant];
        row["reliability"] = question.reliability;
        row["fall"] = value.fall;
        row["fall_share"] = value.fall_share;
        row["worth"] = value.money ? Json(value.money->sample) : Json(nullptr);
        row["changes_choice"] = value.money ? Json(value.money->changes_choice) : Json(nullptr);
        row["told"] = asked.told;
        row["in_return"] = ids(model.table.concerns, asked.in_return);
        row["sentence"] = text::sentence(names, model, value);
    }
    reply["variance"] = found.variance;
    reply["perfect"] = or_null(found.perfect);
    reply["summary"] = text::questions_summary(names, found);
    return reply;
}

}  // namespace buygraph::boundary

#endif
