#pragma once

#include <vector>

#include "../deal/deal.hpp"
#include "../deal/language.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"
#include "changed_figures.hpp"
#include "map_layout.hpp"
#include "scene.hpp"

namespace buygraph::picture {

/// The account map: people by size of decision influence, stance by dial or place, sign and colour, sureness by ink, in one of four
/// layouts. Laid out and marked here once; `to_svg` writes it.
///
/// Groups have ids: "person:chen", "group:chen" (his reports together), "reporting" (all lines of the hierarchy), "tie:3", "tie-number:3" (by place in the deal), "range:chen" (power × stance), "member:qin", "pair:qin:chen" (zipper).
/// \param influence  n: decision influence, signed; computed once for several layouts
/// \throws InputError  a width that is not from 320 to 10,000 px
/// Cost: the layout; milliseconds for a dozen people.
[[nodiscard]] BUYGRAPH_HEAVY Scene account_map(const Deal& deal, const DecisionModel& model, const std::vector<double>& influence, Language language, const MapOptions& options = {});

/// The map of a deal after a what-if over the places of the deal as it was: sizes, order and labels stay, stances and ties are those of the change. Where other people
/// are in it, it is laid out anew.
[[nodiscard]] BUYGRAPH_HEAVY Scene account_map(const Deal& deal, const DecisionModel& model, const std::vector<double>& influence, Language language, const MapOptions& options, const MapChange& change);

/// The same with the decision influence of 1,024 states of the world, which the zipper is made by as well; of 256 among more than 60 people, whom no other
/// layout than the zipper names all.
/// Cost: that too; tens of milliseconds for a dozen people, seconds for a hundred.
[[nodiscard]] BUYGRAPH_HEAVY Scene account_map(const Deal& deal, const DecisionModel& model, Language language, const MapOptions& options = {});

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include <algorithm>

#include "../deal/number_text.hpp"
#include "../deal/tie_kinds.hpp"
#include "../error.hpp"
#include "../insight/decision_influence.hpp"
#include "hierarchy_map.hpp"
#include "influence_map.hpp"
#include "power_stance_map.hpp"
#include "svg.hpp"
#include "zipper_map.hpp"

namespace buygraph::picture {

namespace detail {

/// Marks who is looked at and whom a reporting line or a tie joins with him.
inline void choose(MapSubject& subject) {
    std::vector<Figure>& figures = subject.figures;
    const auto found = std::find_if(figures.begin(), figures.end(), [&](const Figure& figure) { return figure.id == subject.options.chosen && !figure.left(); });
    if (found == figures.end() || figures.size() <= most_named) return;
    found->chosen = true;
    const auto own = static_cast<std::size_t>(found - figures.begin());
    for (Figure& figure : figures) {
        const auto joins = [&](const Tie& tie) { return signed_strength(tie) != 0 && ((tie.from == found->id && tie.to == figure.id) || (tie.to == found->id && tie.from == figure.id)); };
        figure.near = figure.boss == own || (found->boss && &figure == &figures[*found->boss]) || std::any_of(subject.tied().ties.begin(), subject.tied().ties.end(), joins);
    }
}

[[nodiscard]] inline Scene drawn(MapSubject& subject) {
    choose(subject);
    const MapOptions& options = subject.options;
    if (options.width && !(*options.width >= 320 && *options.width <= 10000)) throw InputError("width", number_text(*options.width), "from 320 to 10000 px");
    const auto here = std::find_if(subject.figures.begin(), subject.figures.end(), [](const Figure& figure) { return figure.standing.has_value(); });
    if (here != subject.figures.end()) subject.scale = here->standing->scale;
    switch (options.layout) {
        case MapLayout::hierarchy: return hierarchy_map(subject);
        case MapLayout::influence: return influence_map(subject);
        case MapLayout::power_stance: return power_stance_map(subject);
        case MapLayout::zipper: break;
    }
    return zipper_map(subject);
}

}  // namespace detail

BUYGRAPH_HEAVY Scene account_map(const Deal& deal, const DecisionModel& model, const std::vector<double>& influence, Language language, const MapOptions& options) {
    MapSubject subject{deal, model, influence, options, language, figures(deal, model, influence, text::Names(deal, language), options.scale), options.scale};
    return detail::drawn(subject);
}

BUYGRAPH_HEAVY Scene account_map(const Deal& deal, const DecisionModel& model, const std::vector<double>& influence, Language language, const MapOptions& options, const MapChange& change) {
    if (!same_people(deal, change.deal)) return account_map(change.deal, change.model, change.influence, language, options);
    const Deal tied = with_ties_of(change.model, change.deal);
    const std::vector<Figure> now = figures(change.deal, change.model, change.influence, text::Names(change.deal, language), options.scale);
    MapSubject subject{deal, model, influence, options, language, changed_figures(figures(deal, model, influence, text::Names(deal, language), options.scale), now, change.gone, language), options.scale, &tied};
    return detail::drawn(subject);
}

BUYGRAPH_HEAVY Scene account_map(const Deal& deal, const DecisionModel& model, Language language, const MapOptions& options) {
    const bool many = model.people_count() > detail::most_named && options.layout != MapLayout::zipper;
    return account_map(deal, model, decision_influence(model, many ? 256 : 1024), language, options);
}

}  // namespace buygraph::picture

#endif
