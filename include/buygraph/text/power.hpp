#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "../insight/power.hpp"
#include "../separate.hpp"
#include "format.hpp"
#include "names.hpp"

namespace buygraph::text {

/// What a relation is called as a heading; none: all of them.
[[nodiscard]] BUYGRAPH_HEAVY Text relation_label(const std::optional<Relation>& relation);

/// Who leads a network in which sense: the strongest by direct ties, the broker, the one whose word carries. The first of equals is named.
[[nodiscard]] BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const NetworkPower& network);

/// Power by right beside power in fact: who decides or has most votes, who moves those who decide, to whose stance P(ours) answers most.
[[nodiscard]] BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const Power& power);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT_INSIGHT)

namespace buygraph::text {

BUYGRAPH_HEAVY Text relation_label(const std::optional<Relation>& relation) {
    if (!relation) return {"All ties together", "全部关系"};
    switch (*relation) {
        case Relation::reports_to: return {"Reporting lines", "汇报关系"};
        case Relation::advises: return {"Advice", "出主意"};
        case Relation::works_with: return {"Working together", "共事"};
        case Relation::friendship: return {"Friendship", "私交"};
        case Relation::opposes: break;
    }
    return {"Opposition", "对立"};
}

namespace detail {

[[nodiscard]] inline std::size_t who_has_most(const std::vector<double>& values) {
    return static_cast<std::size_t>(std::max_element(values.begin(), values.end(), [](double left, double right) { return std::abs(left) < std::abs(right); }) - values.begin());
}

}  // namespace detail

BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const NetworkPower& network) {
    const auto who = [&](const std::vector<double>& values) { return names.person(model.people[detail::who_has_most(values)]); };
    const auto number = [](const std::vector<double>& values) { return decimal(values[detail::who_has_most(values)], 2); };
    const std::string label = relation_label(network.relation).in(names.language());
    const bool broker = network.betweenness[detail::who_has_most(network.betweenness)] > 0;
    if (names.language() == Language::chinese)
        return joined({label, "：直接影响最强的是", who(network.strength), "（" + number(network.strength) + "）；"}) +
               (broker ? joined({"居中牵线的是", who(network.betweenness), "（中介度 " + number(network.betweenness) + "）；"}) : std::string("没有人居中牵线（中介度 0.00）；")) +
               joined({"话传得最远的是", who(network.pagerank), "（PageRank " + number(network.pagerank) + "）。"});
    return label + ": " + who(network.strength) + " moves others most by direct ties (" + number(network.strength) + "), " +
           (broker ? who(network.betweenness) + " is the broker (betweenness " + number(network.betweenness) + ")" : std::string("nobody stands between others (betweenness 0.00)")) + ", and the word that carries farthest is that of " +
           who(network.pagerank) + " (PageRank " + number(network.pagerank) + ").";
}

BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const Power& power) {
    const bool one = *std::max_element(power.decides.begin(), power.decides.end()) > 0;
    const std::vector<double>& right = one ? power.decides : power.votes;
    std::vector<double> influence;
    for (const Estimate& estimate : power.decision_influence) influence.push_back(estimate.value());
    const std::size_t formal = detail::who_has_most(right), mover = detail::who_has_most(power.control), lever = detail::who_has_most(influence);
    const auto who = [&](std::size_t person) { return names.person(model.people[person]); };
    const std::string moved = decimal(power.control[mover], 2), answer = signed_decimal(influence[lever], 2);
    if (names.language() == Language::chinese)
        return joined({one ? "名义上拍板的是" : "票数最多的是", who(formal), one ? "（可能性 " + percent(right[formal]) + "）；" : "（" + decimal(right[formal], 0) + " 票）；"}) +
               joined({"对拍板最终态度左右最多的是", who(mover), "（" + moved + "）；我方胜率对", who(lever), "的立场最敏感（每 1 个单位 " + answer + "）。"});
    return (one ? "By right " + who(formal) + " decides (chance " + percent(right[formal]) + ")" : who(formal) + " has most votes (" + decimal(right[formal], 0) + ")") + "; what those who decide will think is most in the hands of " +
           who(mover) + " (" + moved + "); our chance answers most to the stance of " + who(lever) + " (" + answer + " for a unit).";
}

}  // namespace buygraph::text

#endif
