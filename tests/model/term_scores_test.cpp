#include <buygraph/model/term_scores.hpp>

#include <cmath>

#include "catch.hpp"

#include <buygraph/deal/merged_catalog.hpp>

using namespace buygraph;

namespace {

//   price 1000 of a list of 1250, 300 at the start and 700 on day 365, credit 200; brings 500 − 100 a year for 3 years; budget 800; cost 760
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
money::Bargain table() {
    money::Bargain bargain;
    bargain.today = machine();
    bargain.economics.cost = 760;
    bargain.customer.budget = 800;
    bargain.customer.horizon_years = 3;
    bargain.customer.discount_rate = 0;
    bargain.customer.target_npv = bargain.target_npv = 400;
    return bargain;
}
Offer rated(OrderedMap<Rating> ratings, OfferKind kind = OfferKind::ours) {
    Offer offer;
    offer.id = "us";
    offer.kind = kind;
    offer.ratings = std::move(ratings);
    return offer;
}
TermScores at(double price) {
    Terms terms = machine();
    terms.price = price;
    return term_scores(builtin_catalog(), table(), terms);
}

}  // namespace

TEST_CASE("every concern that terms feed, from the table of points by hand") {
    const TermScores scores = at(1000);
    const auto score = [&](const char* concern) {
        REQUIRE(scores.table.contains(concern));
        return *scores.table.find(concern);
    };
    CHECK(score("payback_time") == Approx(3.5));            // 30 months: half way from 24 (5) to 36 (2)
    CHECK(score("return_on_investment") == Approx(3.2));    // 20 %: two fifths of the way from 0 (2) to 50 (5)
    CHECK(score("cash_flow") == Approx(1.0));               // 1,100 / 800: three quarters of the way from 1 (4) to 1.5 (0)
    CHECK(score("cost") == Approx(8.5));                    // 0.8: half way from 0.7 (10) to 0.9 (7)
    CHECK(score("budget_fit") == Approx(0.75));             // 1.25: three quarters of the way from 1.1 (3) to 1.3 (0)
    CHECK(score("payment_term") == Approx(10));             // 255.5 days
    CHECK(score("credit_amount") == Approx(4));             // 0.2: two thirds of the way from 0 (2) to 0.3 (5)
    CHECK(score("future_price_room") == Approx(10));        // floor price 800: room 0.2
    CHECK(score("three_way_balance") == Approx(5));         // saved 0.2 of 0.1; margin 0.24 of 0.05 to 0.25; worth 1200 − 1000 of 400
    CHECK(scores.kept.value() == Approx(0.7 + 0.3 * 0.19 / 0.2));
    CHECK(scores.table.size() == 9);
    CHECK_FALSE(scores.table.contains("cash_cycle"));
}

TEST_CASE("a price that does not come back within the horizon scores 0, whatever the points say") {
    Catalog catalog = builtin_catalog();
    catalog.concerns["payback_time"].points = {{6, 10}, {60, 4}};
    Terms terms = machine();
    terms.price = 1300;
    CHECK(*term_scores(catalog, table().customer, terms).table.find("payback_time") == 0);
    terms.price = 1200;
    CHECK(*term_scores(catalog, table().customer, terms).table.find("payback_time") == Approx(10 - 6. * 30 / 54));
}

TEST_CASE("another's offer has no squeeze, no room and no balance, and what lacks its fields is not set") {
    const TermScores scores = term_scores(builtin_catalog(), table().customer, machine());
    CHECK(scores.table.size() == 7);
    CHECK_FALSE(scores.kept);
    Terms price;
    price.price = 900;
    const TermScores little = term_scores(builtin_catalog(), table().customer, price);
    CHECK(little.table.size() == 1);
    CHECK(little.table.contains("budget_fit"));
    CHECK(term_scores(builtin_catalog(), Customer{}, Terms{}).table.empty());
}

TEST_CASE("a rating of the deal holds, else the table's score with sd 1, else 5 as squeezed") {
    const Catalog catalog = builtin_catalog();
    const TermScores today = at(1000);
    const Offer offer = rated({{"cost", {.score = 3, .sd = 0.5}}, {"payback_time", {.measure = 12, .sd = 2}}, {"stability", {.score = 6}}});
    const auto is = [&](const char* concern, double mean, double sd) {
        const Score found = offer_score(offer, catalog, concern, today);
        CAPTURE(concern);
        CHECK(found.mean == Approx(mean));
        CHECK(found.sd == Approx(sd));
    };
    is("cost", 3, 0.5);
    is("payback_time", 8, 2 * 2. / 6);
    is("stability", 6, 1);
    is("budget_fit", 0.75, 1);
    is("supplier_attitude", 5 * 0.985, 2.5);
    is("fairness", 5, 2.5);
    CHECK(offer_score(rated({}, OfferKind::status_quo), catalog, "stability", {}).sd == 1.5);
}

TEST_CASE("at other terms a rating moves with the table, or with the squeeze, and stays on its scale") {
    const Catalog catalog = builtin_catalog();
    const Offer offer = rated({{"cost", {.score = 3}}, {"budget_fit", {.measure = 1.0}}, {"stability", {.score = 6}}, {"supplier_attitude", {.score = 9}}, {"future_price_room", {.score = 1}}, {"fairness", {.score = 4}}});
    const auto score = [&](const char* concern, double from, double to) { return score_at_terms(offer, catalog, concern, at(from), at(to)); };
    CHECK(score("cost", 1000, 1125) == Approx(3 - 1.5));         // 0.9 scores 7 where 0.8 scores 8.5
    CHECK(score("cost", 1250, 875) == Approx(3 + 5));            // 0.7 scores 10 where 1 scores 5
    CHECK(score("cost", 875, 1250) == 0);                        // 3 − 5
    CHECK(score("budget_fit", 800, 880) == Approx(3));           // from 1 (6) to 1.1 (3): given as 1.0, that is 6
    CHECK(score("future_price_room", 1000, 760) == 0);           // from 10 to 0
    CHECK(score("stability", 800, 1000) == Approx(6 * 0.985 / 0.7));
    CHECK(score("supplier_attitude", 700, 2000) == 10);          // 9 / 0.4
    CHECK(score("supplier_cooperation", 1000, 800) == Approx(5 * 0.7));
    CHECK(score("three_way_balance", 1000, 1100) == Approx(10 * (1200 - 1100) / 400.));
    CHECK(score("fairness", 700, 2000) == 4);
    for (const char* concern : {"cost", "budget_fit", "stability", "supplier_attitude", "future_price_room", "fairness", "payment_term"}) CHECK(score(concern, 1000, 1000) == offer_score(offer, catalog, concern, at(1000)).mean);
}

// The table's score falls or stays for each concern of the customer's money as the price rises, as its points fall.
TEST_CASE("a higher price never raises what the customer's money scores") {
    for (double price = 500; price < 1500; price += 25)
        for (const char* concern : {"payback_time", "return_on_investment", "cash_flow", "cost", "budget_fit", "credit_amount"}) CHECK(*at(price + 25).table.find(concern) <= *at(price).table.find(concern) + 1e-12);
}
