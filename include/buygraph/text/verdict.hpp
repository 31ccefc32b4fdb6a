#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "../forecast/forecast.hpp"
#include "../insight/standing.hpp"
#include "../separate.hpp"
#include "format.hpp"
#include "names.hpp"

namespace buygraph::text {

/// Indices of the outcomes as they are always listed: ours, the rivals by chance, no decision last.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<std::size_t> listed_outcomes(const Forecast& forecast);

/// With a capital where an English sentence or label begins; other letters stay.
[[nodiscard]] inline std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

/// Who wins, or nobody, in one sentence: within 5 points too close to call, else the leader with his range where that is us.
[[nodiscard]] BUYGRAPH_HEAVY std::string headline(const Names& names, const Forecast& forecast);

/// Who is the obstacle, or where there is none the support, and what is the largest unknown: one or two sentences, each with its number.
///
/// A veto holder who leans against us goes first, then one who is clearly for us, else whoever moves our margin most.
[[nodiscard]] BUYGRAPH_HEAVY std::string reason(const Names& names, const DecisionModel& model, const Forecast& forecast, const std::vector<Standing>& standings);

/// "In this model, about 4 of 20 such deals are won"
[[nodiscard]] BUYGRAPH_HEAVY std::string of_twenty(const Forecast& forecast, Language language);

/// The chip that stands beside every forecast.
[[nodiscard]] inline const std::string& uncalibrated(Language language) {
    static const Text text{"Uncalibrated: not fitted to outcomes", "未校准 · 常数未用成交结果拟合"};
    return text.in(language);
}

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT_INSIGHT)

#include "../insight/contributions.hpp"
#include "../model/formal_right.hpp"
#include "../numbers/sort_stably.hpp"
#include "stances.hpp"

