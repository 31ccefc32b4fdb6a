#include <buygraph/boundary/forecast.hpp>

#include <buygraph/forecast/forecast.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("the answer holds the forecast of the model, and that of the edited deal") {
    Asked asked;
    const DecisionModel model = deals::model(deals::document());
    ForecastOptions options;
    options.samples = 256;
    options.seed = 3;
    const Forecast expected = forecast(model, options);
    const Json answer = asked(boundary::answer_forecast, {{"samples", 256}, {"seed", 3}});
    CHECK(answer["win"] == expected.win());
    CHECK(answer["outcomes"]["rival"] == expected.outcomes[model.offer("rival")]);
    CHECK(answer["interval"][0] == expected.interval().low);
    CHECK(answer["no_decision"]["refused"] == expected.no_decision.refused);
    CHECK(answer["variance"]["scores"] == expected.variance_fall->score);
    CHECK(answer["calibrated"] == false);

    Json document = deals::document();
    document["people"][0]["susceptibility"] = 0.1;
    CHECK(asked(boundary::answer_forecast, {{"samples", 256}, {"seed", 3}, {"edits", {{"people/chen/susceptibility", 0.1}}}})["win"] == forecast(deals::model(document), options).win());
}

TEST_CASE("the verdict is told in the language asked for") {
    Asked asked;
    CHECK(asked(boundary::answer_forecast, {{"samples", 64}, {"language", "zh"}})["uncalibrated"] == "未校准 · 常数未用成交结果拟合");
    CHECK(asked(boundary::answer_forecast, {{"samples", 64}})["of_twenty"].get<std::string>().rfind("In this model, about ", 0) == 0);
}
