#include <buygraph/money/limit_prices.hpp>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::money;

namespace {
Bargain table() {
    Bargain bargain;
    bargain.today.price = 800;
    bargain.today.list_price = 1000;
    bargain.today.payments = {{0.4, 0}, {0.6, 200}};
    bargain.today.yearly_benefit = std::vector<double>{100, 500, 600};
    bargain.today.yearly_running_cost = 20;
    bargain.economics.cost = 600;
    bargain.economics.floor_margin = 0.2;
    bargain.economics.target_margin = 0.4;
    bargain.customer.target_saving = 0.2;
    bargain.reservation = 50;
    bargain.target_npv = 250;
    return bargain;
}
}  // namespace

// The other way round: the satisfactions are 0 and 1 there.
TEST_CASE("at his limit prices each party is at 0 and at 1") {
    for (const Party party : parties) {
        CHECK(satisfactions(table(), at_price(table().today, reservation_price(party, table()).value())).of(party).value() == Approx(0).margin(1e-12));
        CHECK(satisfactions(table(), at_price(table().today, target_price(party, table()).value())).of(party).value() == Approx(1));
    }
    CHECK(reservation_price(Party::supplier, table()).value() == Approx(750));
    CHECK(target_price(Party::purchaser, table()).value() == Approx(800));
}

TEST_CASE("what the price at a net present value gives is that net present value") {
    for (const double npv : {-300., 0., 77., 5000.}) CHECK(customer_npv(at_price(table().today, *price_at_npv(table(), npv)), table().customer).value() == Approx(npv).margin(1e-9));
    CHECK(*price_at_npv(table(), 5000) < 0);
}

TEST_CASE("no fields, no prices") {
    for (const Party party : parties) {
        CHECK_FALSE(reservation_price(party, {}));
        CHECK_FALSE(target_price(party, {}));
    }
    Bargain bargain = table();
    bargain.target_npv.reset();
    CHECK_FALSE(reservation_price(Party::company, bargain));
    bargain.economics.target_margin = 1;
    CHECK_FALSE(target_price(Party::supplier, bargain));
}
