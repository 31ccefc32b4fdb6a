#include "catch.hpp"

#include <buygraph/io/checked_faults.hpp>

using namespace buygraph;

namespace {

std::string pointed(const char* document, const char* pointer) {
    Fault fault;
    fault.pointer = pointer;
    detail::point_into(Json::parse(document), fault);
    return fault.pointer;
}

}  // namespace

TEST_CASE("a fault inside a bare number stands at the number") {
    CHECK(pointed(R"({"ratings": {"cost": 11}})", "/ratings/cost/score") == "/ratings/cost");
    CHECK(pointed(R"({"ratings": {"cost": {"score": 11}}})", "/ratings/cost/score") == "/ratings/cost/score");
}

TEST_CASE("a fault about a name in a list stands at its entry") {
    CHECK(pointed(R"({"roles": ["user", "tecnical"]})", "/roles/tecnical") == "/roles/1");
    CHECK(pointed(R"({"roles": {"tecnical": 1}})", "/roles/tecnical") == "/roles/tecnical");
    CHECK(pointed(R"({"roles": "tecnical"})", "/roles/tecnical") == "/roles");
}

TEST_CASE("a name that looks like a number does not lead anywhere") {
    const std::string nines(30, '9');
    CHECK(pointed(R"({"roles": [1]})", ("/roles/" + nines).c_str()) == "/roles/" + nines);
    CHECK(pointed(R"({"roles": [1]})", ("/roles/" + nines + "/deeper").c_str()) == "/roles/" + nines + "/deeper");
    CHECK(pointed(R"({})", "") == "");
}

TEST_CASE("what follows from a fault of reading is not named again") {
    std::vector<Fault> faults(1);
    faults[0].pointer = "/people/0/level";
    std::vector<Fault> checked(3);
    checked[0].pointer = "/people/0/level";
    checked[1].pointer = "/people";
    checked[2].pointer = "/people/0";
    std::vector<Fault> other(1);
    other[0].pointer = "/people/0/levels";
    checked.push_back(other[0]);
    detail::add_checked(Json::parse(R"({"people": [{}]})"), checked, faults);
    REQUIRE(faults.size() == 2);
    CHECK(faults[1].pointer == "/people/0/levels");
}
