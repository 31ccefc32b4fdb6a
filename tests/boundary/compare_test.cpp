#include <buygraph/boundary/compare.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("the shares of all edits add up to the change") {
    Asked asked;
    Json later = deals::document();
    later["people"][1]["susceptibility"] = 0.8;
    later["offers"][0]["ratings"]["cost"] = 7;
    later["value"] = 5;
    asked.session.hold(deals::read(later));
    const Json answer = asked(boundary::answer_compare, {{"samples", 64}, {"to", 2}});
    CHECK(answer["edits"].size() == 3);
    CHECK(sum_of(answer["edits"], "share") == Approx(answer["change"].get<double>()).margin(1e-12));
    CHECK(answer["after"].get<double>() - answer["before"].get<double>() == Approx(answer["change"].get<double>()).margin(1e-12));
    CHECK(answer["edits"][2]["share"] == 0.0);  // no forecast reads the value
    CHECK(answer["edits"][2]["details"][0]["now"] == 5);
    CHECK_THROWS_AS(asked(boundary::answer_compare), InputError);
}
