#include <buygraph/insight/common_points.hpp>

#include <buygraph/forecast/forecast.hpp>
#include <buygraph/forecast/sensitivities.hpp>

#include <buygraph/forecast/moves.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {
const ForecastOptions small{.samples = 1024, .seed = 3, .variance_by_group = false};
}

TEST_CASE("the estimate of P(ours) is the forecast's, with its standard error") {
    const DecisionModel model = deals::under("majority");
    const Estimate win = win_on_common_points(model, small);
    const Forecast expected = forecast(model, small);
    CHECK(win.value() == Approx(expected.win()).epsilon(1e-12));
    CHECK(win.standard_error() == Approx(expected.standard_error[expected.ours]).epsilon(1e-9));
}

TEST_CASE("outcomes and influence by scrambles are those of the forecast and of its sensitivities") {
    const DecisionModel model = deals::under("consent");
    const WinAndInfluence found = win_and_influence(model, small);
    const SensitiveForecast expected = sensitivities(model, model.ours, small);
    for (std::size_t j = 0; j < 3; ++j) CHECK(found.outcomes[j].value() == Approx(expected.forecast.outcomes[j]).epsilon(1e-12));
    for (std::size_t p = 0; p < 3; ++p) CHECK(found.influence[p].value() == Approx(expected.sensitivities.leaning(p, model.ours)).epsilon(1e-12));
    CHECK(found.influence[0].standard_error() > 0);
}

TEST_CASE("a difference on common points is that of the moves, and surer than its parts") {
    const DecisionModel model = deals::under("autocracy");
    const Move move{.kind = MoveKind::leaning, .person = "liu", .offer = "us", .concern = {}, .from = {}, .to = {}, .gate = {}, .by = 0.2};
    const ForecastChange expected = forecast_moves(model, {&move, 1}, small);
    const forecasting::MovedWorlds moved = forecasting::make_moves(model, {&move, 1});
    const Estimate before = win_on_common_points(model, small), after = win_on_common_points(moved.model, *moved.plan, small), change = after - before;
    CHECK(change.value() == Approx(expected.difference[model.ours]).epsilon(1e-9));
    CHECK(change.standard_error() == Approx(expected.standard_error[model.ours]).epsilon(1e-9));
    CHECK((change * 2).value() == Approx(2 * change.value()));
    CHECK(change.standard_error() < before.standard_error());
}
