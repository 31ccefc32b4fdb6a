#include <buygraph/plan/win_win.hpp>

#include <buygraph/money/limit_prices.hpp>

#include <random>

#include "catch.hpp"

using namespace buygraph;
using Pointers = std::vector<std::string>;

namespace {

//   list 115, cost 80 (floor price 84.2), brings 40 a year for 5 years without interest over a reservation of 60 (company's price 140), budget 108
money::Bargain table() {
    money::Bargain bargain;
    bargain.today.price = 100;
    bargain.today.list_price = 115;
    bargain.today.payments = {{0.4, 0}, {0.6, 30}};
    bargain.today.yearly_benefit = 45.;
    bargain.today.yearly_running_cost = 5;
    bargain.economics.cost = 80;
    bargain.customer.budget = 108;
    bargain.customer.discount_rate = 0;
    bargain.reservation = 60;
    bargain.target_npv = 80;
    return bargain;
}

/// The page's sentence, price by price.
bool good_for_all(const money::Bargain& bargain, double price) {
    const money::Satisfactions found = money::satisfactions(bargain, money::at_price(bargain.today, price));
    for (const money::Party party : money::parties)
        if (found.of(party) && !(*found.of(party) > 0)) return false;
    return !bargain.customer.budget || price <= *bargain.customer.budget;
}

}  // namespace

TEST_CASE("the zone by hand: from the floor price to the budget, which belongs to it") {
    const WinWinZone zone = win_win_zone(table());
    CHECK(zone.low.value() == Approx(80 / 0.95));
    CHECK(zone.high.value() == 108);
    CHECK(zone.high_included);
    CHECK_FALSE(zone.empty);
    CHECK(zone.holds(108));
    CHECK_FALSE(zone.holds(80 / 0.95));
    CHECK(zone.limits.size() == 4);
    CHECK(zone.unknown.empty());
    CHECK(zone.openings.empty());
    CHECK(zone.default_margins == Pointers{"/offers/0/economics/target_margin", "/offers/0/economics/floor_margin"});
    for (const LimitedPrice& limit : zone.limits)
        if (limit.limit == PriceLimit::company_price) CHECK(limit.price == Approx(140));
}

TEST_CASE("an empty zone names who keeps it empty and what would open it") {
    money::Bargain bargain = table();
    bargain.customer.budget = 80;
    const WinWinZone zone = win_win_zone(bargain);
    CHECK(zone.empty);
    CHECK(zone.conflicts == std::vector{PriceLimit::budget});
    REQUIRE(zone.openings.size() == 3);
    CHECK(zone.openings[0].pointer == "/customer/budget");
    CHECK(zone.openings[0].beyond.value() == Approx(80 / 0.95));
    CHECK(zone.openings[0].by == Approx(80 / 0.95 - 80));
    CHECK(zone.openings[0].alone);
    CHECK(zone.openings[1].pointer == "/offers/0/economics/cost");
    CHECK(zone.openings[1].beyond.value() == Approx(76));
    CHECK(zone.openings[2].pointer == "/offers/0/economics/floor_margin");
    CHECK(zone.openings[2].beyond.value() == Approx(0).margin(1e-12));
}

TEST_CASE("who is not known is named with what is missing, and the others make the zone") {
    money::Bargain bargain = table();
    bargain.economics.cost.reset();
    bargain.today.payments.clear();
    bargain.customer.budget.reset();
    bargain.economics.floor_margin = 0.1;
    const WinWinZone zone = win_win_zone(bargain);
    CHECK_FALSE(zone.low);
    CHECK(zone.high.value() == 115);
    CHECK_FALSE(zone.high_included);
    CHECK_FALSE(zone.empty);
    REQUIRE(zone.unknown.size() == 2);
    CHECK(zone.unknown[0].party == money::Party::supplier);
    CHECK(zone.unknown[0].missing == Pointers{"/offers/0/economics/cost"});
    CHECK(zone.unknown[1].missing == Pointers{"/offers/0/terms/payments"});
    CHECK(zone.missing == Pointers{"/customer/budget"});
    CHECK(zone.default_margins == Pointers{"/offers/0/economics/target_margin"});
    CHECK_FALSE(win_win_zone({}).high);
    CHECK_FALSE(win_win_zone({}).empty);
    CHECK(win_win_zone({}).unknown.size() == 3);
}

TEST_CASE("the zone is that of a fine grid of prices, and each opening opens it just beyond, not just before") {
    std::mt19937 random(9);
    const auto uniform = [&](double low, double high) { return std::uniform_real_distribution<double>(low, high)(random); };
    std::size_t empty = 0, together = 0;
    for (int trial = 0; trial < 400; ++trial) {
        money::Bargain bargain = table();
        bargain.today.list_price = uniform(70, 140);
        bargain.economics.cost = uniform(60, 110);
        bargain.economics.floor_margin = uniform(-0.05, 0.2);
        bargain.economics.target_margin = 0.4;
        bargain.customer.budget = uniform(70, 140);
        bargain.customer.discount_rate = uniform(0, 0.2);
        bargain.today.yearly_benefit = uniform(15, 60);
        bargain.reservation = trial % 2 ? 0 : uniform(0, 40);
        bargain.target_npv = bargain.reservation + 20;
        if (trial % 5 == 0) bargain.customer.budget.reset();
        if (trial % 7 == 0) bargain.today.list_price.reset();
        const WinWinZone zone = win_win_zone(bargain);
        std::size_t good = 0, wrong = 0;
        for (double price = 1; price < 250; price += 0.25) {
            good += good_for_all(bargain, price);
            wrong += zone.holds(price) != good_for_all(bargain, price);
        }
        CHECK(wrong == 0);
        if (good > 0) CHECK_FALSE(zone.empty);
        if (!zone.empty) continue;
        ++empty;
        const auto with = [&](money::Bargain changed, const Opening& opening, double share) {
            const double by = opening.by * share;
            if (opening.pointer == "/customer/budget") *changed.customer.budget += by;
            else if (opening.pointer == "/offers/0/terms/list_price") *changed.today.list_price += by;
            else if (opening.pointer == "/offers/0/terms/yearly_benefit") changed.today.yearly_benefit = std::get<double>(changed.today.yearly_benefit) + by;
            else if (opening.pointer == "/offers/0/economics/cost") *changed.economics.cost += by;
            else *changed.economics.floor_margin += by;
            return changed;
        };
        money::Bargain all = bargain, most = bargain;
        for (const Opening& opening : zone.openings) {
            if (opening.alone) {
                CHECK_FALSE(win_win_zone(with(bargain, opening, 1.001)).empty);
                CHECK(win_win_zone(with(bargain, opening, 0.999)).empty);
            } else {
                CHECK(win_win_zone(with(bargain, opening, 1.001)).empty);
                all = with(all, opening, 1.001);
                most = with(most, opening, 0.999);
            }
        }
        if (zone.conflicts.size() > 1) {
            ++together;
            CHECK_FALSE(win_win_zone(all).empty);
            CHECK(win_win_zone(most).empty);
        }
    }
    CHECK(empty > 40);
    CHECK(together > 10);
}
