#include <buygraph/forecast/kernel.hpp>

#include <buygraph/forecast/draw_worlds.hpp>

#include <string>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;
using namespace buygraph::forecasting;

namespace {

constexpr const char* all_rules[]{"autocracy", "weighted", "quota", "majority", "unanimity", "consent"};

}  // namespace

// Against the same templates compiled for one double, whatever instruction set the kernel runs on.
TEST_CASE("the kernel's samples are those of one double after the other, in single precision nearly") {
    for (const char* rule : all_rules) {
        CAPTURE(rule, std::string(kernel_level()));
        const DecisionModel model = deals::under(rule);
        const WorldPlan plan = plan_worlds(model, covariance(model), true);
        ForecastOptions options;
        const Draws expected = draw<double>(model, plan, 37, options), found = draw(model, plan, 37, options);
        options.precision = Precision::singles;
        const Draws single = draw(model, plan, 37, options);
        REQUIRE((found.values.size() == expected.values.size() && single.values.size() == expected.values.size()));
        for (std::size_t i = 0; i < found.values.size(); ++i) {
            REQUIRE(found.values[i] == Approx(expected.values[i]).margin(1e-12));
            REQUIRE(single.values[i] == Approx(expected.values[i]).margin(2e-4));
        }
    }
}

TEST_CASE("single and double agree within three standard errors, and far better") {
    for (const char* rule : all_rules) {
        CAPTURE(rule);
        const DecisionModel model = deals::under(rule);
        const WorldPlan plan = plan_worlds(model, covariance(model), true);
        ForecastOptions options;
        const auto [mean, error] = mean_and_error(draw(model, plan, 64, options), model.ours);
        options.precision = Precision::singles;
        const double single = mean_and_error(draw(model, plan, 64, options), model.ours).first;
        CHECK(std::abs(single - mean) < 3 * error);
        CHECK(single == Approx(mean).margin(2e-6));
    }
}

TEST_CASE("wins under a plan of the forecast's own are the forecast's") {
    const DecisionModel model = deals::under("majority");
    const std::vector<WorldPlan> plans(2, plan_worlds(model, covariance(model), true));
    const Draws whole = draw(model, plans[0], 20, {}), wins = draw_wins(model, plans, 20, {});
    for (std::size_t column = 0; column < 2; ++column) REQUIRE(std::ranges::equal(wins.column(column), whole.column(model.ours)));
}

TEST_CASE("slopes by scrambles add up to the mean, and the draws beside them are the forecast's") {
    const DecisionModel model = deals::under("consent");
    const WorldPlan plan = plan_worlds(model, covariance(model), true);
    const SlopedDraws sloped = draw_with_slopes(model, plan, 12, {}, decision::outcome_seed(model.offer_count(), model.ours));
    const Draws plain = draw(model, plan, 12, {});
    for (std::size_t i = 0; i < plain.values.size(); ++i) REQUIRE(sloped.draws.values[i] == Approx(plain.values[i]).margin(1e-13));
    for (std::size_t a = 0; a < sloped.mean.attitude.size(); ++a) {
        double sum = 0;
        for (const std::vector<double>& one : sloped.attitude_by_scramble) sum += one[a];
        CHECK(sloped.mean.attitude[a] == Approx(sum / static_cast<double>(plain.samples())).margin(1e-12));
    }
}
