#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "../plan/messages.hpp"
#include "../separate.hpp"
#include "names.hpp"

namespace buygraph::text {

/// Whom we are compared with: a competitor's name, or staying.
[[nodiscard]] BUYGRAPH_HEAVY std::string rival_words(const Names& names, const DecisionModel& model, std::size_t rival);

/// What to say or ask, from the catalog's template of the concern and the kind of advice; the general one where a concern has none.
[[nodiscard]] BUYGRAPH_HEAVY std::string advice_words(const Names& names, const DecisionModel& model, std::size_t rival, const Advice& advice);

/// The numbers that an advice rests on, in points of the 0 to 10 scale: "ahead by 1.1 ± 1.4 points; weight 12%; up to +6.0".
[[nodiscard]] BUYGRAPH_HEAVY std::string advice_reason(const Names& names, const Advice& advice);

/// The frame and the two plans side by side, each sentence with its numbers.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<std::string> sentences(const Names& names, const DecisionModel& model, const Messages& messages);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT)

#include "lists.hpp"

namespace buygraph::text {

BUYGRAPH_HEAVY std::string rival_words(const Names& names, const DecisionModel& model, std::size_t rival) {
    return rival == 0 ? (names.language() == Language::chinese ? "维持现状" : "staying as they are") : names.outcome(model.offers[rival]);
}

namespace detail {

[[nodiscard]] inline const std::optional<Text>& part_of(const AdviceTexts& texts, AdviceKind kind) { return kind == AdviceKind::lead ? texts.lead : kind == AdviceKind::mend ? texts.mend : texts.ask; }

/// A template with what stands in braces filled in; names are put in as they are and not looked at again.
[[nodiscard]] inline std::string filled(std::string_view pattern, const std::string& person, const std::string& rival, const std::string& concern) {
    std::string text;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::string* value = nullptr;
        std::size_t length = 0;
        for (const auto& [name, with] : {std::pair<std::string_view, const std::string*>{"{person}", &person}, {"{rival}", &rival}, {"{concern}", &concern}})
            if (pattern.substr(at, name.size()) == name) value = with, length = name.size();
        if (value) text += *value, at += length;
        else text += pattern[at++];
    }
    return text;
}

}  // namespace detail

BUYGRAPH_HEAVY std::string advice_words(const Names& names, const DecisionModel& model, std::size_t rival, const Advice& advice) {
    const std::string& id = model.table.concerns[advice.concern];
    const AdviceTexts texts = names.advice(id);
    const std::string pattern = detail::part_of(texts, advice.kind).value_or(Text{}).in(names.language());
    return detail::filled(pattern, names.person(model.people[advice.person]), rival_words(names, model, rival), names.concern(id));
}

BUYGRAPH_HEAVY std::string advice_reason(const Names& names, const Advice& advice) {
    const bool zh = names.language() == Language::chinese;
    const std::string margin = decimal(5 * std::abs(advice.margin), 1) + " ± " + decimal(5 * advice.sd, 1), weight = percent(advice.weight), gain = signed_decimal(100 * advice.gain, 1);
    const bool ahead = advice.margin > 0;
    if (zh) return joined({ahead ? "领先 " : "落后 ", margin, " 分（满分 10），所占比重 ", weight, "；若认可到满分，胜率 ", gain, " 个百分点"});
    return std::string(ahead ? "ahead by " : "behind by ") + margin + " of 10 points, weight " + weight + "; seen at its best it is worth " + gain + " points of our chance";
}

BUYGRAPH_HEAVY std::vector<std::string> sentences(const Names& names, const DecisionModel& model, const Messages& messages) {
    const bool zh = names.language() == Language::chinese;
    std::vector<std::string> found;
    for (const FrameConcern& frame : messages.frame) {
        const std::string concern = names.concern(model.table.concerns[frame.concern]), gain = signed_decimal(100 * frame.gain, 1), reach = decimal(frame.reach, 2), breadth = decimal(frame.breadth, 1);
        found.push_back(zh ? joined({"对所有人讲：", concern, "。全员认可到满分，胜率 " + gain + " 个百分点；在拍板人心里的份量 " + reach + "，相当于通过 " + breadth + " 个人起作用。"})
                           : "To all: " + concern + ". Seen at its best by everybody it is worth " + gain + " points; its part in the deciders' minds is " + reach + ", through the equal of " + breadth + " people.");
    }
    if (messages.frame.empty()) found.push_back(zh ? "没有哪个诉求讲了能提高胜率（0 个）。" : "There is no concern that would raise our chance by being spoken of (0 concerns).");
    const auto plan = [&](const MessagePlan& one) {
        const Estimate change = one.win - messages.nothing.win;
        const std::string count = std::to_string(one.messages.size()), win = decimal(100 * one.win.value(), 1) + "%", gained = change_words(change.value(), change.standard_error(), names.language()), conflict = decimal(one.conflict.value(), 3);
        return zh ? count + " 条信息，胜率 " + win + "（" + gained + "），分歧 " + conflict : count + (one.messages.size() == 1 ? " message, our chance " : " messages, our chance ") + win + " (" + gained + "), conflict " + conflict;
    };
    const Estimate between = messages.tailored.win - messages.shared.win;
    const bool told_apart = std::abs(between.value()) >= std::max(2 * between.standard_error(), 0.0005);  // and not where both are printed alike
    const std::string verdict = !told_apart ? (zh ? "两者分不出高下。" : "The two cannot be told apart.") : between.value() > 0 ? (zh ? "因人而异的更好。" : "Each his own does better.") : (zh ? "统一口径的更好。" : "One frame for all does better.");
    found.push_back((zh ? "统一口径：" : "One frame for all: ") + plan(messages.shared) + (zh ? "；因人而异：" : "; each his own: ") + plan(messages.tailored) + (zh ? "。" : ". ") + verdict);
    return found;
}

}  // namespace buygraph::text

#endif
