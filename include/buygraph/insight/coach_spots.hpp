#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "../separate.hpp"
#include "looking.hpp"

namespace buygraph {

/// What a coach tells us against what he moves: a source inside need not be an influence, nor the other way round.
///
/// Information: the share of all readings whose source is his id. Control: |Σ_d eyes_d V[d,coach]|, how much of the deciders' final attitude is his; an equal part of
/// it would be 1/n. Vacant seats are no coaches.
///
/// | kind | predicate | size | numbers |
/// |---|---|---|---|
/// | no_coach | of two people or more nobody named has the role coach | the greatest sd of anybody: the most that one answer could tell; people: whose | influence, sd |
/// | coach_without_reach | no way of positive influence from him to anybody who decides | P when he has the likeliest decider's ear (a move: a tie of 0.6, as one who advises) less P now; people: he and the decider | before, after |
/// | coach_talks | at least 2 readings and information ≥ 1/4, control < 1/(2n) | P with his readings less P without | before (without), after, readings, all, control |
/// | coach_controls | no reading is his, control ≥ 1/n | one sd of him | influence, sd, control |
///
/// Cost: a forecast or two for each coach.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<BlindSpot> coach_spots(const Looking& looking);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_BLIND_SPOTS)

#include "../deal/tie_kinds.hpp"
#include "../forecast/moves.hpp"

namespace buygraph {

BUYGRAPH_HEAVY std::vector<BlindSpot> coach_spots(const Looking& looking) {
    const DecisionModel& model = looking.model;
    const std::size_t n = model.people_count();
    std::vector<BlindSpot> spots;
    const auto sd_of = [&](std::size_t p) { return std::abs(looking.influence[p].value()) * looking.sd[p]; };
    bool any = false;
    for (std::size_t coach = 0; coach < n; ++coach) {
        if (!looking.has_role(coach, "coach")) continue;
        any = true;
        const std::vector<bool> reached = within_reach(model, {coach});
        bool reaches = false;
        for (std::size_t d = 0; d < n; ++d) reaches = reaches || (looking.eyes[d] > 0 && reached[d]);
        if (!reaches) {
            const std::size_t decider = looking.likeliest_decider();
            Move ear;
            ear.kind = MoveKind::add_tie;
            ear.from = model.people[coach];
            ear.to = model.people[decider];
            ear.by = tie_defaults(TieKind::advises).strength;
            const forecasting::MovedWorlds moved = forecasting::make_moves(model, {&ear, 1});
            spots.push_back(detail::changed_spot(BlindSpotKind::coach_without_reach, {coach, decider}, looking.win, win_on_common_points(moved.model, *moved.plan, looking.options)));
        }
        const auto is_his = [&](const Evidence* evidence) { return evidence->source == model.people[coach]; };
        const auto own = static_cast<double>(std::count_if(looking.evidence.begin(), looking.evidence.end(), is_his)), all = static_cast<double>(looking.evidence.size());
        const double control = std::abs(looking.control[coach]), equal = 1 / static_cast<double>(n);
        if (own >= 2 && own >= all / 4 && control < equal / 2) {
            const Estimate without = detail::win_with_readings(looking, [&](std::size_t r) { return !is_his(looking.evidence[r]); });
            spots.push_back(detail::changed_spot(BlindSpotKind::coach_talks, {coach}, without, looking.win));
            spots.back().numbers["readings"] = own;
            spots.back().numbers["all"] = all;
            spots.back().numbers["control"] = control;
        }
        if (own == 0 && control >= equal) {
            spots.push_back(detail::person_spot(BlindSpotKind::coach_controls, looking, coach));
            spots.back().numbers["control"] = control;
        }
    }
    if (!any && n > 1) {
        std::size_t most = 0;
        for (std::size_t p = 1; p < n; ++p)
            if (sd_of(p) > sd_of(most)) most = p;
        spots.push_back(detail::person_spot(BlindSpotKind::no_coach, looking, most));
    }
    return spots;
}

}  // namespace buygraph

#endif
