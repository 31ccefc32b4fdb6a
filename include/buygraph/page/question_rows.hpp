#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "../plan/questions.hpp"
#include "../separate.hpp"
#include "../text/names.hpp"
#include "parts.hpp"

namespace buygraph::page {

inline constexpr Heading questions_heading{"What to ask whom", "问谁、问什么"};

/// What to ask whom, and what the answer is worth: in what it tells, and in money where it can change what we do.
[[nodiscard]] BUYGRAPH_HEAVY Element question_rows(const text::Names& names, const DecisionModel& model, const Questions& found);

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

#include "../text/questions.hpp"

namespace buygraph::page {

BUYGRAPH_HEAVY Element question_rows(const text::Names& names, const DecisionModel& model, const Questions& found) {
    constexpr std::size_t shown = 3, most = 12;
    const Language language = names.language();
    const bool zh = language == Language::chinese;
    Element part = section("questions", questions_heading.in(language), zh ? "回答预计让胜率的方差降低多少" : "by how much the answer should lower the variance of our chance");
    const std::vector<QuestionValue> values = by_best_informant(found);
    if (values.empty()) {
        part.add(words("p", zh ? "我方在客户里没有认识的人（/team 的 knows），没人可问。" : "We know nobody there whom we could ask (knows, in /team).", "note"));
        return part;
    }
    if (const std::string summary = text::questions_summary(names, found); !summary.empty()) part.add(words("p", summary, "note"));
    double greatest = 1e-9;
    for (const QuestionValue& value : values) greatest = std::max(greatest, value.fall_share);
    const auto table = [&](std::size_t from, std::size_t to) {
        Element body = element("tbody");
        for (std::size_t at = from; at < to; ++at) {
            const QuestionValue& value = values[at];
            const std::string informant = names.person(model.people[value.question.informant]);
            const bool himself = value.question.about == value.question.informant;
            Element what = element("th", "", words("span", text::question_words(names, model, value.question)), words("small", himself ? (zh ? text::joined({"当面问", informant}) : "ask " + informant + " directly") : (zh ? text::joined({"问", informant}) : "ask " + informant)));
            what.set("scope", "row").set("title", text::sentence(names, model, value));
            Element drawing = track(10);
            drawing.add(bar(0, value.fall_share / greatest, 2, 6, "ink3"));
            const bool turns = value.money && value.money->changes_choice >= text::rarely;
            const std::string worth = turns ? text::money(value.money->sample, names.deal().currency, language) : !value.money ? std::string() : std::string(zh ? "改变不了下一步" : "would change nothing");
            body.add(element("tr", "", std::move(what), element("td", "wide", std::move(drawing)), element("td", "number", words("strong", text::percent(value.fall_share)), words("small", worth))));
        }
        return element("table", "asks", std::move(body));
    };
    part.add(table(0, std::min(shown, values.size())));
    if (values.size() > shown) {
        const std::size_t last = std::min(most, values.size());
        part.add(element("details", "", words("summary", zh ? "更多问题" : "More questions"), table(shown, last)));
    }
    return part;
}

}  // namespace buygraph::page

#endif
