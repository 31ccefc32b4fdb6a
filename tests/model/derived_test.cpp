#include <buygraph/model/derived.hpp>
#include <buygraph/model/change_rule.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("what is derived from a compiled model is what it holds already") {
    for (const char* rule : {"autocracy", "weighted", "quota", "majority", "unanimity", "consent"}) {
        const DecisionModel model = deals::under(rule);
        DecisionModel again = model;
        derive(again);
        CHECK(again.control == model.control);
        CHECK(again.rule->voice == model.rule->voice);
        CHECK(again.rule->decides == model.rule->decides);
        CHECK(again.rule->votes_needed == model.rule->votes_needed);
    }
}

TEST_CASE("votes that change change what is needed and whose pull counts") {
    DecisionModel model = deals::under("quota");
    change_rule(model, [](decision::DecisionRule& rule) { rule.votes = {4, 1, 1}; });
    derive(model);
    CHECK(model.rule->votes_needed == 4);
    CHECK(model.rule->voice[0] == Approx(4. / 6));
}
