#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <variant>
#include <vector>

#include "bargain.hpp"
#include "satisfaction.hpp"

namespace buygraph::money {

/// A field that something about money needs.
enum class Field { price, list_price, payments, credit_limit, yearly_benefit, yearly_running_cost, contract_years, cost, target_margin, floor_margin, budget };

/// Where a field stands, as a JSON pointer: "/offers/0/terms/price".
[[nodiscard]] inline std::string pointer_of(Field field, const Bargain& bargain) {
    const std::string offer = "/offers/" + std::to_string(bargain.ours), terms = offer + "/terms/", economics = offer + "/economics/";
    switch (field) {
        case Field::price: return terms + "price";
        case Field::list_price: return terms + "list_price";
        case Field::payments: return terms + "payments";
        case Field::credit_limit: return terms + "credit_limit";
        case Field::yearly_benefit: return terms + "yearly_benefit";
        case Field::yearly_running_cost: return terms + "yearly_running_cost";
        case Field::contract_years: return terms + "contract_years";
        case Field::cost: return economics + "cost";
        case Field::target_margin: return economics + "target_margin";
        case Field::floor_margin: return economics + "floor_margin";
        case Field::budget: break;
    }
    return "/customer/budget";
}

[[nodiscard]] inline bool is_given(Field field, const Bargain& bargain) {
    const Terms& terms = bargain.today;
    switch (field) {
        case Field::price: return terms.price.has_value();
        case Field::list_price: return terms.list_price.has_value();
        case Field::payments: return !terms.payments.empty();
        case Field::credit_limit: return terms.credit_limit.has_value();
        case Field::yearly_benefit: return !std::holds_alternative<std::monostate>(terms.yearly_benefit);
        case Field::yearly_running_cost: return terms.yearly_running_cost.has_value();
        case Field::contract_years: return terms.contract_years.has_value();
        case Field::cost: return bargain.economics.cost.has_value();
        case Field::target_margin: return bargain.economics.target_margin.has_value();
        case Field::floor_margin: return bargain.economics.floor_margin.has_value();
        case Field::budget: break;
    }
    return bargain.customer.budget.has_value();
}

/// Which of the fields nobody gave, as JSON pointers in the order asked.
[[nodiscard]] inline std::vector<std::string> missing_fields(const Bargain& bargain, std::initializer_list<Field> wanted) {
    std::vector<std::string> missing;
    for (const Field field : wanted)
        if (!is_given(field, bargain)) missing.push_back(pointer_of(field, bargain));
    return missing;
}

/// What has to be given before we can tell how content a party is.
///
/// \param at_a_price  whether the price comes from elsewhere, as on a price curve; the company's default target needs today's even then
[[nodiscard]] inline std::vector<std::string> missing_for(Party party, const Bargain& bargain, bool at_a_price = false) {
    std::vector<std::string> missing;
    switch (party) {
        case Party::purchaser: missing = missing_fields(bargain, {Field::price, Field::list_price}); break;
        case Party::supplier: missing = missing_fields(bargain, {Field::price, Field::cost}); break;
        case Party::company: missing = missing_fields(bargain, {Field::price, Field::payments, Field::yearly_benefit, Field::yearly_running_cost}); break;
    }
    const bool needs_today = party == Party::company && !bargain.target_npv;
    if (at_a_price && !needs_today) missing.erase(std::remove(missing.begin(), missing.end(), pointer_of(Field::price, bargain)), missing.end());
    return missing;
}

/// The margins that nobody gave and that stand at their defaults.
[[nodiscard]] inline std::vector<std::string> default_margins(const Bargain& bargain) { return missing_fields(bargain, {Field::target_margin, Field::floor_margin}); }

}  // namespace buygraph::money
