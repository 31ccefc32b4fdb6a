#pragma once

#include <cstddef>
#include <vector>

#include "../deal/deal.hpp"
#include "../model/decision_model.hpp"
#include "../numbers/greatest.hpp"

namespace buygraph {

/// What asking somebody costs: goodwill is finite.
struct Goodwill {
    std::size_t told;                    ///< pieces of evidence that we have from him already
    std::vector<std::size_t> in_return;  ///< his own personal concerns, the weightiest first, at most two: what helping him looks like
};

/// \param deal       the deal that `model` was compiled from
/// \param informant  by index of the model
[[nodiscard]] inline Goodwill goodwill(const Deal& deal, const DecisionModel& model, std::size_t informant) {
    std::size_t told = 0;
    for (const Evidence& evidence : deal.evidence) told += evidence.source == model.people[informant];
    std::vector<double> own(model.table.concerns.size(), 0.0);
    for (std::size_t k = 0; k < own.size(); ++k)
        if (model.table.personal[k]) own[k] = model.table.importance(informant, k);
    return {told, numbers::greatest(own, 2)};
}

}  // namespace buygraph
