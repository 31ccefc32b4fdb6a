#include <buygraph/forecast/move_slopes.hpp>

#include <buygraph/forecast/moves.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("every slope is that of its own move, made a little") {
    const DecisionModel model = deals::model(deals::document());
    ForecastOptions options;
    options.samples = 64;
    options.variance_by_group = false;
    constexpr double step = 1e-6;
    std::size_t compared = 0;
    for (const MoveSlope& slope : move_slopes(model, sensitivities(model, model.ours, options).sensitivities)) {
        const MoveKind kind = *slope.move.kind;
        if (kind == MoveKind::add_tie || kind == MoveKind::score) continue;  // a new tie has no other side; scores are many
        Move move = slope.move;
        move.by = step;
        const double up = forecast_moves(model, std::array{move}, options).difference[model.ours];
        move.by = -step;
        const double down = forecast_moves(model, std::array{move}, options).difference[model.ours];
        INFO(word_of(kind) << " " << move.person << " " << move.offer);
        CHECK(slope.derivative == Approx((up - down) / (2 * step)).margin(1e-5));
        ++compared;
    }
    CHECK(compared > 30);
}

TEST_CASE("each way between two people is a tie to strengthen or a new one, never both") {
    const DecisionModel model = deals::model(deals::document());
    std::size_t ways = 0;
    for (const MoveSlope& slope : move_slopes(model, sensitivities(model, 0, {.samples = 16}).sensitivities)) ways += *slope.move.kind == MoveKind::tie_strength || *slope.move.kind == MoveKind::add_tie;
    CHECK(ways == 3 * 2);
}
