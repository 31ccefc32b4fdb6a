#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "../separate.hpp"
#include "looking.hpp"

namespace buygraph {

/// What the evidence does not tell, or tells twice.
///
/// | kind | predicate | size | numbers |
/// |---|---|---|---|
/// | no_evidence | no reading is about him; he is no vacant seat | one sd of him | influence, sd |
/// | stale_evidence | there is evidence about him, all of it dated and older than 180 days at as_of | one sd of him | influence, sd, days (of the newest) |
/// | contradiction | two readings of one person and offer from different sources, more than 2 sd apart; sd² their noise and twice the bias variance. Of several such pairs of one person and offer the one most sd apart, the lower reading first | P without the lower less P without the higher | before (without the higher), after, lower, higher, apart (in sd), pairs |
/// | single_source | all readings of him come from one source, or there is just one | P with them less P without | before (without), after, readings |
///
/// A source is what the evidence writes; where it says none, each reading has its own.
/// Cost: a forecast for each single source, two for each contradiction.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<BlindSpot> evidence_spots(const Looking& looking);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_BLIND_SPOTS)

#include "coverage.hpp"

namespace buygraph {

namespace detail {

/// Of one person's readings.
inline void spots_of_age_and_source(const Looking& looking, std::size_t person, std::vector<BlindSpot>& spots) {
    const DecisionModel& model = looking.model;
    double newest = 1e300;
    std::size_t readings = 0, unnamed = 0;
    std::set<std::string> sources;
    for (std::size_t r = 0; r < model.readings.size(); ++r) {
        if (model.readings[r].person != person) continue;
        const Evidence& evidence = *looking.evidence[r];
        ++readings;
        newest = std::min(newest, age_in_days(looking.deal, evidence));
        if (evidence.source.empty()) ++unnamed;
        else sources.insert(evidence.source);
    }
    if (readings == 0) {
        if (!looking.vacant(person)) spots.push_back(person_spot(BlindSpotKind::no_evidence, looking, person));
        return;
    }
    if (newest > stale_days) {
        spots.push_back(person_spot(BlindSpotKind::stale_evidence, looking, person));
        spots.back().numbers["days"] = newest;
    }
    if (sources.size() + unnamed == 1) {
        const Estimate without = win_with_readings(looking, [&](std::size_t r) { return model.readings[r].person != person; });
        BlindSpot spot = changed_spot(BlindSpotKind::single_source, {person}, without, looking.win);
        spot.sources.push_back(sources.empty() ? "" : *sources.begin());
        spot.numbers["readings"] = static_cast<double>(readings);
        spots.push_back(std::move(spot));
    }
}

/// Two readings of one person and offer that cannot well both be true.
struct Contradiction {
    std::size_t lower, higher;  ///< readings
    double apart = 2;           ///< sd
    std::size_t pairs = 0;
};

[[nodiscard]] inline Contradiction widest_contradiction(const Looking& looking, std::size_t person, std::size_t offer) {
    const std::vector<Reading>& readings = looking.model.readings;
    const double bias = looking.model.bias_sd * looking.model.bias_sd;
    Contradiction widest{0, 0};
    for (std::size_t r = 0; r < readings.size(); ++r) {
        if (readings[r].person != person || readings[r].offer != offer) continue;
        for (std::size_t q = r + 1; q < readings.size(); ++q) {
            if (readings[q].person != person || readings[q].offer != offer || readings[q].bias == readings[r].bias) continue;
            const double sd = std::sqrt(readings[r].noise_variance + readings[q].noise_variance + 2 * bias), apart = std::abs(readings[r].stance - readings[q].stance) / sd;
            if (!(apart > 2)) continue;
            ++widest.pairs;
            if (!(apart > widest.apart)) continue;
            widest.apart = apart;
            widest.lower = readings[r].stance < readings[q].stance ? r : q;
            widest.higher = widest.lower == r ? q : r;
        }
    }
    return widest;
}

}  // namespace detail

BUYGRAPH_HEAVY std::vector<BlindSpot> evidence_spots(const Looking& looking) {
    const DecisionModel& model = looking.model;
    std::vector<BlindSpot> spots;
    for (std::size_t person = 0; person < model.people_count(); ++person) {
        detail::spots_of_age_and_source(looking, person, spots);
        for (std::size_t offer = 0; offer < model.offer_count(); ++offer) {
            const detail::Contradiction found = detail::widest_contradiction(looking, person, offer);
            if (found.pairs == 0) continue;
            const Estimate low = detail::win_with_readings(looking, [&](std::size_t r) { return r != found.higher; });
            const Estimate high = detail::win_with_readings(looking, [&](std::size_t r) { return r != found.lower; });
            BlindSpot spot = detail::changed_spot(BlindSpotKind::contradiction, {person}, low, high);
            spot.offers.push_back(offer);
            spot.sources = {looking.evidence[found.lower]->source, looking.evidence[found.higher]->source};
            spot.numbers["lower"] = model.readings[found.lower].stance;
            spot.numbers["higher"] = model.readings[found.higher].stance;
            spot.numbers["apart"] = found.apart;
            spot.numbers["pairs"] = static_cast<double>(found.pairs);
            spots.push_back(std::move(spot));
        }
    }
    return spots;
}

}  // namespace buygraph

#endif
