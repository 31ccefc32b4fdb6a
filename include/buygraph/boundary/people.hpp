#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// Where everybody stands, with edits and moves if any: a row a person, his lead for us over the best rival, its range, and words for both.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_people(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY)

#include <cstddef>
#include <string>
#include <vector>

#include "../insight/standing.hpp"
#include "../model/formal_right.hpp"
#include "../text/stances.hpp"
#include "moved.hpp"
#include "results.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY Json answer_people(Session& session, const Arguments& arguments) {
    const Moved version = moved_version(session, arguments);
    const DecisionModel& model = version.model();
    const Language language = arguments.language();
    const text::Names names(version.deal(), language);
    const std::vector<Standing> standing = standings(model);
    const bool by_person = one_person_decides(model);
    Json rows = Json::array();
    for (std::size_t i = 0; i < standing.size(); ++i) {
        const Person& person = *names.find_person(model.people[i]);
        Json& row = rows.emplace_back();
        put(row, "person", person.id);
        put(row, "name", names.person(person.id));
        put(row, "title", person.title);
        put(row, "roles", names.roles(person));
        const FormalRight right = formal_right(model, i);
        put(row, "decides", by_person ? right.decides : 0.0);
        put(row, "veto", right.veto);
        put(row, "votes", right.votes);
        put(row, "lead", standing[i].lead);
        put(row, "sd", standing[i].sd);
        put(row, "low", standing[i].low);
        put(row, "high", standing[i].high);
        put(row, "rival", standing[i].scale == StanceScale::lead ? Json(model.offers[standing[i].rival]) : Json(nullptr));
        put(row, "sign", text::stance_sign(standing[i].sign));
        put(row, "stance", text::stance_words(standing[i]).in(language));
        put(row, "sureness", text::sureness_words(standing[i].sureness).in(language));
    }
    Json reply;
    put(reply, "people", std::move(rows));
    return reply;
}

}  // namespace buygraph::boundary

#endif
