#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "../separate.hpp"
#include "../text/verdict.hpp"
#include "parts.hpp"

namespace buygraph::page {

/// One way in which the deal can end, as a page shows it.
struct OutcomeRow {
    std::string name;
    double chance;
    std::optional<Interval> interval;  ///< nothing for several rivals together
    Shape shape;
    const char* token;
    std::optional<double> before = {};  ///< the chance before a what-if
};

inline constexpr std::size_t most_rivals = 3;  ///< the others share a row

/// Ours, rivals by chance, no decision last; more than three rivals: the rest together.
/// \param before  the forecast before a what-if: its order stays
[[nodiscard]] BUYGRAPH_HEAVY std::vector<OutcomeRow> outcome_rows(const text::Names& names, const Forecast& forecast, const Forecast* before = nullptr);

/// How many of twenty each takes: the largest remainders.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<long> of_twenty(const std::vector<OutcomeRow>& rows);

/// A strip of twenty marks, one for each of twenty such deals.
[[nodiscard]] BUYGRAPH_HEAVY Element twenty_marks(const std::vector<OutcomeRow>& rows, std::string sentence);

/// The outcomes on one scale from 0 to 100 %: bar for the 10–90 % range, mark at the mean, both in figures beside; a hollow mark where it was before a what-if.
[[nodiscard]] BUYGRAPH_HEAVY Element outcome_chart(const std::vector<OutcomeRow>& rows, Language language);

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

namespace buygraph::page {

BUYGRAPH_HEAVY std::vector<OutcomeRow> outcome_rows(const text::Names& names, const Forecast& forecast, const Forecast* before) {
    const bool zh = names.language() == Language::chinese;
    const auto was = [&](std::size_t j) { return before ? std::optional(before->outcomes[j]) : std::nullopt; };
    std::vector<OutcomeRow> rows;
    OutcomeRow others{zh ? "其他对手" : "other rivals", 0, std::nullopt, Shape::diamond, "ochre"};
    std::size_t rivals = 0;
    for (const std::size_t j : text::listed_outcomes(before ? *before : forecast)) {
        const bool rival = j != forecast.ours && j != 0;
        if (rival && ++rivals > most_rivals) {
            others.chance += forecast.outcomes[j];
            if (before) others.before = others.before.value_or(0) + *was(j);
            continue;
        }
        if (j == 0 && rivals > most_rivals) rows.push_back(others);
        rows.push_back({names.outcome(forecast.offers[j]), forecast.outcomes[j], forecast.intervals[j], rival ? Shape::diamond : j == 0 ? Shape::square : Shape::circle,
                        j == forecast.ours ? "for2" : j == 0 ? "none" : rivals == 1 ? "ag2" : "ochre", was(j)});
    }
    return rows;
}

BUYGRAPH_HEAVY std::vector<long> of_twenty(const std::vector<OutcomeRow>& rows) {
    std::vector<double> shares;
    for (const OutcomeRow& row : rows) shares.push_back(20 * row.chance);
    return rounded_together(shares);
}

BUYGRAPH_HEAVY Element twenty_marks(const std::vector<OutcomeRow>& rows, std::string sentence) {
    constexpr double pitch = 14;
    Element strip = element("svg", "twenty");
    strip.set("viewBox", "0 0 280 14").set("width", "280").set("height", "14").set("role", "img").set("aria-label", sentence);
    const std::vector<long> counts = of_twenty(rows);
    double x = 7;
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (long n = 0; n < counts[i]; ++n, x += pitch) {
            Element one = mark(rows[i].shape, 0, 7, 5.5, rows[i].token, rows[i].shape == Shape::square);
            one.attributes.front().second = text::decimal(x, 0);
            strip.add(std::move(one));
        }
    return element("p", "in-twenty", std::move(strip), words("span", sentence));
}

BUYGRAPH_HEAVY Element outcome_chart(const std::vector<OutcomeRow>& rows, Language language) {
    const bool zh = language == Language::chinese;
    Element table = element("table", "outcomes");
    table.add(words("caption", zh ? "各种结果的概率，括号内为 10–90% 区间（我们不知道的）" : "Chance of each outcome, with its 10–90% range (of what we do not know)"));
    Element scale = track(14, "scale");
    for (const int tick : {0, 25, 50, 75, 100}) {
        Element label = words("text", std::to_string(tick) + (tick == 100 ? "%" : ""));
        label.set("x", share_of_width(tick / 100.0)).set("y", "11").set("text-anchor", tick == 0 ? "start" : tick == 100 ? "end" : "middle");
        scale.add(std::move(label));
    }
    Element head = element("tr", "", words("th", zh ? "结果" : "Outcome", "unseen"), element("td", "", std::move(scale)), words("th", zh ? "概率" : "Chance", "unseen"), words("th", zh ? "区间" : "Range", "unseen"));
    for (const std::size_t at : {std::size_t{0}, std::size_t{2}, std::size_t{3}}) head.children[at].set("scope", "col");
    table.add(element("thead", "", std::move(head)));
    Element body = element("tbody");
    for (const OutcomeRow& row : rows) {
        Element drawing = track(26);
        for (const int tick : {0, 25, 50, 75, 100}) drawing.add(upright(tick / 100.0, 0, 26, "line"));
        if (row.interval) {
            Element range = bar(row.interval->low, row.interval->high, 9, 8, row.token, .3, 4);
            drawing.add(std::move(range));
        }
        if (row.before) drawing.add(mark(row.shape, *row.before, 13, 5.5, row.token, true));
        drawing.add(mark(row.shape, row.chance, 13, 5.5, row.token));
        Element heading = element("th", "", name_words(text::capitalised(row.name)));
        heading.set("scope", "row");
        Element chance = words("td", text::percent(row.chance), "chance");
        if (row.before) chance.add(words("span", (zh ? "，原为 " : ", was ") + text::percent(*row.before), "unseen"));
        body.add(element("tr", "", std::move(heading), element("td", "wide", std::move(drawing)), std::move(chance),
                                    words("td", row.interval ? text::percent_range(row.interval->low, row.interval->high) : std::string("–"), "range")));
    }
    table.add(std::move(body));
    return table;
}

}  // namespace buygraph::page

#endif
