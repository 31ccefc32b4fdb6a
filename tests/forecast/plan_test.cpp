#include <buygraph/forecast/plan.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;
using namespace buygraph::forecasting;

TEST_CASE("ties get dimensions by falling effect, and none where their end does not listen") {
    const DecisionModel model = deals::under("autocracy");
    const WorldPlan plan = plan_worlds(model, covariance(model), true);
    CHECK(plan.ties.size() == 6);
    for (std::size_t d = 1; d < plan.ties.size(); ++d) {
        const auto effect = [&](std::size_t tie) { return model.susceptibility[model.ties[tie].to] * std::abs(model.ties[tie].strength); };
        CHECK(effect(plan.ties[d - 1]) >= effect(plan.ties[d]) * (1 - 1e-9));
    }
    CHECK(plan_worlds(model, covariance(model), false).ties.empty());
}

TEST_CASE("the factor gives the covariance back, but for the status quo at the vendor gate, which has no dimension") {
    const DecisionModel model = deals::under("autocracy");
    const Matrix wanted = covariance(model), factor = plan_worlds(model, wanted, true).factor;
    const auto idle = [&](std::size_t attitude) { return attitude >= wanted.rows / 2 && attitude % model.offer_count() == 0; };
    for (std::size_t a = 0; a < wanted.rows; ++a)
        for (std::size_t b = 0; b < wanted.rows; ++b) {
            double product = 0;
            for (std::size_t c = 0; c < factor.columns; ++c) product += factor(a, c) * factor(b, c);
            CHECK(product == Approx(idle(a) || idle(b) ? 0 : wanted(a, b)).margin(1e-12));
        }
}
