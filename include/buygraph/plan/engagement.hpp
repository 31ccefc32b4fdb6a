#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "../separate.hpp"
#include "actions.hpp"
#include "stored_worlds.hpp"

namespace buygraph {

/// What a plan may take, and what it is to be best in.
struct EngagementOptions {
    double weeks = 4;                    ///< for which each member's weekly hours count, ≥ 0
    std::optional<double> budget;        ///< money for all actions, in the deal's currency; nothing: no limit
    std::optional<double> margin;        ///< what winning is worth: then the expected margin less the costs is maximised, otherwise P(ours)
    double least_gain = 0.0005;          ///< of P(ours): an action that gains less is not worth naming
    std::optional<double> quantile;      ///< of P(ours) over states of the world, to be maximised in place of its mean: 0.2 is robust
};

/// One action of a plan, in its place.
struct PlanStep {
    std::size_t candidate;
    Estimate gain;                       ///< of P(ours), after the steps before
    Estimate alone;                      ///< of P(ours), without any other
    std::optional<double> gain_an_hour;  ///< gain / hours; nothing for an action that takes no hours
    std::vector<std::vector<std::size_t>> introductions;  ///< for each of the people that none of ours knows: the strongest way from a contact to him
};

/// The hours of one member.
struct MemberHours {
    double used = 0;
    std::optional<double> available;     ///< weekly hours × weeks; nothing: not given, no limit
};

/// What to do in the next weeks, in order.
struct EngagementPlan {
    std::vector<Candidate> candidates;   ///< all that could be done
    std::vector<PlanStep> steps;
    std::vector<Estimate> before;        ///< m: chance of every offer (0: no decision) as it is
    std::vector<Estimate> after;         ///< with the plan
    Estimate conflict_before, conflict_after;
    double quantile_before = 0, quantile_after = 0;  ///< the 20 % quantile of P(ours) over states of the world, or the one asked for
    std::vector<MemberHours> hours;      ///< by member of the team
    double cost = 0;
    bool by_hour = false;                ///< whether gain per hour led to the better set, or gain
};

/// The best set of actions found greedily: by gain, and by gain per hour; the better of the two. Indices of candidates.
///
/// No bound on how far it is off: what actions gain together can be more than what they gain alone, so the objective is not submodular and no 1 − 1/e is promised. `best_actions` says how far.
/// \throws InputError  weeks, budget, margin or quantile out of range
[[nodiscard]] BUYGRAPH_HEAVY std::pair<std::vector<std::size_t>, bool> greedy_actions(const Deal& deal, const StoredWorlds& worlds, std::span<const Candidate> all, const EngagementOptions& options = {});

/// The best set of actions of all, by trying every set that fits.
/// \throws InputError  more than 24 candidates; weeks, budget, margin or quantile out of range
/// Cost: 2^candidates scorings.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<std::size_t> best_actions(const Deal& deal, const StoredWorlds& worlds, std::span<const Candidate> all, const EngagementOptions& options = {});

/// What a set of actions does, in the order in which it is to be done.
[[nodiscard]] BUYGRAPH_HEAVY EngagementPlan engagement_plan(const Deal& deal, const StoredWorlds& worlds, std::vector<Candidate> all, std::vector<std::size_t> chosen, const EngagementOptions& options = {});

/// The plan for a deal: what to do in the next weeks, found greedily.
///
/// \param gains  n × K: what P(ours) would gain, by its slope, from a view that comes all the way
/// \throws InputError  a deal without team: there is nobody to do anything; weeks, budget, margin or quantile out of range
/// Cost: some hundred scorings of the stored worlds for a dozen candidates.
/// Source: docs/model.md, section 8; lazy evaluation after Minoux 1978, doi:10.1007/BFb0006528.
[[nodiscard]] BUYGRAPH_HEAVY EngagementPlan engagement(const Deal& deal, const StoredWorlds& worlds, const Matrix& gains, bool catalog = false, const EngagementOptions& options = {});

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_ENGAGEMENT)

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <queue>

#include "../numbers/quantile.hpp"
#include "introductions.hpp"

namespace buygraph {

namespace detail {

/// Scores sets of candidates on stored worlds, within what they may take. Refuses options out of range.
class PlanScorer {
  public:
    PlanScorer(const Deal& deal, const StoredWorlds& worlds, std::span<const Candidate> all, const EngagementOptions& options)
        : worlds_(worlds), all_(all), options_(options), room_(room_to_best(worlds.model())) {
        if (!(options.weeks >= 0 && std::isfinite(options.weeks))) throw InputError("weeks", number_text(options.weeks), "a finite number ≥ 0");
        if (options.budget && !(*options.budget >= 0)) throw InputError("budget", number_text(*options.budget), "a number ≥ 0");
        if (options.margin && !std::isfinite(*options.margin)) throw InputError("margin", number_text(*options.margin), "a finite number");
        if (options.quantile && !(*options.quantile > 0 && *options.quantile < 1)) throw InputError("quantile", number_text(*options.quantile), "a number between 0 and 1");
        for (const TeamMember& member : deal.team) available_.push_back(member.hours ? *member.hours * options.weeks : std::numeric_limits<double>::infinity());
    }

