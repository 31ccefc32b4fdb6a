#include <buygraph/picture/map_layout.hpp>

#include <set>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::picture;

TEST_CASE("every layout has a word to ask for it and a name in both languages") {
    CHECK(from_word<MapLayout>("power_stance") == MapLayout::power_stance);
    CHECK_FALSE(from_word<MapLayout>("list"));
    std::set<std::string> names;
    for (const auto& [word, layout] : Words<MapLayout>::table) {
        CHECK(word_of(layout) == word);
        names.insert(layout_words(layout).en);
        names.insert(layout_words(layout).zh);
    }
    CHECK(names.size() == 8);
}
