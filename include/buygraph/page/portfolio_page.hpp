#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "findings.hpp"
#include "parts.hpp"

namespace buygraph::page {

/// What the page of all deals says of one: taken from its findings, which need not be kept.
struct DealLine {
    std::string address;                   ///< of its own page
    std::string account, name, currency;
    std::optional<Date> award;
    std::optional<int> days;               ///< from the day at which all is known to the award
    std::optional<double> value;           ///< in the currency
    Forecast forecast;
    std::vector<std::string> rivals;       ///< names of the offers, by index of the forecast; for those that are no competitor's empty
    std::optional<Text> next_step;         ///< the action that gains most an hour
    double gain_an_hour = 0;               ///< of P(ours)
    std::optional<double> worth_an_hour;   ///< that gain times what winning is worth, less the action's cost; in the currency
    bool veto_against = false, without_coach = false, stale = false;
};

/// \param deal     as it is shown
/// \param address  of its own page
[[nodiscard]] BUYGRAPH_HEAVY DealLine deal_line(const Deal& deal, const DecisionModel& model, const Findings& found, std::string address);

/// What a portfolio is expected to bring in one currency.
struct CurrencyTotal {
    std::string currency;
    std::size_t deals = 0;
    double value = 0, won = 0, undecided = 0;  ///< Σ value, Σ value · P(ours), Σ value · P(no decision)
};

/// One total a currency, in the order of the deals; deals without a value are left out.
[[nodiscard]] inline std::vector<CurrencyTotal> totals(const std::vector<DealLine>& lines) {
    std::vector<CurrencyTotal> result;
    for (const DealLine& line : lines) {
        if (!line.value) continue;
        auto found = std::find_if(result.begin(), result.end(), [&](const CurrencyTotal& total) { return total.currency == line.currency; });
        if (found == result.end()) found = result.insert(result.end(), CurrencyTotal{line.currency});
        ++found->deals;
        found->value += *line.value;
        found->won += *line.value * line.forecast.win();
        found->undecided += *line.value * line.forecast.outcomes[0];
    }
    return result;
}

/// All deals on one page in one language: what they should bring, and where an hour is worth most. Filters work without script.
/// \param lines  shown in the order of what an hour is worth, the greatest first; where currencies differ, of what it gains
[[nodiscard]] BUYGRAPH_HEAVY Element portfolio_page(std::vector<DealLine> lines, Language language);

/// What stands above it in both languages.
[[nodiscard]] BUYGRAPH_HEAVY Element portfolio_top(Language shown);

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

#include "../picture/svg.hpp"
#include "../text/engagement.hpp"
#include "outcomes.hpp"
#include "switches.hpp"

namespace buygraph::page {

BUYGRAPH_HEAVY DealLine deal_line(const Deal& deal, const DecisionModel& model, const Findings& found, std::string address) {
    DealLine line;
    line.address = std::move(address);
    line.account = deal.account;
    line.name = deal.name;
    line.currency = deal.currency;
    line.award = deal.decision.date;
    if (deal.decision.date && deal.as_of) line.days = days_since_epoch(*deal.decision.date) - days_since_epoch(*deal.as_of);
    line.value = deal.value;
    line.forecast = found.forecast;
    const text::Names english(deal, Language::english), chinese(deal, Language::chinese);
    for (std::size_t j = 0; j < model.offer_count(); ++j) line.rivals.push_back(j == 0 || j == model.ours ? std::string() : english.outcome(model.offers[j]));
    if (found.plan) {
        const PlanStep* best = nullptr;
        for (const PlanStep& step : found.plan->steps)
            if (step.gain_an_hour && (!best || *step.gain_an_hour > *best->gain_an_hour)) best = &step;
        if (best) {
            const Candidate& candidate = found.plan->candidates[best->candidate];
            const auto said = [&](const text::Names& names) {
                const std::string what = text::action_words(candidate.kind, names.language()), whom = text::names_of(names, model, candidate.people);
                return names.language() == Language::chinese ? text::joined({what, "：", whom}) : what + ": " + whom;
            };
            line.next_step = Text{said(english), said(chinese)};
            line.gain_an_hour = *best->gain_an_hour;
            if (const auto margin = deal_margin(deal)) line.worth_an_hour = (best->gain.value() * margin->amount - candidate.cost) / candidate.hours;
        }
    }
    for (const BlindSpot& spot : found.blind_spots) {
        line.veto_against = line.veto_against || spot.kind == BlindSpotKind::veto_against;
        line.without_coach = line.without_coach || spot.kind == BlindSpotKind::no_coach;
        line.stale = line.stale || spot.kind == BlindSpotKind::stale_evidence;
    }
    return line;
}

namespace detail {

/// The chances of a deal as one stacked bar: us, rivals, no decision hatched.
[[nodiscard]] inline Element outcome_bar(const DealLine& line, const std::string& prefix) {
    Element drawing = track(18, "track stacked");
    double from = 0;
    const picture::SvgOptions hatching{true, prefix};
    drawing.add({"defs", {}, "", {picture::hatch("none", hatching)}});
    std::size_t rivals = 0;
    for (const std::size_t j : text::listed_outcomes(line.forecast)) {
        const double chance = line.forecast.outcomes[j];
        const bool rival = j != 0 && j != line.forecast.ours;
        const std::string token = j == 0 ? "none" : !rival ? "for2" : ++rivals == 1 ? "ag2" : "ochre";
        Element part = bar(from, from + chance, 2, 14, token);
        if (j == 0)
            for (auto& [name, value] : part.attributes)
                if (name == "fill") value = "url(#" + prefix + "hatch-none)";
        part.set("stroke", "var(--sf)");
        drawing.add(std::move(part));
        if (chance >= .08) {
            Element label{"text", {{"x", share_of_width(from + chance / 2)}, {"y", "13"}, {"text-anchor", "middle"}, {"fill", j == 0 ? "var(--ink)" : "var(--on-" + token + ")"}}, text::decimal(100 * chance, 0), {}};
            if (j == 0) label.set("stroke", "var(--sf)").set("stroke-width", "5").set("stroke-linejoin", "round").set("paint-order", "stroke");
            drawing.add(std::move(label));
        }
        from += chance;
    }
    return drawing;
}

[[nodiscard]] inline std::string chances_in_words(const DealLine& line, Language language) {
    const bool zh = language == Language::chinese;
    std::string said;
    for (const std::size_t j : text::listed_outcomes(line.forecast)) {
        const std::string who = j == 0 ? (zh ? "不做决定" : "no decision") : j == line.forecast.ours ? (zh ? "我方" : "us") : line.rivals[j];
        said += (said.empty() ? "" : zh ? "，" : ", ") + text::joined({who, " ", text::percent(line.forecast.outcomes[j])});
    }
    return said;
}

}  // namespace detail

BUYGRAPH_HEAVY Element portfolio_page(std::vector<DealLine> lines, Language language) {
    const bool zh = language == Language::chinese;
    const std::string word(word_of(language));
    const std::vector<CurrencyTotal> sums = totals(lines);
    const bool one_currency = sums.size() <= 1;
    const auto rank = [&](const DealLine& line) { return one_currency ? line.worth_an_hour.value_or(-1) : line.gain_an_hour; };
    std::stable_sort(lines.begin(), lines.end(), [&](const DealLine& left, const DealLine& right) { return rank(left) > rank(right); });
    std::string won, of, lost;
    for (const CurrencyTotal& total : sums) {
        const std::string separator = won.empty() ? "" : zh ? "、" : ", ";
        won += separator + text::money(total.won, total.currency, language);
        of += separator + text::money(total.value, total.currency, language);
        lost += separator + text::money(total.undecided, total.currency, language);
    }
    const std::string count = std::to_string(lines.size());
    Element page = element("main", "page portfolio");
    page.set("data-language", word).set("lang", word);
    Element say = element("div", "say", {words("h1", won.empty() ? (zh ? count + " 宗商机" : count + " deals") : zh ? text::joined({count, " 宗商机，期望赢单 ", won}) : count + " deals, " + won + " expected to be won")});
    if (!won.empty()) say.add(words("p", zh ? text::joined({"总额 ", of, "，其中 ", lost, " 预计停在不做决定。"}) : "Of " + of + " in all, " + lost + " is expected to end in no decision.", "reason"));
    const auto best = std::find_if(lines.begin(), lines.end(), [](const DealLine& line) { return line.worth_an_hour.has_value(); });
    if (one_currency && best != lines.end()) {
        const std::string worth = text::money(*best->worth_an_hour, best->currency, language);
        say.add(words("p", zh ? text::joined({"下一小时最该给", best->account, "：", best->next_step->zh, "，值 ", worth, "。"}) : "The next hour is worth most at " + best->account + ": " + best->next_step->en + ", worth " + worth + ".", "reason"));
    }
    say.add(words("p", text::uncalibrated(language), "chip"));
    page.add(element("section", "verdict", {std::move(say)}));

    struct Filter {
        const char *id, *zh, *en;
        bool (*holds)(const DealLine&);
    };
    constexpr std::size_t filter_count = 5;
    static constexpr Filter filters[filter_count]{{"all", "全部", "All", [](const DealLine&) { return true; }},
                                                 {"soon", "60 天内", "within 60 days", [](const DealLine& line) { return line.days && *line.days >= 0 && *line.days <= 60; }},
                                                 {"veto", "有否决者偏对手", "veto against us", [](const DealLine& line) { return line.veto_against; }},
                                                 {"uncoached", "没有客户指导员", "no coach", [](const DealLine& line) { return line.without_coach; }},
                                                 {"stale", "证据过期", "stale evidence", [](const DealLine& line) { return line.stale; }}};
    Element choices = group_of_choices(zh ? "筛选" : "Filter");
    for (const Filter& filter : filters) {
        const auto holding = std::count_if(lines.begin(), lines.end(), filter.holds);
        add_choice(choices, word + "-filter", word + "-filter-" + filter.id, std::string(zh ? filter.zh : filter.en) + " " + std::to_string(holding), &filter == &filters[0]);
    }
    page.add(element("div", "filters", {std::move(choices)}));

    const auto greatest = [&](const std::string& currency) {
        double most = 1e-9;
        for (const DealLine& line : lines)
            if (line.currency == currency) most = std::max(most, line.worth_an_hour.value_or(0));
        return most;
    };
    Element table = element("table", "deals");
    table.add(words("caption", one_currency ? (zh ? "按一小时值多少排列；区间为 10–90%" : "By what an hour is worth; ranges are 10–90%") : zh ? "币种不同，按每小时增益排列；区间为 10–90%" : "Currencies differ, so by gain per hour; ranges are 10–90%"));
    Element head = table_row({zh ? "客户 · 商机" : "Account · deal", zh ? "金额" : "Value", zh ? "定标" : "Award", zh ? "结果" : "Outcomes", zh ? "我方胜率 10–90%" : "P(us) 10–90%", zh ? "胜率" : "P(us)", zh ? "下一步" : "Next step", std::string(zh ? "点/小时" : "points/h") + (one_currency ? "" : " ↓"), std::string(zh ? "一小时值" : "worth of an hour") + (one_currency ? " ↓" : "")}, "th");
    table.add(element("thead", "", {std::move(head)}));
    Element body = element("tbody");
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const DealLine& line = lines[i];
        std::string classes;
        for (const Filter& filter : filters)
            if (filter.holds(line)) classes += (classes.empty() ? "" : " ") + std::string("is-") + filter.id;
        Element link = element("a", "", {name_words(line.account.empty() ? line.name : line.account)});
        link.set("href", line.address);
        Element heading = element("th", "", {std::move(link)});
        if (!line.account.empty()) heading.add(element("small", "", {name_words(line.name)}));
        heading.set("scope", "row");
        Element range = track(18);
        range.add(bar(0, 1, 8, 2, "line"));
        range.add(upright(.5, 4, 14, "line2"));
        range.add(bar(line.forecast.interval().low, line.forecast.interval().high, 5, 8, "for2", .3, 4));
        range.add(mark(Shape::circle, line.forecast.win(), 9, 4.5, "for2"));
        Element worth = track(10);
        worth.add(bar(1 - line.worth_an_hour.value_or(0) / greatest(line.currency), 1, 2, 6, "ink3"));
        Element outcomes = element("td", "wide", {detail::outcome_bar(line, word + "-" + std::to_string(i + 1) + "-"), words("span", detail::chances_in_words(line, language), "unseen")});
        body.add(element("tr", classes, {std::move(heading), words("td", line.value ? text::money(*line.value, line.currency, language) : std::string("–"), "number"), words("td", line.award ? text::short_date(*line.award, language) : std::string("–"), "award"), std::move(outcomes),
                                         element("td", "strip", {std::move(range), words("small", text::percent_range(line.forecast.interval().low, line.forecast.interval().high))}), words("td", text::percent(line.forecast.win()), "number strong"),
                                         words("td", line.next_step ? line.next_step->in(language) : std::string("–"), "step"), words("td", line.next_step ? text::decimal(100 * line.gain_an_hour, 2) : std::string("–"), "number"),
                                         element("td", "worth", {std::move(worth), words("strong", line.worth_an_hour ? text::money(*line.worth_an_hour, line.currency, language) : std::string("–"))})}));
    }
    table.add(std::move(body));
    Element foot = element("tfoot");
    for (const CurrencyTotal& total : sums) {
        Element heading = words("th", zh ? text::joined({"合计 ", std::to_string(total.deals), " 宗"}) : "Total of " + std::to_string(total.deals));
        heading.set("scope", "row");
        Element rest = words("td", zh ? "按金额加权" : "weighted by value");
        rest.set("colspan", "3");
        Element empty = element("td");
        empty.set("colspan", "3");
        foot.add(element("tr", "", {std::move(heading), words("td", text::money(total.value, total.currency, language), "number"), std::move(empty), words("td", total.value > 0 ? text::percent(total.won / total.value) : std::string("–"), "number strong"), std::move(rest)}));
    }
    table.add(std::move(foot));
    page.add(element("div", "scrolls", {std::move(table)}));
    return page;
}

BUYGRAPH_HEAVY Element portfolio_top(Language shown) {
    Element bar = element("header", "top");
    for (const Language language : {Language::chinese, Language::english}) {
        Element facts = element("div", "deal", {words("span", language == Language::chinese ? "我的商机" : "My deals", "account")});
        facts.set("data-language", std::string(word_of(language))).set("lang", std::string(word_of(language)));
        bar.add(std::move(facts));
    }
    bar.add(language_switch(shown));
    bar.add(theme_switch());
    return bar;
}

}  // namespace buygraph::page

#endif