    [[nodiscard]] Matrix shift(std::span<const std::size_t> chosen) const { return attitude_shift(worlds_.model(), moved_views(all_, chosen, room_)); }
    [[nodiscard]] ShiftedOutcomes outcomes(std::span<const std::size_t> chosen) const { return worlds_.with(shift(chosen)); }

    /// A share of the states of the world have at most this P(ours).
    [[nodiscard]] double quantile(std::span<const std::size_t> chosen, double share) const {
        std::vector<double> wins = worlds_.wins_with(shift(chosen));
        return numbers::quantiles(wins, std::array{share}).front();
    }

    /// What is to be greatest: P(ours), or a quantile of it; times the margin, less the costs, where a margin is given.
    [[nodiscard]] double value(std::vector<std::size_t> chosen) const {
        std::sort(chosen.begin(), chosen.end());
        const double win = options_.quantile ? quantile(chosen, *options_.quantile) : worlds_.win_with(shift(chosen)).value();
        if (!options_.margin) return win;
        double cost = 0;
        for (const std::size_t c : chosen) cost += all_[c].cost;
        return win * *options_.margin - cost;
    }

    [[nodiscard]] bool fits(std::span<const std::size_t> chosen) const {
        std::vector<double> used(available_.size(), 0.0);
        double cost = 0;
        for (const std::size_t c : chosen) {
            cost += all_[c].cost;
            if (all_[c].member) used[*all_[c].member] += all_[c].hours;
        }
        bool enough = !options_.budget || cost <= *options_.budget * (1 + 1e-12);
        for (std::size_t t = 0; t < used.size(); ++t) enough = enough && used[t] <= available_[t] * (1 + 1e-12);
        return enough;
    }

    /// In the unit of `value`.
    [[nodiscard]] double least_gain() const { return options_.least_gain * options_.margin.value_or(1); }
    [[nodiscard]] std::span<const Candidate> all() const { return all_; }

