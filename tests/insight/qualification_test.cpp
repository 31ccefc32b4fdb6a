#include <buygraph/insight/qualification.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;
using Field = QualificationField;
using Status = QualificationStatus;

namespace {

Qualification card(const Json& json) {
    const Deal deal = deals::read(json);
    return qualification(deal, deals::model(deal), {.samples = 256});
}
Status status(const Json& json, Field field) { return card(json)[field].status; }
double number(const QualificationEntry& entry, const char* name) { return *entry.numbers.find(name); }

}  // namespace

TEST_CASE("eight fields in the order of the word") {
    const Qualification found = card(deals::document());
    REQUIRE(found.entries.size() == 8);
    for (std::size_t i = 0; i < 8; ++i) CHECK(found.entries[i].field == static_cast<Field>(i));
    CHECK(word_of(Field::identify_pain) == "identify_pain");
}

TEST_CASE("metrics: unknown, partly with any measure, known with price and yearly benefit or with return and payback") {
    Json json = deals::document();
    CHECK(status(json, Field::metrics) == Status::unknown);
    json["offers"][0]["ratings"]["payback_time"] = {{"measure", 18}};
    CHECK(status(json, Field::metrics) == Status::partly);
    json["offers"][0]["ratings"]["return_on_investment"] = {{"measure", 120}};
    CHECK(status(json, Field::metrics) == Status::known);
    CHECK(card(json)[Field::metrics].concerns == std::vector<std::string>{"payback_time", "return_on_investment"});
    json = deals::document();
    json["offers"][0]["terms"] = {{"price", 100}, {"yearly_benefit", 40}};
    CHECK(status(json, Field::metrics) == Status::known);
}

TEST_CASE("economic buyer: known when he has the say, is named and is no guess") {
    Json json = deals::document();
    json["evidence"] = Json::array();
    CHECK(status(json, Field::economic_buyer) == Status::partly);  // his stance is a guess
    json["people"][0]["leaning"] = {{"us", 2.0}};
    Qualification found = card(json);
    CHECK(found[Field::economic_buyer].status == Status::known);
    CHECK(found[Field::economic_buyer].people == std::vector<std::size_t>{0});
    CHECK(number(found[Field::economic_buyer], "share") == 1);
    json["decision"]["decider"] = {{"chen", 0.6}, {"wang", 0.4}};
    found = card(json);
    CHECK(found[Field::economic_buyer].status == Status::partly);
    CHECK(number(found[Field::economic_buyer], "share") == Approx(0.6));
    json["decision"].erase("decider");
    json["people"][0]["vacant"] = true;
    CHECK(status(json, Field::economic_buyer) == Status::unknown);
}

// chen's own importances: sd 1 against the catalog's 1.5 leave 5/9 known of each; all of his are his own only when all are given.
TEST_CASE("decision criteria: unknown from the catalog alone, partly with some of his own, known with half") {
    Json json = deals::document();
    CHECK(status(json, Field::decision_criteria) == Status::unknown);
    CHECK(number(card(json)[Field::decision_criteria], "known") == Approx(0).margin(1e-12));
    json["people"][0]["concerns"] = {{"risk", 8}};
    CHECK(status(json, Field::decision_criteria) == Status::partly);
    const DecisionModel model = deals::model(json);
    for (std::size_t k = 0; k < model.table.concerns.size(); ++k)
        if (model.table.importance(0, k) > 0) json["people"][0]["concerns"][model.table.concerns[k]] = model.table.importance(0, k);
    CHECK(number(card(json)[Field::decision_criteria], "known") == Approx(5.0 / 9));
    CHECK(status(json, Field::decision_criteria) == Status::known);
    // at the vendor gate personal concerns count twice: recognition 7 · 2, then personal trust 5 · 2, then return 9
    CHECK(card(json)[Field::decision_criteria].concerns == std::vector<std::string>{"organisational_recognition", "personal_trust", "return_on_investment"});
}

