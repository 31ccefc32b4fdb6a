#include <buygraph/text/ties.hpp>

#include <set>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("every kind of tie has words of its own in both languages") {
    std::set<std::string> english, chinese;
    for (const auto& [word, kind] : Words<TieKind>::table) {
        english.insert(text::tie_words(kind).en);
        chinese.insert(text::tie_words(kind).zh);
    }
    CHECK(english.size() == 4);
    CHECK(chinese.size() == 4);
    CHECK_FALSE(english.contains(""));
    CHECK_FALSE(chinese.contains(""));
}
