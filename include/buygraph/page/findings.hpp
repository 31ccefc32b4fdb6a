#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "../insight/blind_spots.hpp"
#include "../insight/coverage.hpp"
#include "../insight/decision_influence.hpp"
#include "../insight/qualification.hpp"
#include "../insight/standing.hpp"
#include "../plan/messages.hpp"
#include "../plan/negotiation.hpp"
#include "../plan/planning.hpp"
#include "../plan/stakes.hpp"
#include "../plan/zipper.hpp"
#include "../separate.hpp"

namespace buygraph::page {

/// Everything that a page about one deal shows, computed once; the words come after, in each language.
struct Findings {
    Forecast forecast;
    Planning planning;
    std::vector<Standing> standings;      ///< n
    std::vector<double> influence;        ///< n: decision influence, signed
    Explanation why;                      ///< ours against the likeliest rival, in the deciders' eyes; against staying where there is no rival
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
/// Cost: all of the forecast, insight and plan rooms once; about a second for ten people.
[[nodiscard]] BUYGRAPH_HEAVY Findings find(const Deal& deal, const DecisionModel& model, const ForecastOptions& options = {});

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_FINDINGS)

namespace buygraph::page {

BUYGRAPH_HEAVY Findings find(const Deal& deal, const DecisionModel& model, const ForecastOptions& options) {
    Findings found{forecast(model, options), planning(model, options), standings(model), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    const Planning& from = found.planning;
    found.influence = decision_influence(model, from.found.sensitivities);
    found.why = explain(model, deciding_eyes(model), from.rival, from.rival == 0 ? 0 : 1);
    found.messages = messages(deal, *from.worlds, from.influence, from.rival);
    const std::vector<ZipperDeal> one{{deal, model, found.influence}};
    found.zipper = zipper(one, deal.team);
    if (!deal.team.empty()) found.plan = engagement(deal, *from.worlds, from.gains);
    found.questions = questions(deal, *from.worlds, stakes_of(deal, *from.worlds, found.plan));
    NegotiationOptions terms;
    terms.forecast = options;
    found.negotiation = negotiate(deal, model, terms);
    ForecastOptions small = options;
    small.samples = blind_spot_samples;
    found.blind_spots = blind_spots(deal, model, small);
    found.coverage = coverage(deal, model, from.rival);
    found.qualification = qualification(deal, model, small);
    return found;
}

}  // namespace buygraph::page

#endif
