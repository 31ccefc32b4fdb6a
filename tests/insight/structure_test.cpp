#include <buygraph/insight/structure.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

using People = std::vector<std::size_t>;

/// chen decides (autocracy); ours knows whom `knows` says.
Structure of(Json json, std::vector<std::string> knows) {
    if (!knows.empty()) json["team"] = {{{"id", "me"}, {"knows", knows}}};
    const Deal deal = deals::read(json);
    return structure(deal, deals::model(deal));
}

/// wang (2) reports to liu (1), who reports to chen (0): a line.
Json line() {
    Json json = deals::document();
    json["people"][2]["reports_to"] = "liu";
    json["ties"] = Json::array();
    return json;
}

}  // namespace

TEST_CASE("on a line the one between is gatekeeper, smallest cut and on the introduction") {
    const Structure found = of(line(), {"wang"});
    REQUIRE(found.ways.size() == 1);
    const WayIn& way = found.ways[0];
    CHECK(way.decider == 0);
    CHECK(way.share == 1);
    CHECK_FALSE(way.contact);
    CHECK(way.introduction->people == People{2, 1, 0});
    CHECK(way.gatekeepers == People{1});
    CHECK(way.smallest_cut == People{1});
    CHECK(found.articulation.people == People{1});
    CHECK(found.articulation.bridges.size() == 2);
}

TEST_CASE("a contact who sways the decider himself, or is he, cannot be cut off") {
    const Structure direct = of(line(), {"wang", "liu"});
    CHECK(direct.ways[0].introduction->people == People{1, 0});
    CHECK(direct.ways[0].gatekeepers->empty());
    CHECK_FALSE(direct.ways[0].smallest_cut);
    CHECK(of(line(), {"chen"}).ways[0].contact);
}

TEST_CASE("without a contact there is no way in; out of reach there is no introduction") {
    CHECK(of(line(), {}).ways.empty());
    Json json = line();
    json["people"].push_back({{"id", "zhao"}, {"roles", {"user"}}});
    const Structure found = of(json, {"zhao"});
    CHECK_FALSE(found.ways[0].introduction);
    CHECK_FALSE(found.ways[0].gatekeepers);
    CHECK_FALSE(found.ways[0].smallest_cut);
}

TEST_CASE("under voting rules everybody with a voice is a way, the loudest first") {
    Json json = line();
    json["decision"]["rule"] = "weighted";
    json["people"][1]["votes"] = 3;
    const Structure found = of(json, {"wang"});
    REQUIRE(found.ways.size() > 1);
    for (std::size_t w = 1; w < found.ways.size(); ++w) CHECK(found.ways[w - 1].share >= found.ways[w].share);
}
