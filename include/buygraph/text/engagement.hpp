#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../plan/engagement.hpp"
#include "../separate.hpp"
#include "names.hpp"

namespace buygraph::text {

/// What a kind of action is called; a kind of the user's own as he wrote it.
[[nodiscard]] BUYGRAPH_HEAVY std::string action_words(std::string_view kind, Language language);

/// "meeting with Liu about reliability, function": what is done, with whom, about what.
[[nodiscard]] BUYGRAPH_HEAVY std::string candidate_words(const Names& names, const DecisionModel& model, const Candidate& candidate);

/// One step, with its gain: "Wang Li: meeting with Zhou about payback time: +3.7 ± 0.1 points, 2 h, 1.8 an hour; introduced by Luo."
[[nodiscard]] BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const EngagementPlan& plan, const PlanStep& step);

/// What the whole plan does: to our chance, to no decision, to the careful view of it, and what it takes.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<std::string> sentences(const Names& names, const DecisionModel& model, const EngagementPlan& plan, double quantile = 0.2);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT)

#include "lists.hpp"

namespace buygraph::text {

BUYGRAPH_HEAVY std::string action_words(std::string_view kind, Language language) {
    const bool zh = language == Language::chinese;
    if (kind == "meeting") return zh ? "会谈" : "meeting";
    if (kind == "executive_call") return zh ? "高层通话" : "executive call";
    if (kind == "workshop") return zh ? "研讨会" : "workshop";
    if (kind == "reference_visit") return zh ? "样板参观" : "reference visit";
    if (kind == "pilot") return zh ? "试用" : "pilot";
    return std::string(kind);
}

BUYGRAPH_HEAVY std::string candidate_words(const Names& names, const DecisionModel& model, const Candidate& candidate) {
    const std::string people = names_of(names, model, candidate.people), concerns = concerns_of(names, model, candidate.concerns), what = action_words(candidate.kind, names.language());
    return names.language() == Language::chinese ? joined({"与", people, what, "，谈", concerns}) : what + " with " + people + " about " + concerns;
}

BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const EngagementPlan& plan, const PlanStep& step) {
    const bool zh = names.language() == Language::chinese;
    const Candidate& candidate = plan.candidates[step.candidate];
    std::string text = candidate.member ? names.member(*candidate.member) + (zh ? "：" : ": ") : std::string();
    text += candidate_words(names, model, candidate) + (zh ? "：胜率 " : ": ") + change_words(step.gain.value(), step.gain.standard_error(), names.language()) + (zh ? "，用 " : ", ") + hours_words(candidate.hours, names.language());
    if (step.gain_an_hour) text += (zh ? "，每小时 " : ", ") + signed_decimal(100 * *step.gain_an_hour, 2) + (zh ? "" : " an hour");
    if (candidate.cost > 0) text += (zh ? "，花费 " : ", ") + money(candidate.cost, names.deal().currency, names.language());
    for (const std::vector<std::size_t>& way : step.introductions)
        text += zh ? joined({"；经", names.person(model.people[way[way.size() - 2]]), "引见", names.person(model.people[way.back()])}) : "; " + names.person(model.people[way[way.size() - 2]]) + " can introduce us to " + names.person(model.people[way.back()]);
    return text + (zh ? "。" : ".");
}

BUYGRAPH_HEAVY std::vector<std::string> sentences(const Names& names, const DecisionModel& model, const EngagementPlan& plan, double quantile) {
    const bool zh = names.language() == Language::chinese;
    const auto tenth = [](double chance) { return decimal(100 * chance, 1) + "%"; };
    double hours = 0;
    for (const PlanStep& step : plan.steps) hours += plan.candidates[step.candidate].hours;
    if (plan.steps.empty()) return {zh ? "在这些时间和预算里，没有哪个行动能明显提高胜率（0 个）。" : "Within these hours and this budget no action would raise our chance by anything worth naming (0 steps)."};
    const Estimate gain = plan.after[model.ours] - plan.before[model.ours];
    const std::string before = tenth(plan.before[model.ours].value()), after = tenth(plan.after[model.ours].value()), change = change_words(gain.value(), gain.standard_error(), names.language());
    const std::string none_before = tenth(plan.before[0].value()), none_after = tenth(plan.after[0].value()), took = hours_words(hours, names.language());
    const std::string cost = plan.cost > 0 ? (zh ? "，花费 " : " and ") + money(plan.cost, names.deal().currency, names.language()) : std::string();
    const std::string share = percent(quantile), low = tenth(plan.quantile_before), high = tenth(plan.quantile_after), steps = std::to_string(plan.steps.size());
    return {zh ? steps + " 步，" + took + cost + "：胜率从 " + before + " 到 " + after + "（" + change + "）。"
               : steps + " steps, " + took + cost + ": our chance goes from " + before + " to " + after + " (" + change + ").",
            zh ? "不做决定的可能从 " + none_before + " 到 " + none_after + "。" : "The chance that nothing is decided goes from " + none_before + " to " + none_after + ".",
            zh ? "保守看（" + share + " 的情形不好于此），胜率从 " + low + " 到 " + high + "。" : "Seen with care (in " + share + " of all cases it is no better), our chance goes from " + low + " to " + high + "."};
}

}  // namespace buygraph::text

#endif
