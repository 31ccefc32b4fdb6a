#include <buygraph/boundary/what_if.hpp>

#include <buygraph/forecast/moves.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

using boundary::answer_move, boundary::answer_what_if;

namespace {

Json veto_line(double by) { return Json::array({Json{{"kind", "veto_line"}, {"by", by}}}); }

}  // namespace

TEST_CASE("no change differs by nothing") {
    Asked asked;
    const Json answer = asked(answer_what_if, {{"samples", 64}});
    for (const auto& [offer, difference] : answer["difference"].items()) CHECK(difference == 0.0);
    CHECK(answer["before"] == answer["after"]);
}

TEST_CASE("a change is that of two forecasts on common points") {
    Asked asked;
    const DecisionModel model = deals::model(deals::document());
    Json document = deals::document();
    document["people"][1]["leaning"] = {{"us", 0.4}};
    ForecastOptions options;
    options.samples = 128;
    const ForecastChange expected = forecast_change(model, deals::model(document), options);
    const Json answer = asked(answer_what_if, {{"samples", 128}, {"edits", {{"people/liu/leaning", {{"us", 0.4}}}}}});
    CHECK(answer["difference"]["us"] == expected.difference[model.ours]);
    CHECK(answer["difference_error"]["us"] == expected.standard_error[model.ours]);
    CHECK(answer["forecast"]["win"] == answer["after"]["us"]);
}

TEST_CASE("an edit and a move together are the move made in the edited deal") {
    Asked asked;
    const Json both = asked(answer_what_if, {{"samples", 128}, {"edits", {{"people/liu/veto", false}}}, {"moves", veto_line(0.2)}});
    Json document = deals::document();
    document["people"][1]["veto"] = false;
    Asked edited(document);
    CHECK(both["after"] == edited(answer_what_if, {{"samples", 128}, {"moves", veto_line(0.2)}})["after"]);
}

TEST_CASE("moves of the deal's own are made where none are given, and it is said where there are none") {
    Asked none;
    CHECK_THROWS_AS(none(answer_move), InputError);
    Json document = deals::document();
    document["moves"] = veto_line(-0.1);
    Asked asked(document);
    CHECK(asked(answer_move, {{"samples", 64}})["after"] == asked(answer_what_if, {{"samples", 64}, {"moves", veto_line(-0.1)}})["after"]);
    CHECK(asked(answer_move, {{"samples", 64}, {"moves", veto_line(0.1)}})["after"] == asked(answer_what_if, {{"samples", 64}, {"moves", veto_line(0.1)}})["after"]);
}
