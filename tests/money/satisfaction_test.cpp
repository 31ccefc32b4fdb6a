#include <buygraph/money/satisfaction.hpp>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::money;

namespace {

//   list 1000, cost 600, brings 300 a year for 4 years without interest; targets: 20 % saved, 40 % margin over a floor of 20 %, 250 over 50
Bargain table() {
    Bargain bargain;
    bargain.today.price = 800;
    bargain.today.list_price = 1000;
    bargain.today.payments = {{1, 30}};
    bargain.today.yearly_benefit = 300.;
    bargain.today.yearly_running_cost = 0;
    bargain.economics.cost = 600;
    bargain.economics.floor_margin = 0.2;
    bargain.economics.target_margin = 0.4;
    bargain.customer.discount_rate = 0;
    bargain.customer.horizon_years = 4;
    bargain.customer.target_saving = 0.2;
    bargain.reservation = 50;
    bargain.target_npv = 250;
    return bargain;
}
Satisfactions at(double price) {
    Terms terms = table().today;
    terms.price = price;
    return satisfactions(table(), terms);
}

}  // namespace

TEST_CASE("each party is at 1 at his target and at 0 at his reservation") {
    CHECK(at(800).purchaser.value() == Approx(1));
    CHECK(at(1000).purchaser.value() == Approx(0).margin(1e-12));
    CHECK(at(1000).supplier.value() == Approx(1));
    CHECK(at(750).supplier.value() == Approx(0).margin(1e-12));
    CHECK(at(950).company.value() == Approx(1));
    CHECK(at(1150).company.value() == Approx(0).margin(1e-12));
}

TEST_CASE("beyond both they go on, and the balance is the least of the three, kept to its scale") {
    CHECK(at(1100).purchaser.value() == Approx(-0.5));
    CHECK(at(600).supplier.value() == Approx(-1));
    CHECK(at(850).company.value() == Approx(1.5));
    CHECK(three_way_balance(at(800)).value() == Approx(10 * (0.25 - 0.2) / 0.2));
    CHECK(three_way_balance(at(900)).value() == Approx(10 * 0.5));
    CHECK(three_way_balance(at(700)).value() == 0);
    CHECK(three_way_balance(Satisfactions{2, 3, 4}).value() == 10);
}

TEST_CASE("who cannot be told is not there, and then there is no balance") {
    Bargain bargain = table();
    bargain.economics.cost.reset();
    const Satisfactions found = satisfactions(bargain, bargain.today);
    CHECK_FALSE(found.supplier);
    CHECK(found.purchaser);
    CHECK(found.company);
    CHECK_FALSE(three_way_balance(found));
    bargain = table();
    bargain.target_npv.reset();
    CHECK_FALSE(satisfactions(bargain, bargain.today).company);
    bargain.today.list_price.reset();
    CHECK_FALSE(satisfactions(bargain, bargain.today).purchaser);
    for (const Party party : parties) CHECK(satisfactions(Bargain{}, {}).of(party) == std::nullopt);
}

TEST_CASE("a higher price costs the purchaser and the company and serves the supplier") {
    for (double price = 700; price < 1200; price += 10) {
        CHECK(*at(price + 10).purchaser < *at(price).purchaser);
        CHECK(*at(price + 10).company < *at(price).company);
        CHECK(*at(price + 10).supplier > *at(price).supplier);
    }
}
