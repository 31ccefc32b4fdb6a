#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/model/term_moves.hpp>
#include <buygraph/text/negotiation.hpp>

#include "planning.hpp"

namespace buygraph::python {

namespace {

/// What is there, by its name; None for the rest.
template <class... Pairs>
py::dict fields(Pairs&&... pairs) {
    py::dict result;
    ((result[pairs.first] = or_none(pairs.second)), ...);
    return result;
}

py::dict party_fields(const money::Satisfactions& parties) { return fields(std::pair("purchaser", parties.purchaser), std::pair("supplier", parties.supplier), std::pair("company", parties.company)); }

py::dict curve_columns(const std::vector<PricePoint>& points) {
    Columns curve{"price", "win", "standard_error", "margin", "expected_margin", "expected_margin_error", "purchaser", "supplier", "company", "within_budget"};
    for (const PricePoint& point : points) {
        curve.add("price", point.price);
        curve.add("win", point.win.value());
        curve.add("standard_error", point.win.standard_error());
        curve.add("margin", or_none(point.margin));
        curve.add("expected_margin", point.expected_margin ? py::object(py::float_(point.expected_margin->value())) : py::object(py::none()));
        curve.add("expected_margin_error", point.expected_margin ? py::object(py::float_(point.expected_margin->standard_error())) : py::object(py::none()));
        curve.add("purchaser", or_none(point.parties.purchaser));
        curve.add("supplier", or_none(point.parties.supplier));
        curve.add("company", or_none(point.parties.company));
        curve.add("within_budget", or_none(point.within_budget));
    }
    return curve.take();
}

py::object point_fields(const PricePoint* point) {
    if (!point) return py::none();
    py::dict result = party_fields(point->parties);
    result["price"] = point->price;
    result["win"] = point->win.value();
    result["margin"] = or_none(point->margin);
    result["expected_margin"] = point->expected_margin ? py::object(py::float_(point->expected_margin->value())) : py::object(py::none());
    return result;
}

py::dict negotiation_columns(const Deal& deal, const DecisionModel& model, const std::vector<double>& prices, double cut, double step, const std::string& language, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads) {
    const text::Names names(deal, language_of(language));
    NegotiationOptions options;
    options.forecast = forecast_options(samples, seed, threads);
    options.prices = prices;
    options.cut = cut;
    options.trade_step = step;
    const Negotiation found = computing([&](const auto& interrupted) {
        options.forecast.interrupt = interrupted;
        return negotiate(deal, model, options);
    });
    py::dict result;
    const money::CustomerView& customer = found.customer;
    const auto years = [](const std::optional<money::Payback>& payback) { return payback ? payback->years : std::nullopt; };
    result["customer"] = fields(std::pair("net_present_value", customer.net_present_value), std::pair("internal_rate", customer.internal_rate), std::pair("return_on_investment", customer.return_on_investment),
                                std::pair("payback_years", years(customer.payback)), std::pair("discounted_payback_years", years(customer.discounted_payback)), std::pair("peak_cash_need", customer.peak_cash_need),
                                std::pair("mean_days", customer.mean_days));
    result["seller"] = fields(std::pair("margin", found.seller.margin), std::pair("net_present_value", found.seller.net_present_value), std::pair("floor_price", found.seller.floor_price), std::pair("target_price", found.seller.target_price),
                              std::pair("price_room", found.seller.price_room));
    result["parties"] = party_fields(found.parties);
    result["curve"] = curve_columns(found.curve.points);
    const WinWinZone& zone = found.zone;
    Columns openings{"field", "by", "beyond", "alone"};
    for (const Opening& opening : zone.openings) {
        openings.add("field", opening.pointer);
        openings.add("by", opening.by);
        openings.add("beyond", or_none(opening.beyond));
        openings.add("alone", opening.alone);
    }
    py::dict limits;
    for (const LimitedPrice& limit : zone.limits) limits[py::str(std::string(word_of(limit.limit)))] = limit.price;
    py::list unknown;
    for (const UnknownParty& one : zone.unknown) unknown.append(std::string(word_of(one.party)));
    result["zone"] = zone.empty ? py::object(py::none()) : py::object(py::make_tuple(or_none(zone.low), or_none(zone.high)));
    result["limits"] = limits;
    result["openings"] = openings.take();
    result["unknown"] = unknown;
    result["default_margins"] = zone.default_margins;
    result["nash"] = point_fields(found.nash ? &found.nash->point : nullptr);
    result["best"] = point_fields(found.best.best ? &found.best.best->point : nullptr);
    result["best_at_end"] = found.best.best && (found.best.best->at_low || found.best.best->at_high);
    Columns staged{"year", "price", "saving", "saving_share", "margin", "at_floor"};
    if (found.staged.cuts)
        for (std::size_t year = 0; year < found.staged.cuts->years.size(); ++year) {
            const StagedYear& one = found.staged.cuts->years[year];
            staged.add("year", year + 1);
            staged.add("price", one.price);
            staged.add("saving", one.saving);
            staged.add("saving_share", one.saving_share);
            staged.add("margin", one.margin);
            staged.add("at_floor", one.at_floor);
        }
    result["staged"] = staged.take();
    result["staged_cost"] = found.staged.cuts ? py::object(py::float_(found.staged.cuts->seller_cost)) : py::object(py::none());
    Columns trades{"later", "price", "mean_days", "win", "value_gain", "value_gain_error", "seller_gain", "customer_gain", "purchaser", "supplier", "company"}, effects{"later", "person", "attitude_buy", "attitude_vendor", "final_buy", "final_vendor"};
    for (const Trade& trade : found.trades.trades) {
        trades.add("later", trade.later);
        trades.add("price", trade.price);
        trades.add("mean_days", trade.mean_days);
        trades.add("win", trade.win.value());
        trades.add("value_gain", trade.value_gain.value());
        trades.add("value_gain_error", trade.value_gain.standard_error());
        trades.add("seller_gain", trade.seller_gain);
        trades.add("customer_gain", trade.customer_gain);
        trades.add("purchaser", or_none(trade.after.purchaser));
        trades.add("supplier", or_none(trade.after.supplier));
        trades.add("company", or_none(trade.after.company));
        for (const PersonEffect& effect : trade.people) {
            effects.add("later", trade.later);
            effects.add("person", model.people[effect.person]);
            effects.add("attitude_buy", effect.attitude[0]);
            effects.add("attitude_vendor", effect.attitude[1]);
            effects.add("final_buy", effect.final[0]);
            effects.add("final_vendor", effect.final[1]);
        }
    }
    result["trades"] = trades.take();
    result["effects"] = effects.take();
    py::dict missing;
    missing["curve"] = found.curve.missing;
    missing["best"] = found.best.missing;
    missing["staged"] = found.staged.missing;
    missing["trades"] = found.trades.missing;
    py::dict parties;
    for (const UnknownParty& one : zone.unknown) parties[py::str(std::string(word_of(one.party)))] = one.missing;
    missing["parties"] = parties;
    result["missing"] = missing;
    result["sentences"] = text::sentences(names, model, found);
    return result;
}

/// The moves that other terms of ours come to, as in a deal file.
py::list term_moves_of(const Deal& deal, const DecisionModel& model, const Deal& at_terms) {
    py::list result;
    for (const Offer& offer : at_terms.offers) {
        if (offer.kind != OfferKind::ours) continue;
        for (const Move& move : term_moves(deal, model, offer.terms.value_or(Terms{}))) {
            py::dict one;
            one["kind"] = "score";
            one["offer"] = move.offer;
            one["concern"] = move.concern;
            one["by"] = *move.by;
            result.append(one);
        }
    }
    return result;
}

}  // namespace

void bind_negotiation(py::module_& module) {
    module.def("negotiation_columns", &negotiation_columns, py::arg("deal"), py::arg("model"), py::arg("prices"), py::arg("cut"), py::arg("step"), py::arg("language"), py::arg("samples"), py::arg("seed"), py::arg("threads"),
               "What stands behind Deal.negotiate.");
    module.def("term_moves", &term_moves_of, py::arg("deal"), py::arg("model"), py::arg("at_terms"), "The moves from a deal to the terms of ours in another version of it; see Deal.at_terms.");
}

}  // namespace buygraph::python
