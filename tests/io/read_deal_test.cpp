#include <buygraph/io/read_deal.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {
std::vector<Fault> reading(const std::function<void(Json&)>& change, Deal* into = nullptr) {
    Json json = deals::document();
    change(json);
    FaultList faults;
    Deal deal = read_deal(json, faults);
    if (into) *into = deal;
    return faults.take();
}
}  // namespace

TEST_CASE("an unknown field is named with the one that was meant") {
    const auto faults = reading([](Json& j) { j["people"][0]["susceptibilty"] = 0.3; });
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].pointer == "/people/0/susceptibilty");
    CHECK(faults[0].suggestion == "susceptibility");
    CHECK(faults[0].message.en == "person chen: there is no field \"susceptibilty\" here");
}

TEST_CASE("wrong types are named with what is allowed, and the rest is read") {
    Deal deal;
    const auto faults = reading([](Json& j) { j["value"] = "much"; j["people"][1]["veto"] = 1; j["people"][1]["level"] = 2.5; j["ties"] = 7; j["evidence"][0]["date"] = "2026-02-30"; }, &deal);
    std::vector<std::string> pointers;
    for (const Fault& fault : faults) pointers.push_back(fault.pointer);
    CHECK(pointers == std::vector<std::string>{"/value", "/people/1/level", "/people/1/veto", "/ties", "/evidence/0/date"});
    CHECK(deal.people.size() == 3);
    CHECK(deal.name == "Line 2");
}

TEST_CASE("short forms mean what they say") {
    Deal deal;
    CHECK(reading([](Json& j) {
              j["people"][0]["roles"] = "decision_maker";
              j["people"][0]["concerns"] = {{"risk", 7}};
              j["decision"]["decider"] = {"chen", "liu"};
              j["offers"][0]["terms"] = {{"yearly_benefit", {1, 2, 3}}};
          }, &deal).empty());
    CHECK(deal.people[0].roles == Shares{{"decision_maker", 1}});
    CHECK(*deal.people[0].concerns.find("risk")->importance == 7);
    CHECK(deal.decision.decider == Shares{{"chen", .5}, {"liu", .5}});
    CHECK(std::get<std::vector<double>>(deal.offers[0].terms->yearly_benefit).size() == 3);
    CHECK(*deal.offers[0].ratings.find("cost")->score == 4);
    CHECK(stance_value(deal.evidence[0].stance) == 0.35);
}

TEST_CASE("a word that is none is named with the nearest") {
    CHECK(reading([](Json& j) { j["decision"]["rule"] = "autocrcy"; })[0].suggestion == "autocracy");
    CHECK(reading([](Json& j) { j["evidence"][0]["stance"] = "suporter"; })[0].suggestion == "supporter");
}

TEST_CASE("the format number is required and checked") {
    CHECK(reading([](Json& j) { j["buygraph"] = 2; })[0].pointer == "/buygraph");
    CHECK(reading([](Json& j) { j.erase("buygraph"); })[0].pointer == "/buygraph");
    FaultList faults;
    (void)read_deal(Json::array(), faults);
    CHECK(faults.faults().size() == 1);
}
