#include <buygraph/text/stances.hpp>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("stances and sureness have their words in both languages") {
    const Standing stands{-0.4, 0.1, 0, 0, -2, Sureness::sure, StanceScale::lead, 2};
    CHECK(text::stance_words(stands) == Text{"clearly for a rival", "明显偏对手"});
    CHECK(text::sureness_words(Sureness::guess).zh == "猜测");
    CHECK(std::string(text::stance_sign(-1)) == "−");
    CHECK(std::string(text::stance_sign(2)) == "++");
    Standing alone = stands;
    alone.scale = StanceScale::pull_to_buy;
    alone.sign = 1;
    CHECK(text::stance_words(alone).en == "rather wants to buy");
}

TEST_CASE("each scale has a name, and words of its own for who is against us") {
    Standing stands{-0.4, 0.1, 0, 0, -2, Sureness::sure, StanceScale::stance_to_us, 2};
    CHECK(text::stance_words(stands) == Text{"clearly against us", "明显不认可我方"});
    stands.sign = 1;
    CHECK(text::stance_words(stands).zh == "略认可我方");
    CHECK(text::scale_words(StanceScale::lead).en == "lead over the best rival");
    CHECK(text::scale_words(StanceScale::stance_to_us) == Text{"stance to us", "对我方的态度"});
    CHECK(text::scale_ends(StanceScale::pull_to_buy).against == Text{"wants to stay", "想维持现状"});
    CHECK(text::scale_ends(StanceScale::lead).in_favour.en == "for us");
}
