#pragma once

#include <string>
#include <vector>

#include "../insight/qualification_conflicts.hpp"
#include "../separate.hpp"
#include "format.hpp"
#include "names.hpp"

namespace buygraph::text {

[[nodiscard]] BUYGRAPH_HEAVY Text qualification_label(QualificationField field);
[[nodiscard]] BUYGRAPH_HEAVY Text status_words(QualificationStatus status);
[[nodiscard]] BUYGRAPH_HEAVY Text light_words(MapLight light);

/// What fills a field of the card, or that nothing does, in one sentence with its numbers.
[[nodiscard]] BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const QualificationEntry& entry);

/// What does not fit, in one sentence with its numbers.
[[nodiscard]] BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const QualificationContradiction& found);

/// The traffic light with what it counts.
[[nodiscard]] BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const MapStatus& status);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT_INSIGHT)

#include "stances.hpp"

namespace buygraph::text {

BUYGRAPH_HEAVY Text qualification_label(QualificationField field) {
    switch (field) {
        case QualificationField::metrics: return {"Metrics", "量化指标"};
        case QualificationField::economic_buyer: return {"Economic buyer", "经济决策者"};
        case QualificationField::decision_criteria: return {"Decision criteria", "决策标准"};
        case QualificationField::decision_process: return {"Decision process", "决策流程"};
        case QualificationField::paper_process: return {"Paper process", "签约流程"};
        case QualificationField::identify_pain: return {"Identify pain", "痛点"};
        case QualificationField::champion: return {"Champion", "内部推动者"};
        case QualificationField::competition: break;
    }
    return {"Competition", "竞争"};
}

BUYGRAPH_HEAVY Text status_words(QualificationStatus status) {
    switch (status) {
        case QualificationStatus::known: return {"known", "清楚"};
        case QualificationStatus::partly: return {"partly known", "部分清楚"};
        case QualificationStatus::unknown: break;
    }
    return {"unknown", "不清楚"};
}

BUYGRAPH_HEAVY Text light_words(MapLight light) {
    switch (light) {
        case MapLight::red: return {"red", "红"};
        case MapLight::amber: return {"amber", "黄"};
        case MapLight::green: break;
    }
    return {"green", "绿"};
}

namespace detail {

/// What fills a card, ready for a sentence.
class CardWords {
  public:
    CardWords(const Names& names, const DecisionModel& model) : names_(names), model_(model), zh_(names.language() == Language::chinese) {}

    [[nodiscard]] bool chinese() const { return zh_; }
    [[nodiscard]] std::string person(std::size_t index) const { return names_.person(model_.people[index]); }
    [[nodiscard]] std::string offer(std::size_t index) const { return names_.outcome(model_.offers[index]); }
    [[nodiscard]] std::string list(const std::vector<std::string>& items) const {
        std::string text;
        for (const std::string& item : items) text += (text.empty() ? "" : zh_ ? "、" : ", ") + item;
        return text;
    }
    [[nodiscard]] std::string concerns(const std::vector<std::string>& ids) const {
        std::vector<std::string> labels;
        for (const std::string& id : ids) labels.push_back(zh_ ? names_.concern(id) : lowered(names_.concern(id)));
        return list(labels);
    }
    [[nodiscard]] std::string people(const std::vector<std::size_t>& indices) const {
        std::vector<std::string> all;
        for (const std::size_t index : indices) all.push_back(person(index));
        return list(all);
    }
    [[nodiscard]] static std::string whole(const OrderedMap<double>& numbers, std::string_view name) { return decimal(*numbers.find(name), 0); }
    [[nodiscard]] static std::string lead(const OrderedMap<double>& numbers) { return signed_decimal(*numbers.find("lead"), 2) + " ± " + decimal(*numbers.find("sd"), 2); }

  private:
    /// A label within a sentence: "Return on investment" but "IT security".
    [[nodiscard]] static std::string lowered(std::string label) {
        const auto is = [&](std::size_t at, char from, char to) { return at < label.size() && label[at] >= from && label[at] <= to; };
        if (is(0, 'A', 'Z') && !is(1, 'A', 'Z')) label[0] = static_cast<char>(label[0] - 'A' + 'a');
        return label;
    }

