#include <buygraph/deal/check.hpp>

#include <buygraph/io/read_deal.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {
std::vector<Fault> after(const char* path, const Json& value) {
    Json json = deals::document();
    json[Json::json_pointer(path)] = value;
    FaultList reading;
    return check(read_deal(json, reading));
}
bool faulty_only_at(const char* path, const Json& value) {
    const auto faults = after(path, value);
    return faults.size() == 1 && faults.front().pointer == path;
}
}  // namespace

TEST_CASE("numbers out of range are named with their place") {
    CHECK(faulty_only_at("/people/0/susceptibility", 1));
    CHECK(faulty_only_at("/people/0/susceptibility", -0.1));
    CHECK(after("/offers/0/ratings/cost", 11).front().pointer == "/offers/0/ratings/cost/score");
    CHECK(faulty_only_at("/ties/0/strength", 0));
    CHECK(faulty_only_at("/evidence/0/stance", 1.01));
    CHECK(faulty_only_at("/evidence/1/reliability", 2));
    CHECK(faulty_only_at("/people/0/level", 5));
    CHECK(faulty_only_at("/value", -1));
    CHECK(after("/people/0/susceptibility", 0.99).empty());
    CHECK(after("/ties/0/strength", 1).empty());
}

TEST_CASE("what is not finite is named") {
    CHECK(faulty_only_at("/people/0/susceptibility", std::nan("")));
    CHECK(faulty_only_at("/value", std::numeric_limits<double>::infinity()));
}

TEST_CASE("an id that names nothing is named, with the one that was meant") {
    const auto faults = after("/ties/0/from", "lui");
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().suggestion == "liu");
    CHECK(after("/evidence/0/about", "陈伟").front().suggestion == "chen");  // the name was written for the id
    CHECK(after("/people/1/reports_to", "cheng").front().suggestion == "chen");
    CHECK(after("/evidence/0/offer", "riva").front().suggestion == "rival");
    CHECK(after("/people/0/roles", Json::array({"decision_makr"})).front().suggestion == "decision_maker");
}

TEST_CASE("names that could mislead are refused, others are kept") {
    CHECK(faulty_only_at("/people/0/name", std::string("a\0b", 3)));
    CHECK(faulty_only_at("/people/0/name", "abc\xE2\x80\xAE"));
    CHECK(after("/people/0/name", "<script>alert('x')</script>").empty());
    CHECK(after("/notes", "two\nlines").empty());
    CHECK(faulty_only_at("/account", "two\nlines"));
}
