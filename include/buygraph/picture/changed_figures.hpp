#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "../separate.hpp"
#include "figures.hpp"

namespace buygraph::picture {

/// A deal after a what-if, to be drawn over the places of the one that it was.
struct MapChange {
    const Deal& deal;
    const DecisionModel& model;
    const std::vector<double>& influence;  ///< n: decision influence
    const std::vector<std::string>& gone;  ///< ids of people who were taken out
};

/// Whether both are about the same people in the same order, so that one can be drawn over the other.
[[nodiscard]] BUYGRAPH_HEAVY bool same_people(const Deal& one, const Deal& other);

/// Everybody as he was laid out, standing where he stands after a change: sizes, order and labels stay, so that nothing moves but what the change moves.
///
/// \param figures  as they were; \param now  of the same people in the same order
[[nodiscard]] BUYGRAPH_HEAVY std::vector<Figure> changed_figures(std::vector<Figure> figures, const std::vector<Figure>& now, const std::vector<std::string>& gone, Language language);

/// The deal with its ties as a model after moves has them: what was cut is of strength 0, what was added stands behind the deal's own.
[[nodiscard]] BUYGRAPH_HEAVY Deal with_ties_of(const DecisionModel& model, Deal deal);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "../deal/tie_kinds.hpp"

namespace buygraph::picture {

BUYGRAPH_HEAVY bool same_people(const Deal& one, const Deal& other) {
    return std::equal(one.people.begin(), one.people.end(), other.people.begin(), other.people.end(), [](const Person& left, const Person& right) { return left.id == right.id; });
}

BUYGRAPH_HEAVY std::vector<Figure> changed_figures(std::vector<Figure> figures, const std::vector<Figure>& now, const std::vector<std::string>& gone, Language language) {
    for (std::size_t i = 0; i < figures.size(); ++i) {
        Figure& figure = figures[i];
        if (figure.left()) continue;
        figure.gone = now[i].left() || std::find(gone.begin(), gone.end(), figure.id) != gone.end();
        figure.spoken = figure.gone ? figure.name + Text{"; taken out", "；已移除"}.in(language) : now[i].spoken;
        if (!figure.gone) figure.standing = now[i].standing;
    }
    return figures;
}

BUYGRAPH_HEAVY Deal with_ties_of(const DecisionModel& model, Deal deal) {
    for (std::size_t record = 0; record < deal.ties.size(); ++record) {
        double strength = 0;
        for (const DirectedTie& tie : model.ties)
            if (tie.record == record) strength = std::max(strength, std::abs(tie.strength));
        deal.ties[record].strength = strength;
    }
    const auto own = static_cast<std::ptrdiff_t>(deal.ties.size());
    for (const DirectedTie& tie : model.ties) {
        if (tie.record || tie.relation == Relation::reports_to || tie.strength == 0) continue;
        const std::string &from = model.people[tie.from], &to = model.people[tie.to];
        const double strength = std::abs(tie.strength);
        const auto back = std::find_if(deal.ties.begin() + own, deal.ties.end(), [&](const Tie& other) { return other.from == to && other.to == from && other.strength == strength; });
        if (back != deal.ties.end()) back->kind = tie.strength < 0 ? TieKind::opposes : TieKind::works_with;
        else deal.ties.push_back({from, to, tie.strength < 0 ? TieKind::opposes : TieKind::advises, strength, {}});
    }
    return deal;
}

}  // namespace buygraph::picture

#endif
