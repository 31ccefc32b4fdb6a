#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "../insight/blind_spots.hpp"
#include "../insight/coverage.hpp"
#include "../insight/qualification.hpp"
#include "../plan/messages.hpp"
#include "../plan/negotiation.hpp"
#include "../plan/planning.hpp"
#include "../plan/stakes.hpp"
#include "../plan/zipper.hpp"
#include "../separate.hpp"
#include "outlook.hpp"

namespace buygraph::page {

/// Everything that a page about one deal shows, computed once; the words come after, in each language.
struct Findings : Outlook {
    Planning planning;
    Messages messages;
    Zipper zipper;
    std::optional<EngagementPlan> plan;   ///< nothing: the deal names nobody of ours
    Questions questions;
    Negotiation negotiation;
    std::vector<BlindSpot> blind_spots;
    Coverage coverage;
    Qualification qualification;
};

/// \param deal   valid
/// \param model  compiled from it; has to stay where it is as long as what is returned
/// \throws InputError   samples out of range
/// \throws Interrupted  when options.interrupt says so
/// Cost: all of the forecast, insight and plan rooms once; a second or two for ten people.
[[nodiscard]] BUYGRAPH_HEAVY Findings find(const Deal& deal, const DecisionModel& model, const ForecastOptions& options = {});

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_FINDINGS)

#include "../insight/decision_influence.hpp"

namespace buygraph::page {

BUYGRAPH_HEAVY Findings find(const Deal& deal, const DecisionModel& model, const ForecastOptions& options) {
    Planning plans = planning(model, options);
    std::vector<double> influence = decision_influence(model, plans.found.sensitivities);
    Findings found{outlook(model, forecast(model, options), std::move(influence)), std::move(plans), {}, {}, {}, {}, {}, {}, {}, {}};
    const Planning& from = found.planning;
    found.messages = messages(deal, *from.worlds, from.influence, from.rival);
    const std::vector<ZipperDeal> one{{deal, model, found.influence}};
    found.zipper = zipper(one, deal.team);
    found.plan = plan_of(deal, from);
    found.questions = questions(deal, *from.worlds, stakes_of(deal, *from.worlds, found.plan));
    NegotiationOptions terms;
    terms.forecast = options;
    found.negotiation = negotiate(deal, model, terms);
    ForecastOptions small = options;
    small.samples = std::min(options.samples, blind_spot_samples);
    found.blind_spots = blind_spots(deal, model, small);
    found.coverage = coverage(deal, model, from.rival);
    found.qualification = qualification(deal, model, small);
    return found;
}

}  // namespace buygraph::page

#endif
