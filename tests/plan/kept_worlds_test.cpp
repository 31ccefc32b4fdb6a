#include <buygraph/plan/kept_worlds.hpp>

#include <buygraph/forecast/kernel.hpp>
#include <buygraph/forecast/moves.hpp>

#include "catch.hpp"
#include "plans.hpp"

using namespace buygraph;

// What nothing moves is the forecast's own; what moves is the forecast of the model with those attitudes moved.
TEST_CASE("kept worlds give the forecast's own chances, moved or not, by both ways") {
    for (const char* rule : {"autocracy", "weighted", "quota", "majority", "unanimity", "consent"}) {
        CAPTURE(rule);
        const DecisionModel model = deals::under(rule);
        const forecasting::WorldPlan plan = forecasting::plan_worlds(model, covariance(model), true);
        const ForecastOptions options = plans::few(16 * 9);
        const auto worlds = keep_worlds(model, plan, 9, options);
        for (const double by : {0.0, 0.3}) {
            Matrix shift(2, model.people_count());
            DecisionModel moved = model;
            for (std::size_t g = 0; g < 2; ++g)
                for (std::size_t p = 0; p < shift.columns; p += 2) {
                    shift(g, p) = by * (g ? 1 : -0.5);
                    moved.belief.mean[model.index()(g, p, model.ours)] += shift(g, p);
                }
            const forecasting::Draws expected = forecasting::draw(moved, plan, 9, options);
            const std::vector<double> wins = worlds->wins_with(shift, nullptr), again = worlds->wins_with(shift, model.rule.get());
            REQUIRE(wins.size() == expected.samples());
            for (std::size_t sample = 0; sample < wins.size(); ++sample) {
                REQUIRE(wins[sample] == Approx(expected.column(model.ours)[sample]).margin(1e-10));
                REQUIRE(again[sample] == Approx(expected.column(model.ours)[sample]).margin(1e-10));
            }
            CHECK(worlds->win_with(shift).value() == Approx(forecasting::mean_and_error(expected, model.ours).first).margin(1e-10));
            for (std::size_t j = 1; j < model.offer_count(); ++j) CHECK(worlds->with(shift).outcomes[j].value() == Approx(forecasting::mean_and_error(expected, j).first).margin(1e-10));
        }
    }
}

TEST_CASE("the normal numbers behind kept worlds have mean 0 and variance 1, and add up") {
    const DecisionModel model = deals::under("autocracy");
    const forecasting::WorldPlan plan = forecasting::plan_worlds(model, covariance(model), true);
    const auto worlds = keep_worlds(model, plan, 64, plans::few(1024));
    const std::vector<double> one = worlds->normals(0, std::vector<double>{1}), other = worlds->normals(1, std::vector<double>{1}), both = worlds->normals(0, std::vector<double>{0.5, -2});
    double mean = 0, square = 0;
    for (std::size_t sample = 0; sample < one.size(); ++sample) {
        mean += one[sample] / 1024;
        square += one[sample] * one[sample] / 1024;
        REQUIRE(both[sample] == Approx(0.5 * one[sample] - 2 * other[sample]).margin(1e-12));
    }
    CHECK(mean == Approx(0).margin(0.01));
    CHECK(square == Approx(1).margin(0.05));  // how far out the outermost of 64 points lies differs from scramble to scramble
}
