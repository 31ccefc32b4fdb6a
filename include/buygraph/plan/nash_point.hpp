#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "../separate.hpp"
#include "price_curve.hpp"
#include "win_win.hpp"

namespace buygraph {

/// The price that two sides would settle on by Nash's axioms.
struct NashPoint {
    PricePoint point;
    double product;                       ///< of the satisfactions of `parties`, each kept between 0 and 1
    std::vector<money::Party> parties;    ///< who is known
    bool tie = false;                     ///< all are at their targets over a range of prices, and the expected margin chose among them
};

/// The product of how content all known parties are, each kept between 0 and 1; 1 where nobody is known.
[[nodiscard]] inline double nash_product(const money::Satisfactions& satisfactions) {
    double product = 1;
    for (const money::Party party : money::parties)
        if (const auto& satisfaction = satisfactions.of(party)) product *= std::clamp(*satisfaction, 0.0, 1.0);
    return product;
}

/// The price in the win-win zone at which that product is greatest; of several, the one of greatest expected margin.
///
/// None unless the zone has prices, and the supplier and somebody of the customer's are known: one side alone has nothing to settle. Between the ends every factor is positive and concave in the
/// price, so that the product has one peak, or is 1 over a range.
/// Cost: P(ours) at one price, and at 47 where there is a tie, each a tenth of a forecast or less.
/// Source: Nash 1950, doi:10.2307/1907266, for three; docs/model.md, section 9.
[[nodiscard]] BUYGRAPH_HEAVY std::optional<NashPoint> nash_point(const TermForecasts& forecasts, const WinWinZone& zone);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_PLAN)

#include <utility>

#include "../money/limit_prices.hpp"
#include "best_price.hpp"

namespace buygraph {

BUYGRAPH_HEAVY std::optional<NashPoint> nash_point(const TermForecasts& forecasts, const WinWinZone& zone) {
    const money::Bargain& bargain = forecasts.bargain();
    if (zone.empty || !zone.low || !bargain.today.price) return std::nullopt;
    std::vector<money::Party> known;
    for (const money::Party party : money::parties)
        if (std::none_of(zone.unknown.begin(), zone.unknown.end(), [&](const UnknownParty& one) { return one.party == party; })) known.push_back(party);
    if (known.size() < 2) return std::nullopt;

    const auto product = [&](double price) { return nash_product(money::satisfactions(bargain, money::at_price(bargain.today, price))); };
    // All are at their targets from the supplier's target price to the least of the others'.
    std::optional<double> from = money::target_price(money::Party::supplier, bargain);
    double to = *zone.high;
    for (const money::Party party : known)
        if (party != money::Party::supplier) to = std::min(to, *money::target_price(party, bargain));
    double price = 0;
    const bool tie = from && std::max(*from, *zone.low) < to;
    if (tie) {
        const double cost = *bargain.economics.cost;
        price = detail::price_of_greatest([&](double one) { return forecasts.win(money::at_price(bargain.today, one)).value() * (one - cost); }, *from, to);
    } else {
        double low = *zone.low, high = *zone.high;
        for (int i = 0; i < 200 && high - low > 1e-12 * high; ++i) {  // thirds
            const double left = low + (high - low) / 3, right = high - (high - low) / 3;
            if (product(left) < product(right)) low = left;
            else high = right;
        }
        price = low + (high - low) / 2;
        if (zone.high_included && product(*zone.high) >= product(price)) price = *zone.high;
    }
    PricePoint point = price_point(forecasts, price);
    const double reached = nash_product(point.parties);
    return NashPoint{std::move(point), reached, std::move(known), tie};
}

}  // namespace buygraph

#endif
