#include <buygraph/plan/goodwill.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("how much he has told, and which personal concerns of his weigh most") {
    Json json = deals::document();
    json["people"][2]["concerns"] = {{"personal_trust", 9}, {"cost", 10}, {"ease_of_work", 1}};
    const Deal deal = deals::read(json);
    const DecisionModel model = deals::model(deal);
    const Goodwill wang = goodwill(deal, model, model.person("wang")), liu = goodwill(deal, model, model.person("liu"));
    CHECK(wang.told == 2);  // liu on us and chen on staying
    CHECK(liu.told == 0);
    // wang is three parts purchaser, one part user: room for later price cuts weighs 7 · 3/4; cost is the company's and no favour to him.
    CHECK(wang.in_return == std::vector<std::size_t>{model.concern("personal_trust"), model.concern("future_price_room")});
    CHECK(liu.in_return == std::vector<std::size_t>{model.concern("expert_dialogue"), model.concern("personal_trust")});  // 6 and 5 of the technical role
}
