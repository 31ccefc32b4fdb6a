#include <buygraph/boundary/answered.hpp>

#include <buygraph/forecast/moves.hpp>
#include <buygraph/io/file.hpp>
#include <buygraph/model/compile.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("an answer stands in the text, and moves the forecast as the deal with it does") {
    Asked asked;
    const Json answer = asked(boundary::answer_answer, {{"samples", 128}, {"kind", "stance"}, {"about", "liu"}, {"value", 0.6}, {"informant", "wang"}});
    const Deal after = parse_deal(answer["text"].get<std::string>());
    CHECK(after.evidence.size() == 4);
    ForecastOptions options;
    options.samples = 128;
    const DecisionModel model = deals::model(deals::document());
    CHECK(answer["difference"]["us"] == forecast_change(model, compile(after), options).difference[model.ours]);
    CHECK(answer["difference"]["us"] > 0.0);
    CHECK_THROWS_AS(asked(boundary::answer_answer, {{"about", "liu"}}), InputError);
}
