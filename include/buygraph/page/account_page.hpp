#pragma once

#include <string>

#include "findings.hpp"
#include "parts.hpp"

namespace buygraph::page {

/// One deal in one language: verdict first, then the map, why, what next, what to ask; everybody's card; blind spots, price, coverage, records.
///
/// Complete without script: layouts, cards, language and colours change by radio buttons and addresses alone.
[[nodiscard]] BUYGRAPH_HEAVY Element account_page(const Deal& deal, const DecisionModel& model, const Findings& found, Language language);

/// What stands above the page in both languages: the deal, and the switches of language and colours.
/// \param chinese, english  the deal as each shows it: the same unless it is redacted
/// \param shown             the language at first
/// \param all_deals         address of the page of all deals; empty: there is none
[[nodiscard]] BUYGRAPH_HEAVY Element top_bar(const Deal& chinese, const Deal& english, Language shown, const std::string& all_deals = {});

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

#include <cstddef>
#include <utility>
#include <vector>

#include "../picture/account_map.hpp"
#include "blind_spot_rows.hpp"
#include "coverage_table.hpp"
#include "next_steps.hpp"
#include "person_card.hpp"
#include "price.hpp"
#include "question_rows.hpp"
#include "records.hpp"
#include "switches.hpp"
#include "verdict.hpp"
#include "why.hpp"

namespace buygraph::page {

BUYGRAPH_HEAVY Element account_page(const Deal& deal, const DecisionModel& model, const Findings& found, Language language) {
    const text::Names names(deal, language);
    const bool zh = language == Language::chinese;
    const std::string word(word_of(language));
    const auto card_id = [&](std::size_t person) { return word + "-card-" + std::to_string(person + 1); };

    Element page = element("main", "page");
    page.set("data-language", word).set("lang", word);
    page.add(verdict(names, model, found));

    Element map = element("section", "map");
    map.set("aria-label", zh ? "谁在影响决定" : "Who moves the decision");
    Element choices = group_of_choices(zh ? "布局" : "Layout");
    std::vector<Element> drawings;
    for (const auto& [name, layout] : Words<picture::MapLayout>::table) {
        if (layout == picture::MapLayout::zipper && deal.team.empty()) continue;
        if (layout != picture::MapLayout::hierarchy && model.people_count() == 1) continue;
        const std::string id = word + "-" + std::string(name);
        add_choice(choices, word + "-layout", id, picture::layout_words(layout).in(language), layout == picture::MapLayout::hierarchy);
        const picture::SvgOptions drawing{true, id + "-", [&](const picture::Group& group) {
                                              for (std::size_t i = 0; i < model.people_count(); ++i)
                                                  if (group.id == "person:" + model.people[i]) return "#" + card_id(i);
                                              return std::string();
                                          }};
        Element drawn = picture::svg_element(picture::account_map(deal, model, found.influence, language, {layout, false, {}}), drawing);
        for (auto& [key, value] : drawn.attributes)
            if (key == "role") value = "group";  // the links inside it are to be reached
        drawings.push_back(element("div", "layout layout-" + std::string(name), {std::move(drawn)}));
    }
    add_choice(choices, word + "-layout", word + "-list", zh ? "列表" : "List", false);
    map.add(element("header", "", {words("h2", zh ? "谁在影响决定" : "Who moves the decision"), std::move(choices), words("p", (zh ? "刻度与颜色：" : "Dial and colour: ") + text::lead_words(found.standings.front().against_rival).in(language), "note")}));
    for (Element& drawing : drawings) map.add(std::move(drawing));
    map.add(element("div", "layout layout-list scrolls", {people_list(names, model, found, [&](std::size_t person) { return "#" + card_id(person); })}));

    Element rail = element("div", "rail");
    rail.set("id", word + "-rail");
    rail.add(why(names, model, found));
    rail.add(next_steps(names, model, found));
    rail.add(question_rows(names, model, found));
    for (const std::size_t person : by_influence(found.influence)) rail.add(person_card(names, model, found, person, card_id(person), "#" + word + "-rail"));
    page.add(element("div", "body", {std::move(map), std::move(rail)}));

    page.add(element("div", "below", {blind_spot_rows(names, model, found), price(names, model, found), coverage_table(names, model, found), evidence_table(names, model), frame(names, model, found), qualification_card(names, model, found)}));
    page.add(element("div", "below", {method(names, found)}));
    return page;
}

BUYGRAPH_HEAVY Element top_bar(const Deal& chinese, const Deal& english, Language shown, const std::string& all_deals) {
    return element("header", "top", {deal_facts(text::Names(chinese, Language::chinese), all_deals), deal_facts(text::Names(english, Language::english), all_deals), language_switch(shown), theme_switch()});
}

}  // namespace buygraph::page

#endif
