#include <buygraph/insight/decision_influence.hpp>

#include <buygraph/forecast/forecast.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

/// P(ours) of the deal read again with somebody's leaning to our offer shifted: a leaning moves the attitude at both gates.
double win_with_leaning(Json json, std::size_t person, double shift) {
    json["people"][person]["leaning"] = {{"us", shift}};
    ForecastOptions options;
    options.samples = 4096;
    options.variance_by_group = false;
    return forecast(deals::model(json), options).win();
}

Json without_evidence() {
    Json json = deals::document();
    json["evidence"] = Json::array();
    return json;
}

}  // namespace

TEST_CASE("decision influence is the slope of P(ours) over a leaning, by forecasts of edited deals") {
    for (const char* rule : {"autocracy", "majority", "consent"}) {
        Json json = without_evidence();
        json["decision"]["rule"] = rule;
        const auto found = decision_influence(deals::model(json), 4096);
        for (std::size_t person = 0; person < 3; ++person) {
            constexpr double step = 0.01;
            CAPTURE(rule, person);
            CHECK(found[person] == Approx((win_with_leaning(json, person, step) - win_with_leaning(json, person, -step)) / (2 * step)).epsilon(1e-3).margin(1e-5));
        }
    }
}

TEST_CASE("who has no tie, vote or veto moves nothing; a decider who is moved for us helps us") {
    Json json = without_evidence();
    json["people"].push_back({{"id", "zhao"}, {"roles", {"coach"}}});
    const auto found = decision_influence(deals::model(json));
    CHECK(found[3] == 0);
    CHECK(found[0] > 0.1);
}

TEST_CASE("it is signed: who opposes the decider moves him away from what he himself wants") {
    Json json = without_evidence();
    json["people"] = Json::array({{{"id", "chen"}, {"roles", {"decision_maker"}}}, {{"id", "sun"}, {"roles", {"user"}}}});
    json["ties"] = Json::array({{{"from", "sun"}, {"to", "chen"}, {"kind", "opposes"}, {"strength", 0.9}}});
    const auto found = decision_influence(deals::model(json));
    CHECK(found[0] > 0);
    CHECK(found[1] < 0);
}

TEST_CASE("the same model, samples and seed give the same influence, another seed nearly the same") {
    const DecisionModel model = deals::model(deals::document());
    CHECK(decision_influence(model, 256, 1) == decision_influence(model, 256, 1));
    const auto one = decision_influence(model, 1024, 1), two = decision_influence(model, 1024, 2);
    for (std::size_t i = 0; i < 3; ++i) CHECK(one[i] == Approx(two[i]).epsilon(0.05).margin(0.01));
}

TEST_CASE("it is that of all sensitivities, and the forecast beside it that of the same samples") {
    for (const char* rule : {"autocracy", "majority", "unanimity"}) {
        const DecisionModel model = deals::under(rule);
        const SensitiveForecast all = sensitivities(model, model.ours, {.samples = 512, .seed = 3});
        const std::vector<double> expected = decision_influence(model, all.sensitivities), found = decision_influence(model, 512, 3);
        const InfluenceBaseline kept = influence_baseline(model, {.samples = 512, .seed = 3});
        for (std::size_t p = 0; p < expected.size(); ++p) CHECK(found[p] == Approx(expected[p]).epsilon(1e-13));
        CHECK(kept.influence == found);
        CHECK(kept.baseline.forecast.outcomes == all.forecast.outcomes);
        CHECK(kept.baseline.forecast.variance_fall->score == all.forecast.variance_fall->score);
    }
}
