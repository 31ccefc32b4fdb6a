#include <buygraph/forecast/moves.hpp>

#include <buygraph/decision/rule.hpp>
#include <buygraph/forecast/forecast.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

ForecastOptions few() {
    ForecastOptions options;
    options.samples = 256;
    options.variance_by_group = false;
    return options;
}

Move move_of(MoveKind kind, double by = 0) {
    Move move;
    move.kind = kind;
    move.by = by;
    return move;
}

void same(const Forecast& left, const Forecast& right) {
    for (std::size_t j = 0; j < left.outcomes.size(); ++j) CHECK(left.outcomes[j] == Approx(right.outcomes[j]).margin(1e-12));
}

}  // namespace

TEST_CASE("no move changes nothing") {
    const DecisionModel model = deals::model(deals::document());
    const ForecastChange change = forecast_moves(model, {}, few());
    for (std::size_t j = 0; j < 3; ++j) CHECK(change.difference[j] == 0);
    for (std::size_t j = 0; j < 3; ++j) CHECK(change.standard_error[j] == 0);
}

// Where no evidence can absorb it a move is an edit of the file: an independent way through `compile`. The errors are drawn in the same
// order, since neither changes the covariance.
TEST_CASE("without evidence a move of leaning, veto line, susceptibility or tie is the same edit of the file") {
    Json json = deals::document();
    json["evidence"] = Json::array();
    const DecisionModel model = deals::model(json);

    Move leaning = move_of(MoveKind::leaning, 0.3);
    leaning.person = "liu", leaning.offer = "us";
    Json edited = json;
    edited["people"][1]["leaning"] = {{"us", 0.3}};
    same(forecast_moves(model, std::array{leaning}, few()).after, forecast(deals::model(edited), few()));

    edited = json;
    edited["decision"]["veto_line"] = -0.15;
    same(forecast_moves(model, std::array{move_of(MoveKind::veto_line, 0.1)}, few()).after, forecast(deals::model(edited), few()));

    Move trust = move_of(MoveKind::susceptibility, 0.2);
    trust.person = "chen";
    edited = json;
    edited["people"][0]["susceptibility"] = 0.7;
    // The order of the ties' random dimensions follows the susceptibilities, so here only V is the same.
    CHECK(forecasting::make_moves(model, std::array{trust}).model.control == deals::model(edited).control);

    Move score = move_of(MoveKind::score, 0.2);  // centred: one point; shared, so not for wang, who has his own view
    score.offer = "us", score.concern = "cost";
    const DecisionModel moved = forecasting::make_moves(model, std::array{score}).model;
    const std::size_t wang = model.person("wang"), liu = model.person("liu"), cost = model.concern("cost");
    CHECK(moved.belief.mean[model.index()(0, wang, model.ours)] == model.belief.mean[model.index()(0, wang, model.ours)]);
    CHECK(moved.belief.mean[model.index()(1, liu, model.ours)] - model.belief.mean[model.index()(1, liu, model.ours)] == Approx(0.2 * model.prior.weights[1](liu, cost)));
}

TEST_CASE("a tie that is cut, with its other direction, leaves V as without it, and the attitudes as they were") {
    const DecisionModel model = deals::model(deals::document());
    Move cut = move_of(MoveKind::cut_tie);
    cut.from = "wang", cut.to = "liu";  // friends: the record stands from liu to wang
    const forecasting::MovedWorlds moved = forecasting::make_moves(model, std::array{cut});
    Json without = deals::document();
    without["ties"] = Json::array();
    CHECK(moved.model.control == deals::model(without).control);
    CHECK(moved.model.belief.mean == model.belief.mean);
    cut.from = "liu", cut.to = "chen";  // no record: their reporting line
    without["people"][1].erase("reports_to");
    const Move both[]{[] { Move m = move_of(MoveKind::cut_tie); m.from = "liu", m.to = "wang"; return m; }(), cut};
    CHECK(forecasting::make_moves(model, both).model.control == deals::model(without).control);
}

TEST_CASE("one who is taken out sways nobody, blocks nothing and has no say") {
    const DecisionModel model = deals::under("majority");
    Move gone = move_of(MoveKind::remove_person);
    gone.person = "liu";
    const DecisionModel moved = forecasting::make_moves(model, std::array{gone}).model;
    const std::size_t liu = model.person("liu");
    for (std::size_t i = 0; i < 3; ++i) CHECK(moved.control(i, liu) == (i == liu ? 1 : 0));
    CHECK_FALSE(moved.rule->veto[liu]);
    CHECK(moved.rule->votes_needed == 2);
    CHECK(forecast_moves(model, std::array{gone}, few()).after.no_decision.blocked == 0);
}

TEST_CASE("moves that cannot be made name themselves, the field and what there is") {
    const DecisionModel model = deals::model(deals::document());
    const auto where = [&](Move move) {
        try {
            static_cast<void>(forecast_moves(model, std::array{move_of(MoveKind::veto_line, 0), move}, few()));
        } catch (const InputError& error) {
            return error.where;
        }
        return std::string("accepted");
    };
    Move move = move_of(MoveKind::leaning, 1);
    move.person = "nobody", move.offer = "us";
    CHECK(where(move) == "moves, entry 1, person");
    move.person = "liu", move.offer = "them";
    CHECK(where(move) == "moves, entry 1, offer");
    move.offer = "us", move.by.reset();
    CHECK(where(move) == "moves, entry 1, by");
    move = move_of(MoveKind::susceptibility, 2);
    move.person = "liu";
    CHECK(where(move) == "moves, entry 1, by");
    move = move_of(MoveKind::remove_person);
    move.person = "chen";
    CHECK(where(move) == "moves, entry 1, person");
    move = move_of(MoveKind::cut_tie);
    move.from = "wang", move.to = "wang";
    CHECK(where(move) == "moves, entry 1");
    CHECK(where(Move{}) == "moves, entry 1, kind");
}

TEST_CASE("two models on common points: the forecasts are theirs, and the difference is small where they are alike") {
    Json json = deals::document();
    const DecisionModel before = deals::model(json);
    json["people"][1]["susceptibility"] = 0.26;
    const DecisionModel after = deals::model(json);
    const ForecastChange change = forecast_change(before, after, few());
    const Forecast alone = forecast(after, few());
    CHECK(change.after.outcomes == alone.outcomes);
    for (std::size_t j = 0; j < 3; ++j) CHECK(change.difference[j] == Approx(change.after.outcomes[j] - change.before.outcomes[j]).margin(1e-15));
    CHECK(change.standard_error[1] < alone.standard_error[1] / 3);
    json["offers"].erase(1);
    json["evidence"].erase(1);
    CHECK_THROWS_AS(forecast_change(before, deals::model(json), few()), InputError);
}
