#pragma once

#include <optional>
#include <vector>

#include "../deal/deal.hpp"
#include "../model/decision_model.hpp"
#include "../money/customer_view.hpp"
#include "../money/seller_view.hpp"
#include "../separate.hpp"
#include "best_price.hpp"
#include "nash_point.hpp"
#include "price_curve.hpp"
#include "staged_cuts.hpp"
#include "trades.hpp"
#include "win_win.hpp"

namespace buygraph {

struct NegotiationOptions {
    ForecastOptions forecast;
    std::vector<double> prices;    ///< of the curve; none given: evenly from the floor price to the list price
    double cut = 0.03;             ///< of staged cuts, a year
    double trade_step = 30;        ///< days from one trade to the next
};

/// What can be said about money between us and the customer. What lacks its fields is not there, and they are named where it would stand.
struct Negotiation {
    money::Bargain bargain;
    money::CustomerView customer;       ///< our offer's terms of today as the customer counts them
    money::SellerView seller;           ///< and as we do
    money::Satisfactions parties;       ///< how content the three are with them
    PriceCurve curve;
    WinWinZone zone;
    std::optional<NashPoint> nash;      ///< none where the zone is empty or one side is not known
    BestPriceSearch best;
    StagedCutsSearch staged;
    Trades trades;
    std::optional<double> deal_value;   ///< that the deal says, and in whose place the price stands
};

/// Everything about money at once, on the samples of one forecast.
///
/// \param model  compiled from the deal
/// \throws InputError   a price, a cut or a step that is none; samples out of range
/// \throws Interrupted  when options.forecast.interrupt says so
/// Cost: the worlds of a forecast once, and P(ours) at 80 to 130 terms, each a tenth of a forecast or less.
/// Source: docs/model.md, section 9.
[[nodiscard]] BUYGRAPH_HEAVY Negotiation negotiate(const Deal& deal, const DecisionModel& model, const NegotiationOptions& options = {});

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_PLAN)

namespace buygraph {

BUYGRAPH_HEAVY Negotiation negotiate(const Deal& deal, const DecisionModel& model, const NegotiationOptions& options) {
    const TermForecasts forecasts(deal, model, options.forecast);
    const money::Bargain& bargain = forecasts.bargain();
    Negotiation result;
    result.bargain = bargain;
    result.customer = money::customer_view(bargain.today, bargain.customer);
    result.seller = money::seller_view(bargain.today, bargain.economics);
    result.parties = money::satisfactions(bargain, bargain.today);
    result.curve = price_curve(forecasts, options.prices.empty() ? price_grid(bargain) : options.prices);
    result.zone = win_win_zone(bargain);
    result.nash = nash_point(forecasts, result.zone);
    result.best = best_price(forecasts);
    result.staged = staged_cuts(bargain, options.cut);
    result.trades = trades(forecasts, options.trade_step);
    result.deal_value = deal.value;
    return result;
}

}  // namespace buygraph

#endif