  private:
    const StoredWorlds& worlds_;
    std::span<const Candidate> all_;
    const EngagementOptions& options_;
    Matrix room_;
    std::vector<double> available_;
};

/// Takes the best next action, again and again, while one gains. A gain is computed anew only when its last value would make it the best.
[[nodiscard]] inline std::vector<std::size_t> lazy_greedy(const PlanScorer& scorer, bool by_hour) {
    struct Waiting {
        double rank;
        std::size_t candidate;
        std::size_t at;  ///< size of the set for which the rank was computed
        bool operator<(const Waiting& other) const { return rank != other.rank ? rank < other.rank : candidate > other.candidate; }
    };
    std::vector<std::size_t> chosen;
    double value = scorer.value(chosen);
    const auto gain = [&](std::size_t c) {
        std::vector<std::size_t> with = chosen;
        with.push_back(c);
        return scorer.value(std::move(with)) - value;
    };
    const auto rank = [&](std::size_t c, double gained) { return by_hour ? gained / std::max(scorer.all()[c].hours, 1e-6) : gained; };
    std::priority_queue<Waiting> queue;
    for (std::size_t c = 0; c < scorer.all().size(); ++c) queue.push({rank(c, gain(c)), c, 0});
    while (!queue.empty()) {
        const Waiting best = queue.top();
        queue.pop();
        std::vector<std::size_t> with = chosen;
        with.push_back(best.candidate);
        if (!scorer.fits(with)) continue;  // what does not fit now will not fit later
        if (best.at != chosen.size()) {
            queue.push({rank(best.candidate, gain(best.candidate)), best.candidate, chosen.size()});
            continue;
        }
        const double gained = gain(best.candidate);
        if (!(gained > scorer.least_gain())) {
            if (by_hour) continue;
            break;
        }
        value += gained;
        chosen = std::move(with);
    }
    return chosen;
}

/// Whom we do not know comes after those through whom we get to him; otherwise the order stays.
[[nodiscard]] inline std::vector<std::size_t> in_order(std::vector<std::size_t> chosen, std::span<const Candidate> all, const std::vector<std::vector<std::vector<std::size_t>>>& introductions) {
    std::vector<std::size_t> ordered;
    while (!chosen.empty()) {
        const auto waits = [&](std::size_t c) {
            for (const std::vector<std::size_t>& way : introductions[c])
                for (std::size_t step = 0; step + 1 < way.size(); ++step)
                    for (const std::size_t other : chosen) {
                        const std::vector<std::size_t>& people = all[other].people;
                        const bool reaches = std::find(people.begin(), people.end(), way[step]) != people.end(), target_too = std::find(people.begin(), people.end(), way.back()) != people.end();
                        if (other != c && reaches && !target_too) return true;
                    }
            return false;
        };
        auto next = std::find_if_not(chosen.begin(), chosen.end(), waits);
        if (next == chosen.end()) next = chosen.begin();  // they wait for each other
        ordered.push_back(*next);
        chosen.erase(next);
    }
    return ordered;
}

}  // namespace detail

BUYGRAPH_HEAVY std::pair<std::vector<std::size_t>, bool> greedy_actions(const Deal& deal, const StoredWorlds& worlds, std::span<const Candidate> all, const EngagementOptions& options) {
    const detail::PlanScorer scorer(deal, worlds, all, options);
    std::vector<std::size_t> by_gain = detail::lazy_greedy(scorer, false), by_hour = detail::lazy_greedy(scorer, true);
    const bool hours = scorer.value(by_hour) > scorer.value(by_gain);
    return {hours ? std::move(by_hour) : std::move(by_gain), hours};
}

BUYGRAPH_HEAVY std::vector<std::size_t> best_actions(const Deal& deal, const StoredWorlds& worlds, std::span<const Candidate> all, const EngagementOptions& options) {
    if (all.size() > 24) throw InputError("candidates", std::to_string(all.size()), "at most 24");
    const detail::PlanScorer scorer(deal, worlds, all, options);
    std::vector<std::size_t> best, chosen;
    double most = scorer.value({});
    const auto go = [&](auto&& self, std::size_t from) -> void {
        for (std::size_t c = from; c < all.size(); ++c) {
            chosen.push_back(c);
            if (scorer.fits(chosen)) {
                if (const double value = scorer.value(chosen); value > most) most = value, best = chosen;
                self(self, c + 1);
            }
            chosen.pop_back();
        }
    };
    go(go, 0);
    return best;
}

BUYGRAPH_HEAVY EngagementPlan engagement_plan(const Deal& deal, const StoredWorlds& worlds, std::vector<Candidate> all, std::vector<std::size_t> chosen, const EngagementOptions& options) {
    const DecisionModel& model = worlds.model();
    EngagementPlan plan;
    plan.candidates = std::move(all);
    const detail::PlanScorer scorer(deal, worlds, plan.candidates, options);
    const std::vector<std::optional<graph::StrongestPath>> ways = introductions(deal, model);
    std::vector<std::vector<std::vector<std::size_t>>> introduced(plan.candidates.size());
    for (const std::size_t c : chosen)
        for (const std::size_t p : plan.candidates[c].people)
            if (ways[p] && ways[p]->people.size() > 1) introduced[c].push_back(ways[p]->people);
    const double share = options.quantile.value_or(0.2);
    const ShiftedOutcomes nothing = scorer.outcomes({});
    ShiftedOutcomes so_far = nothing;
    plan.before = nothing.outcomes;
    plan.conflict_before = nothing.conflict;
    plan.quantile_before = scorer.quantile({}, share);
    for (std::size_t t = 0; t < deal.team.size(); ++t) plan.hours.push_back({0, deal.team[t].hours ? std::optional(*deal.team[t].hours * options.weeks) : std::nullopt});
    std::vector<std::size_t> done;
    for (const std::size_t c : detail::in_order(std::move(chosen), plan.candidates, introduced)) {
        const Candidate& candidate = plan.candidates[c];
        done.push_back(c);
        std::sort(done.begin(), done.end());
        const ShiftedOutcomes with = scorer.outcomes(done), alone = scorer.outcomes(std::vector{c});
        const Estimate gain = with.outcomes[model.ours] - so_far.outcomes[model.ours];
        plan.steps.push_back({c, gain, alone.outcomes[model.ours] - nothing.outcomes[model.ours], candidate.hours > 0 ? std::optional(gain.value() / candidate.hours) : std::nullopt, introduced[c]});
        so_far = with;
        plan.cost += candidate.cost;
        if (candidate.member) plan.hours[*candidate.member].used += candidate.hours;
    }
    plan.after = so_far.outcomes;
    plan.conflict_after = so_far.conflict;
    plan.quantile_after = scorer.quantile(done, share);
    return plan;
}

BUYGRAPH_HEAVY EngagementPlan engagement(const Deal& deal, const StoredWorlds& worlds, const Matrix& gains, bool catalog, const EngagementOptions& options) {
    if (deal.team.empty()) throw InputError("/team", "nobody", "one member or more: who can do something");
    std::vector<Candidate> all = candidates(deal, worlds.model(), gains, catalog);
    auto [chosen, by_hour] = greedy_actions(deal, worlds, all, options);
    EngagementPlan plan = engagement_plan(deal, worlds, std::move(all), std::move(chosen), options);
    plan.by_hour = by_hour;
    return plan;
}

}  // namespace buygraph

#endif
