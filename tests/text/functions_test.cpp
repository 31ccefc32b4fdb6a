#include <buygraph/text/functions.hpp>

#include <set>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("every kind of work has words of its own in both languages") {
    std::set<std::string> words;
    for (const auto& [word, function] : Words<Function>::table) {
        words.insert(text::function_words(function).en);
        words.insert(text::function_words(function).zh);
    }
    CHECK(words.size() == 12);
    CHECK_FALSE(words.contains(""));
}

TEST_CASE("all that one of ours does, in the order given") {
    TeamMember member;
    CHECK(text::functions(member, Language::english).empty());
    member.functions = {Function::sales, Function::service};
    CHECK(text::functions(member, Language::english) == "sales, service");
    CHECK(text::functions(member, Language::chinese) == "销售、服务");
}
