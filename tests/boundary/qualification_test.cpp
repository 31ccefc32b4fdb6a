#include <buygraph/boundary/qualification.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("the card has its eight fields in their order") {
    Asked asked;
    const Json answer = asked(boundary::answer_qualification, {{"samples", 64}});
    std::vector<std::string> labels;
    for (const Json& row : answer["fields"]) labels.push_back(row["label"]);
    CHECK(labels == std::vector<std::string>{"Metrics", "Economic buyer", "Decision criteria", "Decision process", "Paper process", "Identify pain", "Champion", "Competition"});
    CHECK(answer["fields"][7]["status"] != "unknown");  // a competitor is named
    CHECK_FALSE(answer["map_sentence"].get<std::string>().empty());
}
