#include <buygraph/plan/score_shifts.hpp>

#include <buygraph/forecast/moves.hpp>
#include <buygraph/plan/messages.hpp>
#include <buygraph/plan/planning.hpp>

#include "catch.hpp"
#include "plans.hpp"

using namespace buygraph;

TEST_CASE("named people are those of the computation in its order, less vacant seats") {
    Json json = deals::document();
    json["people"].insert(json["people"].begin() + 1, Json{{"id", "old"}, {"roles", {"user"}}, {"departed", true}});
    json["people"].insert(json["people"].begin() + 2, Json{{"id", "seat"}, {"roles", {"user"}}, {"vacant", true}});
    const Deal deal = deals::read(json);
    CHECK(deals::model(deal).people == std::vector<std::string>{"chen", "seat", "liu", "wang"});
    CHECK(named_people(deal) == std::vector<bool>{true, false, true, true});
}

TEST_CASE("room to the best is what is left to 10 points, and nothing beyond") {
    Json json = deals::document();
    json["evidence"] = Json::array();
    json["offers"][0]["ratings"]["risk"] = 10;
    const DecisionModel model = deals::model(json);
    const Matrix room = room_to_best(model);
    const std::size_t cost = model.concern("cost"), risk = model.concern("risk");
    CHECK(room(0, cost) == Approx(1.2));  // 4 points
    CHECK(room(2, cost) == Approx(0.8));  // wang sees 6
    CHECK(room(0, risk) == 0);
    json["evidence"] = Json::array({{{"about", "chen"}, {"offer", "us"}, {"stance", 1}, {"reliability", 1}}});
    const DecisionModel beyond = deals::model(json);
    CHECK(believed_scores(beyond, beyond.ours)(0, risk) > 1);
    CHECK(room_to_best(beyond)(0, risk) == 0);
}

TEST_CASE("moved views move attitudes as moves of scores do") {
    const DecisionModel model = deals::model(deals::document());
    std::mt19937 random(2);
    const Matrix views = deals::random_matrix(model.people_count(), model.table.concerns.size(), random, 0.3), shift = attitude_shift(model, views);
    const DecisionModel moved = forecasting::make_moves(model, plans::score_moves(model, model.ours, views)).model;
    for (std::size_t g = 0; g < 2; ++g)
        for (std::size_t i = 0; i < model.people_count(); ++i) {
            const std::size_t at = model.index()(g, i, model.ours);
            CHECK(shift(g, i) == Approx(moved.belief.mean[at] - model.belief.mean[at]).margin(1e-12));
        }
}

// Central differences of the moves on the same samples; with h = 10⁻³ their own error is some h² of the gain.
TEST_CASE("gains are slopes of P(ours) by each view, times the room") {
    for (const char* rule : {"autocracy", "majority", "consent"}) {
        const DecisionModel model = deals::under(rule);
        const Matrix influence = influence_by_gate(model, sensitivities(model, model.ours, plans::few(64)).sensitivities), room = room_to_best(model);
        const Matrix gains = view_gains(model, influence, room);
        const double h = 1e-3;
        for (std::size_t i = 0; i < model.people_count(); ++i)
            for (std::size_t k = 0; k < model.table.concerns.size(); k += 3) {
                const auto win = [&](double by) { return forecast_moves(model, std::vector{plans::score_move(model, i, model.ours, k, by)}, plans::few(64)).after.win(); };
                CAPTURE(rule, i, k);
                CHECK(gains(i, k) == Approx((win(h) - win(-h)) / (2 * h) * room(i, k)).margin(1e-6));
            }
    }
}
