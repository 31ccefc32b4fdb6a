#include <buygraph/forecast/world.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;
using namespace buygraph::forecasting;

TEST_CASE("at normal numbers of 0 with certain ties a world is the closed form at the mean attitudes") {
    Json json = deals::document();
    json["uncertainty"]["tie_sd"] = 0;
    const DecisionModel model = deals::model(json);
    const WorldPlan plan = plan_worlds(model, covariance(model), true);
    CHECK(plan.ties.empty());
    WorldMaker<double> world(model, plan);
    const std::vector<double> zeros(plan.dimensions(), 0.0);
    const auto made = world(zeros);
    decision::OutcomeRule<double> rule(*model.rule, 3);
    decision::Outcome<double> expected;
    rule(final_attitudes(model, 0).values, final_attitudes(model, 1).values, expected);
    for (std::size_t j = 0; j < 3; ++j) CHECK(made.probability[j] == Approx(expected.probability[j]).epsilon(1e-12));
}
