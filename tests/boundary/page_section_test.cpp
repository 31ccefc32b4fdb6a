#include <buygraph/boundary/page_section.hpp>

#include <buygraph/page/account_page.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;
using boundary::answer_page_section;

namespace {

/// Of a tree of elements all that it says, as JSON has it.
std::string all_said(const Json& tree) {
    std::string said = tree.value("text", "");
    if (tree.contains("children"))
        for (const Json& child : tree["children"]) said += "|" + all_said(child);
    return said;
}

std::string all_said(const picture::Element& tree) {
    std::string said = tree.text;
    for (const picture::Element& child : tree.children) said += "|" + all_said(child);
    return said;
}

/// The section of a whole page that wears a class.
const picture::Element* part_of(const picture::Element& page, std::string_view classes) {
    for (const auto& [name, value] : page.attributes)
        if (page.tag == "section" && name == "class" && value == classes) return &page;
    for (const picture::Element& child : page.children)
        if (const picture::Element* found = part_of(child, classes)) return found;
    return nullptr;
}

}  // namespace

TEST_CASE("a section asked for by itself says what it says on the whole page") {
    Asked asked{priced_deal()};
    const Deal deal = priced_deal();
    const DecisionModel model = deals::model(deal);
    ForecastOptions options;
    options.samples = 512;
    const page::Findings all = page::find(deal, model, options);
    for (const Language language : {Language::english, Language::chinese}) {
        const picture::Element whole = page::account_page(deal, model, all, language);
        const std::pair<const char*, const char*> sections[]{{"plan", "next"}, {"questions", "questions"}, {"blind_spots", "blind-spots"}, {"price", "price"}, {"coverage", "coverage"}};
        for (const auto& [name, classes] : sections) {
            INFO(name);
            const Json reply = asked(answer_page_section, {{"section", name}, {"samples", 512}, {"language", language == Language::chinese ? "zh" : "en"}});
            const picture::Element* part = part_of(whole, classes);
            REQUIRE(part);
            CHECK(reply["section"]["attributes"]["class"] == classes);
            CHECK(all_said(reply["section"]) == all_said(*part));
        }
    }
}

TEST_CASE("a section is of the deal with its edits") {
    Asked asked{priced_deal()};
    const auto offer = priced_deal().offers.front().id;
    const Json before = asked(answer_page_section, {{"section", "price"}, {"samples", 64}});
    const Json after = asked(answer_page_section, {{"section", "price"}, {"samples", 64}, {"edits", {{"offers/" + offer + "/terms/price", 1000001}}}});
    CHECK(all_said(before["section"]) != all_said(after["section"]));
}

TEST_CASE("which section has to be said") {
    CHECK_THROWS_AS(Asked()(answer_page_section), InputError);
    CHECK_THROWS_AS(Asked()(answer_page_section, {{"section", "next"}}), InputError);
}
