#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../money/bargain.hpp"
#include "../separate.hpp"

namespace buygraph {

/// One year of a contract whose price falls from year to year.
struct StagedYear {
    double price;          ///< of that year's volume
    double saving;         ///< less than the year before, in the deal's currency: what the purchaser can report; 0 in the first year
    double saving_share;   ///< the same as a share of the year before
    double margin;         ///< ours, share of that year's price
    bool at_floor;         ///< the cut stops here: the full one would go below the floor price
};

/// A price that begins higher and falls every year, worth the same to the customer as the flat one.
struct StagedCuts {
    std::vector<StagedYear> years;
    double cut;               ///< f, share of the year before
    double flat_price;        ///< a year, of today's price
    double floor_price;       ///< a year
    double customer_value;    ///< what the customer pays, at the start, by his rate: of the flat prices and of the staged ones
    double flat_value;        ///< what we are paid, at the start, by our rate: of the flat prices
    double seller_cost;       ///< how much less the staged prices are worth to us at the start; below 0: more
};

/// Or why there are none.
struct StagedCutsSearch {
    std::optional<StagedCuts> cuts;
    bool one_year = false;             ///< a contract of one year has no later price
    bool no_room = false;              ///< today's price is not above the floor price
    std::vector<std::string> missing;  ///< JSON pointers
};

/// Staged cuts p_t = p_0 (1 − f)^t, with p_0 so that the customer's present value is that of today's price spread evenly over the contract, and no year below the floor price.
///
/// Volumes are equal in all years, and each year's price is paid at that year's start: paid later in its year, all years alike, the prices and savings are the same, and both values shrink alike.
/// \param cut  f, above 0 and below 1
/// \throws InputError  a cut that is none
/// Cost: O(years²).
/// Source: docs/model.md, section 9.
[[nodiscard]] BUYGRAPH_HEAVY StagedCutsSearch staged_cuts(const money::Bargain& bargain, double cut = 0.03);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_PLAN)

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "../deal/number_text.hpp"
#include "../error.hpp"
#include "../money/limit_prices.hpp"
#include "../money/missing.hpp"

namespace buygraph {

namespace detail {

/// p_0 such that Σ v^t · max(floor, p_0 (1 − f)^t) is the value of a flat price of at least the floor; it is the first `years` prices that stay above the floor.
struct FirstPrice {
    double price;
    std::size_t years;
};
[[nodiscard]] inline FirstPrice first_price(double flat, double floor, double cut, double rate, std::size_t years) {
    double flat_value = 0;
    for (std::size_t t = 0; t < years; ++t) flat_value += flat * std::pow(1 + rate, -static_cast<double>(t));
    for (std::size_t above = years; above > 1; --above) {
        double at_floor = 0, falling = 0;
        for (std::size_t t = 0; t < years; ++t) {
            const double discount = std::pow(1 + rate, -static_cast<double>(t));
            if (t < above) falling += discount * std::pow(1 - cut, static_cast<double>(t));
            else at_floor += discount * floor;
        }
        const double price = (flat_value - at_floor) / falling;
        if (price * std::pow(1 - cut, static_cast<double>(above - 1)) >= floor) return {price, above};
    }
    return {flat_value - floor * (flat_value / flat - 1), 1};
}

}  // namespace detail

BUYGRAPH_HEAVY StagedCutsSearch staged_cuts(const money::Bargain& bargain, double cut) {
    using money::Field;
    if (!(cut > 0 && cut < 1)) throw InputError("cut", number_text(cut), "a number above 0 and below 1");
    StagedCutsSearch search;
    search.missing = money::missing_fields(bargain, {Field::price, Field::contract_years, Field::cost});
    if (!search.missing.empty()) return search;
    const auto count = static_cast<std::size_t>(std::max(1, *bargain.today.contract_years));
    const double each = 1 / static_cast<double>(count), flat = *bargain.today.price * each, floor = *money::reservation_price(money::Party::supplier, bargain) * each;
    search.one_year = count < 2;
    search.no_room = flat <= floor;
    if (search.one_year || search.no_room) return search;

    const auto [first, above] = detail::first_price(flat, floor, cut, money::discount_rate(bargain.customer), count);
    StagedCuts cuts{{}, cut, flat, floor, 0, 0, 0};
    for (std::size_t t = 0; t < count; ++t) {
        const auto year = static_cast<double>(t);
        const double price = t < above ? first * std::pow(1 - cut, year) : floor, saving = t == 0 ? 0 : cuts.years.back().price - price;
        cuts.customer_value += price * std::pow(1 + money::discount_rate(bargain.customer), -year);
        cuts.flat_value += flat * std::pow(1 + money::discount_rate(bargain.economics), -year);
        cuts.seller_cost += (flat - price) * std::pow(1 + money::discount_rate(bargain.economics), -year);
        cuts.years.push_back({price, saving, t == 0 ? 0 : saving / cuts.years.back().price, 1 - *bargain.economics.cost * each / price, t >= above});
    }
    search.cuts = std::move(cuts);
    return search;
}

}  // namespace buygraph

#endif
