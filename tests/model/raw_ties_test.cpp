#include <buygraph/model/raw_ties.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

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
