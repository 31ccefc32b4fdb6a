#pragma once

#include <string>
#include <vector>

#include "../deal/deal.hpp"
#include "../portfolio/result.hpp"
#include "../separate.hpp"
#include "parts.hpp"

namespace buygraph::page {

/// A deal on the page of all: as it is shown, with its row of the portfolio, for which blind spots and steps were asked.
struct DealEntry {
    std::string address;  ///< of its own page
    Deal deal;
    PortfolioRow row;
};

/// All deals on one page in one language: what they should bring, and where an hour is worth most. Filters work without script.
/// \param entries  without faults; shown in the order of what an hour is worth, the greatest first; where currencies differ, of what it gains
[[nodiscard]] BUYGRAPH_HEAVY Element portfolio_page(std::vector<DealEntry> entries, Language language);

/// What stands above it in both languages.
[[nodiscard]] BUYGRAPH_HEAVY Element portfolio_top(Language shown);

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "../insight/blind_spot.hpp"
#include "../deal/number_text.hpp"
#include "../numbers/sort_stably.hpp"
#include "../picture/svg.hpp"
#include "../portfolio/pipeline.hpp"
#include "../text/engagement.hpp"
#include "../text/verdict.hpp"
#include "switches.hpp"

namespace buygraph::page {

namespace detail {

/// Ours, competitors by chance, no decision last.
[[nodiscard]] inline std::vector<DealOutcome> listed(std::vector<DealOutcome> outcomes) {
    const auto place = [](const DealOutcome& one) { return one.kind == OfferKind::ours ? 0 : one.kind == OfferKind::status_quo ? 2 : 1; };
    numbers::sort_stably(outcomes, [&](const DealOutcome& left, const DealOutcome& right) { return place(left) != place(right) ? place(left) < place(right) : left.probability.value_or(0) > right.probability.value_or(0); });
    return outcomes;
}

/// The chances of a deal as one stacked bar: us, rivals, no decision hatched.
[[nodiscard]] inline Element outcome_bar(const std::vector<DealOutcome>& outcomes, const std::string& prefix) {
    Element drawing = track(18, "track stacked");
    drawing.add({"defs", {}, "", {picture::hatch("none", {true, prefix})}});
    double from = 0;
    std::size_t rivals = 0;
    for (const DealOutcome& outcome : outcomes) {
        const double chance = outcome.probability.value_or(0);
        const bool nothing = outcome.kind == OfferKind::status_quo;
        const std::string token = nothing ? "none" : outcome.kind == OfferKind::ours ? "for2" : ++rivals == 1 ? "ag2" : "ochre";
        Element part = bar(from, from + chance, 2, 14, token);
        if (nothing)
            for (auto& [name, value] : part.attributes)
                if (name == "fill") value = "url(#" + prefix + "hatch-none)";
        part.set("stroke", "var(--sf)");
        drawing.add(std::move(part));
        if (chance >= .08) {
            Element label{"text", {{"x", share_of_width(from + chance / 2)}, {"y", "13"}, {"text-anchor", "middle"}, {"fill", nothing ? "var(--ink)" : "var(--on-" + token + ")"}}, text::decimal(100 * chance, 0), {}};
            if (nothing) label.set("stroke", "var(--sf)").set("stroke-width", "5").set("stroke-linejoin", "round").set("paint-order", "stroke");
            drawing.add(std::move(label));
        }
        from += chance;
    }
    return drawing;
}

[[nodiscard]] inline std::string chances_in_words(const text::Names& names, const std::vector<DealOutcome>& outcomes) {
    std::string said;
    for (const DealOutcome& outcome : outcomes)
        said += (said.empty() ? "" : names.language() == Language::chinese ? "，" : ", ") + text::joined({names.outcome(outcome.offer), " ", text::percent(outcome.probability.value_or(0))});
    return said;
}

/// What the deals of one currency will bring in: a histogram from nothing to all of them, darker between 10 and 90 %, with the median.
[[nodiscard]] inline Element won_histogram(const PipelineTotal& total, Language language) {
    constexpr std::size_t bins = 20;
    constexpr double height = 84;
    const bool zh = language == Language::chinese;
    const auto amount = [&](double value) { return text::money(value, total.currency, language); };
    const auto edge = [&](std::size_t bin) { return total.value * static_cast<double>(bin) / bins; };
    std::vector<double> masses;
    for (std::size_t bin = 0; bin < bins; ++bin) masses.push_back(total.won.at_least(edge(bin)) - (bin + 1 == bins ? 0 : total.won.at_least(edge(bin + 1))));
    const double most = std::max(1e-9, *std::max_element(masses.begin(), masses.end()));
    Element drawing = track(static_cast<int>(height));
    for (std::size_t bin = 0; bin < bins; ++bin) {
        const double tall = (height - 12) * masses[bin] / most, middle = (edge(bin) + edge(bin + 1)) / 2;
        const bool likely = edge(bin + 1) > total.low && middle <= total.high;
        drawing.add(bar(static_cast<double>(bin) / bins + .002, static_cast<double>(bin + 1) / bins - .002, height - tall, tall, "for2", likely ? .75 : .3));
    }
    drawing.add(upright(total.median / total.value, 0, height, "ink", 1.5));
    const std::string said = zh ? text::joined({"中位 ", amount(total.median), " · 10–90%：", amount(total.low), " 到 ", amount(total.high)}) : "median " + amount(total.median) + " · 10–90%: " + amount(total.low) + " to " + amount(total.high);
    return element("div", "won", words("h3", zh ? "赢单总额的分布" : "What will be won"), words("p", said, "note"), std::move(drawing), element("p", "ends", words("span", "0"), words("span", amount(total.value))));
}

/// The next step in words: "executive call: Chen".
[[nodiscard]] inline std::string step_words(const text::Names& names, const PortfolioRow& row) {
    const bool zh = names.language() == Language::chinese;
    std::string people;
    for (const std::string& person : row.step_people) people += (people.empty() ? "" : zh ? "、" : ", ") + names.person(person);
    const std::string what = text::action_words(row.step, names.language());
    return zh ? text::joined({what, "：", people}) : what + ": " + people;
}

/// Days from the day at which all is known to the award.
[[nodiscard]] inline std::optional<int> days_left(const Deal& deal) {
    if (!deal.decision.date || !deal.as_of) return std::nullopt;
    return days_since_epoch(*deal.decision.date) - days_since_epoch(*deal.as_of);
}

[[nodiscard]] inline bool has_spot(const DealEntry& entry, BlindSpotKind kind) { return std::find(entry.row.blind_spots.begin(), entry.row.blind_spots.end(), word_of(kind)) != entry.row.blind_spots.end(); }

}  // namespace detail

BUYGRAPH_HEAVY Element portfolio_page(std::vector<DealEntry> entries, Language language) {
    const bool zh = language == Language::chinese;
    const std::string word(word_of(language));
    std::vector<PipelineDeal> deals;
    for (const DealEntry& entry : entries) deals.push_back({{}, entry.row.currency, entry.row.value, entry.row.win, entry.row.no_decision});
    std::vector<PipelineTotal> sums = pipeline(deals, false);
    std::erase_if(sums, [](const PipelineTotal& total) { return total.deals == 0; });
    const bool one_currency = sums.size() <= 1;
    const auto rank = [&](const DealEntry& entry) { return one_currency ? entry.row.hour_worth.value_or(-1) : entry.row.gain_an_hour.value_or(-1); };
    numbers::sort_stably(entries, [&](const DealEntry& left, const DealEntry& right) { return rank(left) > rank(right); });
    std::string won, of, lost;
    for (const PipelineTotal& total : sums) {
        const std::string separator = won.empty() ? "" : zh ? "、" : ", ";
        won += separator + text::money(total.expected, total.currency, language);
        of += separator + text::money(total.value, total.currency, language);
        lost += separator + text::money(total.lost_to_no_decision, total.currency, language);
    }
    const std::string count = std::to_string(entries.size());
    Element page = element("main", "page portfolio");
    page.set("data-language", word).set("lang", word);
    Element say = element("div", "say", words("h1", won.empty() ? (zh ? count + " 宗商机" : count + " deals") : zh ? text::joined({count, " 宗商机，期望赢单 ", won}) : count + " deals, " + won + " expected to be won"));
    if (!won.empty()) say.add(words("p", zh ? text::joined({"总额 ", of, "，其中 ", lost, " 预计停在不做决定。"}) : "Of " + of + " in all, " + lost + " is expected to end in no decision.", "reason"));
    if (one_currency && !entries.empty() && entries.front().row.hour_worth) {
        const DealEntry& best = entries.front();
        const std::string step = detail::step_words({best.deal, language}, best.row), worth = text::money(*best.row.hour_worth, best.row.currency, language), where = best.row.account.empty() ? best.row.name : best.row.account;
        say.add(words("p", zh ? text::joined({"下一小时最该给", where, "：", step, "，值 ", worth, "。"}) : "The next hour is worth most at " + where + ": " + step + ", worth " + worth + ".", "reason"));
    }
    say.add(words("p", text::uncalibrated(language), "chip"));
    Element distributions = element("div", "distributions");
    for (const PipelineTotal& total : sums)
        if (total.deals > 1 && total.value > 0) distributions.add(detail::won_histogram(total, language));
    page.add(element("section", "verdict", std::move(say), std::move(distributions)));

    struct Filter {
        const char *id, *zh, *en;
        bool (*holds)(const DealEntry&);
    };
    constexpr std::size_t filter_count = 5;
    static constexpr Filter filters[filter_count]{{"all", "全部", "All", [](const DealEntry&) { return true; }},
                                                 {"soon", "60 天内", "within 60 days", [](const DealEntry& entry) { return detail::days_left(entry.deal).value_or(-1) >= 0 && *detail::days_left(entry.deal) <= 60; }},
                                                 {"veto", "有否决者偏对手", "veto against us", [](const DealEntry& entry) { return detail::has_spot(entry, BlindSpotKind::veto_against); }},
                                                 {"uncoached", "没有客户指导员", "no coach", [](const DealEntry& entry) { return detail::has_spot(entry, BlindSpotKind::no_coach); }},
                                                 {"stale", "证据过期", "stale evidence", [](const DealEntry& entry) { return detail::has_spot(entry, BlindSpotKind::stale_evidence); }}};
    Element choices = group_of_choices(zh ? "筛选" : "Filter");
    for (const Filter& filter : filters) {
        const auto holding = std::count_if(entries.begin(), entries.end(), filter.holds);
        add_choice(choices, word + "-filter", word + "-filter-" + filter.id, std::string(zh ? filter.zh : filter.en) + " " + std::to_string(holding), &filter == &filters[0]);
    }
    Element filter_row = element("div", "filters", std::move(choices));
    filter_row.set("data-find", zh ? "查找商机" : "Find a deal");  // what a field for it is called, where a script adds one
    page.add(std::move(filter_row));

    const auto greatest = [&](const std::string& currency) {
        double most = 1e-9;
        for (const DealEntry& entry : entries)
            if (entry.row.currency == currency) most = std::max(most, entry.row.hour_worth.value_or(0));
        return most;
    };
    Element table = element("table", "deals");
    table.add(words("caption", one_currency ? (zh ? "按一小时值多少排列；区间为 10–90%" : "By what an hour is worth; ranges are 10–90%") : zh ? "币种不同，按每小时增益排列；区间为 10–90%" : "Currencies differ, so by gain per hour; ranges are 10–90%"));
    Element head = table_row({zh ? "客户 · 商机" : "Account · deal", zh ? "金额" : "Value", zh ? "定标" : "Award", zh ? "结果" : "Outcomes", zh ? "我方胜率 10–90%" : "P(us) 10–90%", zh ? "胜率" : "P(us)", zh ? "下一步" : "Next step", zh ? "点/小时" : "points/h", zh ? "一小时值" : "worth of an hour"}, "th");
    head.children[one_currency ? 8 : 7].set("aria-sort", "descending");
    table.add(element("thead", "", std::move(head)));
    Element body = element("tbody");
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const DealEntry& entry = entries[i];
        const PortfolioRow& row = entry.row;
        const text::Names names(entry.deal, language);
        const std::vector<DealOutcome> outcomes = detail::listed(row.outcomes);
        const double win = row.win.value_or(0), low = row.low.value_or(0), high = row.high.value_or(1);
        std::string classes;
        for (const Filter& filter : filters)
            if (filter.holds(entry)) classes += (classes.empty() ? "" : " ") + std::string("is-") + filter.id;
        Element link = element("a", "", name_words(row.account.empty() ? row.name : row.account));
        link.set("href", entry.address);
        Element heading = element("th", "", std::move(link));
        if (!row.account.empty()) heading.add(element("small", "", name_words(row.name)));
        heading.set("scope", "row");
        Element range = track(18);
        range.add(bar(0, 1, 8, 2, "line"));
        range.add(upright(.5, 4, 14, "line2"));
        range.add(bar(low, high, 5, 8, "for2", .3, 4));
        range.add(mark(Shape::circle, win, 9, 4.5, "for2"));
        Element worth = track(10);
        worth.add(bar(1 - row.hour_worth.value_or(0) / greatest(row.currency), 1, 2, 6, "ink3"));
        const auto or_dash = [](bool known, auto said) { return known ? said() : std::string("–"); };
        // A cell by which a script may sort: amounts only where there is one currency.
        const auto valued = [](Element cell, const auto& value) {
            if (value) cell.set("data-value", number_text(*value));
            return cell;
        };
        const auto comparable = [&](const std::optional<double>& amount) { return one_currency ? amount : std::nullopt; };
        const std::optional<int> awarded = entry.deal.decision.date ? std::optional(days_since_epoch(*entry.deal.decision.date)) : std::nullopt;
        body.add(element("tr", classes, std::move(heading), valued(words("td", or_dash(row.value.has_value(), [&] { return text::money(*row.value, row.currency, language); }), "number"), comparable(row.value)),
                          valued(words("td", or_dash(awarded.has_value(), [&] { return text::short_date(*entry.deal.decision.date, language); }), "award"), awarded),
                          element("td", "wide", detail::outcome_bar(outcomes, word + "-" + std::to_string(i + 1) + "-"), words("span", detail::chances_in_words(names, outcomes), "unseen")),
                          element("td", "strip", std::move(range), words("small", text::percent_range(low, high))), valued(words("td", text::percent(win), "number strong"), row.win),
                          words("td", or_dash(!row.step.empty(), [&] { return detail::step_words(names, row); }), "step"),
                          valued(words("td", or_dash(row.gain_an_hour.has_value(), [&] { return text::decimal(100 * *row.gain_an_hour, 2); }), "number"), row.gain_an_hour),
                          valued(element("td", "worth", std::move(worth), words("strong", or_dash(row.hour_worth.has_value(), [&] { return text::money(*row.hour_worth, row.currency, language); }))), comparable(row.hour_worth))));
    }
    table.add(std::move(body));
    Element foot = element("tfoot");
    for (const PipelineTotal& total : sums) {
        Element heading = words("th", zh ? text::joined({"合计 ", std::to_string(total.deals), " 宗"}) : "Total of " + std::to_string(total.deals));
        heading.set("scope", "row");
        Element rest = words("td", zh ? "按金额加权" : "weighted by value");
        rest.set("colspan", "3");
        Element empty = element("td");
        empty.set("colspan", "3");
        foot.add(element("tr", "", std::move(heading), words("td", text::money(total.value, total.currency, language), "number"), std::move(empty), words("td", total.value > 0 ? text::percent(total.expected / total.value) : std::string("–"), "number strong"), std::move(rest)));
    }
    table.add(std::move(foot));
    page.add(element("div", "scrolls", std::move(table)));
    return page;
}

BUYGRAPH_HEAVY Element portfolio_top(Language shown) {
    Element bar = element("header", "top");
    for (const Language language : {Language::chinese, Language::english}) {
        Element facts = element("div", "deal", words("span", language == Language::chinese ? "我的商机" : "My deals", "account"));
        facts.set("data-language", std::string(word_of(language))).set("lang", std::string(word_of(language)));
        bar.add(std::move(facts));
    }
    bar.add(language_switch(shown));
    bar.add(theme_switch());
    return bar;
}

}  // namespace buygraph::page

#endif
