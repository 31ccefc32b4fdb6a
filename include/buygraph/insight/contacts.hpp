#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "../deal/deal.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"

namespace buygraph {

/// Our contacts: the people of the model whom a member of the team knows, by index, in the model's order.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<std::size_t> contacts(const Deal& deal, const DecisionModel& model);

/// Whom a word can get to that starts with some people: these themselves, and everybody on a way along positive influence from one of them.
///
/// Ties of two people add up first; where the sum is negative, support does not travel. Cost: O(people + ties · log ties).
[[nodiscard]] BUYGRAPH_HEAVY std::vector<bool> within_reach(const DecisionModel& model, const std::vector<std::size_t>& sources);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_BLIND_SPOTS)

#include "../model/relation_ties.hpp"

namespace buygraph {

BUYGRAPH_HEAVY std::vector<std::size_t> contacts(const Deal& deal, const DecisionModel& model) {
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < model.people_count(); ++i) {
        const auto knows = [&](const TeamMember& member) { return std::find(member.knows.begin(), member.knows.end(), model.people[i]) != member.knows.end(); };
        if (std::any_of(deal.team.begin(), deal.team.end(), knows)) known.push_back(i);
    }
    return known;
}

BUYGRAPH_HEAVY std::vector<bool> within_reach(const DecisionModel& model, const std::vector<std::size_t>& sources) {
    const graph::Ties ties = ties_of(model);
    std::vector<bool> reached(model.people_count(), false);
    std::vector<std::size_t> open;
    const auto arrive = [&](std::size_t person) {
        if (reached[person]) return;
        reached[person] = true;
        open.push_back(person);
    };
    for (const std::size_t source : sources) arrive(source);
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        for (const graph::Tie& tie : ties.from(at))
            if (tie.weight > 0) arrive(tie.to);
    }
    return reached;
}

}  // namespace buygraph

#endif
