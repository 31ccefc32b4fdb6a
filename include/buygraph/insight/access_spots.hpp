#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "../separate.hpp"
#include "looking.hpp"

namespace buygraph {

/// Whom our access hangs on, and whom it does not reach.
///
/// | kind | predicate | size | numbers |
/// |---|---|---|---|
/// | contact_dependence | he is a contact of ours | P when he has left less P now, the deal read again | before, after, seat (1: a vacant seat of his roles takes his place, since he decides, votes or holds a veto), contacts (how many we have), strangers (named people who are none) |
/// | no_path | he decides (or has a voice under voting rules), and no way of positive influence leads to him from a contact; contacts are reached | one sd of him | influence, sd, contacts |
///
/// Cost: a forecast for each contact.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<BlindSpot> access_spots(const Looking& looking);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_BLIND_SPOTS)

#include "../model/compile.hpp"
#include "../model/formal_right.hpp"
#include "edited_deals.hpp"

namespace buygraph {

BUYGRAPH_HEAVY std::vector<BlindSpot> access_spots(const Looking& looking) {
    const DecisionModel& model = looking.model;
    std::vector<BlindSpot> spots;
    std::size_t named = looking.contacts.size();
    for (std::size_t i = 0; i < model.people_count(); ++i)
        if (!looking.vacant(i) && std::find(looking.contacts.begin(), looking.contacts.end(), i) == looking.contacts.end()) ++named;
    for (const std::size_t contact : looking.contacts) {
        const FormalRight right = formal_right(model, contact);
        const bool seat = (one_person_decides(model) && right.decides > 0) || right.votes > 0 || right.veto;
        const DecisionModel without = compile_valid(with_departed(looking.deal, model.people[contact], seat));
        spots.push_back(detail::changed_spot(BlindSpotKind::contact_dependence, {contact}, looking.win, win_on_common_points(without, looking.options)));
        spots.back().numbers["seat"] = seat ? 1 : 0;
        spots.back().numbers["contacts"] = static_cast<double>(looking.contacts.size());
        spots.back().numbers["strangers"] = static_cast<double>(named - looking.contacts.size());
    }
    const std::vector<bool> reached = within_reach(model, looking.contacts);
    for (std::size_t d = 0; d < model.people_count(); ++d) {
        if (!(looking.eyes[d] > 0) || reached[d]) continue;
        spots.push_back(detail::person_spot(BlindSpotKind::no_path, looking, d));
        spots.back().numbers["contacts"] = static_cast<double>(looking.contacts.size());
    }
    return spots;
}

}  // namespace buygraph

#endif
