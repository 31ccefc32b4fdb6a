#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// How we get to those who decide, through whom, and what holds the account together.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_structure(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_INSIGHT)

#include <cstddef>
#include <optional>
#include <vector>

#include "../insight/structure.hpp"
#include "../text/structure.hpp"
#include "results.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY Json answer_structure(Session& session, const Arguments& arguments) {
    const auto version = session.version(arguments);
    const DecisionModel& model = version->model;
    const text::Names names(version->deal, arguments.language());
    const Structure found = structure(version->deal, model);
    const auto people = [&](const std::optional<std::vector<std::size_t>>& chosen) { return chosen ? ids(model.people, *chosen) : Json(nullptr); };
    Json reply;
    put(reply, "contacts", ids(model.people, found.contacts));
    for (const char* list : {"ways", "articulation_people", "bridges"}) reply[list] = Json::array();
    for (const WayIn& way : found.ways) {
        Json& row = reply["ways"].emplace_back();
        put(row, "decider", model.people[way.decider]);
        put(row, "share", way.share);
        put(row, "contact", way.contact);
        put(row, "introduction", way.introduction ? ids(model.people, way.introduction->people) : Json(nullptr));
        put(row, "carries", way.introduction ? way.introduction->strength : 0.0);
        put(row, "gatekeepers", people(way.gatekeepers));
        put(row, "smallest_cut", people(way.smallest_cut));
        put(row, "sentence", text::sentence(names, model, found, way));
    }
    put(reply, "articulation_people", ids(model.people, found.articulation.people));
    for (const auto& [one, other] : found.articulation.bridges) reply["bridges"].push_back(ids(model.people, {one, other}));
    Json& centre = reply["centre"];
    put(centre, "vertical_involvement", found.centre.vertical_involvement);
    put(centre, "lateral_involvement", found.centre.lateral_involvement);
    put(centre, "extensivity", found.centre.extensivity);
    put(centre, "connectedness", found.centre.connectedness);
    put(centre, "purchaser_centrality", or_null(found.centre.purchaser_centrality));
    put(reply, "sentences", text::sentences(names, model, found));
    return reply;
}

}  // namespace buygraph::boundary

#endif