namespace buygraph::text {

BUYGRAPH_HEAVY std::vector<std::size_t> listed_outcomes(const Forecast& forecast) {
    std::vector<std::size_t> order;
    for (std::size_t j = 1; j < forecast.offers.size(); ++j)
        if (j != forecast.ours) order.push_back(j);
    numbers::sort_stably(order, [&](std::size_t left, std::size_t right) { return forecast.outcomes[left] > forecast.outcomes[right]; });
    order.insert(order.begin(), forecast.ours);
    order.push_back(0);
    return order;
}

namespace detail {

[[nodiscard]] inline std::string plus_minus(double value, double sd) { return signed_decimal(value, 2) + " ± " + decimal(sd, 2); }

}  // namespace detail

BUYGRAPH_HEAVY std::string headline(const Names& names, const Forecast& forecast) {
    const bool zh = names.language() == Language::chinese;
    std::vector<std::size_t> order = listed_outcomes(forecast);
    numbers::sort_stably(order, [&](std::size_t left, std::size_t right) { return forecast.outcomes[left] > forecast.outcomes[right]; });
    const auto chance = [&](std::size_t j) { return names.outcome(forecast.offers[j]) + (zh ? " " : "\xC2\xA0") + percent(forecast.outcomes[j]); };
    const auto listed = [&](std::size_t from, std::size_t count) {
        std::string text;
        for (std::size_t i = from; i < from + count && i < order.size(); ++i) text += (text.empty() ? "" : zh ? "，" : ", ") + chance(order[i]);
        return text;
    };
    const std::size_t first = order[0];
    const auto close = static_cast<std::size_t>(std::count_if(order.begin(), order.end(), [&](std::size_t j) { return forecast.outcomes[first] - forecast.outcomes[j] <= 0.05 + 1e-9; }));
    if (close > 1) return zh ? "难分高下：" + listed(0, std::min<std::size_t>(close, 3)) : "Too close to call: " + listed(0, std::min<std::size_t>(close, 3)) + ".";
    if (first == forecast.ours) {
        const std::string range = percent(forecast.win()) + (zh ? "（" : " (") + percent_range(forecast.interval().low, forecast.interval().high) + (zh ? "）" : ")");
        return zh ? "我方领先，" + range : "We lead, " + range + ".";
    }
    if (first != 0) return joined({names.outcome(forecast.offers[first]), zh ? "领先，" : " leads, "}) + percent(forecast.outcomes[first]) + (zh ? "；" : "; ") + chance(forecast.ours) + (zh ? "" : ".");
    return zh ? "最可能的结果是不做决定，" + percent(forecast.outcomes[0]) + "；" + listed(1, 2) : "Most likely: no decision, " + percent(forecast.outcomes[0]) + ". " + capitalised(listed(1, 2)) + ".";
}

namespace detail {

/// The veto holder with the lowest lead of −0.08 or less; none: the one who is most clearly for us; none: nothing.
[[nodiscard]] inline std::optional<std::size_t> telling_veto(const DecisionModel& model, const std::vector<Standing>& standings) {
    std::optional<std::size_t> lowest, highest;
    for (std::size_t i = 0; i < model.people_count(); ++i) {
        if (!formal_right(model, i).veto) continue;
        if (standings[i].lead <= -0.08 && (!lowest || standings[i].lead < standings[*lowest].lead)) lowest = i;
        if (standings[i].sign == 2 && (!highest || standings[i].lead > standings[*highest].lead)) highest = i;
    }
    return lowest ? lowest : highest;
}

/// A person at the start of an English sentence: names as given, a vacant seat with a capital.
[[nodiscard]] inline std::string at_start(const Names& names, const std::string& id) {
    const Person* person = names.find_person(id);
    const bool seat = person && person->name.empty() && person->vacant.value_or(false);
    return seat ? capitalised(names.person(id)) : names.person(id);
}

[[nodiscard]] inline std::string veto_sentence(const Names& names, const DecisionModel& model, std::size_t person, const Standing& stands) {
    const bool zh = names.language() == Language::chinese, clearly = std::abs(stands.sign) == 2;
    const std::string rival = stands.scale == StanceScale::lead ? names.outcome(model.offers[stands.rival]) : std::string(zh ? "维持现状" : "staying");
    const std::string preferred = stands.lead < 0 ? rival : std::string(zh ? "我方" : "us"), number = plus_minus(stands.lead, stands.sd);
    if (zh) return joined({names.person(model.people[person]), "有否决权，", clearly ? "明显偏" : "略偏", preferred, "（" + number + "）。"});
    return at_start(names, model.people[person]) + " holds a veto and " + (clearly ? "clearly" : "somewhat") + " prefers " + preferred + " (" + number + ").";
}

/// Who takes most off our margin; where nobody does, who adds most to it.
[[nodiscard]] inline std::string contributor_sentence(const Names& names, const DecisionModel& model, const Forecast& forecast) {
    const bool zh = names.language() == Language::chinese;
    const std::size_t rival = likeliest_rival(model, forecast);
    const Explanation found = explain(model, deciding_eyes(model), rival, rival == 0 ? 0 : 1);
    std::vector<double> share(model.people_count(), 0.0);
    for (const Contribution& term : found.contributions) share[term.person] += term.value;
    const auto worst = std::min_element(share.begin(), share.end()), best = std::max_element(share.begin(), share.end());
    const bool obstacle = *worst <= -0.005;
    const auto person = static_cast<std::size_t>((obstacle ? worst : best) - share.begin());
    const std::string name = names.person(model.people[person]), number = signed_decimal(share[person], 2);
    if (zh) return joined({name, obstacle ? "对我方的领先拖累最大（" : "对我方的领先贡献最大（"}) + number + "）。";
    return at_start(names, model.people[person]) + (obstacle ? " takes most off our margin (" : " adds most to our margin (") + number + ").";
}

/// Who decides and is still a guess to us, with the greatest say.
[[nodiscard]] inline std::string unknown_sentence(const Names& names, const DecisionModel& model, const std::vector<Standing>& standings) {
    const bool zh = names.language() == Language::chinese;
    const std::vector<double> eyes = deciding_eyes(model);
    std::optional<std::size_t> unknown;
    for (std::size_t i = 0; i < model.people_count(); ++i)
        if (eyes[i] > 0 && standings[i].sureness == Sureness::guess && (!unknown || eyes[i] > eyes[*unknown])) unknown = i;
    if (!unknown) return "";
    const std::string name = names.person(model.people[*unknown]), number = plus_minus(standings[*unknown].lead, standings[*unknown].sd);
    const bool decides = one_person_decides(model);
    if (zh) return joined({decides ? "拍板人" : "投票人", name, "的立场我们还是猜的（" + number + "）。"});
    return "Where " + name + (decides ? ", who decides, stands" : ", who votes, stands") + " is still a guess (" + number + ").";
}

}  // namespace detail

BUYGRAPH_HEAVY std::string reason(const Names& names, const DecisionModel& model, const Forecast& forecast, const std::vector<Standing>& standings) {
    const auto veto = detail::telling_veto(model, standings);
    const std::string first = veto ? detail::veto_sentence(names, model, *veto, standings[*veto]) : detail::contributor_sentence(names, model, forecast);
    const std::string second = detail::unknown_sentence(names, model, standings);
    return first + (second.empty() || names.language() == Language::chinese ? "" : " ") + second;
}

BUYGRAPH_HEAVY std::string of_twenty(const Forecast& forecast, Language language) {
    const std::string won = decimal(20 * forecast.win(), 0);
    return language == Language::chinese ? "按此模型，20 宗这样的商机约赢 " + won + " 宗" : "In this model, about " + won + " of 20 such deals are won";
}

}  // namespace buygraph::text

#endif
