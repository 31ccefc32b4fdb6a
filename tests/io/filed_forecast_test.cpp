#include <buygraph/io/filed_forecast.hpp>

#include <buygraph/forecast/forecast.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

FiledForecast some_filed(const DecisionModel& model) { return {forecast(model, {.samples = 64, .seed = 3}), {0.25, -0.125, 0}}; }

}  // namespace

TEST_CASE("what a page's file knows comes back to the bit") {
    const DecisionModel model = deals::model(deals::document());
    const FiledForecast filed = some_filed(model), read = read_filed(Json::parse(write_filed(filed).dump()), model);
    const Forecast &is = read.forecast, &was = filed.forecast;
    CHECK(is.offers == was.offers);
    CHECK(is.outcomes == was.outcomes);
    CHECK(is.standard_error == was.standard_error);
    CHECK(is.interval().low == was.interval().low);
    CHECK(is.intervals.back().high == was.intervals.back().high);
    CHECK(is.no_decision.stalemate == was.no_decision.stalemate);
    CHECK(is.variance_fall->importance == was.variance_fall->importance);
    CHECK(is.samples == 64);
    CHECK(is.seed == 3);
    CHECK(read.influence == filed.influence);
}

TEST_CASE("what is filed of another deal, or is none, is refused") {
    const DecisionModel model = deals::model(deals::document());
    const Json filed = write_filed(some_filed(model));
    for (const char* field : {"outcomes", "standard_error", "intervals", "no_decision", "variance", "influence", "samples", "seed"}) {
        Json wrong = filed;
        wrong[field] = Json::array({1, "x"});
        CHECK_THROWS_AS(read_filed(wrong, model), InputError);
        wrong.erase(field);
        CHECK_THROWS_AS(read_filed(wrong, model), InputError);
    }
    for (const Json& none : {Json(3), Json("text"), Json::array()}) CHECK_THROWS_AS(read_filed(none, model), InputError);
}
