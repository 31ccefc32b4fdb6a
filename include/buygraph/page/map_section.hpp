#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "../deal/words.hpp"
#include "../picture/leaf_groups.hpp"
#include "../picture/map_layout.hpp"
#include "../picture/svg.hpp"
#include "../separate.hpp"
#include "../text/stances.hpp"
#include "switches.hpp"

namespace buygraph::page {

/// Layouts that say something of a deal: facing rows need people of ours, and one person alone stands in a hierarchy.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<picture::MapLayout> map_layouts(const Deal& deal, const DecisionModel& model);

/// What dial and colour show, in words.
[[nodiscard]] inline Element scale_note(StanceScale scale, Language language) { return words("p", Text{"Dial and colour: ", "刻度与颜色："}.in(language) + text::scale_words(scale).in(language), "note"); }

/// The same for a live page: a choice of it, and where needles do not follow a hand, why.
/// \param usual  what the lead is in this deal: without a rival, the pull to buy, which then is no choice beside it
[[nodiscard]] BUYGRAPH_HEAVY Element scale_choice(StanceScale shown, StanceScale usual, Language language);

/// The section of the map without its drawings: a heading, the choice of layouts and of the list, and what dial and colour say.
/// \param prefix  of ids: the page's language
[[nodiscard]] BUYGRAPH_HEAVY Element map_section(const std::vector<picture::MapLayout>& layouts, picture::MapLayout shown, const std::string& prefix, StanceScale scale, Language language);

/// A place for the drawing of a layout.
[[nodiscard]] inline Element map_layout(picture::MapLayout layout, Element drawn) { return element("div", "layout layout-" + std::string(word_of(layout)), std::move(drawn)); }

/// A drawing that is complete without script: everybody is a link to his card.
template <class CardOf>
[[nodiscard]] Element linked_drawing(const picture::Scene& scene, const DecisionModel& model, const std::string& prefix, CardOf card_of) {
    const picture::SvgOptions options{true, prefix, [&](const picture::Group& group) {
                                          for (std::size_t i = 0; i < model.people_count(); ++i)
                                              if (group.id == "person:" + model.people[i]) return std::string(card_of(i));
                                          return std::string();
                                      }};
    Element drawn = picture::svg_element(scene, options);
    for (auto& [key, value] : drawn.attributes)
        if (key == "role") value = "group";  // the links inside it are to be reached
    return drawn;
}

/// A drawing that a live page listens to: a tree of people for the keyboard, needles by name, ties and reporting lines with room for a pointer.
/// \param level  called with a person's id: 1 for a root, 2 for who reports to one; 0 for nobody of the model
template <class LevelOf>
[[nodiscard]] Element live_drawing(const picture::Scene& scene, const std::string& prefix, LevelOf level, Language language) {
    constexpr double room_for_pointer = 18;
    const auto with_room = [&](Element& drawn, const std::string& path) -> Element& {
        return drawn.add(picture::tagged("path")).set("d", path).set("fill", "none").set("stroke", "transparent").set("stroke-width", text::decimal(room_for_pointer, 0)).set("pointer-events", "stroke");
    };
    picture::SvgOptions options{true, prefix};
    options.dress = [&](const picture::Group& group, Element& drawn) {
        if (group.id.rfind("person:", 0) == 0) {
            const int depth = level(group.id.substr(7));
            if (depth > 0) drawn.set("class", "person").set("role", "treeitem").set("tabindex", "-1").set("aria-level", std::to_string(depth));
            else drawn.set("aria-hidden", "true");
            for (Element& mark : drawn.children)
                if (mark.tag == "text") mark.set("aria-hidden", "true");  // the title of the whole says it
            return;
        }
        if (group.id.rfind("group:", 0) == 0) {
            const std::string boss = picture::group_boss(group.id);
            const bool opened = std::any_of(scene.spots.begin(), scene.spots.end(), [&](const picture::Spot& spot) { return spot.person == group.id && spot.opened; });
            drawn.set("class", "person together").set("role", "treeitem").set("tabindex", "-1").set("aria-level", std::to_string(boss.empty() ? 1 : level(boss) + 1)).set("aria-expanded", opened ? "true" : "false");
            for (Element& mark : drawn.children)
                if (mark.tag == "text") mark.set("aria-hidden", "true");
            return;
        }
        drawn.set("aria-hidden", "true");
        if (group.id == "reporting")
            for (const picture::Spot& spot : scene.spots)
                if (!spot.line.empty()) with_room(drawn, spot.line).set("class", "reporting").set("data-person", spot.person);
        if (group.id.rfind("tie:", 0) != 0) return;
        drawn.set("class", "tie");
        with_room(drawn, group.marks.front().path);
    };
    Element drawn = picture::svg_element(scene, options);
    for (auto& [key, value] : drawn.attributes)
        if (key == "role") value = "tree";
    drawn.set("aria-label", language == Language::chinese ? "客户关系图" : "Account map");
    return drawn;
}

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

#include "outlook.hpp"

namespace buygraph::page {

BUYGRAPH_HEAVY std::vector<picture::MapLayout> map_layouts(const Deal& deal, const DecisionModel& model) {
    std::vector<picture::MapLayout> layouts;
    for (const auto& [name, layout] : Words<picture::MapLayout>::table)
        if (layout == picture::MapLayout::hierarchy || (model.people_count() > 1 && (layout != picture::MapLayout::zipper || !deal.team.empty()))) layouts.push_back(layout);
    return layouts;
}

BUYGRAPH_HEAVY Element scale_choice(StanceScale shown, StanceScale usual, Language language) {
    const bool zh = language == Language::chinese;
    Element select = element("select");
    for (const auto& [name, scale] : Words<StanceScale>::table) {
        if (scale == usual && scale != StanceScale::lead) continue;
        const StanceScale named = scale == StanceScale::lead ? usual : scale;
        Element option = words("option", text::scale_words(named).in(language));
        option.set("value", std::string(name));
        if (named == shown) option.set("selected", "");
        select.add(std::move(option));
    }
    Element note = element("p", "note dials", element("label", "", words("span", zh ? "刻度与颜色：" : "Dial and colour: "), std::move(select)));
    if (shown != usual) note.add(words("span", (zh ? "要拖动指针，请选" : "to drag a needle, choose ") + text::scale_words(usual).in(language)));
    return note;
}

BUYGRAPH_HEAVY Element map_section(const std::vector<picture::MapLayout>& layouts, picture::MapLayout shown, const std::string& prefix, StanceScale scale, Language language) {
    const bool zh = language == Language::chinese;
    Element section = element("section", "map");
    section.set("aria-label", zh ? "谁在影响决定" : "Who moves the decision");
    Element choices = group_of_choices(zh ? "布局" : "Layout");
    for (const picture::MapLayout layout : layouts) add_choice(choices, prefix + "-layout", prefix + "-" + std::string(word_of(layout)), picture::layout_words(layout).in(language), layout == shown);
    add_choice(choices, prefix + "-layout", prefix + "-list", zh ? "列表" : "List", false);
    section.add(element("header", "", words("h2", zh ? "谁在影响决定" : "Who moves the decision"), std::move(choices), scale_note(scale, language)));
    return section;
}

}  // namespace buygraph::page

#endif
