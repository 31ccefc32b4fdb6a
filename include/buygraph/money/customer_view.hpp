#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

#include "../deal/deal.hpp"
#include "cash_need.hpp"
#include "internal_rate.hpp"
#include "net_present_value.hpp"
#include "payback.hpp"
#include "payments.hpp"

namespace buygraph::money {

/// \name The customer's defaults
///@{
[[nodiscard]] inline double discount_rate(const Customer& customer) { return customer.discount_rate.value_or(0.10); }
[[nodiscard]] inline int horizon_years(const Customer& customer) { return customer.horizon_years.value_or(5); }
[[nodiscard]] inline double target_saving(const Customer& customer) { return customer.target_saving.value_or(0.10); }
///@}

/// What one year of using an offer brings.
struct UsedYear {
    double benefit;
    double running_cost;

    [[nodiscard]] double net() const { return benefit - running_cost; }
};

/// The years within the customer's horizon; a list of benefits ends it earlier, never later. None unless both benefit and running cost are given.
[[nodiscard]] inline std::optional<std::vector<UsedYear>> used_years(const Terms& terms, const Customer& customer) {
    if (!terms.yearly_running_cost || std::holds_alternative<std::monostate>(terms.yearly_benefit)) return std::nullopt;
    const auto* list = std::get_if<std::vector<double>>(&terms.yearly_benefit);
    const auto horizon = static_cast<std::size_t>(std::max(0, horizon_years(customer)));
    std::vector<UsedYear> years(list ? std::min(list->size(), horizon) : horizon);
    for (std::size_t year = 0; year < years.size(); ++year) years[year] = {list ? (*list)[year] : std::get<double>(terms.yearly_benefit), *terms.yearly_running_cost};
    return years;
}

/// When a price has come back; `years` is none where it does not within the horizon.
struct Payback {
    std::optional<double> years;

    bool operator==(const Payback&) const = default;
};

/// An offer's terms as the customer counts them. What lacks its fields is not there.
struct CustomerView {
    std::optional<double> net_present_value;     ///< in the deal's currency
    std::optional<double> internal_rate;         ///< a year; none as well where the flows do not change sign exactly once
    std::optional<double> return_on_investment;  ///< share of the price over the horizon, undiscounted: 1.1 is 110 %
    std::optional<Payback> payback;              ///< from the start, of the whole price, undiscounted
    std::optional<Payback> discounted_payback;   ///< the same of present values
    std::optional<double> peak_cash_need;        ///< in the deal's currency
    std::optional<double> price_to_list;         ///< price / list price
    std::optional<double> price_to_budget;       ///< price / budget
    std::optional<double> need_to_budget;        ///< peak cash need / budget
    std::optional<double> mean_days;             ///< of payment
    std::optional<double> credit_share;          ///< credit limit / price
};

/// What goes out of the customer's till and what comes in: the price by its payments, running costs and benefits at year ends. None where a field is missing.
///
/// Running cost and benefit of a year are two flows of one day, so that the cost has to be at hand before the benefit is there.
[[nodiscard]] inline std::optional<std::vector<Flow>> customer_flows(const Terms& terms, const Customer& customer) {
    const auto years = used_years(terms, customer);
    if (!years || !terms.price || terms.payments.empty()) return std::nullopt;
    std::vector<Flow> flows;
    for (const Payment& payment : terms.payments) flows.push_back({payment.days.value_or(0), -*terms.price * payment.share.value_or(0)});
    for (std::size_t year = 0; year < years->size(); ++year) {
        const double end = days_a_year * static_cast<double>(year + 1);
        flows.push_back({end, -(*years)[year].running_cost});
        flows.push_back({end, (*years)[year].benefit});
    }
    return flows;
}

/// The customer's net present value of an offer; none where a field is missing.
[[nodiscard]] inline std::optional<double> customer_npv(const Terms& terms, const Customer& customer) {
    const auto flows = customer_flows(terms, customer);
    if (!flows) return std::nullopt;
    return net_present_value(*flows, discount_rate(customer));
}

/// All that a customer can count of an offer's terms.
/// Source: docs/model.md, section 9.
[[nodiscard]] inline CustomerView customer_view(const Terms& terms, const Customer& customer) {
    CustomerView view;
    if (!terms.payments.empty()) view.mean_days = mean_days(terms.payments);
    if (!terms.price) return view;
    const double price = *terms.price, rate = discount_rate(customer);
    if (terms.list_price) view.price_to_list = price / *terms.list_price;
    if (customer.budget) view.price_to_budget = price / *customer.budget;
    if (terms.credit_limit) view.credit_share = *terms.credit_limit / price;
    const auto years = used_years(terms, customer);
    if (!years) return view;
    std::vector<double> nets, discounted;
    double brought = 0;
    for (const UsedYear& year : *years) {
        nets.push_back(year.net());
        discounted.push_back(year.net() * discount(days_a_year * static_cast<double>(nets.size()), rate));
        brought += year.net();
    }
    view.return_on_investment = (brought - price) / price;
    view.payback = Payback{payback_years(price, nets)};
    const auto flows = customer_flows(terms, customer);
    if (!flows) return view;
    view.net_present_value = net_present_value(*flows, rate);
    view.internal_rate = internal_rate(*flows);
    view.discounted_payback = Payback{payback_years(price * payment_factor(terms.payments, rate), discounted)};
    view.peak_cash_need = peak_cash_need(*flows);
    if (customer.budget) view.need_to_budget = *view.peak_cash_need / *customer.budget;
    return view;
}

}  // namespace buygraph::money
