#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "../deal/words.hpp"
#include "../money/satisfaction.hpp"
#include "../numbers/sort_stably.hpp"
#include "../separate.hpp"
#include "term_forecasts.hpp"

namespace buygraph {

/// The longest mean term of payment that a trade gives, in days.
inline constexpr double longest_term = 180;

/// The latest day of payment that a deal may have.
inline constexpr double latest_day = 3650;

/// What other terms do to one person: how his attitude to our offer changes. As no other offer moves, his lead for us over any rival changes by as much.
struct PersonEffect {
    std::size_t person;
    std::array<double, 2> attitude;  ///< of his own, A_g, at the buy and the vendor gate
    std::array<double, 2> final;     ///< after people have talked, X_g, at the mean ties
};

/// What other terms do to our score on one concern, as those see it who have no view of their own.
struct ConcernEffect {
    std::string concern;
    double before;  ///< 0 to 10
    double after;
};

/// A later payment for a higher price.
struct Trade {
    double later;                   ///< how many days later the payments after the start are
    Terms terms;                    ///< ours as they would be
    double price;                   ///< midway between the two indifference prices
    double mean_days;               ///< of payment
    double seller_indifference;     ///< the price at which our net present value is today's
    double customer_indifference;   ///< the price at which the customer's is
    double seller_gain;             ///< in our net present value if we win, in the deal's currency
    double customer_gain;           ///< in the customer's
    Estimate win;                   ///< P(ours)
    Estimate value;                 ///< P(ours) · our net present value
    Estimate value_gain;            ///< over today's, on common points
    money::Satisfactions before, after;
    std::vector<PersonEffect> people;      ///< everybody, in the model's order
    std::vector<ConcernEffect> concerns;   ///< those that change
};

/// Why a later payment is no trade.
enum class TradeFault {
    no_gain,            ///< the customer counts time no dearer than we do: no price leaves both better off
    over_credit_limit,  ///< after the start the customer would owe more than the credit limit
    worth_less          ///< P(ours) times our net present value falls
};
template <>
struct Words<TradeFault> {
    static constexpr WordTable<TradeFault, 3> table{{{"no_gain", TradeFault::no_gain}, {"over_credit_limit", TradeFault::over_credit_limit}, {"worth_less", TradeFault::worth_less}}};
};

struct RefusedTrade {
    double later;  ///< days
    double mean_days;
    double price;
    TradeFault fault;
    double by;  ///< how much is lacking, ≥ 0, in the deal's currency: between the two indifference prices, of credit, or of value
};

struct Trades {
    std::vector<Trade> trades;           ///< by gain in value, the greatest first
    std::vector<RefusedTrade> refused;   ///< by days
    bool at_longest = false;             ///< today's mean term leaves no room below 180 days
    std::vector<std::string> missing;    ///< JSON pointers to what trades need
    std::vector<std::string> unchecked;  ///< JSON pointer to the credit limit where nobody gave it: any credit counts as granted
    std::optional<Estimate> value_today; ///< P(ours) · our net present value at today's terms
};

/// Trades of a longer term of payment for a higher price: every payment after the start so many days later (all of it where the price is paid at the start), for the price midway between the two sides'
/// indifference prices, as far as the mean term stays within 180 days and what is owed after the start within the credit limit. The last one goes as near to 180 days as whole days do.
///
/// A trade is shown only where it is worth more to us: P(ours) times our net present value rises. It moves everybody's view of our offer, which the effects name.
/// \param step  days from one trade to the next, at least 1
/// \throws InputError  a step that is none
/// Cost: a tenth of a forecast or less for each step of room.
/// Source: docs/model.md, section 9.
[[nodiscard]] BUYGRAPH_HEAVY Trades trades(const TermForecasts& forecasts, double step = 30);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_PLAN)

#include <algorithm>
#include <cmath>
#include <utility>

#include "../deal/merged_catalog.hpp"
#include "../deal/number_text.hpp"
#include "../error.hpp"
#include "../model/term_scores.hpp"
#include "../money/limit_prices.hpp"
#include "../money/missing.hpp"

