#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "../deal/deal.hpp"
#include "../separate.hpp"

namespace buygraph {

/// Deals changed as a what-if, to be read again with their evidence. What they are made from has to be valid; then they are, too, and `compile_valid` reads
/// them without looking for faults again.
///
/// \name What-ifs of the deal itself
///@{

/// An id that nobody of the deal has.
[[nodiscard]] BUYGRAPH_HEAVY std::string free_id(const Deal& deal, std::string wanted);

/// The deal with one vacant seat more, at the end, with the defaults of its role.
/// \param boss  person id that the seat reports to; empty: nobody
[[nodiscard]] BUYGRAPH_HEAVY Deal with_vacant_seat(Deal deal, const std::string& role, const std::string& boss);

/// The deal without a person: he has left, with his ties and all evidence about him.
///
/// With a seat, somebody whom nobody has named takes his place: his roles, title, department and level, his vote, veto and share of the decision, his boss
/// and his reports; not what he cares about, thinks, or whom he knows.
[[nodiscard]] BUYGRAPH_HEAVY Deal with_departed(Deal deal, std::string_view id, bool seat);

/// The deal as a competitor sees it: his offer is ours, ours a competitor's. What is ours alone (the team, its actions, moves, costs and margins) is left out: nobody knows his. So is the customer's target:
/// it was set against what he has without us.
/// \throws InputError  an offer that is no competitor's; it names those that are
[[nodiscard]] BUYGRAPH_HEAVY Deal seen_by(Deal deal, std::string_view rival);
///@}

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_INSIGHT)

#include "../model/compile.hpp"

namespace buygraph {

BUYGRAPH_HEAVY std::string free_id(const Deal& deal, std::string wanted) {
    const auto taken = [&] { return std::any_of(deal.people.begin(), deal.people.end(), [&](const Person& person) { return person.id == wanted; }); };
    while (taken()) wanted += '*';
    return wanted;
}

BUYGRAPH_HEAVY Deal with_vacant_seat(Deal deal, const std::string& role, const std::string& boss) {
    Person seat;
    seat.id = free_id(deal, "seat:" + role);
    seat.roles[role] = 1;
    seat.reports_to = boss;
    seat.vacant = true;
    deal.people.push_back(std::move(seat));
    return deal;
}

BUYGRAPH_HEAVY Deal with_departed(Deal deal, std::string_view id, bool seat) {
    const auto leaver = std::find_if(deal.people.begin(), deal.people.end(), [&](const Person& person) { return person.id == id; });
    leaver->departed = true;
    if (!seat) return deal;
    Person next;
    next.id = free_id(deal, "seat:" + leaver->id);
    next.title = leaver->title;
    next.department = leaver->department;
    next.level = leaver->level;
    next.roles = leaver->roles;
    next.veto = leaver->veto;
    next.votes = leaver->votes;
    next.reports_to = leaver->reports_to;
    next.vacant = true;
    for (Person& person : deal.people)
        if (person.reports_to == id) person.reports_to = next.id;
    if (deal.decision.decider.contains(id)) {
        Shares decider;
        for (const auto& [who, share] : deal.decision.decider) decider[who == id ? next.id : who] = share;
        deal.decision.decider = std::move(decider);
    }
    deal.people.push_back(std::move(next));
    return deal;
}

BUYGRAPH_HEAVY Deal seen_by(Deal deal, std::string_view rival) {
    std::string competitors;
    const bool known = std::any_of(deal.offers.begin(), deal.offers.end(), [&](const Offer& offer) { return offer.id == rival && offer.kind == OfferKind::competitor; });
    for (const Offer& offer : deal.offers)
        if (offer.kind == OfferKind::competitor) competitors += (competitors.empty() ? "" : ", ") + offer.id;
    if (!known) throw InputError("rival", std::string(rival), competitors.empty() ? "a deal with a competitor" : "a competitor: " + competitors);
    for (Offer& offer : deal.offers) {
        if (offer.kind == OfferKind::ours) offer.kind = OfferKind::competitor;
        else if (offer.id == rival) offer.kind = OfferKind::ours;
        offer.economics.reset();
    }
    deal.customer.target_npv.reset();
    deal.team.clear();
    deal.actions.clear();
    deal.moves.clear();
    return deal;
}

}  // namespace buygraph

#endif
