#include <buygraph/deal/words.hpp>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("every choice is written by a word that reads back as it") {
    CHECK(from_word<TieKind>("friend") == TieKind::friendship);
    CHECK(word_of(TieKind::friendship) == "friend");
    CHECK_FALSE(from_word<Rule>("dictatorship"));
    for (const auto& [word, rule] : Words<Rule>::table) CHECK(from_word<Rule>(word_of(rule)) == rule);
    for (const auto& [word, kind] : Words<MoveKind>::table) CHECK(word_of(kind) == word);
}
