#include <buygraph/boundary/questions.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("at most so many questions are asked, each of somebody") {
    Asked asked(priced_deal());
    const Json answer = asked(boundary::answer_questions, {{"samples", 128}, {"most", 4}});
    REQUIRE(answer["questions"].size() == 4);
    for (const Json& row : answer["questions"]) {
        CHECK(row["informant"].is_string());
        CHECK(row["fall"].get<double>() <= answer["variance"].get<double>());
        CHECK(row["fall_share"].get<double>() == Approx(row["fall"].get<double>() / answer["variance"].get<double>()).margin(1e-12));
    }
    CHECK(asked(boundary::answer_questions, {{"samples", 128}, {"most", 1000}, {"all_informants", true}})["questions"].size() > asked(boundary::answer_questions, {{"samples", 128}, {"most", 1000}})["questions"].size());
}
