#include <buygraph/boundary/explain.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("contributions, people and concerns add up to the margin") {
    Asked asked;
    const Json answer = asked(boundary::answer_explain);
    const double margin = answer["margin"];
    CHECK(sum_of(answer["contributions"], "contribution") == Approx(margin).margin(1e-12));
    CHECK(sum_of(answer["people"], "share") == Approx(margin).margin(1e-12));
    CHECK(answer["rival"] == "rival");
    CHECK(answer["gate"] == "vendor");
    CHECK(asked(boundary::answer_explain, {{"gate", "buy"}, {"rival", "status_quo"}})["gate"] == "buy");
}

// A leaning of Δ of the only decider at both gates is worth Δ times his own part in his final attitude.
TEST_CASE("a move is seen in the margin") {
    Asked asked;
    const DecisionModel model = deals::model(deals::document());
    const double before = asked(boundary::answer_explain)["margin"];
    const Json moves = Json::array({Json{{"kind", "leaning"}, {"person", "chen"}, {"offer", "us"}, {"by", 0.5}}});
    CHECK(asked(boundary::answer_explain, {{"moves", moves}, {"rival", "rival"}})["margin"].get<double>() == Approx(before + 0.5 * model.control(0, 0)).margin(1e-9));
}
