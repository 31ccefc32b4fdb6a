#include <buygraph/deal/ordered_map.hpp>

#include "catch.hpp"

using buygraph::OrderedMap;

TEST_CASE("a map keeps the order of the file and compares without it") {
    OrderedMap<int> map;
    map["z"] = 1;
    map["a"] = 2;
    map["z"] = 3;
    CHECK(map.size() == 2);
    CHECK(map.begin()->first == "z");
    CHECK(*map.find("z") == 3);
    CHECK(map.find("b") == nullptr);
    CHECK(map == OrderedMap<int>{{"a", 2}, {"z", 3}});
    CHECK_FALSE(map == OrderedMap<int>{{"a", 2}, {"b", 3}});
}
