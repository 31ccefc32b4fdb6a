#pragma once

#include <algorithm>
#include <string>

#include "../plan/questions.hpp"
#include "../separate.hpp"
#include "names.hpp"

namespace buygraph::text {

/// The question, as we would put it to ourselves.
[[nodiscard]] BUYGRAPH_HEAVY std::string question_words(const Names& names, const DecisionModel& model, const Question& question);

/// An answer that changes what we do less often than this is named for what it tells alone.
inline constexpr double rarely = 0.005;

/// What all the answers together are good for: whether one of them can change what we do next, beside what perfect information would be worth; or nothing where the deal
/// has no value, or nobody can be asked.
[[nodiscard]] BUYGRAPH_HEAVY std::string questions_summary(const Names& names, const Questions& found);

/// Whom to ask what, with what the answer is worth: in what it tells, and in money where the deal has a value.
[[nodiscard]] BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const QuestionValue& value);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT)

#include "../plan/goodwill.hpp"
#include "lists.hpp"

namespace buygraph::text {

BUYGRAPH_HEAVY std::string question_words(const Names& names, const DecisionModel& model, const Question& question) {
    const bool zh = names.language() == Language::chinese;
    const std::string about = question.about ? names.person(model.people[*question.about]) : std::string();
    const std::string offer = question.offer ? (*question.offer == 0 ? (zh ? "维持现状" : "staying") : names.outcome(model.offers[*question.offer])) : std::string();
    switch (question.kind) {
        case QuestionKind::stance: return zh ? joined({about, "对", offer, "是什么态度？"}) : "Where does " + about + " stand on " + offer + "?";
        case QuestionKind::rating: return zh ? joined({about, "怎么看我方的", names.concern(model.table.concerns[*question.concern]), "？"}) : "How does " + about + " rate us on " + names.concern(model.table.concerns[*question.concern]) + "?";
        case QuestionKind::listens: return zh ? joined({about, "听", names.person(model.people[*question.to]), "的吗？"}) : "Does " + about + " listen to " + names.person(model.people[*question.to]) + "?";
        case QuestionKind::decider: return zh ? "到底谁拍板？" : "Who really decides?";
        case QuestionKind::seat: break;
    }
    return zh ? joined({about, "会是谁，对我方什么态度？"}) : "Who will sit in the " + about + ", and where does that person stand on us?";
}

BUYGRAPH_HEAVY std::string questions_summary(const Names& names, const Questions& found) {
    if (!found.perfect || found.values.empty()) return {};
    const bool zh = names.language() == Language::chinese;
    const auto in_money = [&](double amount) { return money(amount, names.deal().currency, names.language()); };
    const std::string perfect = in_money(*found.perfect);
    const auto best = std::max_element(found.values.begin(), found.values.end(), [](const QuestionValue& left, const QuestionValue& right) { return left.money->sample < right.money->sample; });
    if (best->money->changes_choice < rarely)
        return zh ? joined({"没有一个回答足以改变下一步；就算什么都知道，也只值 ", perfect, "。下面的问题是为了看得更清楚。"})
                  : "No answer alone is likely to change what we do next; to know everything would be worth " + perfect + ". What follows is asked to see more clearly.";
    const std::string worth = in_money(best->money->sample), turns = percent(best->money->changes_choice);
    return zh ? joined({"最值钱的一个回答值 ", worth, "，有 ", turns, " 的可能改变下一步；什么都知道值 ", perfect, "。"})
              : "The answer worth most is worth " + worth + ", and changes what we do next in " + turns + " of cases; to know everything would be worth " + perfect + ".";
}

BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const QuestionValue& value) {
    const bool zh = names.language() == Language::chinese;
    const std::string informant = names.person(model.people[value.question.informant]), fall = decimal(100 * value.fall_share, 1) + "%", trust = decimal(value.question.reliability, 2);
    const bool himself = value.question.about == value.question.informant;
    std::string text = zh ? joined({himself ? "当面问" : "问", informant, "：", question_words(names, model, value.question), "可靠性 ", trust, "，预计让胜率的不确定性（方差）降低 ", fall})
                          : std::string(himself ? "Ask " + informant + " directly: " : "Ask " + informant + ": ") + question_words(names, model, value.question) + " Reliability " + trust + "; expected to lower the variance of our chance by " + fall;
    if (value.money && value.money->changes_choice >= rarely) {
        const std::string worth = money(value.money->sample, names.deal().currency, names.language()), turns = percent(value.money->changes_choice);
        text += zh ? joined({"；值 ", worth, "，有 ", turns, " 的可能改变下一步"}) : "; worth " + worth + ", and in " + turns + " of cases it changes what we do";
    }
    const Goodwill asked = goodwill(names.deal(), model, value.question.informant);
    const std::string in_return = concerns_of(names, model, asked.in_return), told = std::to_string(asked.told);
    text += zh ? joined({"；已提供 ", told, " 条证据"}) : "; pieces of evidence so far: " + told;
    if (!in_return.empty()) text += zh ? joined({"，可以回报：", in_return}) : ", in return: " + in_return;
    return text + (zh ? "。" : ".");
}

}  // namespace buygraph::text

#endif
