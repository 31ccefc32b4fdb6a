#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "../graph/articulation.hpp"
#include "../graph/dominators.hpp"
#include "../graph/smallest_cut.hpp"
#include "../graph/strongest_path.hpp"
#include "../numbers/sort_stably.hpp"
#include "../separate.hpp"
#include "centre.hpp"
#include "contacts.hpp"

namespace buygraph {

/// How our contacts get to one who decides. People by index of the model.
struct WayIn {
    std::size_t decider;
    double share;                                             ///< of the decision: P(d), or his voice under voting rules
    bool contact = false;                                     ///< he is a contact of ours himself
    std::optional<graph::StrongestPath> introduction;         ///< from a contact to him; nothing where no way of positive influence leads there
    std::optional<std::vector<std::size_t>> gatekeepers;      ///< others through whom every way leads, nearest to us first; nothing without a way
    std::optional<std::vector<std::size_t>> smallest_cut;     ///< the fewest whose loss cuts us off; nothing where no set does, since a contact sways him directly
};

/// How the account hangs together, and how we hang on it.
struct Structure {
    std::vector<std::size_t> contacts;
    std::vector<WayIn> ways;         ///< one for each who decides or has a voice, by falling share; empty without a contact
    graph::Articulation articulation;
    CentreDimensions centre;
};

/// Gatekeepers, articulation people, bridges, the smallest cut, introductions and Johnston and Bonoma's dimensions of a deal.
///
/// Along positive influence, records of one pair added up first.
/// Cost: (people who decide) · ties · log people.
[[nodiscard]] BUYGRAPH_HEAVY Structure structure(const Deal& deal, const DecisionModel& model);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_INSIGHT)

#include "../model/relation_ties.hpp"
#include "contributions.hpp"

namespace buygraph {

BUYGRAPH_HEAVY Structure structure(const Deal& deal, const DecisionModel& model) {
    const graph::Ties ties = ties_of(model);
    const std::vector<double> eyes = deciding_eyes(model);
    Structure found{contacts(deal, model), {}, graph::articulation(ties), centre_dimensions(deal, model)};
    for (std::size_t d = 0; d < eyes.size() && !found.contacts.empty(); ++d) {
        if (!(eyes[d] > 0)) continue;
        WayIn way{d, eyes[d], std::find(found.contacts.begin(), found.contacts.end(), d) != found.contacts.end(), graph::strongest_path(ties, found.contacts, d), graph::dominators(ties, found.contacts, d), std::nullopt};
        if (way.introduction) way.smallest_cut = graph::smallest_cut(ties, found.contacts, d);
        found.ways.push_back(std::move(way));
    }
    numbers::sort_stably(found.ways, [](const WayIn& left, const WayIn& right) { return left.share > right.share; });
    return found;
}

}  // namespace buygraph

#endif
