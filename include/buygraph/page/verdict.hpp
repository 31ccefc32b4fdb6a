#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../separate.hpp"
#include "../text/names.hpp"
#include "outlook.hpp"
#include "parts.hpp"

namespace buygraph::page {

/// Who wins, or nobody; how unsure we are; on whom it hangs.
/// \param before  the forecast before a what-if, with its falls of variance; nullptr: there is none
[[nodiscard]] BUYGRAPH_HEAVY Element verdict(const text::Names& names, const DecisionModel& model, const Outlook& found, const Forecast* before = nullptr);

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

#include "../numbers/sort_stably.hpp"
#include "outcomes.hpp"

namespace buygraph::page {

namespace detail {

/// A sentence whose numbers do not break from the words before them.
[[nodiscard]] inline std::string unbroken_numbers(std::string_view sentence) {
    std::string text;
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        const bool number_next = at + 1 < sentence.size() && (sentence[at + 1] >= '0' && sentence[at + 1] <= '9');
        if (sentence[at] == ' ' && number_next) text += "\xC2\xA0";
        else text += sentence[at];
    }
    return text;
}

/// What widens our range: the fall of its variance if all errors of a kind were known.
/// \param as_filed  the shares are those of the deal before a what-if
[[nodiscard]] inline Element variance_shares(const VarianceFall& fall, bool as_filed, Language language) {
    const bool zh = language == Language::chinese;
    Element title = words("h3", zh ? "我方区间为何这么宽" : "Why our range is wide");
    if (as_filed) title.add(words("small", zh ? "（假设之前）" : " before the what-if"));
    Element part = element("div", "widens", std::move(title));
    std::vector<std::pair<std::string, double>> rows{{zh ? "个人偏差" : "deviations", fall.deviation}, {zh ? "评分" : "scores", fall.score}, {zh ? "关系强度" : "ties", fall.tie}, {zh ? "看重程度" : "importances", fall.importance}};
    numbers::sort_stably(rows, [](const auto& left, const auto& right) { return left.second > right.second; });
    Element table = element("table", "shares");
    table.add(words("caption", zh ? "若某类未知全部弄清，方差能降多少；各项不必相加为 100%" : "By how much the variance would fall if all of a kind were known; they need not add up"));
    Element body = element("tbody");
    for (const auto& [name, share] : rows) {
        Element drawing = track(10);
        drawing.add(bar(0, share, 2, 6, "ink3"));
        Element heading = words("th", name);
        heading.set("scope", "row");
        body.add(element("tr", "", std::move(heading), element("td", "wide", std::move(drawing)), words("td", text::percent(share), "number")));
    }
    table.add(std::move(body));
    part.add(std::move(table));
    return part;
}

}  // namespace detail

BUYGRAPH_HEAVY Element verdict(const text::Names& names, const DecisionModel& model, const Outlook& found, const Forecast* before) {
    const Language language = names.language();
    const bool zh = language == Language::chinese;
    const std::vector<OutcomeRow> rows = outcome_rows(names, found.forecast, before);
    std::string headline = text::headline(names, found.forecast);
    if (model.readings.empty()) headline = (zh ? "目前一无所知：" : "Nothing is known yet: ") + headline;
    Element say = element("div", "say", words("h1", detail::unbroken_numbers(headline)), words("p", text::reason(names, model, found.forecast, found.standings), "reason"),
                                         words("p", text::uncalibrated(language), "chip"), twenty_marks(rows, text::of_twenty(found.forecast, language)));
    Element section = element("section", "verdict", std::move(say), outcome_chart(rows, language));
    const std::optional<VarianceFall>& falls = before ? before->variance_fall : found.forecast.variance_fall;
    if (falls) section.add(detail::variance_shares(*falls, before != nullptr, language));
    return section;
}

}  // namespace buygraph::page

#endif
