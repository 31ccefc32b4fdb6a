#pragma once

#include <string>
#include <utility>

#include "../separate.hpp"
#include "../text/names.hpp"
#include "parts.hpp"

namespace buygraph::page {

/// One of several that are shown in turn: a radio button that works without script, and its label.
BUYGRAPH_HEAVY void add_choice(Element& into, const std::string& group, const std::string& id, std::string label, bool checked, const std::string& language = {});

[[nodiscard]] inline Element group_of_choices(std::string label) {
    Element made = element("div", "switch");
    made.set("role", "radiogroup").set("aria-label", std::move(label));
    return made;
}
[[nodiscard]] BUYGRAPH_HEAVY Element language_switch(Language shown);

/// Colours as the reader's system has them, light, or dark.
[[nodiscard]] BUYGRAPH_HEAVY Element theme_switch();

/// The account, the deal, what it is worth and when it is decided.
[[nodiscard]] BUYGRAPH_HEAVY Element deal_facts(const text::Names& names, const std::string& all_deals);

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

namespace buygraph::page {

BUYGRAPH_HEAVY void add_choice(Element& into, const std::string& group, const std::string& id, std::string label, bool checked, const std::string& language) {
    Element input = element("input", "unseen-input");
    input.set("type", "radio").set("name", group).set("id", id);
    if (checked) input.set("checked", "");
    Element named = words("label", std::move(label));
    named.set("for", id);
    if (!language.empty()) named.set("lang", language);
    into.add(std::move(input));
    into.add(std::move(named));
}

BUYGRAPH_HEAVY Element language_switch(Language shown) {
    Element choices = group_of_choices("Language 语言");
    add_choice(choices, "language", "language-zh", "中", shown == Language::chinese, "zh");
    add_choice(choices, "language", "language-en", "EN", shown == Language::english, "en");
    return choices;
}

BUYGRAPH_HEAVY Element theme_switch() {
    Element choices = group_of_choices("Colours 颜色");
    add_choice(choices, "theme", "theme-system", "◐", true);
    add_choice(choices, "theme", "theme-light", "○", false);
    add_choice(choices, "theme", "theme-dark", "●", false);
    return choices;
}

BUYGRAPH_HEAVY Element deal_facts(const text::Names& names, const std::string& all_deals) {
    const Language language = names.language();
    const bool zh = language == Language::chinese;
    const Deal& deal = names.deal();
    Element facts = element("div", "deal");
    facts.set("data-language", std::string(word_of(language))).set("lang", std::string(word_of(language)));
    if (!all_deals.empty()) {
        Element link = words("a", zh ? "‹ 全部商机" : "‹ All deals");
        link.set("href", all_deals);
        facts.add(std::move(link));
    }
    facts.add(element("span", "account", name_words(deal.account.empty() ? deal.name : deal.account)));
    if (!deal.account.empty()) facts.add(element("span", "", name_words(deal.name)));
    const auto fact = [&](std::string said) { facts.add(words("span", std::move(said), "fact")); };
    if (deal.value) fact(text::money(*deal.value, deal.currency, language));
    if (deal.decision.date) {
        std::string award = (zh ? text::short_date(*deal.decision.date, language) + " 定标" : "award " + text::short_date(*deal.decision.date, language));
        if (deal.as_of) {
            const int days = days_since_epoch(*deal.decision.date) - days_since_epoch(*deal.as_of);
            if (days >= 0) award += zh ? " · 还有 " + std::to_string(days) + " 天" : " · in " + std::to_string(days) + " days";
        }
        fact(std::move(award));
    }
    if (deal.as_of) fact((zh ? "截至 " : "as of ") + to_string(*deal.as_of));
    return facts;
}

}  // namespace buygraph::page

#endif
