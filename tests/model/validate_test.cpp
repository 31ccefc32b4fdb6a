#include <buygraph/model/validate.hpp>

#include <buygraph/io/read_deal.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("reporting lines in a circle are a fault that names the circle") {
    Json json = deals::document();
    json["people"][0]["reports_to"] = "wang";
    FaultList reading;
    const auto faults = validate(read_deal(json, reading));
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().pointer == "/people/0/reports_to");
    CHECK(faults.front().given == "chen, wang");
}

TEST_CASE("all faults come at once") {
    Json json = deals::document();
    json["people"][0]["susceptibility"] = 2;
    json["people"][1]["reports_to"] = "nobody";
    json["ties"][0]["strength"] = -1;
    json["decision"]["quota"] = 0.4;
    FaultList reading;
    CHECK(validate(read_deal(json, reading)).size() == 4);
}
