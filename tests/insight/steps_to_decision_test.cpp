#include <buygraph/insight/steps_to_decision.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

using Steps = std::vector<std::optional<std::size_t>>;

//   a ──▶ b ──▶ c (decides) ──▶ d          e opposes b          f knows nobody
Json swaying_chain() {
    Json json = deals::document();
    json["evidence"] = Json::array();
    json["people"] = Json::array();
    for (const char* id : {"a", "b", "c", "d", "e", "f"}) json["people"].push_back({{"id", id}, {"roles", {id[0] == 'c' ? "decision_maker" : "user"}}});
    json["ties"] = {{{"from", "a"}, {"to", "b"}}, {{"from", "b"}, {"to", "c"}}, {{"from", "c"}, {"to", "d"}}, {{"from", "e"}, {"to", "b"}, {"kind", "opposes"}}};
    return json;
}

}  // namespace

TEST_CASE("steps are counted along ties as they point, opponents' too, and nobody without a way has any") {
    CHECK(steps_to_decision(deals::model(swaying_chain())) == Steps{2, 1, 0, std::nullopt, 2, std::nullopt});
}

TEST_CASE("a reporting line is a way in both directions") {
    Json json = swaying_chain();
    json["people"][3]["reports_to"] = "c";
    json["people"][2]["reports_to"] = "f";
    CHECK(steps_to_decision(deals::model(json)) == Steps{2, 1, 0, 1, 2, 1});
}

TEST_CASE("under voting rules everybody with a voice stands at the decision") {
    Json json = swaying_chain();
    json["decision"] = {{"rule", "majority"}};
    for (Json& person : json["people"]) person["votes"] = person["id"] == "d" || person["id"] == "b" ? 1 : 0;
    CHECK(steps_to_decision(deals::model(json)) == Steps{1, 0, 1, 0, 1, std::nullopt});
}
