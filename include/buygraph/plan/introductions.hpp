#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "../graph/strongest_path.hpp"
#include "../insight/contacts.hpp"
#include "../model/relation_ties.hpp"

namespace buygraph {

/// The strongest way from our team to each person along positive influence, by the product of min(1, t): whom to ask for an introduction.
///
/// One entry for each person of the model: the way from a contact of ours to him, himself alone where he is a contact; nothing where no way leads there.
/// Cost: people · ties · log people.
[[nodiscard]] inline std::vector<std::optional<graph::StrongestPath>> introductions(const Deal& deal, const DecisionModel& model) {
    const std::vector<std::size_t> known = contacts(deal, model);
    const graph::Ties ties = ties_of(model);
    std::vector<std::optional<graph::StrongestPath>> ways(model.people_count());
    for (std::size_t p = 0; p < ways.size() && !known.empty(); ++p) ways[p] = graph::strongest_path(ties, known, p);
    return ways;
}

}  // namespace buygraph
