#include <buygraph/boundary/sensitivities.hpp>

#include <buygraph/forecast/moves.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("rows are moves, the strongest first, and their derivatives those of differences") {
    Asked asked;
    const DecisionModel model = deals::model(deals::document());
    const Json rows = asked(boundary::answer_sensitivities, {{"samples", 256}, {"outcome", "rival"}})["sensitivities"];
    REQUIRE(rows.size() > 20);
    for (std::size_t i = 1; i < rows.size(); ++i) CHECK(std::abs(rows[i - 1]["derivative"].get<double>()) >= std::abs(rows[i]["derivative"].get<double>()));
    ForecastOptions options;
    options.samples = 256;
    for (const Json& row : rows) {
        if (row["kind"] != "leaning") continue;
        constexpr double step = 1e-5;
        Move move;
        move.kind = MoveKind::leaning;
        move.person = row["person"], move.offer = row["offer"], move.by = step;
        const double up = forecast_moves(model, std::array{move}, options).difference[model.offer("rival")];
        CHECK(row["derivative"].get<double>() == Approx(up / step).margin(1e-4));
    }
}
