#include <buygraph/io/file.hpp>

#include <filesystem>

#include "catch.hpp"
#include "deals.hpp"
#include "folder.hpp"

using namespace buygraph;
namespace fs = std::filesystem;

TEST_CASE("saving and loading gives an equal deal and leaves nothing beside it") {
    const Folder folder;
    const Deal deal = deals::read(deals::document());
    save(deal, folder.path / "商机.json");
    CHECK(load(folder.path / "商机.json") == deal);
    CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 1);
}

TEST_CASE("loading what is no file says which and why") {
    const Folder folder;
    CHECK_THROWS_AS(load(folder.path / "absent.json"), FileError);
    CHECK_THROWS_AS(load(folder.path), FileError);
}

TEST_CASE("a fault of a bare number points to the number, one of a field to the field") {
    Json json = deals::document();
    json["offers"][0]["ratings"] = {{"cost", 11}, {"risk", {{"score", 12}}}};
    json["people"][0]["concerns"] = {{"risk", 13}};
    std::vector<std::string> pointers;
    for (const Fault& fault : read_and_validate(json).faults) pointers.push_back(fault.pointer);
    CHECK(pointers == std::vector<std::string>{"/offers/0/ratings/cost", "/offers/0/ratings/risk/score", "/people/0/concerns/risk"});
}

TEST_CASE("loading throws all that validating finds, and names a field once") {
    Json json = deals::document();
    json["people"][0]["roles"] = 7;
    json["evidence"][0]["stance"] = Json::object();
    json["value"] = -1;
    const auto faults = read_and_validate(json).faults;
    std::vector<std::string> pointers;
    for (const Fault& fault : faults) pointers.push_back(fault.pointer);
    CHECK(std::count(pointers.begin(), pointers.end(), "/people/0/roles") == 1);
    CHECK(std::count(pointers.begin(), pointers.end(), "/evidence/0/stance") == 1);
    CHECK(std::count(pointers.begin(), pointers.end(), "/value") == 1);
    try {
        (void)parse_deal(json.dump());
        FAIL("accepted");
    } catch (const DealError& error) {
        CHECK(error.faults == faults);
    }
}
