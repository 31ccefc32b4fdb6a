#include <buygraph/deal/tie_kinds.hpp>

#include "catch.hpp"

using namespace buygraph;

// Model, section 3: advises 0.6 one way, works_with 0.3, friend 0.5, opposes −0.4 both ways.
TEST_CASE("a tie that says nothing has its kind's strength and directions") {
    CHECK(kind_of(Tie{}) == TieKind::advises);
    CHECK(signed_strength(Tie{}) == 0.6);
    CHECK_FALSE(tie_defaults(TieKind::advises).both_ways);
    for (const auto& [kind, strength] : {std::pair(TieKind::works_with, 0.3), std::pair(TieKind::friendship, 0.5), std::pair(TieKind::opposes, -0.4)}) {
        Tie tie;
        tie.kind = kind;
        CHECK(signed_strength(tie) == strength);
        CHECK(tie_defaults(kind).both_ways);
    }
}

TEST_CASE("a given strength replaces the default, the sign stays the kind's") {
    Tie tie;
    tie.strength = 0.9;
    CHECK(signed_strength(tie) == 0.9);
    tie.kind = TieKind::opposes;
    CHECK(signed_strength(tie) == -0.9);
}
