#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../separate.hpp"
#include "looking.hpp"

namespace buygraph {

/// Seats that nobody sits in, and vetoes against us.
///
/// | kind | predicate | size | numbers |
/// |---|---|---|---|
/// | role_unfilled | nobody, vacant or not, has the role decision_maker, purchaser, user, technical or finance; where the deal says who decides, he is the decision maker | worth of such a seat | before, after, veto (1: it holds one) |
/// | vacant_seat | a seat of the deal is vacant | worth of it | before, after, veto |
/// | veto_against | he has a veto and his lead for us is −0.08 or less | P with his veto taken less P now | before, after, lead, sd |
///
/// The worth of a seat: P(ours) when whoever sits there leans to our offer by +0.7 ("after") less P when by −0.7 ("before"), the deal read again. An added seat
/// has the defaults of its role and reports to the likeliest decider (the decision maker's to nobody): without a tie it would sway nobody.
/// Cost: two forecasts for each seat, one for each veto.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<BlindSpot> role_spots(const Looking& looking);

inline constexpr double seat_leaning = 0.7;   ///< as far as a sponsor or an enemy
inline constexpr double leans_against = -0.08;  ///< the lead from which somebody counts as against us

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_BLIND_SPOTS)

#include "../model/compile.hpp"
#include "../model/formal_right.hpp"
#include "edited_deals.hpp"
#include "standing.hpp"

namespace buygraph {

namespace detail {

/// \param deal  the deal with the seat in it
[[nodiscard]] inline BlindSpot seat_spot(BlindSpotKind kind, const Looking& looking, Deal deal, std::string_view seat) {
    const auto win = [&](double leaning) {
        for (Person& person : deal.people)
            if (person.id == seat) person.leaning[looking.model.offers[looking.model.ours]] = leaning;
        return win_on_common_points(compile_valid(deal), looking.options);
    };
    const Estimate against = win(-seat_leaning);
    BlindSpot spot = changed_spot(kind, {}, against, win(seat_leaning));
    const DecisionModel model = compile_valid(deal);
    spot.numbers["veto"] = formal_right(model, model.person(seat)).veto ? 1 : 0;
    return spot;
}

}  // namespace detail

BUYGRAPH_HEAVY std::vector<BlindSpot> role_spots(const Looking& looking) {
    const DecisionModel& model = looking.model;
    const std::size_t n = model.people_count();
    std::vector<BlindSpot> spots;
    for (const char* role : std::array{"decision_maker", "purchaser", "user", "technical", "finance"}) {
        const bool decides = std::string_view(role) == "decision_maker";
        bool filled = decides && one_person_decides(model);
        for (std::size_t i = 0; i < n; ++i) filled = filled || looking.roles[i].shares.contains(role);
        if (filled) continue;
        Deal deal = with_vacant_seat(looking.deal, role, decides ? "" : model.people[looking.likeliest_decider()]);
        const std::string seat = deal.people.back().id;
        spots.push_back(detail::seat_spot(BlindSpotKind::role_unfilled, looking, std::move(deal), seat));
        spots.back().role = role;
    }
    const std::vector<Standing> stands = standings(model);
    for (std::size_t i = 0; i < n; ++i) {
        if (looking.vacant(i)) {
            spots.push_back(detail::seat_spot(BlindSpotKind::vacant_seat, looking, looking.deal, model.people[i]));
            spots.back().people.push_back(i);
        }
        if (!formal_right(model, i).veto || stands[i].lead > leans_against) continue;
        spots.push_back(detail::changed_spot(BlindSpotKind::veto_against, {i}, looking.win, win_on_common_points(without_veto(model, i), looking.options)));
        spots.back().offers.push_back(stands[i].rival);
        spots.back().numbers["lead"] = stands[i].lead;
        spots.back().numbers["sd"] = stands[i].sd;
    }
    return spots;
}

}  // namespace buygraph

#endif
