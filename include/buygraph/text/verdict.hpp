#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "../forecast/forecast.hpp"
#include "../insight/contributions.hpp"
#include "format.hpp"
#include "names.hpp"
#include "stances.hpp"

namespace buygraph::text {

namespace detail {

/// Indices of the outcomes as they are always listed: ours, the rivals by chance, no decision last.
[[nodiscard]] inline std::vector<std::size_t> listed_outcomes(const Forecast& forecast) {
    std::vector<std::size_t> order;
    for (std::size_t j = 1; j < forecast.offers.size(); ++j)
        if (j != forecast.ours) order.push_back(j);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) { return forecast.outcomes[left] > forecast.outcomes[right]; });
    order.insert(order.begin(), forecast.ours);
    order.push_back(0);
    return order;
}

[[nodiscard]] inline std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

[[nodiscard]] inline std::string plus_minus(double value, double sd) { return signed_decimal(value, 2) + " ± " + decimal(sd, 2); }

}  // namespace detail

/// Who wins, or nobody, in one sentence: within 5 points too close to call, else the leader with his range where that is us.
[[nodiscard]] inline std::string headline(const Names& names, const Forecast& forecast) {
    const bool zh = names.language() == Language::chinese;
    std::vector<std::size_t> order = detail::listed_outcomes(forecast);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) { return forecast.outcomes[left] > forecast.outcomes[right]; });
    const auto chance = [&](std::size_t j) { return names.outcome(forecast.offers[j]) + (zh ? " " : "\xC2\xA0") + percent(forecast.outcomes[j]); };
    const std::size_t first = order[0], second = order[1];
    if (forecast.outcomes[first] - forecast.outcomes[second] <= 0.05 + 1e-9)
        return zh ? "难分高下：" + chance(first) + "，" + chance(second) : "Too close to call: " + chance(first) + ", " + chance(second) + ".";
    if (first == forecast.ours) {
        const std::string range = percent(forecast.win()) + (zh ? "（" : " (") + percent_range(forecast.interval().low, forecast.interval().high) + (zh ? "）" : ")");
        return zh ? "我方领先，" + range : "We lead, " + range + ".";
    }
    if (first != 0) return names.outcome(forecast.offers[first]) + (zh ? "领先，" : " leads, ") + percent(forecast.outcomes[first]) + (zh ? "；" : "; ") + chance(forecast.ours) + (zh ? "" : ".");
    std::string rest;
    for (std::size_t i = 1; i < order.size() && i < 3; ++i) rest += (i == 1 ? "" : zh ? "，" : ", ") + chance(order[i]);
    return zh ? "最可能的结果是不做决定，" + percent(forecast.outcomes[0]) + "；" + rest : "Most likely: no decision, " + percent(forecast.outcomes[0]) + ". " + detail::capitalised(rest) + ".";
}

/// Who is the obstacle and what is the largest unknown, each with its number.
///
/// The obstacle is the veto holder with the lowest lead of −0.08 or less, else the person who takes most off the margin.
[[nodiscard]] inline std::string reason(const Names& names, const DecisionModel& model, const Forecast& forecast, const std::vector<Standing>& standings) {
    const bool zh = names.language() == Language::chinese;
    const auto rival_name = [&](const Standing& standing) { return standing.against_rival ? names.outcome(model.offers[standing.rival]) : std::string(zh ? "维持现状" : "staying"); };
    std::string text;

    std::size_t obstacle = model.people_count();
    for (std::size_t i = 0; i < model.people_count(); ++i)
        if (model.rule.veto[i] && standings[i].lead <= -0.08 && (obstacle == model.people_count() || standings[i].lead < standings[obstacle].lead)) obstacle = i;
    if (obstacle < model.people_count()) {
        const Standing& stands = standings[obstacle];
        const bool clearly = stands.sign == -2;
        const std::string number = detail::plus_minus(stands.lead, stands.sd);
        text = zh ? names.person(model.people[obstacle]) + "有否决权，" + (clearly ? "明显偏" : "略偏") + rival_name(stands) + "（" + number + "）。"
                  : names.person(model.people[obstacle]) + " holds a veto and " + (clearly ? "clearly" : "somewhat") + " prefers " + rival_name(stands) + " (" + number + ").";
    } else {
        const std::size_t rival = likeliest_rival(model, forecast);
        const Explanation found = explain(model, deciding_eyes(model), rival, rival == 0 ? 0 : 1);
        std::vector<double> share(model.people_count(), 0.0);
        for (const Contribution& term : found.contributions) share[term.person] += term.value;
        const auto worst = static_cast<std::size_t>(std::min_element(share.begin(), share.end()) - share.begin());
        if (share[worst] <= -0.005) {
            const std::string name = names.person(model.people[worst]), number = signed_decimal(share[worst], 2);
            text = zh ? name + "对我方的领先拖累最大（" + number + "）。" : name + " takes most off our margin (" + number + ").";
        }
    }

    const std::vector<double> eyes = deciding_eyes(model);
    std::size_t unknown = model.people_count();
    for (std::size_t i = 0; i < model.people_count(); ++i)
        if (eyes[i] > 0 && standings[i].sureness == Sureness::guess && (unknown == model.people_count() || eyes[i] > eyes[unknown])) unknown = i;
    if (unknown < model.people_count()) {
        const std::string name = names.person(model.people[unknown]), number = detail::plus_minus(standings[unknown].lead, standings[unknown].sd);
        const bool decides = model.rule.rule == Rule::autocracy || model.rule.rule == Rule::consent;
        if (zh) text += std::string(decides ? "拍板人" : "投票人") + name + "的立场我们还是猜的（" + number + "）。";
        else text += (text.empty() ? "" : " ") + ("Where " + name) + (decides ? ", who decides, stands" : ", who votes, stands") + " is still a guess (" + number + ").";
    }
    return text;
}

/// "In this model, about 4 of 20 such deals are won"
[[nodiscard]] inline std::string of_twenty(const Forecast& forecast, Language language) {
    const std::string won = decimal(20 * forecast.win(), 0);
    return language == Language::chinese ? "按此模型，20 宗这样的商机约赢 " + won + " 宗" : "In this model, about " + won + " of 20 such deals are won";
}

/// The chip that stands beside every forecast.
[[nodiscard]] inline const std::string& uncalibrated(Language language) {
    static const Text text{"Uncalibrated: not fitted to outcomes", "未校准 · 常数未用成交结果拟合"};
    return text.in(language);
}

}  // namespace buygraph::text
