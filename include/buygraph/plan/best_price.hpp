#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "../separate.hpp"
#include "price_curve.hpp"
#include "win_win.hpp"

namespace buygraph {

namespace detail {

/// Where a continuous function of a price is greatest, as far as a grid and then the golden section around its best point find it.
///
/// Exact to 10^−5 of the range where the function has one peak between three neighbours of the grid. A value at an end that no other exceeds wins.
/// Cost: steps + 23 evaluations.
/// Source: Kiefer 1953, doi:10.1090/S0002-9939-1953-0055639-3.
template <class Function>
[[nodiscard]] double price_of_greatest(Function function, double low, double high, std::size_t steps = 24) {
    if (!(low < high)) return low;
    const auto at = [&](std::size_t step) { return step == steps ? high : low + (high - low) * static_cast<double>(step) / static_cast<double>(steps); };
    std::size_t best = 0;
    double greatest = function(low);
    for (std::size_t step = 1; step <= steps; ++step)
        if (const double value = function(at(step)); value > greatest) greatest = value, best = step;
    double left = at(best == 0 ? 0 : best - 1), right = at(best == steps ? steps : best + 1), price = at(best);
    constexpr double golden = 0.6180339887498949;
    double inner = right - golden * (right - left), outer = left + golden * (right - left), at_inner = function(inner), at_outer = function(outer);
    for (int i = 0; i < 20; ++i) {
        if (at_inner > greatest) greatest = at_inner, price = inner;
        if (at_outer > greatest) greatest = at_outer, price = outer;
        if (at_inner >= at_outer) {
            right = outer, outer = inner, at_outer = at_inner;
            inner = right - golden * (right - left), at_inner = function(inner);
        } else {
            left = inner, inner = outer, at_inner = at_outer;
            outer = left + golden * (right - left), at_outer = function(outer);
        }
    }
    return price;
}

}  // namespace detail

/// The price of greatest expected margin, and between which it was sought.
struct BestPrice {
    PricePoint point;
    LimitedPrice low;   ///< the floor price
    LimitedPrice high;  ///< the lesser of list price and the company's price
    bool at_low = false;   ///< it stands at the end: below it the margin would be under its floor
    bool at_high = false;  ///< it stands at the end: scores saturate, so that without the end it would run away
};

/// Or why there is none.
struct BestPriceSearch {
    std::optional<BestPrice> best;
    bool no_room = false;              ///< the floor price is above the other end
    std::vector<std::string> missing;  ///< JSON pointers; one of list price and what the company's price needs is enough
};

/// Seeks the price of greatest P(ours) · (price − cost), between the floor price and the lesser of list price and the price at which the company is at its reservation.
///
/// Cost: P(ours) at 47 prices, each a tenth of a forecast or less.
/// Source: docs/model.md, section 9.
[[nodiscard]] BUYGRAPH_HEAVY BestPriceSearch best_price(const TermForecasts& forecasts);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_PLAN)

#include <algorithm>

#include "../money/limit_prices.hpp"
#include "../money/missing.hpp"

namespace buygraph {

BUYGRAPH_HEAVY BestPriceSearch best_price(const TermForecasts& forecasts) {
    const money::Bargain& bargain = forecasts.bargain();
    BestPriceSearch search;
    search.missing = money::missing_fields(bargain, {money::Field::price, money::Field::cost});
    std::optional<LimitedPrice> high;
    if (bargain.today.list_price) high = LimitedPrice{PriceLimit::list_price, *bargain.today.list_price};
    if (const auto price = money::reservation_price(money::Party::company, bargain); price && (!high || *price < high->price)) high = LimitedPrice{PriceLimit::company_price, *price};
    if (!high)
        for (const std::string& pointer : money::missing_fields(bargain, {money::Field::list_price, money::Field::payments, money::Field::yearly_benefit, money::Field::yearly_running_cost})) search.missing.push_back(pointer);
    if (!search.missing.empty()) return search;
    const LimitedPrice low{PriceLimit::floor_price, *money::reservation_price(money::Party::supplier, bargain)};
    const double least = std::max(low.price, 1e-6 * *bargain.today.price);  // what costs nothing has a floor of 0, which is no price
    if (least > high->price) {
        search.no_room = true;
        return search;
    }
    const double cost = *bargain.economics.cost;
    const double price = detail::price_of_greatest([&](double one) { return forecasts.win(money::at_price(bargain.today, one)).value() * (one - cost); }, least, high->price);
    search.best = BestPrice{price_point(forecasts, price), low, *high, price == least, price == high->price};
    return search;
}

}  // namespace buygraph

#endif