    const Names& names_;
    const DecisionModel& model_;
    bool zh_;
};

[[nodiscard]] inline std::string entry_chinese(const CardWords& of, const QualificationEntry& entry) {
    const auto number = [&](std::string_view name) { return *entry.numbers.find(name); };
    const auto whole = [&](std::string_view name) { return of.whole(entry.numbers, name); };
    switch (entry.field) {
        case QualificationField::metrics:
            if (entry.concerns.empty()) return entry.status == QualificationStatus::known ? "有价格和年收益，能算回报；还没有实测数值（0 项）。" : "没有一项收益用数字说清（0 项）。";
            return joined({"有 ", whole("measured"), " 项给了实际数值：", of.concerns(entry.concerns), "。"});
        case QualificationField::economic_buyer:
            return joined({number("share") >= 0.9 ? "由" : "分量最大的是", of.person(entry.people.front()), number("share") >= 0.9 ? "定（" : "（", percent(number("share")), "）；对我方的领先 ", of.lead(entry.numbers), "。"});
        case QualificationField::decision_criteria:
            return joined({"做决定的人最看重", of.concerns(entry.concerns), "（首项占 ", percent(number("weight")), "）；其中确知的只占 ", percent(number("known")), entry.status == QualificationStatus::unknown ? "，都是按角色推想的。" : "。"});
        case QualificationField::decision_process: return "规则、由谁定、何时定，3 项里已知 " + whole("given") + " 项。";
        case QualificationField::paper_process: {
            std::string said = entry.numbers.contains("days") ? "从拍板到签约留了 " + whole("days") + " 天" : std::string("从拍板到签约要多久还没写");
            said += number("payments") > 0 ? "，付款分 " + whole("payments") + " 笔" : "，付款还没写（0 笔）";
            return joined({said, entry.people.empty() ? "，采购经办人未知" : "，采购经办人是", of.people(entry.people), "；合同、法务、审批各步文件里没有。"});
        }
        case QualificationField::identify_pain:
            if (entry.status == QualificationStatus::unknown) return "维持现状一项评分也没有（0 项），痛点不清楚。";
            if (entry.concerns.empty()) return "在做决定的人看重的事上，维持现状没有低于 5 分的：看不出痛点。";
            return joined({"照旧的话，最难受的是", of.concerns(entry.concerns), "（首项现状 ", decimal(number("score"), 1), " 分）；做决定的人想买的程度 ", signed_decimal(number("pull"), 2), "。"});
        case QualificationField::champion:
            if (entry.people.empty()) return "除了说话最有分量的人，没有人偏我方 0.08 以上。";
            return joined({"最有力的支持者是", of.person(entry.people.front()), "：领先 ", of.lead(entry.numbers), "，在决定里占 ", decimal(100 * number("control"), 1), "%，", number("reaches") > 0 ? "话能传到做决定的人。" : "话传不到做决定的人。"});
        case QualificationField::competition: break;
    }
    if (entry.offers.empty()) return "没有写竞争方案（0 家）：是真没有，还是不知道？";
    return joined({decimal(static_cast<double>(entry.offers.size()), 0), entry.offers.size() == 1 ? " 家：" : " 家，最可能的是", of.offer(entry.offers.front()), "（", percent(number("chance")), "）；评过分的 ", whole("rated"), " 家，关于对手的证据 ", whole("readings"), " 条。"});
}

[[nodiscard]] inline std::string entry_english(const CardWords& of, const QualificationEntry& entry) {
    const auto number = [&](std::string_view name) { return *entry.numbers.find(name); };
    const auto whole = [&](std::string_view name) { return of.whole(entry.numbers, name); };
    switch (entry.field) {
        case QualificationField::metrics:
            if (entry.concerns.empty()) return entry.status == QualificationStatus::known ? "Price and yearly benefit are there, so the return can be computed; nothing is measured yet (0)." : "No benefit is put in figures (0).";
            return whole("measured") + (number("measured") == 1 ? " concern is measured: " : " concerns are measured: ") + of.concerns(entry.concerns) + ".";
        case QualificationField::economic_buyer: {
            const std::string who = of.person(entry.people.front()), share = percent(number("share"));
            return (number("share") >= 0.9 ? "Decided by " + who + " (" + share + ")" : "The greatest say is with " + who + " (" + share + ")") + "; lead for us " + of.lead(entry.numbers) + ".";
        }
        case QualificationField::decision_criteria:
            return "Those who decide weigh most: " + of.concerns(entry.concerns) + " (the first " + percent(number("weight")) + "); " + percent(number("known")) + " of it is known" +
                   (entry.status == QualificationStatus::unknown ? ", the rest follows from their roles." : ".");
        case QualificationField::decision_process: return "Of rule, who decides and when, " + whole("given") + " of 3 are given.";
        case QualificationField::paper_process: {
            std::string said = entry.numbers.contains("days") ? whole("days") + " days from award to signature" : std::string("How long from award to signature is not given");
            said += number("payments") > 0 ? ", payment in " + whole("payments") : ", no payments given (0)";
            return said + (entry.people.empty() ? ", no purchaser named" : ", purchaser " + of.people(entry.people)) + "; contract, legal and approval steps are not in the deal.";
        }
        case QualificationField::identify_pain:
            if (entry.status == QualificationStatus::unknown) return "Staying is rated on nothing (0), so no pain is known.";
            if (entry.concerns.empty()) return "On what those who decide weigh, staying is nowhere rated under 5: no pain to be seen.";
            return "Staying hurts most on " + of.concerns(entry.concerns) + " (the first at " + decimal(number("score"), 1) + " of 10); pull to buy of those who decide " + signed_decimal(number("pull"), 2) + ".";
        case QualificationField::champion:
            if (entry.people.empty()) return "Besides whoever has most say, nobody leads for us by 0.08.";
            return "The strongest supporter is " + of.person(entry.people.front()) + ": lead " + of.lead(entry.numbers) + ", " + decimal(100 * number("control"), 1) + "% of the say, " +
                   (number("reaches") > 0 ? "heard by those who decide." : "not heard by those who decide.");
        case QualificationField::competition: break;
    }
    if (entry.offers.empty()) return "No competitor is named (0): is there none, or do we not know?";
    const bool one = entry.offers.size() == 1;
    return decimal(static_cast<double>(entry.offers.size()), 0) + (one ? " competitor: " : " competitors, the likeliest ") + of.offer(entry.offers.front()) + " (" + percent(number("chance")) + "); " + whole("rated") + " rated, " + whole("readings") +
           (number("readings") == 1 ? " reading on " : " readings on ") + (one ? "it." : "them.");
}

}  // namespace detail

BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const QualificationEntry& entry) {
    const detail::CardWords words(names, model);
    return words.chinese() ? detail::entry_chinese(words, entry) : detail::entry_english(words, entry);
}

BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const QualificationContradiction& found) {
    const detail::CardWords of(names, model);
    const bool zh = of.chinese();
    const auto who = [&](std::size_t position = 0) { return of.person(found.people[position]); };
    const auto days = [&] { return of.whole(found.numbers, "days"); };
    switch (found.kind) {
        case QualificationConflict::champion_without_path:
            return zh ? joined({"推动者", who(), "偏我方（", of.lead(found.numbers), "），话却传不到", who(1), "。"}) : who() + " is for us (" + of.lead(found.numbers) + "), but no way of influence leads from there to " + who(1) + ".";
        case QualificationConflict::champion_unproven:
            return zh ? joined({"推动者", who(), "偏我方只是推算（", of.lead(found.numbers), "），没有证据（0 条）。"}) : who() + " is our champion by inference alone (" + of.lead(found.numbers) + "): there are 0 pieces of evidence.";
        case QualificationConflict::economic_buyer_guess:
            return zh ? joined({*found.numbers.find("share") >= 0.9 ? "拍板的" : "最有分量的", who(), "站哪边还是猜的（", of.lead(found.numbers), "）。"}) : "Where " + who() + " stands, who has most say, is a guess (" + of.lead(found.numbers) + ").";
        case QualificationConflict::coach_against:
            return zh ? joined({"客户指导员", who(), "自己偏对手（", of.lead(found.numbers), "），消息要打折扣。"}) : "Our coach " + who() + " leans to a rival (" + of.lead(found.numbers) + "): take the word with care.";
        case QualificationConflict::pain_not_felt: {
            const std::string pull = signed_decimal(*found.numbers.find("pull"), 2), score = decimal(*found.numbers.find("score"), 1);
            return zh ? joined({of.concerns(found.concerns), "是痛点（首项现状 ", score, " 分），做决定的人却更想照旧（想买的程度 ", pull, "）。"})
                      : "There is pain in " + of.concerns(found.concerns) + " (the first at " + score + " of 10), yet those who decide would rather stay (pull to buy " + pull + ").";
        }
        case QualificationConflict::metrics_not_weighed: {
            const std::string weight = decimal(100 * *found.numbers.find("weight"), 1) + "%";
            return zh ? joined({"回报和回收期算出来了，做决定的人却几乎不看（合计只占 ", weight, "）。"}) : "Return and payback are measured, but weigh only " + weight + " with those who decide.";
        }
        case QualificationConflict::decision_date_past: return zh ? "拍板日期已过 " + days() + " 天，文件没更新。" : "The decision date passed " + days() + " days ago.";
        case QualificationConflict::close_before_decision: break;
    }
    return zh ? "签约日期比拍板日期还早 " + days() + " 天。" : "The close date lies " + days() + " days before the decision.";
}

BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const MapStatus& status) {
    const detail::CardWords of(names, model);
    const std::string light = light_words(status.light).in(names.language()), key = decimal(static_cast<double>(status.key_people.size()), 0), supporters = decimal(static_cast<double>(status.supporters.size()), 0);
    if (of.chinese()) return joined({"关系图状态：", light, "；", key, " 位关键人物里有 ", supporters, " 位支持者", status.supporters.empty() ? "" : "：", of.people(status.supporters), "。"});
    return "Relationship-map status: " + light + "; " + supporters + " of " + key + " key people " + (status.supporters.size() == 1 ? "is a supporter" : "are supporters") + (status.supporters.empty() ? "" : ": " + of.people(status.supporters)) + ".";
}

}  // namespace buygraph::text

#endif
