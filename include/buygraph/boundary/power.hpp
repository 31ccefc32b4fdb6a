#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// Who has which power: by right, by control, over the outcome, by votes and by place; `attenuation` is Bonacich's β.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_power(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_INSIGHT)

#include <cstddef>
#include <string>
#include <vector>

#include "../insight/power.hpp"
#include "../text/power.hpp"
#include "results.hpp"

namespace buygraph::boundary {

namespace detail {

inline void put_place(Json& row, const NetworkPower& network, std::size_t person) {
    put(row, "strength", network.strength[person]);
    put(row, "reach", network.reach[person]);
    put(row, "betweenness", network.betweenness[person]);
    put(row, "pagerank", network.pagerank[person]);
    put(row, "eigenvector", or_null(network.eigenvector[person]));
    put(row, "bonacich", network.bonacich[person]);
    put(row, "constraint", or_null(network.constraint[person]));
}

}  // namespace detail

BUYGRAPH_HEAVY Json answer_power(Session& session, const Arguments& arguments) {
    const auto version = session.version(arguments);
    const DecisionModel& model = version->model;
    const text::Names names(version->deal, arguments.language());
    PowerOptions options;
    options.attenuation = arguments.number("attenuation");
    options.forecast = arguments.forecast_options(1024);
    const Power found = power(model, options);
    Json reply;
    for (const char* list : {"people", "relations"}) reply[list] = Json::array();
    put(reply, "attenuation", Json::object());
    put(reply, "sentences", Json::array({text::sentence(names, model, found)}));
    for (std::size_t p = 0; p < model.people_count(); ++p) {
        Json& row = reply["people"].emplace_back();
        put(row, "person", model.people[p]);
        put(row, "decides", found.decides[p]);
        put(row, "votes", found.votes[p]);
        put(row, "veto", static_cast<bool>(found.veto[p]));
        put(row, "total_effects", found.total_effects[p]);
        put(row, "control", found.control[p]);
        put(row, "decision_influence", found.decision_influence[p].value());
        put(row, "standard_error", found.decision_influence[p].standard_error());
        put(row, "shapley_shubik", found.voting.shapley_shubik.values[p]);
        put(row, "banzhaf", found.voting.banzhaf.values[p]);
        put(row, "banzhaf_absolute", found.voting.banzhaf.absolute[p]);
        detail::put_place(row, found.networks.front(), p);
    }
    for (const NetworkPower& network : found.networks) {
        const std::string relation = network.relation ? std::string(word_of(*network.relation)) : "all";
        reply["attenuation"][relation] = network.attenuation;
        reply["sentences"].push_back(text::sentence(names, model, network));
        if (!network.relation) continue;
        for (std::size_t p = 0; p < model.people_count(); ++p) {
            Json& row = reply["relations"].emplace_back();
            put(row, "relation", relation);
            put(row, "person", model.people[p]);
            detail::put_place(row, network, p);
        }
    }
    return reply;
}

}  // namespace buygraph::boundary

#endif
