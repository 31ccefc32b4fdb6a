#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../deal/role_mix.hpp"
#include "../separate.hpp"
#include "blind_spot.hpp"
#include "common_points.hpp"
#include "contacts.hpp"

namespace buygraph {

/// The most samples of a search for blind spots are few: its sizes are compared, not reported to three digits.
inline constexpr std::size_t blind_spot_samples = 1024;

/// What every search for blind spots needs, computed once: the deal, its model, and how P(ours) answers to everybody.
struct Looking {
    const Deal& deal;
    const DecisionModel& model;      ///< compiled from the deal
    ForecastOptions options;         ///< of every forecast of the search
    std::vector<const Person*> people;  ///< n, of the model
    std::vector<RoleMix> roles;      ///< n
    std::vector<double> eyes;        ///< n: who decides, adding to 1
    std::vector<double> control;     ///< n: Σ_d eyes_d V[d,p], how much of the deciders' final attitude is his
    std::vector<std::size_t> contacts;
    std::vector<const Evidence*> evidence;  ///< behind each reading of the model
    Estimate win;                    ///< P(ours) as it is
    std::vector<Estimate> influence; ///< n: Σ_g dP(ours)/dA_g[p,ours]
    std::vector<double> sd;          ///< n: of A_2[p,ours] after the evidence, before the drift

    [[nodiscard]] bool vacant(std::size_t person) const { return people[person]->vacant.value_or(false); }
    /// Somebody who has been named has the role.
    [[nodiscard]] bool has_role(std::size_t person, std::string_view role) const { return !vacant(person) && roles[person].shares.contains(role); }
    /// The one who most probably decides, or has the greatest voice; the first of equals.
    [[nodiscard]] std::size_t likeliest_decider() const { return static_cast<std::size_t>(std::max_element(eyes.begin(), eyes.end()) - eyes.begin()); }
};
[[nodiscard]] BUYGRAPH_HEAVY Looking look(const Deal& deal, const DecisionModel& model, ForecastOptions options);

namespace detail {

/// A spot whose size is what a what-if changes.
[[nodiscard]] BUYGRAPH_HEAVY BlindSpot changed_spot(BlindSpotKind kind, std::vector<std::size_t> people, const Estimate& before, const Estimate& after);

/// A spot whose size is what one standard deviation of a person is worth.
[[nodiscard]] BUYGRAPH_HEAVY BlindSpot person_spot(BlindSpotKind kind, const Looking& looking, std::size_t person);

/// The model read again with some of its readings; the others are as if they had never been made.
template <class Keep>
[[nodiscard]] Estimate win_with_readings(const Looking& looking, Keep keep) {
    DecisionModel model = looking.model;
    std::vector<Reading> kept;
    for (std::size_t r = 0; r < model.readings.size(); ++r)
        if (keep(r)) kept.push_back(model.readings[r]);
    model.readings = std::move(kept);
    model.belief = update(model.prior, looking.model.index(), model.readings, model.control, model.bias_sd);
    return win_on_common_points(model, looking.options);
}

}  // namespace detail

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_BLIND_SPOTS)

#include "contributions.hpp"

namespace buygraph {

BUYGRAPH_HEAVY Looking look(const Deal& deal, const DecisionModel& model, ForecastOptions options) {
    options.variance_by_group = false;
    Looking looking{deal, model, std::move(options), {}, {}, deciding_eyes(model), std::vector<double>(model.people_count(), 0.0), contacts(deal, model), {}, {}, {}, {}};
    const Catalog catalog = merged_catalog(deal.catalog);
    for (const Person& person : deal.people) {
        if (has_departed(person)) continue;
        looking.people.push_back(&person);
        looking.roles.push_back(mix_roles(person, catalog));
    }
    for (const Evidence& evidence : deal.evidence)
        if (std::find(model.people.begin(), model.people.end(), evidence.about) != model.people.end()) looking.evidence.push_back(&evidence);
    WinAndInfluence found = win_and_influence(model, looking.options);
    looking.win = found.outcomes[model.ours];
    looking.influence = std::move(found.influence);
    for (std::size_t p = 0; p < model.people_count(); ++p) {
        const std::size_t at = model.index()(1, p, model.ours);
        looking.sd.push_back(std::sqrt(std::max(0.0, model.belief.covariance(at, at))));
        for (std::size_t d = 0; d < model.people_count(); ++d) looking.control[p] += looking.eyes[d] * model.control(d, p);
    }
    return looking;
}

namespace detail {

BUYGRAPH_HEAVY BlindSpot changed_spot(BlindSpotKind kind, std::vector<std::size_t> people, const Estimate& before, const Estimate& after) {
    const Estimate change = after - before;
    return {kind, std::move(people), {}, {}, {}, change.value(), change.standard_error(), {{"before", before.value()}, {"after", after.value()}}};
}

BUYGRAPH_HEAVY BlindSpot person_spot(BlindSpotKind kind, const Looking& looking, std::size_t person) {
    const Estimate& influence = looking.influence[person];
    const double sd = looking.sd[person];
    return {kind, {person}, {}, {}, {}, std::abs(influence.value()) * sd, influence.standard_error() * sd, {{"influence", influence.value()}, {"sd", sd}}};
}

}  // namespace detail

}  // namespace buygraph

#endif