TEST_CASE("decision process: rule, who and when") {
    Json json = deals::document();
    CHECK(status(json, Field::decision_process) == Status::unknown);
    json["decision"]["rule"] = "autocracy";
    CHECK(status(json, Field::decision_process) == Status::partly);
    json["decision"]["decider"] = "chen";
    json["decision"]["date"] = "2026-12-01";
    CHECK(status(json, Field::decision_process) == Status::known);
    json["decision"] = {{"rule", "majority"}, {"date", "2026-12-01"}};
    CHECK(status(json, Field::decision_process) == Status::partly);
    json["people"][0]["votes"] = 2;
    CHECK(status(json, Field::decision_process) == Status::known);
}

TEST_CASE("paper process: partly at best, for the deal file says nothing of its steps") {
    Json json = deals::document();
    CHECK(status(json, Field::paper_process) == Status::unknown);
    CHECK(card(json)[Field::paper_process].people == std::vector<std::size_t>{2});
    json["decision"]["date"] = "2026-12-01";
    json["close_date"] = "2026-12-15";
    const Qualification found = card(json);
    CHECK(found[Field::paper_process].status == Status::partly);
    CHECK(number(found[Field::paper_process], "days") == 14);
}

TEST_CASE("pain: where staying is rated low on what the deciders weigh") {
    Json json = deals::document();
    CHECK(status(json, Field::identify_pain) == Status::unknown);
    json["offers"].push_back({{"id", "stay"}, {"kind", "status_quo"}, {"ratings", {{"risk", 6}}}});
    for (Json& evidence : json["evidence"])
        if (evidence["offer"] == "status_quo") evidence["offer"] = "stay";
    CHECK(status(json, Field::identify_pain) == Status::partly);
    json["offers"][2]["ratings"] = {{"risk", 2}, {"payback_time", {{"score", 3}}}, {"ease_of_work", 0}};
    const Qualification found = card(json);
    CHECK(found[Field::identify_pain].status == Status::known);
    CHECK(found[Field::identify_pain].concerns == std::vector<std::string>{"risk", "payback_time"});  // 8 · 3 before 7 · 2; chen does not work with it
    CHECK(number(found[Field::identify_pain], "score") == Approx(2));
    json["offers"][2]["ratings"] = {{"ease_of_work", 0}};
    CHECK(status(json, Field::identify_pain) == Status::partly);
}

TEST_CASE("champion: somebody besides the economic buyer who leads for us; known when strong, sure and heard") {
    Json json = deals::document();
    json["evidence"] = Json::array();
    json["people"][1]["leaning"] = json["people"][2]["leaning"] = json["people"][0]["leaning"] = {{"rival", 1.0}};
    CHECK(status(json, Field::champion) == Status::unknown);
    json["people"][1]["leaning"] = {{"us", 2.0}};
    Qualification found = card(json);
    CHECK(found[Field::champion].status == Status::known);
    CHECK(found[Field::champion].people == std::vector<std::size_t>{1});
    CHECK(number(found[Field::champion], "reaches") == 1);
    json["people"][1].erase("reports_to");
    json["people"][2].erase("reports_to");
    found = card(json);  // a friend of wang, and neither has the decider's ear
    CHECK(found[Field::champion].status == Status::partly);
    CHECK(number(found[Field::champion], "reaches") == 0);
    json["people"][1]["vacant"] = true;
    json["ties"] = Json::array();
    CHECK(status(json, Field::champion) == Status::unknown);
}

TEST_CASE("competition: unknown without a competitor, known when all are rated and the likeliest is talked of") {
    Json json = deals::document();
    CHECK(status(json, Field::competition) == Status::known);  // rival is rated, and chen was asked about it
    json["evidence"].erase(1);
    CHECK(status(json, Field::competition) == Status::partly);
    json["offers"].erase(1);
    CHECK(status(json, Field::competition) == Status::unknown);
    json = deals::document();
    json["offers"].push_back({{"id", "third"}, {"kind", "competitor"}});
    const Qualification found = card(json);
    CHECK(found[Field::competition].status == Status::partly);
    CHECK(number(found[Field::competition], "rated") == 1);
    CHECK(found[Field::competition].offers.size() == 2);
}
