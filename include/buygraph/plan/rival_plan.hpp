#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../deal/deal.hpp"
#include "../forecast/options.hpp"
#include "../insight/common_points.hpp"
#include "../separate.hpp"
#include "actions.hpp"

namespace buygraph {

/// Our answer to a step of the competitor.
struct Counter {
    Candidate candidate;
    Estimate gain;   ///< of P(ours), after his step
    bool restores;   ///< whether it brings back at least what his step takes
};

/// What the competitor could do next, in his eyes and in ours.
struct RivalStep {
    Candidate candidate;             ///< people and concerns by index of our model; nobody of his is named
    Estimate gain;                   ///< of his own chance
    Estimate loss;                   ///< of P(ours), ≤ 0 where it hurts us
    std::optional<Counter> counter;  ///< the cheapest that restores, else the one of greatest gain; nothing where nothing of ours gains
};

struct RivalPlan {
    std::size_t rival;             ///< index of the offer
    std::vector<RivalStep> steps;  ///< by his gain, the greatest first
};

/// What a competitor will try next, the same plan seen from his side, and the cheapest answer of ours to each step.
///
/// He has the actions of the catalog; nobody knows his people, so that they fit (1) and cost nothing. Of our answers that restore what his step takes, the cheapest is the one of least cost, then of fewest hours.
/// \param rival  offer id of a competitor
/// \param most   of his steps
/// \throws InputError   an offer that is no competitor's
/// \throws Interrupted  when options.interrupt says so
/// Cost: a planning from either side, and for each step stored worlds and a scoring of each candidate.
[[nodiscard]] BUYGRAPH_HEAVY RivalPlan rival_plan(const Deal& deal, std::string_view rival, const ForecastOptions& options = {}, std::size_t most = 3);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_ENGAGEMENT)

#include <utility>

#include "../forecast/moves.hpp"
#include "../insight/edited_deals.hpp"
#include "../model/compile.hpp"
#include "../numbers/sort_stably.hpp"
#include "engagement.hpp"
#include "planning.hpp"

namespace buygraph {

BUYGRAPH_HEAVY RivalPlan rival_plan(const Deal& deal, std::string_view rival, const ForecastOptions& options, std::size_t most) {
    const DecisionModel model = compile_valid(deal);
    const Deal his = seen_by(deal, rival);
    const DecisionModel his_model = compile_valid(his);
    RivalPlan plan{model.offer(rival), {}};
    const Planning from_him = planning(his_model, options), from_us = planning(model, options);
    const std::vector<Candidate> his_candidates = candidates(his, his_model, from_him.gains, true, false);
    const Matrix his_room = room_to_best(his_model);
    const Estimate his_chance = from_him.worlds->win_with(from_him.worlds->no_shift()), our_chance = from_us.worlds->win_with(from_us.worlds->no_shift());

    std::vector<std::pair<std::size_t, Estimate>> ranked;
    for (std::size_t c = 0; c < his_candidates.size(); ++c)
        ranked.emplace_back(c, from_him.worlds->win_with(attitude_shift(his_model, moved_views(his_candidates, std::vector{c}, his_room))) - his_chance);
    numbers::sort_stably(ranked, [](const auto& left, const auto& right) { return left.second.value() > right.second.value(); });
    if (ranked.size() > most) ranked.resize(most);

    const std::vector<Candidate> ours = deal.team.empty() ? std::vector<Candidate>{} : candidates(deal, model, from_us.gains, true);
    const Matrix room = room_to_best(model);
    for (const auto& [c, gain] : ranked) {
        if (!(gain.value() > 0)) break;
        const Matrix views = moved_views(his_candidates, std::vector{c}, his_room);
        std::vector<Move> moves;
        for (std::size_t p = 0; p < views.rows; ++p)
            for (std::size_t k = 0; k < views.columns; ++k)
                if (views(p, k) != 0) {
                    Move move;
                    move.kind = MoveKind::score;
                    move.person = his_model.people[p];
                    move.offer = rival;
                    move.concern = his_model.table.concerns[k];
                    move.by = views(p, k);
                    moves.push_back(std::move(move));
                }
        const DecisionModel after = forecasting::moved_model(model, moves);
        const StoredWorlds worlds(after, options);
        const Estimate left = worlds.win_with(worlds.no_shift());
        RivalStep step{his_candidates[c], gain, left - our_chance, std::nullopt};
        const auto cheaper = [](const Candidate& one, const Candidate& other) { return std::pair(one.cost, one.hours) < std::pair(other.cost, other.hours); };
        for (std::size_t own = 0; own < ours.size(); ++own) {
            const Estimate back = worlds.win_with(attitude_shift(after, moved_views(ours, std::vector{own}, room))) - left;
            const bool restores = back.value() >= -step.loss.value();
            if (!(back.value() > 0)) continue;
            const bool better = !step.counter || (restores != step.counter->restores ? restores : restores ? cheaper(ours[own], step.counter->candidate) : back.value() > step.counter->gain.value());
            if (better) step.counter = Counter{ours[own], back, restores};
        }
        plan.steps.push_back(std::move(step));
    }
    return plan;
}

}  // namespace buygraph

#endif
