#include <buygraph/boundary/messages.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("three plans are compared, and doing nothing gains nothing") {
    Asked asked;
    const Json answer = asked(boundary::answer_messages, {{"samples", 128}});
    REQUIRE(answer["plans"].size() == 3);
    CHECK(answer["plans"][0]["plan"] == "nothing");
    CHECK(answer["plans"][0]["gain"] == 0.0);
    CHECK(answer["plans"][2]["win"].get<double>() - answer["plans"][0]["win"].get<double>() == Approx(answer["plans"][2]["gain"].get<double>()).margin(1e-12));
    CHECK(answer["frame"].size() <= 3);
    for (const Json& row : answer["advice"]) CHECK_FALSE(row["sentence"].get<std::string>().empty());
}
