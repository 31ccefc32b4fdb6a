#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// The qualification card MEDDPICC, filled from the deal as far as it can be, and what does not fit.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_qualification(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_INSIGHT)

#include "../insight/qualification_conflicts.hpp"
#include "../text/qualification.hpp"
#include "results.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY Json answer_qualification(Session& session, const Arguments& arguments) {
    const auto version = session.version(arguments);
    const DecisionModel& model = version->model;
    const Language language = arguments.language();
    const text::Names names(version->deal, language);
    const Qualification card = qualification(version->deal, model, arguments.forecast_options(blind_spot_samples));
    Json reply;
    for (const char* list : {"fields", "contradictions"}) reply[list] = Json::array();
    for (const QualificationEntry& entry : card.entries) {
        Json& row = reply["fields"].emplace_back();
        put(row, "field", word_of(entry.field));
        put(row, "label", text::qualification_label(entry.field).in(language));
        put(row, "status", word_of(entry.status));
        put(row, "words", text::status_words(entry.status).in(language));
        put(row, "who", joined_ids(model.people, entry.people));
        put(row, "sentence", text::sentence(names, model, entry));
    }
    for (const QualificationContradiction& found : contradictions(version->deal, model, card)) {
        Json& row = reply["contradictions"].emplace_back();
        put(row, "kind", word_of(found.kind));
        put(row, "who", joined_ids(model.people, found.people));
        put(row, "sentence", text::sentence(names, model, found));
    }
    put(reply, "map_status", word_of(card.map_status.light));
    put(reply, "map_sentence", text::sentence(names, model, card.map_status));
    put(reply, "key_people", ids(model.people, card.map_status.key_people));
    put(reply, "supporters", ids(model.people, card.map_status.supporters));
    return reply;
}

}  // namespace buygraph::boundary

#endif
