#include <buygraph/deal/fault_list.hpp>

#include "catch.hpp"

using namespace buygraph;

// RFC 6901: ~ becomes ~0 and / becomes ~1.
TEST_CASE("pointers are escaped") {
    CHECK(Place{}.field("people").item(3).field("a/b~c").pointer == "/people/3/a~1b~0c");
}

TEST_CASE("ranges are put in words") {
    CHECK(range_words(fields::from_below(0, 1, ""), false).en == "a number from 0 to 1, without 1");
    CHECK(range_words(fields::above(0, ""), false).en == "a number above 0");
    CHECK(range_words(fields::between(1, 4, ""), true).en == "a whole number from 1 to 4");
    CHECK(range_words(fields::at_least(0, ""), false).zh == "数字，不小于 0");
}

TEST_CASE("whose fault it is stands before what it is") {
    FaultList list;
    list.add(Place{}.field("x").called({"person a", "人物 a"}), {"bad", "坏"}, "1", {"2", "2"});
    CHECK(list.faults().front().message == Text{"person a: bad", "人物 a：坏"});
}
