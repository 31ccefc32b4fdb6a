#include <buygraph/model/term_moves.hpp>

#include <buygraph/forecast/moves.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

/// The three people with a price of ours on the table, and without evidence where an edit has to be a move.
Json priced(bool with_evidence = false) {
    Json json = deals::document();
    json["offers"][0]["ratings"].erase("cost");
    json["offers"][0]["terms"] = {{"price", 100}, {"list_price", 110}, {"payments", {{{"share", 1}, {"days", 60}}}}, {"yearly_benefit", 45}, {"yearly_running_cost", 5}};
    json["offers"][0]["economics"] = {{"cost", 80}};
    json["customer"] = {{"budget", 105}};
    if (!with_evidence) json["evidence"] = Json::array();
    return json;
}
Terms at_price(const Deal& deal, double price) {
    Terms terms = *deal.offers[0].terms;
    terms.price = price;
    return terms;
}
const Move* move_of(const std::vector<Move>& moves, const char* concern) {
    for (const Move& move : moves)
        if (move.concern == concern) return &move;
    return nullptr;
}

}  // namespace

TEST_CASE("today's terms move nothing") {
    const Deal deal = deals::read(priced());
    CHECK(term_moves(deal, deals::model(deal), *deal.offers[0].terms).empty());
    const Deal bare = deals::read(deals::document());
    CHECK(term_moves(bare, deals::model(bare), {}).empty());
}

TEST_CASE("a new price moves what it feeds, shared, by what the tables say") {
    const Deal deal = deals::read(priced());
    const DecisionModel model = deals::model(deal);
    const std::vector<Move> moves = term_moves(deal, model, at_price(deal, 99));
    REQUIRE(move_of(moves, "cost"));
    CHECK(*move_of(moves, "cost")->by == Approx((5 + 20 * 0.1 - (5 + 20 * (1 - 100. / 110))) / 5));  // 0.9 scores 7; 20 points a unit from 1 down
    for (const Move& move : moves) {
        CHECK(move.kind == MoveKind::score);
        CHECK(move.offer == "us");
        CHECK(move.person.empty());
        CHECK(std::abs(*move.by) <= 2);
    }
    CHECK(*move_of(moves, "stability")->by < 0);
    CHECK(*move_of(moves, "supplier_cooperation")->by < 0);
    CHECK_FALSE(move_of(moves, "fairness"));
    CHECK_FALSE(move_of(moves, "cash_cycle"));
}

// Where no evidence can absorb it, terms that set concerns without a rating are an edit of the file: an independent way through `compile`. Sds stay, for the table's score has 1 at
// any terms, so that even the samples are the same.
TEST_CASE("without evidence and ratings other terms are the same edit of the file") {
    const Deal deal = deals::read(priced());
    const DecisionModel model = deals::model(deal);
    for (const double price : {70., 90., 104., 130.}) {
        const std::vector<Move> moves = term_moves(deal, model, at_price(deal, price));
        const DecisionModel moved = forecasting::make_moves(model, moves).model;
        Json edited = priced();
        edited["offers"][0]["terms"]["price"] = price;
        edited["customer"]["target_npv"] = 20;  // that of today, a fifth of 100
        const DecisionModel other = deals::model(edited);
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t value = 0; value < moved.table.score[i].values.size(); ++value) CHECK(moved.table.score[i].values[value] == Approx(other.table.score[i].values[value]).margin(1e-12));
        for (std::size_t a = 0; a < moved.belief.mean.size(); ++a) CHECK(moved.belief.mean[a] == Approx(other.belief.mean[a]).margin(1e-12));
    }
}

TEST_CASE("one with a view of his own keeps it, and the evidence is not read again") {
    const Deal deal = deals::read(priced(true));
    const DecisionModel model = deals::model(deal);
    const DecisionModel moved = forecasting::make_moves(model, term_moves(deal, model, at_price(deal, 90))).model;
    const std::size_t wang = model.person("wang"), chen = model.person("chen"), cost = model.concern("cost"), us = model.ours;
    CHECK(moved.table.score[wang](us, cost) == model.table.score[wang](us, cost));
    CHECK(moved.table.score[chen](us, cost) > model.table.score[chen](us, cost));
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t g = 0; g < 2; ++g) {
            double by = 0;
            for (std::size_t k = 0; k < model.table.concerns.size(); ++k) by += model.prior.weights[g](i, k) * (moved.table.score[i](us, k) - model.table.score[i](us, k));
            CHECK(moved.belief.mean[model.index()(g, i, us)] - model.belief.mean[model.index()(g, i, us)] == Approx(by).margin(1e-14));
        }
}

TEST_CASE("a given rating of ours moves by the table's difference from where it was given") {
    Json json = priced();
    json["offers"][0]["ratings"]["cost"] = 2;
    json["offers"][0]["ratings"]["stability"] = 8;
    const Deal deal = deals::read(json);
    const std::vector<Move> moves = term_moves(deal, deals::model(deal), at_price(deal, 99));
    CHECK(*move_of(moves, "cost")->by == Approx(20 * (100. / 110 - 0.9) / 5));
    const auto kept = [](double price) { return 0.7 + 0.3 * ((price - 80) / price - 0.05) / 0.2; };
    CHECK(*move_of(moves, "stability")->by == Approx(8 * (kept(99) / kept(100) - 1) / 5));
}
