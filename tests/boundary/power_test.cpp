#include <buygraph/boundary/power.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("shares of votes and of control add up to one") {
    Asked asked;
    const Json answer = asked(boundary::answer_power, {{"samples", 64}});
    CHECK(sum_of(answer["people"], "shapley_shubik") == Approx(1).margin(1e-12));
    CHECK(sum_of(answer["people"], "decides") == Approx(1).margin(1e-12));
    CHECK(sum_of(answer["people"], "pagerank") == Approx(1).margin(1e-9));
    CHECK(answer["relations"].size() == 6);  // reporting lines and friendship, of three people each
    CHECK(keys_of(answer["attenuation"]) == std::vector<std::string>{"all", "reports_to", "friend"});
    CHECK(answer["sentences"].size() == 4);
    CHECK_THROWS_AS(asked(boundary::answer_power, {{"attenuation", 50}}), InputError);
}
