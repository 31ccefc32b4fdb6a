#include <buygraph/insight/key_people.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("key people decide, veto, or have a fifth of the greatest influence") {
    const DecisionModel model = deals::under("autocracy");  // chen decides, liu vetoes, wang does neither
    CHECK(key_people(model, {1, 0.5, 0.19}) == std::vector<std::size_t>{0, 1});
    CHECK(key_people(model, {1, 0.5, -0.2}) == std::vector<std::size_t>{0, 1, 2});  // by size
    CHECK(key_people(model, {0, 0, 0}) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("where votes count, or all must say yes, whoever votes decides or approves") {
    for (const char* rule : {"majority", "quota", "weighted", "unanimity", "consent"}) CHECK(decides_or_approves(deals::under(rule), 2));
    CHECK_FALSE(decides_or_approves(deals::under("autocracy"), 2));
    Json json = deals::document();
    json["decision"]["rule"] = "majority";
    json["people"][2]["votes"] = 0;
    CHECK_FALSE(decides_or_approves(deals::model(json), 2));
}
