#include <buygraph/deal/fault.hpp>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("a fault says where, what, given, allowed and meant in either language") {
    const Fault fault{"/people/0/roles", {"person a: unknown", "人物 a：未知"}, "usr", {"a role", "角色"}, "user"};
    CHECK(describe(fault) == "/people/0/roles: person a: unknown (given usr; allowed: a role; did you mean user?)");
    CHECK(describe(fault, Language::chinese) == "/people/0/roles：人物 a：未知（给出 usr；允许：角色；是不是 user？）");
}

TEST_CASE("an error holds all faults as data and names them all") {
    const DealError error({{"/a", {"x", ""}, "", {}, ""}, {"/b", {"y", ""}, "", {}, ""}});
    CHECK(error.faults.size() == 2);
    CHECK(std::string(error.what()) == "2 faults in the deal\n  /a: x\n  /b: y");
}
