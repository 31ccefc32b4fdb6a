#pragma once

#include <vector>

#include "../deal/deal.hpp"
#include "../deal/team.hpp"
#include "../separate.hpp"
#include "decision_model.hpp"

namespace buygraph {

/// What other terms of ours change: a shared shift of our score on each concern that they feed, made after the evidence like any move.
///
/// Whoever has a view of his own on a concern keeps it. The terms are whole: what they leave out is gone, and what it fed holds as rated.
/// \param deal   at today's terms
/// \param model  compiled from it
/// Cost: linear in the concerns.
/// Source: docs/model.md, section 9.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<Move> term_moves(const Deal& deal, const DecisionModel& model, const Terms& terms);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_MODEL)

#include <string>

#include "../deal/merged_catalog.hpp"
#include "term_scores.hpp"

namespace buygraph {

BUYGRAPH_HEAVY std::vector<Move> term_moves(const Deal& deal, const DecisionModel& model, const Terms& terms) {
    const Catalog catalog = merged_catalog(deal.catalog);
    const money::Bargain bargain = money::bargain(deal);
    const Offer& ours = deal.offers[bargain.ours];
    const TermScores today = term_scores(catalog, bargain, bargain.today), changed = term_scores(catalog, bargain, terms);
    std::vector<Move> moves;
    for (const std::string& concern : model.table.concerns) {
        const double by = (score_at_terms(ours, catalog, concern, today, changed) - offer_score(ours, catalog, concern, today).mean) / 5;
        if (by == 0) continue;
        Move move;
        move.kind = MoveKind::score;
        move.offer = ours.id;
        move.concern = concern;
        move.by = by;
        moves.push_back(move);
    }
    return moves;
}

}  // namespace buygraph

#endif
