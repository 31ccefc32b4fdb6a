#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "../separate.hpp"
#include "../text/names.hpp"
#include "findings.hpp"
#include "parts.hpp"

namespace buygraph::page {

/// All evidence, the newest first: who, on what, what it says, how far to trust it, from whom, how old.
[[nodiscard]] BUYGRAPH_HEAVY Element evidence_table(const text::Names& names, const DecisionModel& model);

/// One thing to say to all, and what that does beside messages made for each.
[[nodiscard]] BUYGRAPH_HEAVY Element frame(const text::Names& names, const DecisionModel& model, const Findings& found);

/// MEDDPICC's eight fields, as far as the deal fills them.
[[nodiscard]] BUYGRAPH_HEAVY Element qualification_card(const text::Names& names, const DecisionModel& model, const Findings& found);

/// The deal's own notes, as they were written, and what the numbers rest on.
[[nodiscard]] BUYGRAPH_HEAVY Element method(const text::Names& names, const Findings& found);

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

#include "../numbers/sort_stably.hpp"
#include "../text/messages.hpp"
#include "../text/qualification.hpp"
#include "../text/stances.hpp"

namespace buygraph::page {

BUYGRAPH_HEAVY Element evidence_table(const text::Names& names, const DecisionModel& model) {
    const bool zh = names.language() == Language::chinese;
    const Deal& deal = names.deal();
    Element part = section("evidence", zh ? "证据" : "Evidence", std::to_string(deal.evidence.size()) + (zh ? " 条" : deal.evidence.size() == 1 ? " piece" : " pieces"));
    if (deal.evidence.empty()) {
        part.add(words("p", zh ? "还没有证据（/evidence）：全部站位都是从角色和诉求推出来的。" : "No evidence yet (/evidence): every stance is inferred from roles and concerns.", "note"));
        return part;
    }
    std::vector<const Evidence*> order;
    for (const Evidence& evidence : deal.evidence) order.push_back(&evidence);
    numbers::sort_stably(order, [](const Evidence* left, const Evidence* right) { return left->date && right->date ? days_since_epoch(*left->date) > days_since_epoch(*right->date) : left->date && !right->date; });
    Element table = element("table", "records");
    table.add(element("thead", "", table_row({zh ? "关于" : "About", zh ? "对" : "On", zh ? "态度" : "Stance", zh ? "可靠性" : "Reliability", zh ? "来源" : "Source", zh ? "日期" : "Date"}, "th")));
    Element body = element("tbody");
    for (const Evidence* evidence : order) {
        const std::size_t j = model.offer(evidence->offer);
        const std::string source = evidence->source.empty() ? std::string(zh ? "未注明" : "not named") : names.find_person(evidence->source) ? names.person(evidence->source) : evidence->source;
        body.add(table_row({names.person(evidence->about), j == 0 ? std::string(zh ? "维持现状" : "staying") : names.outcome(evidence->offer), text::signed_decimal(*stance_value(evidence->stance), 2), text::decimal(evidence->reliability.value_or(0.7), 2), source,
                            evidence->date ? text::short_date(*evidence->date, names.language()) : std::string("–")}));
    }
    table.add(std::move(body));
    part.add(element("div", "scrolls", std::move(table))).set("tabindex", "0");  // wider than a phone: to be scrolled by keys too
    return part;
}

BUYGRAPH_HEAVY Element frame(const text::Names& names, const DecisionModel& model, const Findings& found) {
    const bool zh = names.language() == Language::chinese;
    Element part = section("frame", zh ? "对所有人讲什么" : "One thing to say to all");
    Element list = element("ul", "said");
    for (const std::string& sentence : text::sentences(names, model, found.messages)) list.add(words("li", sentence));
    part.add(std::move(list));
    return part;
}

BUYGRAPH_HEAVY Element qualification_card(const text::Names& names, const DecisionModel& model, const Findings& found) {
    const Language language = names.language();
    Element part = section("qualification", language == Language::chinese ? "资格卡（MEDDPICC）" : "Qualification (MEDDPICC)");
    Element body = element("tbody");
    for (const QualificationEntry& entry : found.qualification.entries)
        body.add(table_row({text::qualification_label(entry.field).in(language), text::status_words(entry.status).in(language), text::sentence(names, model, entry)}));
    part.add(element("table", "records", std::move(body)));
    return part;
}

BUYGRAPH_HEAVY Element method(const text::Names& names, const Findings& found) {
    const bool zh = names.language() == Language::chinese;
    const std::string samples = std::to_string(found.forecast.samples), seed = std::to_string(found.forecast.seed), error = text::decimal(100 * found.forecast.standard_error[found.forecast.ours], 2);
    Element part = section("method", zh ? "方法与局限" : "Method and limits");
    if (!names.deal().notes.empty()) part.add(words("blockquote", names.deal().notes));
    part.add(words("p", zh ? text::joined({"人和诉求是一张加权的影响图；胜率是 ", samples, " 种可能情形下决策公式的平均值（种子 ", seed, "，抽样标准误 ", error, " 个百分点）。区间说的是我们不知道的，不是抽样的误差。"})
                           : "People and their concerns are a weighted influence graph; a chance is the mean of the decision's formula over " + samples + " states of the world (seed " + seed + ", standard error of the samples " + error + " points). A range says what we do not know, not the error of the samples."));
    part.add(words("p", zh ? "模型的常数没有用成交结果拟合过：用它比较、追问、排先后，别把概率当保证。" : "The model's constants have not been fitted to outcomes of deals: use it to compare, to ask and to order, not as a guarantee."));
    return part;
}

}  // namespace buygraph::page

#endif
