#include <buygraph/io/edits.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {
Json edited(const std::vector<Edit>& edits) {
    Json json = deals::document();
    FaultList faults;
    apply_edits(json, edits, faults);
    REQUIRE(faults.faults().empty());
    return json;
}
}  // namespace

TEST_CASE("places are named by ids") {
    CHECK(edited({{"people/liu/susceptibility", 0.9}})["people"][1]["susceptibility"] == 0.9);
    CHECK(edited({{"/offers/us/ratings/cost", 6}})["offers"][0]["ratings"]["cost"] == 6);
    CHECK(edited({{"decision/rule", "consent"}})["decision"]["rule"] == "consent");
    CHECK(edited({{"ties/0/strength", 0.2}})["ties"][0]["strength"] == 0.2);
}

TEST_CASE("null removes and - adds") {
    CHECK(edited({{"people/liu", nullptr}})["people"].size() == 2);
    CHECK_FALSE(edited({{"people/liu/reports_to", nullptr}})["people"][1].contains("reports_to"));
    CHECK(edited({{"ties/-", {{"from", "wang"}, {"to", "chen"}}}})["ties"].size() == 2);
    CHECK(edited({{"moves/-", {{"kind", "remove_person"}, {"person", "wang"}}}})["moves"].size() == 1);
}

TEST_CASE("a slash in an id is written ~1") {
    Json json = deals::document();
    json["people"][1]["id"] = "a/b~c";
    FaultList faults;
    apply_edits(json, {{"people/a~1b~0c/level", 3}}, faults);
    CHECK(json["people"][1]["level"] == 3);
}

TEST_CASE("paths that lead nowhere are faults and change nothing") {
    for (const char* path : {"people/nobody/level", "ties/7", "name/first", "ties/x"}) {
        Json json = deals::document();
        FaultList faults;
        apply_edits(json, {{path, 1}}, faults);
        CHECK(faults.faults().size() == 1);
        CHECK(json == deals::document());
    }
}

TEST_CASE("a misspelt id in a path is answered with the nearest one") {
    Json json = deals::document();
    FaultList faults;
    apply_edits(json, {{"people/chenn/level", 3}}, faults);
    REQUIRE(faults.faults().size() == 1);
    CHECK(faults.faults()[0].suggestion == "chen");
}

TEST_CASE("an id is one step of a path, whatever stands in it") {
    for (const char* id : {"chen", "a/b", "~", "~1/0~", "陈/伟", "a//b"}) CHECK(detail::edit_steps("people/" + detail::path_step(id) + "/votes") == std::vector<std::string>{"people", id, "votes"});
}
