#include <buygraph/forecast/baseline.hpp>

#include <buygraph/forecast/forecast.hpp>
#include <buygraph/forecast/moves.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

ForecastOptions of_baseline() {
    ForecastOptions options;
    options.samples = 256;
    options.seed = 4;
    return options;
}

}  // namespace

TEST_CASE("a baseline's forecast is the forecast") {
    const DecisionModel model = deals::model(deals::document());
    const Forecast kept = baseline(model, of_baseline()).forecast, expected = forecast(model, of_baseline());
    CHECK(kept.outcomes == expected.outcomes);
    CHECK(kept.variance_fall->tie == expected.variance_fall->tie);
}

TEST_CASE("one baseline serves many changes, and each is the difference of two forecasts") {
    const DecisionModel model = deals::model(deals::document());
    const Baseline before = baseline(model, of_baseline());
    for (const double susceptibility : {0.1, 0.5, 0.9}) {
        Json json = deals::document();
        json["people"][0]["susceptibility"] = susceptibility;
        const DecisionModel after = deals::model(json);
        const ForecastChange change = change_from(before, after);
        const Forecast expected = forecast(after, of_baseline());
        for (std::size_t j = 0; j < 3; ++j) {
            CHECK(change.after.outcomes[j] == expected.outcomes[j]);
            CHECK(change.difference[j] == Approx(expected.outcomes[j] - before.forecast.outcomes[j]).margin(1e-14));
        }
    }
}

TEST_CASE("a change to another set of offers is refused") {
    const Baseline before = baseline(deals::model(deals::document()), of_baseline());
    Json json = deals::document();
    json["offers"].erase(1);
    json["evidence"].erase(1);
    CHECK_THROWS_AS(change_from(before, deals::model(json)), InputError);
}

TEST_CASE("a change stops when its caller says so, not the baseline's") {
    ForecastOptions options = of_baseline();
    bool stop = false;
    options.interrupt = [&] { return stop; };
    const DecisionModel model = deals::model(deals::document());
    const Baseline before = baseline(model, options);
    stop = true;
    CHECK_NOTHROW(change_from(before, model));
    CHECK_THROWS_AS(change_from(before, model, [] { return true; }), Interrupted);
}
