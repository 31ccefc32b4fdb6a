#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../plan/engagement.hpp"
#include "../separate.hpp"
#include "../text/names.hpp"
#include "parts.hpp"

namespace buygraph::page {

inline constexpr Heading next_steps_heading{"What next", "下一步"};

/// What to do next, by gain per hour: the three best, the rest behind them, with the joint gain of the whole plan.
/// \param found  nothing: the deal names nobody of ours
[[nodiscard]] BUYGRAPH_HEAVY Element next_steps(const text::Names& names, const DecisionModel& model, const std::optional<EngagementPlan>& found);

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

#include "../numbers/sort_stably.hpp"
#include "../text/engagement.hpp"
#include "../text/lists.hpp"
#include "../text/verdict.hpp"

namespace buygraph::page {

namespace detail {

inline constexpr std::size_t shown_steps = 3;

/// Dot and two standard errors from 0 on a common scale.
[[nodiscard]] inline Element gain_track(double gain, double error, double greatest, bool told_apart) {
    Element drawing = track(16);
    const char* token = told_apart ? "for2" : "ink3";
    const auto at = [&](double value) { return .04 + .92 * std::clamp(value / greatest, 0.0, 1.0); };
    drawing.add(upright(.04, 1, 15, "ink3"));
    drawing.add(bar(at(0), at(gain), 7.2, 1.6, token));
    drawing.add(bar(at(gain - 2 * error), at(gain + 2 * error), 6, 4, token, .45));
    drawing.add(mark(Shape::circle, at(gain), 8, 4, token));
    return drawing;
}

}  // namespace detail

BUYGRAPH_HEAVY Element next_steps(const text::Names& names, const DecisionModel& model, const std::optional<EngagementPlan>& found) {
    const Language language = names.language();
    const bool zh = language == Language::chinese;
    Element part = section("next", next_steps_heading.in(language), zh ? "按每小时增益排列" : "by gain per hour");
    if (!found) {
        part.add(words("p", zh ? "项目里没有登记我方人员（/team），排不出行动计划。" : "The deal names nobody of ours (/team), so there is no plan.", "note"));
        return part;
    }
    const EngagementPlan& plan = *found;
    const std::vector<std::string> sentences = text::sentences(names, model, plan);
    if (plan.steps.empty()) {
        part.add(words("p", sentences.front(), "note"));
        return part;
    }
    std::vector<std::size_t> order(plan.steps.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    numbers::sort_stably(order, [&](std::size_t left, std::size_t right) { return plan.steps[left].gain_an_hour.value_or(0) > plan.steps[right].gain_an_hour.value_or(0); });
    double greatest = 0;
    for (const PlanStep& step : plan.steps) greatest = std::max(greatest, step.gain.value() + 2 * step.gain.standard_error());

    const auto rows = [&](std::size_t from, std::size_t to) {
        Element body = element("tbody");
        for (std::size_t at = from; at < to; ++at) {
            const PlanStep& step = plan.steps[order[at]];
            const Candidate& candidate = plan.candidates[step.candidate];
            const bool told_apart = std::abs(step.gain.value()) >= 2 * step.gain.standard_error();
            const std::string who = candidate.member ? names.member(*candidate.member) + " → " : std::string();
            Element what = element("th", "", words("strong", text::capitalised(text::action_words(candidate.kind, language))), words("span", who + text::names_of(names, model, candidate.people)), words("small", text::concerns_of(names, model, candidate.concerns)));
            what.set("scope", "row").set("title", text::sentence(names, model, plan, step));
            Element gain = element("td", "wide", detail::gain_track(step.gain.value(), step.gain.standard_error(), greatest, told_apart), words("small", text::change_words(step.gain.value(), step.gain.standard_error(), language)));
            body.add(element("tr", told_apart ? "" : "faint", words("td", std::to_string(at + 1), "place"), std::move(what), std::move(gain), words("td", text::decimal(candidate.hours, std::floor(candidate.hours) == candidate.hours ? 0 : 1), "number"),
                                                               words("td", step.gain_an_hour ? text::signed_decimal(100 * *step.gain_an_hour, 2) : std::string("–"), "number strong")));
        }
        return body;
    };
    const auto table = [&](std::size_t from, std::size_t to, bool head) {
        Element made = element("table", "plan");
        if (head) made.add(element("thead", "", table_row({"", zh ? "行动" : "Action", zh ? "我方胜率" : "P(us)", zh ? "小时" : "h", zh ? "点/小时" : "points/h"}, "th")));
        made.add(rows(from, to));
        return made;
    };
    const std::size_t first = std::min(detail::shown_steps, order.size());
    part.add(table(0, first, true));
    const Estimate together = plan.after[model.ours] - plan.before[model.ours];
    const std::string all = std::to_string(plan.steps.size()), gain = text::change_words(together.value(), together.standard_error(), language);
    Element rest = element("details", "", words("summary", zh ? text::joined({"全部 ", all, " 项合做 ", gain}) : "All " + all + " together " + gain));
    if (order.size() > first) rest.add(table(first, order.size(), false));
    for (const std::string& sentence : sentences) rest.add(words("p", sentence, "note"));
    Element steps = element("ol", "in-order");
    for (const PlanStep& step : plan.steps) steps.add(words("li", text::sentence(names, model, plan, step)));
    rest.add(words("h3", zh ? "先后次序" : "In this order"));
    rest.add(std::move(steps));
    part.add(std::move(rest));
    return part;
}

}  // namespace buygraph::page

#endif
