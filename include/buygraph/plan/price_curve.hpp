#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "../money/satisfaction.hpp"
#include "../separate.hpp"
#include "term_forecasts.hpp"

namespace buygraph {

/// What one price of ours would do.
struct PricePoint {
    double price;
    Estimate win;                            ///< P(ours)
    std::optional<double> margin;            ///< share of the price
    std::optional<Estimate> expected_margin; ///< P(ours) · (price − cost), in the deal's currency; the price takes the place of the deal's value
    money::Satisfactions parties;
    std::optional<bool> within_budget;
};

/// Prices side by side, on the samples of one forecast.
struct PriceCurve {
    std::vector<PricePoint> points;      ///< by rising price
    std::vector<std::string> missing;    ///< JSON pointers; without today's price there are no points, for ratings hold at today's
};

/// Prices to look at: evenly from the floor price to the list price, widened to today's, and today's itself; a fifth around it where the two are not known.
/// \param steps  at least 1
[[nodiscard]] BUYGRAPH_HEAVY std::vector<double> price_grid(const money::Bargain& bargain, std::size_t steps = 20);

/// Everything at one price.
/// \throws InputError  a price that is none
/// Cost: a tenth of a forecast or less.
[[nodiscard]] BUYGRAPH_HEAVY PricePoint price_point(const TermForecasts& forecasts, double price);

/// P(ours), expected margin and how content the three parties are, price by price.
///
/// \param prices  each above 0
/// \throws InputError  a price that is none
/// Cost: a tenth of a forecast or less for each price.
[[nodiscard]] BUYGRAPH_HEAVY PriceCurve price_curve(const TermForecasts& forecasts, std::span<const double> prices);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_PLAN)

#include <algorithm>
#include <cmath>

#include "../deal/number_text.hpp"
#include "../error.hpp"
#include "../money/limit_prices.hpp"
#include "../money/missing.hpp"

namespace buygraph {

BUYGRAPH_HEAVY std::vector<double> price_grid(const money::Bargain& bargain, std::size_t steps) {
    if (steps < 1) throw InputError("steps", "0", "1 or more");
    if (!bargain.today.price) return {};
    const double today = *bargain.today.price;
    double low = std::min(today, money::reservation_price(money::Party::supplier, bargain).value_or(today));
    double high = std::max(today, bargain.today.list_price.value_or(today));
    if (!(high - low > 1e-6 * today)) low = 0.8 * today, high = 1.2 * today;
    if (!(low > 0)) low = 0.01 * today;  // what costs nothing
    std::vector<double> prices{today};
    for (std::size_t step = 0; step <= steps; ++step) prices.push_back(low + (high - low) * static_cast<double>(step) / static_cast<double>(steps));
    std::sort(prices.begin(), prices.end());
    prices.erase(std::unique(prices.begin(), prices.end(), [&](double left, double right) { return right - left < 1e-9 * today; }), prices.end());
    return prices;
}

BUYGRAPH_HEAVY PricePoint price_point(const TermForecasts& forecasts, double price) {
    if (!(price > 0 && std::isfinite(price))) throw InputError("price", number_text(price), "a finite number above 0");
    const money::Bargain& bargain = forecasts.bargain();
    const Terms terms = money::at_price(bargain.today, price);
    PricePoint point{price, forecasts.win(terms), money::seller_view(terms, bargain.economics).margin, {}, money::satisfactions(bargain, terms), {}};
    if (bargain.economics.cost) point.expected_margin = point.win * (price - *bargain.economics.cost);
    if (bargain.customer.budget) point.within_budget = price <= *bargain.customer.budget;
    return point;
}

BUYGRAPH_HEAVY PriceCurve price_curve(const TermForecasts& forecasts, std::span<const double> prices) {
    PriceCurve curve{{}, money::missing_fields(forecasts.bargain(), {money::Field::price})};
    if (!curve.missing.empty()) return curve;
    std::vector<double> sorted(prices.begin(), prices.end());
    std::sort(sorted.begin(), sorted.end());
    for (const double price : sorted) curve.points.push_back(price_point(forecasts, price));
    return curve;
}

}  // namespace buygraph

#endif
