#include <buygraph/page/style.hpp>
#include <buygraph/picture/tokens.hpp>

#include <algorithm>
#include <set>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("every colour that the rules name is a token") {
    const std::string sheet = page::style();
    std::set<std::string> names;
    for (const picture::Token& token : picture::tokens) names.insert(std::string(token.name));
    std::size_t uses = 0;
    for (auto at = sheet.find("var(--"); at != std::string::npos; at = sheet.find("var(--", at + 1), ++uses) {
        const auto end = sheet.find(')', at);
        CHECK(names.count(sheet.substr(at + 6, end - at - 6)) == 1);
    }
    CHECK(uses > 50);
}

TEST_CASE("braces close, and nothing is fetched") {
    const std::string sheet = page::style();
    CHECK(std::count(sheet.begin(), sheet.end(), '{') == std::count(sheet.begin(), sheet.end(), '}'));
    CHECK(sheet.find("url(") == std::string::npos);
    CHECK(sheet.find("@import") == std::string::npos);
    CHECK(sheet.find("</") == std::string::npos);
}

TEST_CASE("a component wears the same rules on its host, and none of a report's own") {
    const std::string sheet = page::component_style();
    CHECK(std::count(sheet.begin(), sheet.end(), '{') == std::count(sheet.begin(), sheet.end(), '}'));
    for (const char* own : {"\nbody{", ":root", ".portfolio{"}) {
        CHECK(page::style().find(own) != std::string::npos);
        CHECK(sheet.find(own) == std::string::npos);
    }
    CHECK(sheet.find(".verdict{display:grid") != std::string::npos);
    CHECK(sheet.find("\n:host{margin:0") != std::string::npos);
}
