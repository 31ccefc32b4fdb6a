#include <buygraph/boundary/people.hpp>

#include <buygraph/insight/standing.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("everybody stands where the model says, in words of the language") {
    Asked asked;
    const std::vector<Standing> expected = standings(deals::model(deals::document()));
    const Json rows = asked(boundary::answer_people, {{"language", "zh"}})["people"];
    REQUIRE(rows.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(rows[i]["lead"] == expected[i].lead);
        CHECK(rows[i]["low"] < rows[i]["high"]);
        CHECK(rows[i]["rival"] == "rival");
    }
    CHECK(rows[0]["name"] == "陈伟");
    CHECK(rows[0]["decides"] == 1.0);
    CHECK(rows[1]["veto"] == true);
}

// His neighbours follow as V says; he himself by V[i,i].
TEST_CASE("a moved needle takes the neighbours along") {
    Asked asked;
    const DecisionModel model = deals::model(deals::document());
    const Json before = asked(boundary::answer_people)["people"];
    const Json moves = Json::array({Json{{"kind", "leaning"}, {"person", "liu"}, {"offer", "us"}, {"by", 0.25}}});
    const Json after = asked(boundary::answer_people, {{"moves", moves}})["people"];
    for (std::size_t i = 0; i < 3; ++i) CHECK(after[i]["lead"].get<double>() - before[i]["lead"].get<double>() == Approx(0.25 * model.control(i, 1)).margin(1e-12));
}
