#include <buygraph/plan/planning.hpp>

#include <buygraph/forecast/moves.hpp>

#include "catch.hpp"
#include "plans.hpp"

using namespace buygraph;

TEST_CASE("a planning is the forecast, its worlds, and slopes that moves confirm") {
    const DecisionModel model = deals::model(deals::read(deals::document()));
    const Planning from = planning(model, plans::few());
    CHECK(from.worlds->win_with(from.worlds->no_shift()).value() == Approx(from.found.forecast.win()).margin(1e-12));
    CHECK(from.rival == model.offer("rival"));
    const Matrix room = room_to_best(model);
    for (const auto& [person, concern] : {std::pair("chen", "risk"), std::pair("liu", "reliability")}) {
        const std::size_t p = model.person(person), k = model.concern(concern);
        const auto win = [&](double by) { return forecast_moves(model, std::vector{plans::score_move(model, p, model.ours, k, by)}, plans::few()).after.win(); };
        CHECK(from.gains(p, k) == Approx((win(1e-4) - win(-1e-4)) / 2e-4 * room(p, k)).epsilon(1e-6));
    }
}
