#include <buygraph/text/stances.hpp>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("stances and sureness have their words in both languages") {
    const Standing stands{-0.4, 0.1, 0, 0, -2, Sureness::sure, true, 2};
    CHECK(text::stance_words(stands) == Text{"clearly for a rival", "明显偏对手"});
    CHECK(text::sureness_words(Sureness::guess).zh == "猜测");
    CHECK(std::string(text::stance_sign(-1)) == "−");
    CHECK(std::string(text::stance_sign(2)) == "++");
    Standing alone = stands;
    alone.against_rival = false;
    alone.sign = 1;
    CHECK(text::stance_words(alone).en == "rather wants to buy");
}
