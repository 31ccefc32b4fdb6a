#include <buygraph/io/catalog_file.hpp>
#include <buygraph/io/file.hpp>

#include <algorithm>

#include <buygraph/model/compile.hpp>
#include <buygraph/model/formal_right.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {
const char* shipyard = R"({"buygraph": 1,
  "roles": {"classifier": {"labels": {"en": "Class surveyor", "zh": "船级社验船师"}, "susceptibility": 0.1, "veto": true, "importance": {"class_rules": 9}}},
  "concerns": {"class_rules": {"labels": {"en": "Class rules", "zh": "入级规范"}, "kind": "organisational", "unit": "findings", "points": [[0, 10], [20, 0]]}}})";
}

TEST_CASE("a deal may use the roles and concerns of a user's catalog, and carries them from then on") {
    Json json = deals::document();
    json["people"][1]["roles"] = "classifier";
    json["offers"][0]["ratings"]["class_rules"] = {{"measure", 5}};
    CHECK_FALSE(read_and_validate(json).faults.empty());

    const ReadCatalog users = read_catalog(std::string_view(shipyard));
    REQUIRE(users.faults.empty());
    const ReadResult result = read_and_validate(json, users.catalog);
    REQUIRE(result.faults.empty());
    CHECK(parse_deal(deal_text(result.deal)) == result.deal);
    const DecisionModel model = compile(result.deal);
    const std::size_t liu = model.person("liu");
    CHECK(model.susceptibility[liu] == 0.1);
    CHECK(formal_right(model, liu).veto);
    // 5 findings of 20 are a quarter of the way from 10 to 0: 7.5, centred 0.5
    CHECK(model.table.score[liu](model.ours, model.concern("class_rules")) == Approx(0.5).epsilon(1e-14));
}

TEST_CASE("faults of a catalog file are found before any deal, with pointers into the catalog") {
    Json json = Json::parse(shipyard);
    json["roles"]["classifier"]["importance"] = {{"clas_rules", 9}};
    json["roles"]["classifier"]["susceptibility"] = 1;
    json["concerns"]["class_rules"]["points"] = Json::array({Json::array({0, 10})});
    const auto faults = read_catalog(json).faults;
    REQUIRE(faults.size() == 3);
    CHECK(faults[0].pointer == "/roles/classifier/importance/clas_rules");
    CHECK(faults[0].suggestion == "class_rules");
    CHECK(faults[1].pointer == "/roles/classifier/susceptibility");
    CHECK(faults[2].pointer == "/concerns/class_rules/points");
    CHECK(read_catalog(Json::array()).faults.size() == 1);
    CHECK(read_catalog(Json{{"roles", Json::object()}}).faults.front().pointer == "/buygraph");
    CHECK(read_catalog(std::string_view("{")).faults.size() == 1);
}

TEST_CASE("a user's catalog brings its own advice, and faults in it are found") {
    Json json = Json::parse(shipyard);
    json["concerns"]["class_rules"]["advice"] = {{"ask", {{"en", "Ask {person} which rules apply."}}}};
    const ReadCatalog users = read_catalog(json);
    REQUIRE(users.faults.empty());
    const ReadResult result = read_and_validate(deals::document(), users.catalog);
    REQUIRE(result.faults.empty());
    CHECK(advice_of(merged_catalog(result.deal.catalog), "class_rules").ask->en == "Ask {person} which rules apply.");
    json["concerns"]["class_rules"]["advice"] = {{"ask", "Ask {who}."}, {"lead", 3}, {"open", "Open."}};
    const auto faults = read_catalog(json).faults;
    std::vector<std::string> pointers;
    for (const Fault& fault : faults) pointers.push_back(fault.pointer);
    std::sort(pointers.begin(), pointers.end());
    CHECK(pointers == std::vector<std::string>{"/concerns/class_rules/advice/ask", "/concerns/class_rules/advice/lead", "/concerns/class_rules/advice/open"});
}
