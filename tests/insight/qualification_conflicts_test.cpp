#include <buygraph/insight/qualification_conflicts.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;
using Conflict = QualificationConflict;

namespace {

bool has(const Json& json, Conflict kind) {
    const Deal deal = deals::read(json);
    const DecisionModel model = deals::model(deal);
    const auto found = contradictions(deal, model, qualification(deal, model, {.samples = 64}));
    return std::any_of(found.begin(), found.end(), [&](const QualificationContradiction& one) { return one.kind == kind; });
}

/// liu, for us, is the champion; chen's stance is sure.
Json sound() {
    Json json = deals::document();
    json["people"][0]["leaning"] = {{"rival", 2.0}};
    json["people"][1]["leaning"] = {{"us", 2.0}};
    return json;
}

}  // namespace

TEST_CASE("a champion without a path to the approver, or without evidence") {
    Json json = sound();
    CHECK_FALSE(has(json, Conflict::champion_without_path));
    CHECK_FALSE(has(json, Conflict::champion_unproven));
    json["people"][1].erase("reports_to");
    json["people"][2].erase("reports_to");
    CHECK(has(json, Conflict::champion_without_path));
    json = sound();
    json["evidence"].erase(0);
    CHECK(has(json, Conflict::champion_unproven));
}

TEST_CASE("an economic buyer whose stance is a guess") {
    CHECK_FALSE(has(sound(), Conflict::economic_buyer_guess));
    Json json = sound();
    json["people"][0].erase("leaning");
    json["people"][1].erase("leaning");
    json["evidence"] = Json::array();
    CHECK(has(json, Conflict::economic_buyer_guess));
}

TEST_CASE("a coach who leans to a rival, once somebody named is one") {
    Json json = sound();
    json["people"][2]["roles"] = {"coach"};
    json["people"][2]["leaning"] = {{"rival", 1.0}};
    CHECK(has(json, Conflict::coach_against));
    json["people"][2]["vacant"] = true;
    CHECK_FALSE(has(json, Conflict::coach_against));
    json = sound();
    json["people"][2]["roles"] = {"coach"};
    json["people"][2]["leaning"] = {{"us", 2.0}};
    CHECK_FALSE(has(json, Conflict::coach_against));
}

TEST_CASE("a pain that the deciders do not feel") {
    Json json = sound();
    json["offers"].push_back({{"id", "stay"}, {"kind", "status_quo"}, {"ratings", {{"risk", 1}}}});
    json["evidence"] = Json::array();
    json["people"][0]["leaning"] = {{"us", -2.0}};
    CHECK(has(json, Conflict::pain_not_felt));
    json["people"][0]["leaning"] = {{"us", 2.0}};
    CHECK_FALSE(has(json, Conflict::pain_not_felt));
    json["people"][0]["leaning"] = {{"us", -2.0}};
    json["offers"][2]["ratings"] = Json::object();
    CHECK_FALSE(has(json, Conflict::pain_not_felt));
}

TEST_CASE("return and payback are measured, and nobody who decides weighs them") {
    Json json = sound();
    json["offers"][0]["ratings"]["return_on_investment"] = {{"measure", 100}};
    CHECK_FALSE(has(json, Conflict::metrics_not_weighed));  // chen is a decision maker and weighs them
    json["people"][0]["roles"] = {"user"};
    json["decision"]["decider"] = "chen";
    CHECK(has(json, Conflict::metrics_not_weighed));
    json["offers"][0]["ratings"].erase("return_on_investment");
    CHECK_FALSE(has(json, Conflict::metrics_not_weighed));
}

TEST_CASE("dates in the wrong order, equal ones are not") {
    Json json = sound();
    json["as_of"] = "2026-10-15";
    json["decision"]["date"] = "2026-10-15";
    json["close_date"] = "2026-10-15";
    CHECK_FALSE(has(json, Conflict::decision_date_past));
    CHECK_FALSE(has(json, Conflict::close_before_decision));
    json["decision"]["date"] = "2026-10-14";
    CHECK(has(json, Conflict::decision_date_past));
    json["decision"]["date"] = "2026-10-16";
    CHECK(has(json, Conflict::close_before_decision));
}
