#include <buygraph/insight/stance_scale.hpp>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("every scale has its word, and the word leads back to it") {
    for (const StanceScale scale : {StanceScale::lead, StanceScale::stance_to_us, StanceScale::pull_to_buy}) CHECK(from_word<StanceScale>(word_of(scale)) == scale);
    CHECK(word_of(StanceScale::stance_to_us) == "stance_to_us");
    CHECK_FALSE(from_word<StanceScale>("liking"));
}
