#include <buygraph/deal/nearest.hpp>

#include "catch.hpp"

using namespace buygraph;

// Textbook distances: kitten → sitting takes three edits; one swap of neighbours counts once.
TEST_CASE("edit distance counts insertions, deletions, changes and swaps") {
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("reliabiltiy", "reliability") == 1);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("abc", "abc") == 0);
}

TEST_CASE("the nearest word is suggested, a far one is not") {
    const std::vector<std::string> known{"susceptibility", "reports_to", "roles"};
    CHECK(nearest_word("suseptibility", known) == "susceptibility");
    CHECK(nearest_word("role", known) == "roles");
    CHECK(nearest_word("shoe_size", known).empty());
}
