#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../deal/words.hpp"
#include "../money/satisfaction.hpp"
#include "../separate.hpp"

namespace buygraph {

/// What keeps a price from being good for everybody.
enum class PriceLimit {
    floor_price,   ///< below it the supplier is
    list_price,    ///< above it the purchaser saves nothing
    company_price, ///< above it the company is no better off than without us
    budget         ///< above it there is no money
};
template <>
struct Words<PriceLimit> {
    static constexpr WordTable<PriceLimit, 4> table{
        {{"floor_price", PriceLimit::floor_price}, {"list_price", PriceLimit::list_price}, {"company_price", PriceLimit::company_price}, {"budget", PriceLimit::budget}}};
};

struct LimitedPrice {
    PriceLimit limit;
    double price;
};

/// A party of whom we cannot tell how content he is, and what would have to be given.
struct UnknownParty {
    money::Party party;
    std::vector<std::string> missing;  ///< JSON pointers
};

/// One field that would open an empty zone, or help to.
struct Opening {
    std::string pointer;           ///< JSON pointer to the field
    double by;                     ///< it has to change by more than this, with its sign; a yearly benefit in every year
    std::optional<double> beyond;  ///< the value that has to be passed; none for a list of benefits
    bool alone;                    ///< enough by itself; false: all openings of the customer's side are needed together
};

/// The prices at which all known parties are above their reservations, within the budget.
struct WinWinZone {
    std::optional<double> low;           ///< above it; none: the supplier is not known
    std::optional<double> high;          ///< below it; none: no limit above is known
    bool high_included = false;          ///< at it, too: the budget
    bool empty = false;                  ///< no price is good for all who are known
    std::vector<LimitedPrice> limits;    ///< all that are known
    std::vector<PriceLimit> conflicts;   ///< of an empty zone: the limits above that are not above the floor price
    std::vector<Opening> openings;       ///< of an empty zone
    std::vector<UnknownParty> unknown;
    std::vector<std::string> missing;    ///< JSON pointer to the budget where nobody gave it
    std::vector<std::string> default_margins;  ///< JSON pointers to the margins that nobody gave

    [[nodiscard]] bool holds(double price) const { return !empty && (!low || price > *low) && (!high || price < *high || (high_included && price == *high)) && price > 0; }
};

/// The win-win zone, in closed form: between the floor price and the least of list price, the company's price and the budget.
///
/// Cost: a few present values.
/// Source: docs/model.md, section 9.
[[nodiscard]] BUYGRAPH_HEAVY WinWinZone win_win_zone(const money::Bargain& bargain);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_PLAN)

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

#include "../money/limit_prices.hpp"
#include "../money/missing.hpp"

namespace buygraph {

namespace detail {

/// What would open a zone whose limits above do not reach over the floor.
[[nodiscard]] inline std::vector<Opening> openings(const money::Bargain& bargain, const WinWinZone& zone) {
    std::vector<Opening> found;
    const double low = zone.low.value_or(0);
    const bool one = zone.conflicts.size() == 1;
    const auto raise = [&](money::Field field, double today, double beyond) { found.push_back({money::pointer_of(field, bargain), beyond - today, beyond, one}); };
    for (const PriceLimit conflict : zone.conflicts) {
        if (conflict == PriceLimit::list_price) raise(money::Field::list_price, *bargain.today.list_price, low);
        if (conflict == PriceLimit::budget) raise(money::Field::budget, *bargain.customer.budget, low);
        if (conflict == PriceLimit::company_price) {
            const double rate = money::discount_rate(bargain.customer), lacks = bargain.reservation - *money::customer_npv(money::at_price(bargain.today, low), bargain.customer);
            double annuity = 0;
            for (std::size_t year = 1; year <= money::used_years(bargain.today, bargain.customer)->size(); ++year) annuity += money::discount(money::days_a_year * static_cast<double>(year), rate);
            const double by = lacks / annuity;
            const auto* benefit = std::get_if<double>(&bargain.today.yearly_benefit);
            found.push_back({money::pointer_of(money::Field::yearly_benefit, bargain), by, benefit ? std::optional(*benefit + by) : std::nullopt, one});
        }
    }
    if (zone.low && *zone.high > 0) {
        const double cost = *bargain.economics.cost, floor = money::floor_margin(bargain.economics);
        found.push_back({money::pointer_of(money::Field::cost, bargain), *zone.high * (1 - floor) - cost, *zone.high * (1 - floor), true});
        const double margin = 1 - cost / *zone.high;
        if (margin > -1) found.push_back({money::pointer_of(money::Field::floor_margin, bargain), margin - floor, margin, true});
    }
    return found;
}

}  // namespace detail

BUYGRAPH_HEAVY WinWinZone win_win_zone(const money::Bargain& bargain) {
    WinWinZone zone;
    const auto known = [&](money::Party party, PriceLimit limit) {
        std::vector<std::string> missing = money::missing_for(party, bargain, true);
        if (!missing.empty()) return zone.unknown.push_back({party, std::move(missing)});
        zone.limits.push_back({limit, *money::reservation_price(party, bargain)});
    };
    known(money::Party::supplier, PriceLimit::floor_price);
    known(money::Party::purchaser, PriceLimit::list_price);
    known(money::Party::company, PriceLimit::company_price);
    if (bargain.customer.budget) zone.limits.push_back({PriceLimit::budget, *bargain.customer.budget});
    zone.missing = money::missing_fields(bargain, {money::Field::budget});
    zone.default_margins = money::default_margins(bargain);
    for (const LimitedPrice& limit : zone.limits) {
        if (limit.limit == PriceLimit::floor_price) zone.low = limit.price;
        else if (!zone.high || limit.price < *zone.high) zone.high = limit.price, zone.high_included = limit.limit == PriceLimit::budget;
    }
    const double low = std::max(0.0, zone.low.value_or(0));
    for (const LimitedPrice& limit : zone.limits)
        if (limit.limit != PriceLimit::floor_price && limit.price <= low) zone.conflicts.push_back(limit.limit);
    zone.empty = !zone.conflicts.empty();
    if (zone.empty) zone.openings = detail::openings(bargain, zone);
    return zone;
}

}  // namespace buygraph

#endif
