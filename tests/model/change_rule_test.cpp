#include <buygraph/model/change_rule.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("a model's rule is changed for it alone") {
    DecisionModel model = deals::under("quota");
    const DecisionModel before = model;
    CHECK(before.rule == model.rule);
    change_rule(model, [](decision::DecisionRule& rule) { rule.quota = 0.9; });
    CHECK(model.rule->quota == 0.9);
    CHECK(before.rule->quota != 0.9);
    CHECK(model.rule->votes == before.rule->votes);
}
