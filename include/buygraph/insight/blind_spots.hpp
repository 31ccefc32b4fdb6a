#pragma once

#include <cmath>
#include <vector>

#include "../deal/deal.hpp"
#include "../forecast/options.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"
#include "blind_spot.hpp"
#include "looking.hpp"

namespace buygraph {

/// All that we do not see of a deal, the costliest first by |size|: which roles nobody fills, what the evidence leaves open, whom our access hangs on, what our
/// coaches tell and move, who can block us. Nothing is left out for being small: the standard error stands beside each size.
///
/// \param deal     valid
/// \param model    compiled from it
/// \param options  of every forecast; common points, so that differences are not noise
/// \throws Interrupted  when options.interrupt says so
/// Cost: some dozens of small forecasts; under 100 ms for ten people.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<BlindSpot> blind_spots(const Deal& deal, const DecisionModel& model, ForecastOptions options = {.samples = blind_spot_samples});

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_BLIND_SPOTS)

#include "../numbers/sort_stably.hpp"
#include "access_spots.hpp"
#include "coach_spots.hpp"
#include "evidence_spots.hpp"
#include "role_spots.hpp"

namespace buygraph {

BUYGRAPH_HEAVY std::vector<BlindSpot> blind_spots(const Deal& deal, const DecisionModel& model, ForecastOptions options) {
    const Looking looking = look(deal, model, std::move(options));
    std::vector<BlindSpot> all;
    for (auto search : {role_spots, evidence_spots, access_spots, coach_spots}) {
        for (BlindSpot& spot : search(looking)) all.push_back(std::move(spot));
    }
    // Two searches may ask the same question; what differs by rounding alone stays in the order of the searches.
    const auto rounded = [](const BlindSpot& spot) { return std::round(std::abs(spot.size) * 1e12); };
    numbers::sort_stably(all, [&](const BlindSpot& left, const BlindSpot& right) { return rounded(left) > rounded(right); });
    return all;
}

}  // namespace buygraph

#endif
