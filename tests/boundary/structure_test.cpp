#include <buygraph/boundary/structure.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("a deal without a team has no way to who decides, and its lines hold it together") {
    Asked asked;
    const Json answer = asked(boundary::answer_structure);
    CHECK(answer["contacts"].empty());
    CHECK(answer["centre"]["extensivity"] == 3);
    CHECK(answer["bridges"].empty());  // a triangle
    CHECK_FALSE(answer["sentences"].empty());
}

TEST_CASE("whom we know ourselves needs no introduction") {
    Asked asked(priced_deal());
    const Json answer = asked(boundary::answer_structure);
    CHECK(answer["ways"][0]["decider"] == "moreau");
    CHECK(answer["ways"][0]["contact"] == true);
    CHECK(answer["bridges"].size() == 4);
}