namespace buygraph {

namespace detail {

/// \param shift  2 × n: of everybody's own attitude, by gate
[[nodiscard]] inline std::vector<PersonEffect> effects_on_people(const Matrix& control, const Matrix& shift) {
    std::vector<PersonEffect> effects;
    for (std::size_t i = 0; i < control.rows; ++i) {
        PersonEffect effect{i, {}, {}};
        for (std::size_t g = 0; g < 2; ++g) {
            effect.attitude[g] = shift(g, i);
            for (std::size_t p = 0; p < control.rows; ++p) effect.final[g] += control(i, p) * shift(g, p);
        }
        effects.push_back(effect);
    }
    return effects;
}

[[nodiscard]] inline std::vector<ConcernEffect> effects_on_concerns(const Deal& deal, const DecisionModel& model, const money::Bargain& bargain, const Terms& terms) {
    const Catalog catalog = merged_catalog(deal.catalog);
    const Offer& ours = deal.offers[bargain.ours];
    const TermScores today = term_scores(catalog, bargain, bargain.today), changed = term_scores(catalog, bargain, terms);
    std::vector<ConcernEffect> effects;
    for (const std::string& concern : model.table.concerns) {
        const double before = offer_score(ours, catalog, concern, today).mean, after = score_at_terms(ours, catalog, concern, today, changed);
        if (before != after) effects.push_back({concern, before, after});
    }
    return effects;
}

}  // namespace detail

BUYGRAPH_HEAVY Trades trades(const TermForecasts& forecasts, double step) {
    using money::Field;
    if (!(step >= 1)) throw InputError("step", number_text(step), "1 day or more");
    const money::Bargain& bargain = forecasts.bargain();
    const Terms& today = bargain.today;
    Trades found;
    found.missing = money::missing_fields(bargain, {Field::price, Field::payments, Field::cost});
    if (!found.missing.empty()) return found;
    found.unchecked = money::missing_fields(bargain, {Field::credit_limit});

    const double price = *today.price, our_rate = money::discount_rate(bargain.economics), his_rate = money::discount_rate(bargain.customer);
    const double our_factor = money::payment_factor(today.payments, our_rate), his_factor = money::payment_factor(today.payments, his_rate);
    const Estimate value_today = forecasts.win(today) * (price * our_factor - *bargain.economics.cost);
    found.value_today = value_today;
    const double moved_share = money::owed_after_start(today.payments) > 0 ? money::owed_after_start(today.payments) : 1;
    double last = 0;
    for (const Payment& payment : today.payments) last = std::max(last, payment.days.value_or(0));
    const double longest = std::floor(std::min((longest_term - money::mean_days(today.payments)) / moved_share + 1e-9, latest_day - last));
    found.at_longest = longest < 1;
    std::vector<double> days_later;
    for (double later = step; later < longest; later += step) days_later.push_back(later);
    if (!found.at_longest) days_later.push_back(longest);
    for (const double later : days_later) {
        Terms terms = today;
        terms.payments = money::postponed(today.payments, later);
        const double days = money::mean_days(terms.payments);
        const double our_later = money::payment_factor(terms.payments, our_rate), his_later = money::payment_factor(terms.payments, his_rate);
        const double ours = price * our_factor / our_later, his = price * his_factor / his_later;
        terms.price = (ours + his) / 2;
        const auto refuse = [&](TradeFault fault, double by) { found.refused.push_back({later, days, *terms.price, fault, by}); };
        if (!(his > ours * (1 + 1e-12))) {
            refuse(TradeFault::no_gain, ours - his);
            continue;
        }
        if (const double owed = *terms.price * money::owed_after_start(terms.payments); today.credit_limit && owed > *today.credit_limit) {
            refuse(TradeFault::over_credit_limit, owed - *today.credit_limit);
            continue;
        }
        const Estimate win = forecasts.win(terms);
        const Estimate value = win * (*terms.price * our_later - *bargain.economics.cost), gain = value - value_today;
        if (!(gain.value() > 0)) {
            refuse(TradeFault::worth_less, -gain.value());
            continue;
        }
        found.trades.push_back({later, terms, *terms.price, days, ours, his, (*terms.price - ours) * our_later, (his - *terms.price) * his_later, win, value, gain,
                                money::satisfactions(bargain, today), money::satisfactions(bargain, terms), detail::effects_on_people(forecasts.model().control, forecasts.shift(terms)),
                                detail::effects_on_concerns(forecasts.deal(), forecasts.model(), bargain, terms)});
    }
    numbers::sort_stably(found.trades, [](const Trade& left, const Trade& right) { return left.value_gain.value() > right.value_gain.value(); });
    return found;
}

}  // namespace buygraph

#endif
