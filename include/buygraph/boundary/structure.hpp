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
    reply["contacts"] = ids(model.people, found.contacts);
    for (const char* list : {"ways", "articulation_people", "bridges"}) reply[list] = Json::array();
    for (const WayIn& way : found.ways) {
        Json& row = reply["ways"].emplace_back();
        row["decider"] = model.people[way.decider];
        row["share"] = way.share;
        row["contact"] = way.contact;
        row["introduction"] = way.introduction ? ids(model.people, way.introduction->people) : Json(nullptr);
        row["carries"] = way.introduction ? way.introduction->strength : 0.0;
        row["gatekeepers"] = people(way.gatekeepers);
        row["smallest_cut"] = people(way.smallest_cut);
        row["sentence"] = text::sentence(names, model, found, way);
    }
    reply["articulation_people"] = ids(model.people, found.articulation.people);
    for (const auto& [one, other] : found.articulation.bridges) reply["bridges"].push_back(ids(model.people, {one, other}));
    Json& centre = reply["centre"];
    centre["vertical_involvement"] = found.centre.vertical_involvement;
    centre["lateral_involvement"] = found.centre.lateral_involvement;
    centre["extensivity"] = found.centre.extensivity;
    centre["connectedness"] = found.centre.connectedness;
    centre["purchaser_centrality"] = or_null(found.centre.purchaser_centrality);
    reply["sentences"] = text::sentences(names, model, found);
    return reply;
}

}  // namespace buygraph::boundary

#endif
