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

// Two years of 100 without interest for a price of 150: the rival is worth 50 to the customer.
TEST_CASE("a customer's target is above what he has without us") {
    const auto pointers = [](double target, double rival_price) {
        Json json = deals::document();
        json["offers"][1]["terms"] = {{"price", rival_price}, {"payments", {{{"share", 1}, {"days", 0}}}}, {"yearly_benefit", 100}, {"yearly_running_cost", 0}};
        json["customer"] = {{"discount_rate", 0}, {"horizon_years", 2}, {"target_npv", target}};
        FaultList reading;
        std::vector<std::string> found;
        for (const Fault& fault : validate(read_deal(json, reading))) found.push_back(fault.pointer);
        return found;
    };
    CHECK(pointers(50, 150) == std::vector<std::string>{"/customer/target_npv"});
    CHECK(pointers(51, 150).empty());
    CHECK(pointers(-5, 250) == std::vector<std::string>{"/customer/target_npv"});  // the rival is worth less than nothing, and the floor is 0
    CHECK(pointers(5, 250).empty());
    CHECK(pointers(50, -1) == std::vector<std::string>{"/offers/1/terms/price"});  // first things first
}
