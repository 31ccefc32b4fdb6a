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
#include "map_section.hpp"
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
    const std::string word(word_of(language));
    const auto card_id = [&](std::size_t person) { return word + "-card-" + std::to_string(person + 1); };

    Element page = element("main", "page");
    page.set("data-language", word).set("lang", word);
    page.add(verdict(names, model, found));

    const std::vector<picture::MapLayout> layouts = map_layouts(deal, model);
    Element map = map_section(layouts, picture::MapLayout::hierarchy, word, found.standings.front().scale, language);
    const auto card_of = [&](std::size_t person) { return "#" + card_id(person); };
    for (const picture::MapLayout layout : layouts) {
        const picture::Scene scene = picture::account_map(deal, model, found.influence, language, {layout, false, {}});
        map.add(map_layout(layout, linked_drawing(scene, model, word + "-" + std::string(word_of(layout)) + "-", card_of)));
    }
    const std::vector<std::size_t> order = by_influence(found.influence);
    map.add(element("div", "layout layout-list scrolls", people_list(names, model, found, order, card_of)));

    Element rail = element("div", "rail");
    rail.set("id", word + "-rail");
    rail.add(why(names, model, found));
    rail.add(next_steps(names, model, found.plan));
    rail.add(question_rows(names, model, found.questions));
    for (const std::size_t person : order) rail.add(person_card(names, model, found, person, card_id(person), "#" + word + "-rail"));
    page.add(element("div", "body", std::move(map), std::move(rail)));

    page.add(element("div", "below", blind_spot_rows(names, model, found.blind_spots), price(names, model, found.negotiation), coverage_table(names, model, found.coverage), evidence_table(names, model), frame(names, model, found), qualification_card(names, model, found)));
    page.add(element("div", "below", method(names, found)));
    return page;
}

BUYGRAPH_HEAVY Element top_bar(const Deal& chinese, const Deal& english, Language shown, const std::string& all_deals) {
    return element("header", "top", deal_facts(text::Names(chinese, Language::chinese), all_deals), deal_facts(text::Names(english, Language::english), all_deals), language_switch(shown), theme_switch());
}

}  // namespace buygraph::page

#endif
