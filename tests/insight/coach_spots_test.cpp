#include <buygraph/forecast/moves.hpp>
#include <buygraph/insight/coach_spots.hpp>

#include "catch.hpp"
#include "spots.hpp"

using namespace buygraph;
using spots::number;
using Kind = BlindSpotKind;

namespace {

/// zhao is a coach; liu reports to chen, who decides.
Json coached() {
    Json json = deals::document();
    json["people"].push_back({{"id", "zhao"}, {"roles", {"coach"}}});
    for (Json& evidence : json["evidence"]) evidence.erase("source");
    return json;
}

std::vector<BlindSpot> found(const Json& json, Kind kind) { return spots::of(coach_spots, json, kind); }

}  // namespace

TEST_CASE("no coach is named; a vacant seat or one who left is none, and one person needs none") {
    Json json = coached();
    CHECK(found(json, Kind::no_coach).empty());
    for (const char* flag : {"vacant", "departed"}) {
        Json edited = json;
        edited["people"][3][flag] = true;
        CHECK(found(edited, Kind::no_coach).size() == 1);
    }
    const auto now = found(deals::document(), Kind::no_coach);
    REQUIRE(now.size() == 1);
    const Deal deal = deals::read(deals::document());
    const DecisionModel model = deals::model(deal);
    const Looking looking = look(deal, model, {.samples = 256});
    for (std::size_t p = 0; p < 3; ++p) CHECK(now[0].size >= std::abs(looking.influence[p].value()) * looking.sd[p]);
    Json alone = deals::document();
    alone["people"] = Json::array({alone["people"][0]});
    alone["ties"] = alone["evidence"] = Json::array();
    CHECK(found(alone, Kind::no_coach).empty());
}

TEST_CASE("a coach without reach, by what the decider's ear would be worth") {
    Json json = coached();
    const auto now = found(json, Kind::coach_without_reach);
    REQUIRE(now.size() == 1);
    CHECK(now[0].people == std::vector<std::size_t>{3, 0});
    const Move ear{.kind = MoveKind::add_tie, .person = {}, .offer = {}, .concern = {}, .from = "zhao", .to = "chen", .gate = {}, .by = 0.6};
    const DecisionModel model = deals::model(json);
    CHECK(now[0].size == Approx(forecast_moves(model, {&ear, 1}, {.samples = 256, .variance_by_group = false}).difference[1]).epsilon(1e-9));
    json["ties"].push_back({{"from", "zhao"}, {"to", "liu"}});  // who reports to chen
    CHECK(found(json, Kind::coach_without_reach).empty());
    json = coached();
    json["people"][3]["votes"] = 1;
    json["decision"] = {{"rule", "majority"}};
    CHECK(found(json, Kind::coach_without_reach).empty());
}

TEST_CASE("a coach who tells much and moves nothing") {
    Json json = coached();
    json["evidence"][0]["source"] = json["evidence"][1]["source"] = "zhao";
    const auto now = found(json, Kind::coach_talks);
    REQUIRE(now.size() == 1);
    CHECK(now[0].people == std::vector<std::size_t>{3});
    CHECK(number(now[0], "readings") == 2);
    CHECK(number(now[0], "all") == 3);
    CHECK(number(now[0], "control") == 0);
    const double without = spots::win(spots::with(json, [](Json& edited) { edited["evidence"].erase(0), edited["evidence"].erase(0); }));
    CHECK(now[0].size == Approx(spots::win(json) - without).margin(1e-6));

    Json once = json;
    once["evidence"][1].erase("source");
    CHECK(found(once, Kind::coach_talks).empty());
    Json one_of_many = json;  // 2 of 9
    for (int i = 0; i < 6; ++i) one_of_many["evidence"].push_back({{"about", "chen"}, {"offer", "us"}, {"stance", 0.1}});
    CHECK(found(one_of_many, Kind::coach_talks).empty());
    json["ties"].push_back({{"from", "zhao"}, {"to", "chen"}, {"strength", 0.9}});  // now he moves
    CHECK(found(json, Kind::coach_talks).empty());
}

TEST_CASE("a coach who moves much and tells nothing") {
    Json json = coached();
    json["ties"].push_back({{"from", "zhao"}, {"to", "chen"}, {"strength", 0.2}});
    CHECK(found(json, Kind::coach_controls).empty());  // his control is under an equal part, 1/4
    json["ties"].back()["strength"] = 0.9;
    const auto now = found(json, Kind::coach_controls);
    REQUIRE(now.size() == 1);
    CHECK(number(now[0], "control") >= 0.25);
    CHECK(number(now[0], "control") == Approx(deals::model(json).control(0, 3)));
    json["evidence"][0]["source"] = "zhao";
    CHECK(found(json, Kind::coach_controls).empty());
}
