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
        row["field"] = word_of(entry.field);
        row["label"] = text::qualification_label(entry.field).in(language);
        row["status"] = word_of(entry.status);
        row["words"] = text::status_words(entry.status).in(language);
        row["who"] = joined_ids(model.people, entry.people);
        row["sentence"] = text::sentence(names, model, entry);
    }
    for (const QualificationContradiction& found : contradictions(version->deal, model, card)) {
        Json& row = reply["contradictions"].emplace_back();
        row["kind"] = word_of(found.kind);
        row["who"] = joined_ids(model.people, found.people);
        row["sentence"] = text::sentence(names, model, found);
    }
    reply["map_status"] = word_of(card.map_status.light);
    reply["map_sentence"] = text::sentence(names, model, card.map_status);
    reply["key_people"] = ids(model.people, card.map_status.key_people);
    reply["supporters"] = ids(model.people, card.map_status.supporters);
    return reply;
}

}  // namespace buygraph::boundary

#endif
