#include <buygraph/page/map_section.hpp>

#include <buygraph/picture/account_map.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;
using picture::MapLayout;

TEST_CASE("a layout is offered where it says something") {
    const found::Account& full = found::bundled("08");
    CHECK(page::map_layouts(full.deal, full.model).size() == 4);
    CHECK(page::map_layouts(found::small().deal, found::small().model) == std::vector<MapLayout>{MapLayout::hierarchy, MapLayout::influence, MapLayout::power_stance});
    const found::Account& alone = found::bundled("07");
    CHECK(page::map_layouts(alone.deal, alone.model) == std::vector<MapLayout>{MapLayout::hierarchy});
}

TEST_CASE("the section has a choice a layout and one for the list") {
    const picture::Element section = page::map_section({MapLayout::hierarchy, MapLayout::influence}, MapLayout::influence, "zh", StanceScale::lead, Language::chinese);
    const auto choices = found::tagged(section, "input");
    REQUIRE(choices.size() == 3);
    CHECK(found::attribute(*choices[2], "id") == "zh-list");
    for (const picture::Element* choice : choices) {
        bool checked = false;
        for (const auto& [name, value] : choice->attributes) checked = checked || name == "checked";
        CHECK(checked == (found::attribute(*choice, "id") == "zh-influence"));
    }
}

TEST_CASE("a live drawing is a tree of people, with needles by name and room about ties for a pointer") {
    const found::Account& account = found::bundled("08");
    const picture::Scene scene = picture::account_map(account.deal, account.model, account.findings.influence, Language::english, {MapLayout::hierarchy, false, {}});
    const picture::Element drawn = page::live_drawing(scene, "en-", [&](const std::string& id) { return id == account.model.people[0] ? 1 : 2; }, Language::english);
    CHECK(found::attribute(drawn, "role") == "tree");
    const auto people = found::classed(drawn, "person");
    REQUIRE(people.size() >= account.model.people_count());
    for (const picture::Element* person : people) {
        CHECK(found::attribute(*person, "role") == "treeitem");
        CHECK_FALSE(found::tagged(*person, "title").at(0)->text.empty());
        for (const picture::Element* text : found::tagged(*person, "text")) CHECK(found::attribute(*text, "aria-hidden") == "true");
    }
    CHECK(found::classed(drawn, "needle").size() == account.model.people_count());
    const auto ties = found::classed(drawn, "tie");
    std::size_t lines = 0;
    for (const picture::Group& group : scene.groups) lines += group.id.rfind("tie:", 0) == 0;
    CHECK(lines > 0);
    CHECK(ties.size() == lines);
    for (const picture::Element* tie : ties) CHECK(found::attribute(tie->children.back(), "pointer-events") == "stroke");
    const auto reporting = found::classed(drawn, "reporting");  // one for everybody with a boss
    CHECK(reporting.size() == static_cast<std::size_t>(std::count_if(scene.spots.begin(), scene.spots.end(), [](const picture::Spot& spot) { return !spot.line.empty(); })));
    CHECK(reporting.size() > 2);
    CHECK(found::attribute(*reporting.front(), "pointer-events") == "stroke");
    const picture::Element linked = page::linked_drawing(scene, account.model, "en-", [](std::size_t person) { return "#card-" + std::to_string(person); });
    CHECK(found::tagged(linked, "a").size() == account.model.people_count());
    CHECK(found::classed(linked, "needle").empty());
}

TEST_CASE("a live page chooses what its dials show, and says where needles do not move") {
    const auto options = [](const picture::Element& choice) {
        std::vector<std::string> names;
        for (const picture::Element* option : found::tagged(choice, "option")) names.push_back(found::attribute(*option, "value"));
        return names;
    };
    const picture::Element usual = page::scale_choice(StanceScale::lead, StanceScale::lead, Language::english);
    CHECK(options(usual) == std::vector<std::string>{"lead", "stance_to_us", "pull_to_buy"});
    CHECK(picture::markup(usual).find("to drag a needle") == std::string::npos);
    const std::string other = picture::markup(page::scale_choice(StanceScale::stance_to_us, StanceScale::lead, Language::english));
    CHECK(other.find("to drag a needle, choose lead over the best rival") != std::string::npos);
    CHECK(other.find("value=\"stance_to_us\" selected") != std::string::npos);
    // Without a rival the lead is the pull to buy, which is not offered twice.
    const picture::Element alone = page::scale_choice(StanceScale::pull_to_buy, StanceScale::pull_to_buy, Language::chinese);
    CHECK(options(alone) == std::vector<std::string>{"lead", "stance_to_us"});
    CHECK(picture::markup(alone).find("想买的程度") != std::string::npos);
}
