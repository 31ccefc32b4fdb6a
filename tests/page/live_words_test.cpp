#include <buygraph/page/live_words.hpp>

#include <set>
#include <string>

#include "catch.hpp"

using namespace buygraph;

namespace {

std::set<std::string> places_in(std::string_view words) {
    std::set<std::string> found;
    for (auto at = words.find('{'); at != std::string_view::npos; at = words.find('{', at + 1)) found.emplace(words.substr(at, words.find('}', at) - at));
    return found;
}

}  // namespace

TEST_CASE("every control speaks both languages, and both fill in the same") {
    std::set<std::string_view> names;
    for (const page::LiveWord& word : page::live_words) {
        INFO(word.name);
        CHECK(names.insert(word.name).second);
        CHECK_FALSE(word.en.empty());
        CHECK_FALSE(word.zh.empty());
        CHECK(places_in(word.en) == places_in(word.zh));
    }
}
