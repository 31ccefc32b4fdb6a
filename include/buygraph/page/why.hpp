#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../numbers/sort_stably.hpp"
#include "../separate.hpp"
#include "../text/names.hpp"
#include "outlook.hpp"
#include "parts.hpp"

namespace buygraph::page {

/// One bar of a waterfall, or several small ones together.
struct WaterfallRow {
    std::vector<std::size_t> of;  ///< people, or concerns; several: the others
    double value;
};

/// Largest first down to the most negative; what is under 2 % of the sum of sizes, and beyond nine rows, joins the others.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<WaterfallRow> waterfall_rows(const std::vector<double>& values);

/// Why ours and not theirs, in the deciders' eyes: a waterfall by person that opens to person × concern; for one person by concern.
[[nodiscard]] BUYGRAPH_HEAVY Element why(const text::Names& names, const DecisionModel& model, const Outlook& found);

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

#include "../insight/shares.hpp"
#include "../text/explanation.hpp"
#include "../text/messages.hpp"

namespace buygraph::page {

BUYGRAPH_HEAVY std::vector<WaterfallRow> waterfall_rows(const std::vector<double>& values) {
    std::vector<std::size_t> by_size(values.size());
    std::iota(by_size.begin(), by_size.end(), std::size_t{0});
    numbers::sort_stably(by_size, [&](std::size_t left, std::size_t right) { return std::abs(values[left]) > std::abs(values[right]); });
    double sum = 0;
    for (const double value : values) sum += std::abs(value);
    std::vector<WaterfallRow> rows;
    WaterfallRow others{{}, 0};
    for (const std::size_t i : by_size) {
        if (values[i] == 0) continue;
        if (rows.size() < 9 && std::abs(values[i]) >= .02 * sum) rows.push_back({{i}, values[i]});
        else others.of.push_back(i), others.value += values[i];
    }
    if (!others.of.empty()) rows.push_back(std::move(others));
    numbers::sort_stably(rows, [](const WaterfallRow& left, const WaterfallRow& right) { return left.value > right.value; });
    return rows;
}

namespace detail {

/// Where the steps of a waterfall and zero stand on a common scale with some room at both ends.
struct WaterfallScale {
    double low = 0, high = 0;

    explicit WaterfallScale(const std::vector<WaterfallRow>& rows) {
        double at = 0;
        for (const WaterfallRow& row : rows) at += row.value, low = std::min(low, at), high = std::max(high, at);
        const double room = std::max(1e-6, .05 * (high - low));
        low -= room, high += room;
    }
    [[nodiscard]] double at(double value) const { return (value - low) / (high - low); }
};

[[nodiscard]] inline std::string thousandths(long value) { return text::signed_decimal(static_cast<double>(value) / 1000, 3); }

/// A person's share of the margin taken apart by concern, the largest first; in thousandths they add up to the share.
[[nodiscard]] inline Element taken_apart(const text::Names& names, const DecisionModel& model, const Outlook& found, std::size_t person, long share) {
    const bool zh = names.language() == Language::chinese;
    std::vector<const Contribution*> terms;
    for (const Contribution& term : found.why.contributions)
        if (term.person == person) terms.push_back(&term);
    numbers::sort_stably(terms, [](const Contribution* left, const Contribution* right) { return std::abs(left->value) > std::abs(right->value); });
    std::vector<double> values;
    for (const Contribution* term : terms) values.push_back(1000 * term->value);
    const std::vector<long> printed = rounded_together(values, share);
    Element body = element("tbody");
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (printed[i] == 0) continue;
        const std::string what = terms[i]->concern                                  ? names.concern(model.table.concerns[*terms[i]->concern])
                                 : terms[i]->kind == ContributionKind::leaning ? std::string(zh ? "个人倾向" : "leaning")
                                                                               : std::string(zh ? "看重程度的证据" : "evidence on importances");
        body.add(table_row({what, thousandths(printed[i])}));
    }
    return element("table", "apart", std::move(body));
}

}  // namespace detail

BUYGRAPH_HEAVY Element why(const text::Names& names, const DecisionModel& model, const Outlook& found) {
    const bool zh = names.language() == Language::chinese, alone = model.people_count() == 1;
    const Explanation& explanation = found.why;
    const std::string rival = text::rival_words(names, model, explanation.rival);
    const auto one = std::find_if(explanation.eyes.begin(), explanation.eyes.end(), [](double share) { return share > 1 - 1e-12; });
    const std::string eyes = one == explanation.eyes.end() ? std::string(zh ? "做决定的人" : "those who decide") : names.person(model.people[static_cast<std::size_t>(one - explanation.eyes.begin())]);
    Element part = section("why", zh ? text::joined({"为什么：在", eyes, "眼里，我方对", rival}) : "Why: us against " + rival + ", in the eyes of " + eyes);

    std::vector<double> values = person_shares(model, explanation);
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < values.size(); ++i) labels.push_back(names.person(model.people[i]));
    if (alone) {
        values = concern_shares(model, explanation);
        labels.clear();
        for (const std::string& concern : model.table.concerns) labels.push_back(names.concern(concern));
        double rest = explanation.margin;
        for (const double value : values) rest -= value;
        values.push_back(rest);
        labels.push_back(zh ? "个人倾向" : "leaning");
    }
    const std::vector<WaterfallRow> rows = waterfall_rows(values);
    const detail::WaterfallScale scale(rows);
    std::vector<double> thousand;
    for (const WaterfallRow& row : rows) thousand.push_back(1000 * row.value);
    const std::vector<long> printed = rounded_together(thousand);

    part.add(element("p", "ends", words("span", (zh ? text::joined({rival, "领先 ←"}) : rival + " ahead ←")), words("span", zh ? "→ 我方领先" : "→ us ahead")));
    Element list = element("div", "waterfall");
    double at = 0;
    long total = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double after = at + rows[i].value;
        Element drawing = track(20);
        drawing.add(upright(scale.at(0), 0, 20, "line2"));
        drawing.add(bar(scale.at(at), scale.at(after), 4, 12, rows[i].value >= 0 ? "for2" : "ag2"));
        drawing.add(upright(scale.at(after), 4, 20, "ink3"));
        const bool others = rows[i].of.size() > 1;
        const std::string count = std::to_string(rows[i].of.size());
        Element label = others ? words("span", zh ? "其余 " + count + (alone ? " 项" : " 人") : count + " others", "label") : element("span", "label", name_words(labels[rows[i].of.front()]));
        Element fall = element(others || alone ? "div" : "summary", "fall", std::move(label), std::move(drawing), words("span", detail::thousandths(printed[i]), "number"));
        if (others || alone) list.add(std::move(fall));
        else list.add(element("details", "fall-opens", std::move(fall), detail::taken_apart(names, model, found, rows[i].of.front(), printed[i])));
        at = after;
        total += printed[i];
    }
    Element drawing = track(20);
    drawing.add(upright(scale.at(0), 0, 20, "line2"));
    drawing.add(mark(Shape::diamond, scale.at(at), 10, 5, "ink"));
    list.add(element("div", "fall total", words("span", zh ? "合计领先" : "Margin", "label"), std::move(drawing), words("span", detail::thousandths(total), "number")));
    part.add(std::move(list));
    std::string said;
    const std::vector<std::string> sentences = text::sentences(names, model, explanation, 2);
    for (std::size_t i = 1; i < sentences.size(); ++i) said += (said.empty() || zh ? "" : " ") + sentences[i];
    part.add(words("p", said, "note"));
    return part;
}

}  // namespace buygraph::page

#endif
