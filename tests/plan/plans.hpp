#pragma once

#include <fstream>
#include <string>
#include <vector>

#include <buygraph/deal/team.hpp>
#include <buygraph/forecast/options.hpp>
#include <buygraph/model/decision_model.hpp>

#include "deals.hpp"

/// What several tests of this room use.
namespace plans {

using namespace buygraph;

inline ForecastOptions few(std::size_t samples = 256) {
    ForecastOptions options;
    options.samples = samples;
    options.variance_by_group = false;
    return options;
}

inline Json example_document(const std::string& name) {
    std::ifstream file(BUYGRAPH_EXAMPLES "/deals/" + name);
    return Json::parse(file);
}

inline const std::vector<std::string> example_names{"01-technical-veto.zh.json", "02-hospital-tender.zh.json", "03-squeezed-price.en.json", "04-no-coach.en.json",
                                                    "05-divided-committee.en.json", "06-three-roles.zh.json", "07-one-person.en.json", "08-lyophilisation-line.zh.json"};

/// A move of one person's view of an offer.
inline Move score_move(const DecisionModel& model, std::size_t person, std::size_t offer, std::size_t concern, double by) {
    Move move;
    move.kind = MoveKind::score;
    move.person = model.people[person];
    move.offer = model.offers[offer];
    move.concern = model.table.concerns[concern];
    move.by = by;
    return move;
}

/// Moves of all views of an offer, n × K.
inline std::vector<Move> score_moves(const DecisionModel& model, std::size_t offer, const Matrix& views) {
    std::vector<Move> moves;
    for (std::size_t p = 0; p < views.rows; ++p)
        for (std::size_t k = 0; k < views.columns; ++k)
            if (views(p, k) != 0) moves.push_back(score_move(model, p, offer, k, views(p, k)));
    return moves;
}

}  // namespace plans
