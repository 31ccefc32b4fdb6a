#include <buygraph/insight/centre.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

//   chen (level 4, board) ◀──reports── liu (3, technology),  wang (2, buying) ──advises 0.5──▶ chen
//   a vacant seat (3, technology) without ties, and one who has left (1, stores)
Json centre() {
    Json json = deals::document();
    json["evidence"] = Json::array();
    json["people"] = Json::array({{{"id", "chen"}, {"roles", {"decision_maker"}}, {"level", 4}, {"department", "board"}},
                                  {{"id", "liu"}, {"roles", {"technical"}}, {"level", 3}, {"department", "technology"}, {"reports_to", "chen"}},
                                  {{"id", "wang"}, {"roles", {"purchaser"}}, {"level", 2}, {"department", "buying"}},
                                  {{"id", "seat"}, {"roles", {"technical"}}, {"level", 3}, {"department", "technology"}, {"vacant", true}},
                                  {{"id", "old"}, {"roles", {"purchaser"}}, {"level", 1}, {"department", "stores"}, {"departed", true}}});
    json["ties"] = Json::array({{{"from", "wang"}, {"to", "chen"}, {"strength", 0.5}}, {{"from", "old"}, {"to", "chen"}}});
    return json;
}

CentreDimensions of(const Json& json) {
    const Deal deal = deals::read(json);
    return centre_dimensions(deal, deals::model(deal));
}

}  // namespace

// By hand: strengths chen → liu 0.6, liu → chen 0.3, wang → chen 0.5; 3 of 12 ordered pairs; 0.5 of 1.4 given is wang's, he takes nothing: 0.5 / 2.8.
TEST_CASE("the five dimensions by hand, a vacant seat counted and who left not") {
    const CentreDimensions found = of(centre());
    CHECK(found.vertical_involvement == 3);
    CHECK(found.lateral_involvement == 3);
    CHECK(found.extensivity == 4);
    CHECK(found.connectedness == Approx(3.0 / 12));
    CHECK(found.purchaser_centrality.value() == Approx(0.5 / 2.8));
}

TEST_CASE("a purchaser with other roles counts by his share, a negative tie by its size, parallel records once") {
    Json json = centre();
    json["people"][2]["roles"] = {{"purchaser", 1}, {"user", 3}};
    CHECK(of(json).purchaser_centrality.value() == Approx(0.25 * 0.5 / 2.8));
    json["ties"].push_back({{"from", "wang"}, {"to", "liu"}, {"kind", "opposes"}, {"strength", 0.4}});  // both ways
    CHECK(of(json).purchaser_centrality.value() == Approx(0.25 * (0.5 + 0.8) / (2 * 2.2)));
    CHECK(of(json).connectedness == Approx(5.0 / 12));
    json["ties"].push_back({{"from", "wang"}, {"to", "chen"}, {"strength", 0.1}});
    CHECK(of(json).connectedness == Approx(5.0 / 12));
}

TEST_CASE("nobody purchases, no ties, one person, nothing said of level and department") {
    Json json = centre();
    json["people"] = Json::array({{{"id", "chen"}, {"roles", {"decision_maker"}}}});
    json["ties"] = Json::array();
    const CentreDimensions alone = of(json);
    CHECK(alone.vertical_involvement == 0);
    CHECK(alone.lateral_involvement == 0);
    CHECK(alone.extensivity == 1);
    CHECK(alone.connectedness == 0);
    CHECK_FALSE(alone.purchaser_centrality.has_value());
    json["people"].push_back({{"id", "wang"}, {"roles", {"purchaser"}}});
    CHECK(of(json).purchaser_centrality.value() == 0);
}
