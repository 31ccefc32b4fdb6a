#include <buygraph/boundary/brief.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("a brief has its sections in their order in either language") {
    Asked asked(priced_deal());
    for (const char* language : {"en", "zh"}) {
        const Json answer = asked(boundary::answer_brief, {{"samples", 64}, {"person", "okafor"}, {"language", language}});
        std::vector<std::string> keys;
        for (const Json& section : answer["sections"]) keys.push_back(section["key"]);
        CHECK(keys == std::vector<std::string>{"who", "cares", "stands", "say", "ask", "avoid", "goes"});
        CHECK(answer["markdown"].get<std::string>().find(answer["sections"][0]["heading"].get<std::string>()) != std::string::npos);
    }
    CHECK_THROWS_AS(asked(boundary::answer_brief, {{"person", "nobody"}}), InputError);
}
