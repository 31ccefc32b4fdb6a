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
