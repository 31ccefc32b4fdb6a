#include <buygraph/forecast/summary.hpp>

#include <buygraph/forecast/forecast.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("falls of variance are those of two independent forecasts, with and without the group's errors") {
    using namespace forecasting;
    for (const char* rule : {"autocracy", "majority"}) {
        const DecisionModel model = deals::under(rule);
        const VarianceFall fall = forecast(model, {.samples = 4096, .seed = 1}).variance_fall.value();
        const auto variance = [&](const Matrix& attitudes, bool ties, std::uint64_t seed) { return variance_of(draw(model, plan_worlds(model, attitudes, ties), 1024, {.seed = seed}).column(model.ours)); };
        const auto known = held_covariances(model.prior, model.index(), model.readings, model.control, model.bias_sd);
        const auto held = [&](ErrorGroup group) { return known[static_cast<std::size_t>(group)]; };
        const double all = variance(covariance(model), true, 2);
        CHECK(fall.score == Approx(1 - variance(with_drift(model, held(ErrorGroup::score)), true, 3) / all).margin(0.06));
        CHECK(fall.deviation == Approx(1 - variance(held(ErrorGroup::deviation), true, 4) / all).margin(0.06));
        CHECK(fall.importance == Approx(1 - variance(with_drift(model, held(ErrorGroup::importance)), true, 5) / all).margin(0.06));
        CHECK(fall.tie == Approx(1 - variance(covariance(model), false, 6) / all).margin(0.06));
    }
}
