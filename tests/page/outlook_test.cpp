#include <buygraph/page/outlook.hpp>

#include <buygraph/forecast/moves.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

TEST_CASE("an outlook is of one model: its standings, and why in the eyes of who decides") {
    const found::Account& account = found::bundled("08");
    const page::Outlook now = page::outlook(account.model, account.findings.forecast, account.findings.influence);
    CHECK(now.standings.size() == account.model.people_count());
    CHECK(now.why.rival == likeliest_rival(account.model, now.forecast));
    double margin = 0;
    for (const Contribution& term : now.why.contributions) margin += term.value;
    double seen = 0;  // the same margin from the attitudes after talk
    const Matrix final = final_attitudes(account.model, now.why.gate);
    for (std::size_t i = 0; i < account.model.people_count(); ++i) seen += now.why.eyes[i] * (final(i, account.model.ours) - final(i, now.why.rival));
    CHECK(margin == Approx(seen).margin(1e-9));
}

TEST_CASE("after a move of a leaning, why is still the whole margin") {
    const found::Account& account = found::bundled("08");
    Move move;
    move.kind = MoveKind::leaning;
    move.person = account.model.people[2];
    move.offer = account.model.offers[account.model.ours];
    move.by = -.5;
    const DecisionModel moved = forecasting::make_moves(account.model, std::vector<Move>{move}).model;
    const page::Outlook before = page::outlook(account.model, account.findings.forecast, account.findings.influence), after = page::outlook(moved, account.findings.forecast, account.findings.influence);
    double change = 0;
    for (std::size_t d = 0; d < moved.people_count(); ++d) change += after.why.eyes[d] * moved.control(d, 2) * -.5;
    CHECK(after.why.margin - before.why.margin == Approx(change).margin(1e-9));
}
