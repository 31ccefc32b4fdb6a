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
    row["purchaser"] = or_null(parties.purchaser);
    row["supplier"] = or_null(parties.supplier);
    row["company"] = or_null(parties.company);
}

[[nodiscard]] inline Json price_row(const PricePoint& point) {
    Json row;
    row["price"] = point.price;
    row["win"] = point.win.value();
    row["standard_error"] = point.win.standard_error();
    row["margin"] = or_null(point.margin);
    row["expected_margin"] = point.expected_margin ? Json(point.expected_margin->value()) : Json(nullptr);
    row["expected_margin_error"] = point.expected_margin ? Json(point.expected_margin->standard_error()) : Json(nullptr);
    put_parties(row, point.parties);
    row["within_budget"] = or_null(point.within_budget);
    return row;
}

[[nodiscard]] inline Json price_point(const PricePoint* point) {
    if (!point) return nullptr;
    Json row;
    put_parties(row, point->parties);
    row["price"] = point->price;
    row["win"] = point->win.value();
    row["margin"] = or_null(point->margin);
    row["expected_margin"] = point->expected_margin ? Json(point->expected_margin->value()) : Json(nullptr);
    return row;
}

inline void put_customer(Json& into, const money::CustomerView& customer) {
    const auto years = [](const std::optional<money::Payback>& payback) { return payback ? or_null(payback->years) : Json(nullptr); };
    into["net_present_value"] = or_null(customer.net_present_value);
    into["internal_rate"] = or_null(customer.internal_rate);
    into["return_on_investment"] = or_null(customer.return_on_investment);
    into["payback_years"] = years(customer.payback);
    into["discounted_payback_years"] = years(customer.discounted_payback);
    into["peak_cash_need"] = or_null(customer.peak_cash_need);
    into["mean_days"] = or_null(customer.mean_days);
}

inline void put_zone(Json& reply, const WinWinZone& zone) {
    reply["zone"] = zone.empty ? Json(nullptr) : Json::array({or_null(zone.low), or_null(zone.high)});
    reply["limits"] = Json::object();
    for (const LimitedPrice& limit : zone.limits) reply["limits"][std::string(word_of(limit.limit))] = limit.price;
    reply["openings"] = Json::array();
    for (const Opening& opening : zone.openings) {
        Json& row = reply["openings"].emplace_back();
        row["field"] = opening.pointer;
        row["by"] = opening.by;
        row["beyond"] = or_null(opening.beyond);
        row["alone"] = opening.alone;
    }
}

inline void put_staged(Json& reply, const std::optional<StagedCuts>& cuts) {
    reply["staged"] = Json::array();
    for (std::size_t year = 0; cuts && year < cuts->years.size(); ++year) {
        const StagedYear& one = cuts->years[year];
        Json& row = reply["staged"].emplace_back();
        row["year"] = year + 1;
        row["price"] = one.price;
        row["saving"] = one.saving;
        row["saving_share"] = one.saving_share;
        row["margin"] = one.margin;
        row["at_floor"] = one.at_floor;
    }
    reply["staged_cost"] = cuts ? Json(cuts->seller_cost) : Json(nullptr);
}

inline void put_trades(Json& reply, const DecisionModel& model, const std::vector<Trade>& trades) {
    for (const char* list : {"trades", "effects"}) reply[list] = Json::array();
    for (const Trade& trade : trades) {
        Json& row = reply["trades"].emplace_back();
        row["later"] = trade.later;
        row["price"] = trade.price;
        row["mean_days"] = trade.mean_days;
        row["win"] = trade.win.value();
        row["value_gain"] = trade.value_gain.value();
        row["value_gain_error"] = trade.value_gain.standard_error();
        row["seller_gain"] = trade.seller_gain;
        row["customer_gain"] = trade.customer_gain;
        put_parties(row, trade.after);
        for (const PersonEffect& effect : trade.people) {
            Json& one = reply["effects"].emplace_back();
            one["later"] = trade.later;
            one["person"] = model.people[effect.person];
            one["attitude_buy"] = effect.attitude[0];
            one["attitude_vendor"] = effect.attitude[1];
            one["final_buy"] = effect.final[0];
            one["final_vendor"] = effect.final[1];
        }
    }
}

inline void put_missing(Json& reply, const Negotiation& found) {
    Json& missing = reply["missing"];
    missing["curve"] = found.curve.missing;
    missing["best"] = found.best.missing;
    missing["staged"] = found.staged.missing;
    missing["trades"] = found.trades.missing;
    missing["parties"] = Json::object();
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
    seller["margin"] = or_null(found.seller.margin);
    seller["net_present_value"] = or_null(found.seller.net_present_value);
    seller["floor_price"] = or_null(found.seller.floor_price);
    seller["target_price"] = or_null(found.seller.target_price);
    seller["price_room"] = or_null(found.seller.price_room);
    detail::put_parties(reply["parties"], found.parties);
    reply["curve"] = Json::array();
    for (const PricePoint& point : found.curve.points) reply["curve"].push_back(detail::price_row(point));
    detail::put_zone(reply, found.zone);
    reply["nash"] = detail::price_point(found.nash ? &found.nash->point : nullptr);
    reply["best"] = detail::price_point(found.best.best ? &found.best.best->point : nullptr);
    reply["best_at_end"] = found.best.best && (found.best.best->at_low || found.best.best->at_high);
    detail::put_staged(reply, found.staged.cuts);
    detail::put_trades(reply, model, found.trades.trades);
    detail::put_missing(reply, found);
    reply["sentences"] = text::sentences(names, model, found);
    return reply;
}

}  // namespace buygraph::boundary

#endif
