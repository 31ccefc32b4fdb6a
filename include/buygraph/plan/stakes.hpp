#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "engagement.hpp"
#include "planning.hpp"
#include "questions.hpp"

namespace buygraph {

/// What winning a deal is worth to us.
struct DealMargin {
    double amount;    ///< value − cost, in the deal's currency
    bool cost_known;  ///< false: the value alone, which is too much
};

/// Nothing for a deal without value.
[[nodiscard]] inline std::optional<DealMargin> deal_margin(const Deal& deal) {
    if (!deal.value) return std::nullopt;
    for (const Offer& offer : deal.offers)
        if (offer.kind == OfferKind::ours && offer.economics && offer.economics->cost) return DealMargin{*deal.value - *offer.economics->cost, true};
    return DealMargin{*deal.value, false};
}

/// What an answer is used for: to walk away, to go on, to go on with the whole plan, or with any single action of it. Nothing for a deal without value.
/// \param plan  nothing: there is no plan to choose
[[nodiscard]] inline std::optional<Stakes> stakes_of(const Deal& deal, const StoredWorlds& worlds, const std::optional<EngagementPlan>& plan) {
    const std::optional<DealMargin> margin = deal_margin(deal);
    if (!margin) return std::nullopt;
    Stakes stakes{margin->amount, deal.pursuit_cost.value_or(0), {{0, worlds.no_shift()}}};
    if (!plan || plan->steps.empty()) return stakes;
    const Matrix room = room_to_best(worlds.model());
    const auto add = [&](std::vector<std::size_t> chosen) {
        double cost = 0;
        std::sort(chosen.begin(), chosen.end());
        for (const std::size_t c : chosen) cost += plan->candidates[c].cost;
        stakes.courses.push_back({cost, attitude_shift(worlds.model(), moved_views(plan->candidates, chosen, room))});
    };
    std::vector<std::size_t> all;
    for (const PlanStep& step : plan->steps) all.push_back(step.candidate);
    add(all);
    for (const std::size_t c : all)
        if (all.size() > 1) add({c});
    return stakes;
}

/// The deal's plan as `engagement` finds it unless asked otherwise; nothing for a deal that names nobody of ours.
[[nodiscard]] inline std::optional<EngagementPlan> plan_of(const Deal& deal, const Planning& from) {
    if (deal.team.empty()) return std::nullopt;
    return engagement(deal, *from.worlds, from.gains);
}

/// What an answer is used for, with that plan.
[[nodiscard]] inline std::optional<Stakes> stakes_of(const Deal& deal, const Planning& from) { return stakes_of(deal, *from.worlds, plan_of(deal, from)); }

}  // namespace buygraph
