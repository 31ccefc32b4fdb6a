#include <buygraph/money/bargain.hpp>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::money;

namespace {

Offer offer(const char* id, OfferKind kind, std::optional<double> price, double benefit) {
    Offer one;
    one.id = id;
    one.kind = kind;
    one.terms = Terms{};
    one.terms->price = price;
    one.terms->payments = {{1, 0}};
    one.terms->yearly_benefit = benefit;
    one.terms->yearly_running_cost = 0;
    return one;
}
Deal deal() {
    Deal one;
    one.customer.discount_rate = 0;
    one.customer.horizon_years = 2;
    one.offers = {offer("dear", OfferKind::competitor, 90, 50), offer("us", OfferKind::ours, 100, 80), offer("best", OfferKind::competitor, 70, 50), offer("stay", OfferKind::status_quo, 1, 900)};
    return one;
}

}  // namespace

// Without interest a rival is worth twice his benefit less his price: 10 and 30.
TEST_CASE("the customer's reservation is what the best rival is worth, and the target a fifth of our price above it") {
    const Bargain found = bargain(deal());
    CHECK(found.ours == 1);
    CHECK(found.today.price == 100.);
    CHECK(found.reservation == Approx(30));
    CHECK(found.best_rival == std::size_t{2});
    CHECK(found.target_npv.value() == Approx(30 + 20));
}

TEST_CASE("rivals worth less than nothing, or of unknown worth, leave the reservation at 0") {
    Deal one = deal();
    one.offers[0].terms->price = 200;
    one.offers[2].terms->payments.clear();
    CHECK(bargain(one).reservation == 0);
    CHECK_FALSE(bargain(one).best_rival);
    CHECK(bargain(one).unknown_rivals == std::vector<std::size_t>{2});
    CHECK(bargain(one).target_npv.value() == Approx(20));
    one.customer.target_npv = 45;
    CHECK(bargain(one).target_npv.value() == 45);
}

TEST_CASE("without a price of ours the target is not known unless given") {
    Deal one = deal();
    one.offers[1].terms.reset();
    CHECK_FALSE(bargain(one).target_npv);
    CHECK(bargain(one).reservation == Approx(30));
    CHECK_FALSE(bargain(Deal{}).target_npv);
}
