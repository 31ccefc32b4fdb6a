#include <buygraph/insight/blind_spot.hpp>

#include <set>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("every kind of blind spot has a word of its own and comes back from it") {
    std::set<std::string_view> words;
    for (int kind = 0; kind <= static_cast<int>(BlindSpotKind::coach_controls); ++kind) {
        const std::string_view word = word_of(static_cast<BlindSpotKind>(kind));
        CHECK_FALSE(word.empty());
        CHECK(from_word<BlindSpotKind>(word) == static_cast<BlindSpotKind>(kind));
        words.insert(word);
    }
    CHECK(words.size() == Words<BlindSpotKind>::table.size());
}
