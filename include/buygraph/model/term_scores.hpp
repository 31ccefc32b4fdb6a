#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "../belief/value_function.hpp"
#include "../deal/catalog.hpp"
#include "../deal/offer.hpp"
#include "../money/bargain.hpp"
#include "../money/satisfaction.hpp"
#include "../money/squeeze.hpp"

namespace buygraph {

/// What terms make of an offer's concerns. What lacks its fields is not there.
struct TermScores {
    OrderedMap<double> table;     ///< concern → score, 0 to 10
    std::optional<double> kept;   ///< how much of his cooperation, stability and attitude the supplier keeps, 0.4 to 1; of ours only
};

/// The measured concerns that any offer's terms set: what it costs, when and how it is paid, and what it brings. cash_cycle is not among them: it would count the term twice.
/// Source: docs/model.md, section 9.
[[nodiscard]] inline TermScores term_scores(const Catalog& catalog, const Customer& customer, const Terms& terms) {
    TermScores scores;
    const auto set = [&](const char* concern, const std::optional<double>& measure) {
        const ConcernEntry* entry = catalog.concerns.find(concern);
        if (measure && entry && !entry->points.empty()) scores.table[concern] = measured_score(entry->points, *measure, std::nullopt).mean;
    };
    const money::CustomerView view = money::customer_view(terms, customer);
    if (view.payback && view.payback->years) set("payback_time", 12 * *view.payback->years);
    else if (view.payback) scores.table["payback_time"] = 0;  // not within the horizon
    if (view.return_on_investment) set("return_on_investment", 100 * *view.return_on_investment);
    set("cash_flow", view.need_to_budget);
    set("cost", view.price_to_list);
    set("budget_fit", view.price_to_budget);
    set("payment_term", view.mean_days);
    set("credit_amount", view.credit_share);
    return scores;
}

/// The same of ours, with what follows from our margin: the room for later prices, the balance of the three parties and the squeeze.
[[nodiscard]] inline TermScores term_scores(const Catalog& catalog, const money::Bargain& bargain, const Terms& terms) {
    TermScores scores = term_scores(catalog, bargain.customer, terms);
    const money::SellerView view = money::seller_view(terms, bargain.economics);
    if (view.price_room) scores.table["future_price_room"] = money::price_room_score(*view.price_room);
    if (const auto balance = money::three_way_balance(money::satisfactions(bargain, terms))) scores.table["three_way_balance"] = *balance;
    if (view.margin) scores.kept = money::kept_at_margin(*view.margin, bargain.economics);
    return scores;
}

/// An offer's score on a concern as everybody shares it who has no view of his own, 0 to 10.
///
/// A rating that the deal gives holds. Else the terms' score is the rating, with sd 1.0; else it is 5, squeezed where ours is, with sd 2.5, or 1.5 for the status quo.
/// \param today  what the offer's own terms make of it
[[nodiscard]] inline Score offer_score(const Offer& offer, const Catalog& catalog, std::string_view concern, const TermScores& today) {
    if (const Rating* given = offer.ratings.find(concern))
        return given->score ? Score{*given->score, given->sd.value_or(1.0)} : measured_score(catalog.concerns.find(concern)->points, *given->measure, given->sd);
    if (const double* set = today.table.find(concern)) return {*set, 1.0};
    const double kept = today.kept && money::is_squeezed(concern) ? *today.kept : 1;
    return {5 * kept, offer.kind == OfferKind::status_quo ? 1.5 : 2.5};
}

/// The same score at other terms. A rating that the deal gives was given at today's: it moves by as much as the table's score does, or in proportion to what the squeeze leaves.
[[nodiscard]] inline double score_at_terms(const Offer& offer, const Catalog& catalog, std::string_view concern, const TermScores& today, const TermScores& changed) {
    if (!offer.ratings.contains(concern)) return offer_score(offer, catalog, concern, changed).mean;
    double score = offer_score(offer, catalog, concern, today).mean;
    const double *was = today.table.find(concern), *is = changed.table.find(concern);
    if (was && is) score += *is - *was;
    if (today.kept && changed.kept && money::is_squeezed(concern)) score *= *changed.kept / *today.kept;
    return std::clamp(score, 0.0, 10.0);
}

}  // namespace buygraph
