#include <buygraph/insight/access_spots.hpp>

#include "catch.hpp"
#include "spots.hpp"

using namespace buygraph;
using spots::number;
using Kind = BlindSpotKind;

namespace {

Json knowing(std::vector<std::string> people) {
    Json json = deals::document();
    json["people"].push_back({{"id", "zhao"}, {"roles", {"coach"}}});  // no vote, no tie
    json["team"] = Json::array({{{"id", "t"}, {"knows", people}}});
    return json;
}

std::vector<BlindSpot> found(const Json& json, Kind kind) { return spots::of(access_spots, json, kind); }

}  // namespace

TEST_CASE("each contact, by what P becomes when he leaves, and somebody unknown takes a place that decides") {
    const Json json = knowing({"liu", "zhao"});
    const auto now = found(json, Kind::contact_dependence);
    REQUIRE(now.size() == 2);
    CHECK(now[0].people == std::vector<std::size_t>{1});
    CHECK(number(now[0], "seat") == 1);
    CHECK(now[1].people == std::vector<std::size_t>{3});
    CHECK(number(now[1], "seat") == 0);
    CHECK(number(now[0], "strangers") == 2);  // chen and wang

    Json left = json;  // the same deal with the leaver and his seat written out
    left["people"][1]["departed"] = true;
    left["people"].push_back({{"id", "new"}, {"roles", {"technical"}}, {"reports_to", "chen"}, {"vacant", true}});
    CHECK(number(now[0], "after") == Approx(spots::win(left)).epsilon(1e-9));
    CHECK(number(now[0], "before") == Approx(spots::win(json)).epsilon(1e-9));
    CHECK(now[0].size == Approx(spots::win(left) - spots::win(json)).margin(1e-9));

    left = json;
    left["people"][3]["departed"] = true;
    CHECK(number(now[1], "after") == Approx(spots::win(left)).epsilon(1e-9));
    CHECK(found(knowing({}), Kind::contact_dependence).empty());
}

TEST_CASE("losing a friend who holds the veto costs us, losing an enemy helps") {
    Json json = knowing({"liu"});
    json["evidence"] = Json::array({{{"about", "liu"}, {"offer", "us"}, {"stance", "sponsor"}, {"reliability", 1}}});
    CHECK(found(json, Kind::contact_dependence)[0].size < 0);
    json["evidence"][0]["stance"] = "enemy";
    CHECK(found(json, Kind::contact_dependence)[0].size > 0);
}

TEST_CASE("no way leads to the decider when nobody we know has his ear") {
    CHECK(found(knowing({"liu"}), Kind::no_path).empty());   // liu reports to chen
    CHECK(found(knowing({"chen"}), Kind::no_path).empty());  // he is a contact himself
    const auto now = found(knowing({"zhao"}), Kind::no_path);
    REQUIRE(now.size() == 1);
    CHECK(now[0].people == std::vector<std::size_t>{0});
    CHECK(number(now[0], "contacts") == 1);
    CHECK(now[0].size > 0);
    const auto nobody = found(knowing({}), Kind::no_path);
    REQUIRE(nobody.size() == 1);
    CHECK(number(nobody[0], "contacts") == 0);
}

TEST_CASE("a tie to him opens the way, an opponent's does not; under a voting rule everybody who votes has to be reached") {
    Json json = knowing({"zhao"});
    json["ties"].push_back({{"from", "zhao"}, {"to", "chen"}, {"kind", "opposes"}});
    CHECK(found(json, Kind::no_path).size() == 1);
    json["ties"].back()["kind"] = "advises";
    CHECK(found(json, Kind::no_path).empty());
    json = knowing({"zhao"});
    json["decision"] = {{"rule", "majority"}};
    CHECK(found(json, Kind::no_path).size() == 3);
}
