#pragma once

#include <string>

#include "../plan/rival_plan.hpp"
#include "../separate.hpp"
#include "engagement.hpp"
#include "names.hpp"

namespace buygraph::text {

/// What the competitor may try, what it does, and our cheapest answer.
[[nodiscard]] BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, std::size_t rival, const RivalStep& step);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT)

#include "format.hpp"
#include "lists.hpp"

namespace buygraph::text {

BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, std::size_t rival, const RivalStep& step) {
    const bool zh = names.language() == Language::chinese;
    const std::string who = names.outcome(model.offers[rival]), gain = signed_decimal(100 * step.gain.value(), 1), loss = change_words(step.loss.value(), step.loss.standard_error(), names.language());
    std::string text = zh ? joined({who, "可能", candidate_words(names, model, step.candidate), "：对手胜率 ", gain, " 个百分点，我方 ", loss, "。"})
                          : who + " may try a " + candidate_words(names, model, step.candidate) + ": " + gain + " points for them, " + loss + " for us.";
    if (!step.counter) return text + (zh ? "我方没有能应对的行动（0 个）。" : " Nothing of ours answers it (0 actions).");
    const Counter& counter = *step.counter;
    const std::string back = change_words(counter.gain.value(), counter.gain.standard_error(), names.language()), hours = hours_words(counter.candidate.hours, names.language());
    const std::string member = counter.candidate.member ? names.member(*counter.candidate.member) : std::string();
    const std::string cost = counter.candidate.cost > 0 ? (zh ? "，" : ", ") + money(counter.candidate.cost, names.deal().currency, names.language()) : std::string();
    return text + (zh ? joined({counter.restores ? "最省的应对：" : "单个行动补不回来，最有用的是：", member, candidate_words(names, model, counter.candidate), "，", back, "，用 ", hours}) + cost + "。"
                      : std::string(counter.restores ? " Cheapest answer: " : " No single action brings that back; the best is: ") + member + ", " + candidate_words(names, model, counter.candidate) + ", " + back + ", " + hours + cost + ".");
}

}  // namespace buygraph::text

#endif
