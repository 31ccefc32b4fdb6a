#include <buygraph/money/customer_view.hpp>

#include <cmath>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::money;

namespace {

//   price 1000: 300 at the start, 700 on day 365; brings 500 − 100 a year for 3 years; 10 %
Terms machine() {
    Terms terms;
    terms.price = 1000;
    terms.list_price = 1250;
    terms.payments = {{0.3, 0}, {0.7, 365}};
    terms.credit_limit = 200;
    terms.yearly_benefit = 500.;
    terms.yearly_running_cost = 100;
    return terms;
}
Customer buyer() {
    Customer customer;
    customer.budget = 800;
    customer.horizon_years = 3;
    return customer;
}

}  // namespace

TEST_CASE("an investment by hand, from every side") {
    const CustomerView view = customer_view(machine(), buyer());
    const double annuity = (1 - std::pow(1.1, -3)) / 0.1;
    CHECK(view.net_present_value.value() == Approx(-300 - 700 / 1.1 + 400 * annuity));
    CHECK(view.return_on_investment.value() == Approx(0.2));
    CHECK(view.payback->years.value() == Approx(2.5));
    CHECK(view.peak_cash_need.value() == Approx(300 + 700 + 100));  // on day 365 price and running cost go out before the benefit is there
    CHECK(view.need_to_budget.value() == Approx(1100. / 800));
    CHECK(view.price_to_list.value() == Approx(0.8));
    CHECK(view.price_to_budget.value() == Approx(1.25));
    CHECK(view.credit_share.value() == Approx(0.2));
    CHECK(view.mean_days.value() == Approx(255.5));
}

// −300, −300, 400, 400 on balance: 3(1 + q) = 4(q² + q³) has the root q² = 3/4, so the rate is √(4/3) − 1.
TEST_CASE("the internal rate of the same is the root by hand") { CHECK(customer_view(machine(), buyer()).internal_rate.value() == Approx(std::sqrt(4. / 3) - 1).epsilon(1e-12)); }

// Discounted: 300 + 700/1.1 = 936.3636 against 363.6364, 330.5785, 300.5259: 242.1488 are left for the third year.
TEST_CASE("discounted payback sets present values against the present value of the price") {
    CHECK(customer_view(machine(), buyer()).discounted_payback->years.value() == Approx(2 + 242.1487603 / 300.5259204));
}

TEST_CASE("a price that does not come back within the horizon is known not to") {
    Customer soon = buyer();
    soon.horizon_years = 2;
    const CustomerView view = customer_view(machine(), soon);
    REQUIRE(view.payback);
    CHECK_FALSE(view.payback->years);
    CHECK(view.return_on_investment.value() == Approx(-0.2));
}

TEST_CASE("a list of benefits ends the horizon earlier and never later") {
    Terms terms = machine();
    terms.yearly_benefit = std::vector<double>{900, 700};
    CHECK(used_years(terms, buyer())->size() == 2);
    CHECK(customer_view(terms, buyer()).return_on_investment.value() == Approx(0.4));
    terms.yearly_benefit = std::vector<double>{500, 500, 500, 500, 500};
    CHECK(customer_view(terms, buyer()).net_present_value.value() == Approx(*customer_view(machine(), buyer()).net_present_value));
}

TEST_CASE("unless given the customer counts at 10 % over five years") {
    Customer said;
    said.discount_rate = 0.10;
    said.horizon_years = 5;
    CHECK(customer_npv(machine(), {}).value() == Approx(*customer_npv(machine(), said)));
    CHECK(target_saving({}) == 0.10);
}

TEST_CASE("what lacks a field is not there, and the rest is") {
    Terms terms = machine();
    terms.payments.clear();
    CustomerView view = customer_view(terms, buyer());
    CHECK_FALSE(view.net_present_value);
    CHECK_FALSE(view.internal_rate);
    CHECK_FALSE(view.discounted_payback);
    CHECK_FALSE(view.peak_cash_need);
    CHECK_FALSE(view.mean_days);
    CHECK(view.return_on_investment);
    CHECK(view.payback);
    terms = machine();
    terms.yearly_running_cost.reset();
    view = customer_view(terms, {});
    CHECK_FALSE(view.return_on_investment);
    CHECK_FALSE(view.price_to_budget);
    CHECK(view.mean_days);
    view = customer_view({}, buyer());
    CHECK_FALSE(view.price_to_list);
    CHECK_FALSE(view.credit_share);
}

TEST_CASE("a higher price is worse for the customer by what it is worth at the start") {
    Terms dearer = machine();
    dearer.price = 1100;
    CHECK(*customer_npv(machine(), buyer()) - *customer_npv(dearer, buyer()) == Approx(100 * payment_factor(machine().payments, 0.1)));
    CHECK(*customer_view(dearer, buyer()).internal_rate < *customer_view(machine(), buyer()).internal_rate);
}
