#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// Price and terms, good for all three: `prices` of the curve, `cut` of staged cuts a year, `trade_step` in days.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_negotiate(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_PLAN)

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "../text/negotiation.hpp"
#include "results.hpp"

namespace buygraph::boundary {

namespace detail {

inline void put_parties(Json& row, const money::Satisfactions& parties) {
    put(row, "purchaser", or_null(parties.purchaser));
    put(row, "supplier", or_null(parties.supplier));
    put(row, "company", or_null(parties.company));
}

[[nodiscard]] inline Json price_row(const PricePoint& point) {
    Json row;
    put(row, "price", point.price);
    put(row, "win", point.win.value());
    put(row, "standard_error", point.win.standard_error());
    put(row, "margin", or_null(point.margin));
    put(row, "expected_margin", point.expected_margin ? Json(point.expected_margin->value()) : Json(nullptr));
    put(row, "expected_margin_error", point.expected_margin ? Json(point.expected_margin->standard_error()) : Json(nullptr));
    put_parties(row, point.parties);
    put(row, "within_budget", or_null(point.within_budget));
    return row;
}

[[nodiscard]] inline Json price_point(const PricePoint* point) {
    if (!point) return nullptr;
    Json row;
    put_parties(row, point->parties);
    put(row, "price", point->price);
    put(row, "win", point->win.value());
    put(row, "margin", or_null(point->margin));
    put(row, "expected_margin", point->expected_margin ? Json(point->expected_margin->value()) : Json(nullptr));
    return row;
}

inline void put_customer(Json& into, const money::CustomerView& customer) {
    const auto years = [](const std::optional<money::Payback>& payback) { return payback ? or_null(payback->years) : Json(nullptr); };
    put(into, "net_present_value", or_null(customer.net_present_value));
    put(into, "internal_rate", or_null(customer.internal_rate));
    put(into, "return_on_investment", or_null(customer.return_on_investment));
    put(into, "payback_years", years(customer.payback));
    put(into, "discounted_payback_years", years(customer.discounted_payback));
    put(into, "peak_cash_need", or_null(customer.peak_cash_need));
    put(into, "mean_days", or_null(customer.mean_days));
}

inline void put_zone(Json& reply, const WinWinZone& zone) {
    put(reply, "zone", zone.empty ? Json(nullptr) : Json::array({or_null(zone.low), or_null(zone.high)}));
    put(reply, "limits", Json::object());
    for (const LimitedPrice& limit : zone.limits) reply["limits"][std::string(word_of(limit.limit))] = limit.price;
    put(reply, "openings", Json::array());
    for (const Opening& opening : zone.openings) {
        Json& row = reply["openings"].emplace_back();
        put(row, "field", opening.pointer);
        put(row, "by", opening.by);
        put(row, "beyond", or_null(opening.beyond));
        put(row, "alone", opening.alone);
    }
}

inline void put_staged(Json& reply, const std::optional<StagedCuts>& cuts) {
    put(reply, "staged", Json::array());
    for (std::size_t year = 0; cuts && year < cuts->years.size(); ++year) {
        const StagedYear& one = cuts->years[year];
        Json& row = reply["staged"].emplace_back();
        put(row, "year", year + 1);
        put(row, "price", one.price);
        put(row, "saving", one.saving);
        put(row, "saving_share", one.saving_share);
        put(row, "margin", one.margin);
        put(row, "at_floor", one.at_floor);
    }
    put(reply, "staged_cost", cuts ? Json(cuts->seller_cost) : Json(nullptr));
}

inline void put_trades(Json& reply, const DecisionModel& model, const std::vector<Trade>& trades) {
    for (const char* list : {"trades", "effects"}) reply[list] = Json::array();
    for (const Trade& trade : trades) {
        Json& row = reply["trades"].emplace_back();
        put(row, "later", trade.later);
        put(row, "price", trade.price);
        put(row, "mean_days", trade.mean_days);
        put(row, "win", trade.win.value());
        put(row, "value_gain", trade.value_gain.value());
        put(row, "value_gain_error", trade.value_gain.standard_error());
        put(row, "seller_gain", trade.seller_gain);
        put(row, "customer_gain", trade.customer_gain);
        put_parties(row, trade.after);
        for (const PersonEffect& effect : trade.people) {
            Json& one = reply["effects"].emplace_back();
            put(one, "later", trade.later);
            put(one, "person", model.people[effect.person]);
            put(one, "attitude_buy", effect.attitude[0]);
            put(one, "attitude_vendor", effect.attitude[1]);
            put(one, "final_buy", effect.final[0]);
            put(one, "final_vendor", effect.final[1]);
        }
    }
}

inline void put_missing(Json& reply, const Negotiation& found) {
    Json& missing = reply["missing"];
    put(missing, "curve", found.curve.missing);
    put(missing, "best", found.best.missing);
    put(missing, "staged", found.staged.missing);
    put(missing, "trades", found.trades.missing);
    put(missing, "parties", Json::object());
    for (const UnknownParty& one : found.zone.unknown) missing["parties"][std::string(word_of(one.party))] = one.missing;
}

}  // namespace detail

BUYGRAPH_HEAVY Json answer_negotiate(Session& session, const Arguments& arguments) {
    const auto version = session.version(arguments);
    const DecisionModel& model = version->model;
    const text::Names names(version->deal, arguments.language());
    NegotiationOptions options;
    options.forecast = arguments.forecast_options();
    options.prices = arguments.numbers("prices");
    options.cut = arguments.number("cut").value_or(options.cut);
    options.trade_step = arguments.number("trade_step").value_or(options.trade_step);
    const Negotiation found = negotiate(version->deal, model, options);
    Json reply;
    detail::put_customer(reply["customer"], found.customer);
    Json& seller = reply["seller"];
    put(seller, "margin", or_null(found.seller.margin));
    put(seller, "net_present_value", or_null(found.seller.net_present_value));
    put(seller, "floor_price", or_null(found.seller.floor_price));
    put(seller, "target_price", or_null(found.seller.target_price));
    put(seller, "price_room", or_null(found.seller.price_room));
    detail::put_parties(reply["parties"], found.parties);
    put(reply, "curve", Json::array());
    for (const PricePoint& point : found.curve.points) reply["curve"].push_back(detail::price_row(point));
    detail::put_zone(reply, found.zone);
    put(reply, "nash", detail::price_point(found.nash ? &found.nash->point : nullptr));
    put(reply, "best", detail::price_point(found.best.best ? &found.best.best->point : nullptr));
    put(reply, "best_at_end", found.best.best && (found.best.best->at_low || found.best.best->at_high));
    detail::put_staged(reply, found.staged.cuts);
    detail::put_trades(reply, model, found.trades.trades);
    detail::put_missing(reply, found);
    put(reply, "sentences", text::sentences(names, model, found));
    return reply;
}

}  // namespace buygraph::boundary

#endif
