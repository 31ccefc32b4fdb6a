#include <buygraph/insight/role_spots.hpp>

#include <set>

#include "catch.hpp"
#include "spots.hpp"

using namespace buygraph;
using spots::number;
using Kind = BlindSpotKind;

namespace {

std::vector<BlindSpot> found(const Json& json, Kind kind) { return spots::of(role_spots, json, kind); }
std::set<std::string> unfilled(const Json& json) {
    std::set<std::string> roles;
    for (const BlindSpot& spot : found(json, Kind::role_unfilled)) roles.insert(spot.role);
    return roles;
}

}  // namespace

TEST_CASE("roles that nobody has, of the five that a purchase needs") {
    Json json = deals::document();  // chen decides, liu technical, wang purchaser and user
    CHECK(unfilled(json) == std::set<std::string>{"finance"});
    json["people"][2]["roles"] = {"purchaser"};
    CHECK(unfilled(json) == std::set<std::string>{"finance", "user"});
    json["people"].push_back({{"id", "zhao"}, {"roles", {"finance"}}, {"vacant", true}});  // a seat that is known to be there
    CHECK(unfilled(json) == std::set<std::string>{"user"});
    json["people"].push_back({{"id", "li"}, {"roles", {"user"}}, {"departed", true}});
    CHECK(unfilled(json) == std::set<std::string>{"user"});
}

TEST_CASE("whoever the deal says decides is the decision maker, under voting rules somebody has to be") {
    Json json = deals::document();
    json["people"][0]["roles"] = {"user"};
    json["decision"]["decider"] = "chen";
    CHECK(unfilled(json).count("decision_maker") == 0);
    json["decision"] = {{"rule", "majority"}};
    CHECK(unfilled(json).count("decision_maker") == 1);
}

// The same from two deal files with the seat written out.
TEST_CASE("a role nobody fills is worth what the leaning of its seat moves") {
    Json json = deals::document();
    const auto with_seat = [&](double leaning) {
        Json edited = json;
        edited["people"].push_back({{"id", "fin"}, {"roles", {"finance"}}, {"vacant", true}, {"reports_to", "chen"}, {"leaning", {{"us", leaning}}}});
        return spots::win(edited);
    };
    const BlindSpot spot = found(json, Kind::role_unfilled)[0];
    CHECK(spot.people.empty());
    CHECK(number(spot, "after") == Approx(with_seat(0.7)).epsilon(1e-9));
    CHECK(number(spot, "before") == Approx(with_seat(-0.7)).epsilon(1e-9));
    CHECK(spot.size == Approx(with_seat(0.7) - with_seat(-0.7)).epsilon(1e-9));
    CHECK(number(spot, "veto") == 0);

    json["people"][1]["roles"] = {"user"};  // no technical person: that seat holds a veto, and is worth more
    double technical = 0, finance = 0;
    for (const BlindSpot& one : found(json, Kind::role_unfilled)) {
        if (one.role == "technical") {
            technical = one.size;
            CHECK(number(one, "veto") == 1);
        }
        if (one.role == "finance") finance = one.size;
    }
    CHECK(technical > finance);
    CHECK(finance > 0);
}

TEST_CASE("a vacant seat of the deal is worth the same way, where it stands") {
    Json json = deals::document();
    json["people"][1]["vacant"] = true;
    const auto now = found(json, Kind::vacant_seat);
    REQUIRE(now.size() == 1);
    CHECK(now[0].people == std::vector<std::size_t>{1});
    const auto with_leaning = [&](double leaning) {
        Json edited = json;
        edited["people"][1]["leaning"] = {{"us", leaning}};
        return spots::win(edited);
    };
    CHECK(now[0].size == Approx(with_leaning(0.7) - with_leaning(-0.7)).epsilon(1e-9));
    CHECK(found(deals::document(), Kind::vacant_seat).empty());
}

TEST_CASE("a veto holder who leans to a rival, by what his veto costs us") {
    Json json = deals::document();
    json["evidence"] = Json::array();
    json["people"][1]["leaning"] = {{"us", -1.0}};
    const auto now = found(json, Kind::veto_against);
    REQUIRE(now.size() == 1);
    CHECK(now[0].people == std::vector<std::size_t>{1});
    CHECK(now[0].offers == std::vector<std::size_t>{2});
    const double without = spots::win(spots::with(json, [](Json& edited) { edited["people"][1]["veto"] = false; }));
    CHECK(now[0].size == Approx(without - spots::win(json)).epsilon(1e-9));
    CHECK(now[0].size > 0);
    CHECK(number(now[0], "lead") == Approx(standings(deals::model(json))[1].lead));

    json["people"][1]["veto"] = false;
    CHECK(found(json, Kind::veto_against).empty());
    json["people"][1]["veto"] = true;
    json["people"][1]["leaning"] = {{"us", 1.0}};
    CHECK(found(json, Kind::veto_against).empty());
}
