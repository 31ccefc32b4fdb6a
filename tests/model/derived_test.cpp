#include <buygraph/model/derived.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("what is derived from a compiled model is what it holds already") {
    for (const char* rule : {"autocracy", "weighted", "quota", "majority", "unanimity", "consent"}) {
        const DecisionModel model = deals::under(rule);
        DecisionModel again = model;
        derive(again);
        CHECK(again.control == model.control);
        CHECK(again.rule.voice == model.rule.voice);
        CHECK(again.rule.decides == model.rule.decides);
        CHECK(again.rule.votes_needed == model.rule.votes_needed);
    }
}

// chen decides and hears liu and wang, who report to him (0.3 each); liu and wang are friends (0.5): raw ties by hand.
TEST_CASE("raw ties add up over records and directions") {
    const DecisionModel model = deals::model(deals::document());
    const Matrix raw = raw_ties(model);
    const std::size_t chen = 0, liu = 1, wang = 2;
    CHECK(raw(chen, liu) == 0.3);
    CHECK(raw(liu, chen) == 0.6);
    CHECK(raw(wang, liu) == 0.5);
    CHECK(raw(liu, wang) == 0.5);
    CHECK(raw(chen, chen) == 0);
}

TEST_CASE("votes that change change what is needed and whose pull counts") {
    DecisionModel model = deals::under("quota");
    model.rule.votes = {4, 1, 1};
    derive(model);
    CHECK(model.rule.votes_needed == 4);
    CHECK(model.rule.voice[0] == Approx(4. / 6));
}
