#include <buygraph/plan/best_price.hpp>

#include <buygraph/money/limit_prices.hpp>

#include <cmath>

#include "catch.hpp"
#include "priced.hpp"

using namespace buygraph;
using detail::price_of_greatest;

TEST_CASE("the greatest of known functions, inside, at a corner and at the ends") {
    CHECK(price_of_greatest([](double x) { return -(x - 3.21) * (x - 3.21); }, 0, 10) == Approx(3.21).margin(1e-4));
    CHECK(price_of_greatest([](double x) { return -std::abs(x - 7.77); }, 0, 10) == Approx(7.77).margin(1e-4));
    CHECK(price_of_greatest([](double x) { return x; }, 2, 10) == 10);
    CHECK(price_of_greatest([](double x) { return -x; }, 2, 10) == 2);
    CHECK(price_of_greatest([](double) { return 1.; }, 2, 10) == 2);
    CHECK(price_of_greatest([](double x) { return x; }, 5, 5) == 5);
}

TEST_CASE("no price of a fine grid between the ends has a greater expected margin") {
    for (const double finance : {0., 10.}) {
        Json json = priced::document();
        json["people"][3]["concerns"] = {{"cost", finance}, {"budget_fit", finance}};
        json["decision"] = {{"decider", "qian"}};
        const priced::Table table(json);
        const BestPriceSearch search = best_price(table.forecasts);
        REQUIRE(search.best);
        const double low = 80 / 0.95, high = 115, found = search.best->point.expected_margin->value();
        CHECK(search.best->low.price == Approx(low));
        CHECK(search.best->high.price == high);
        CHECK(search.best->high.limit == PriceLimit::list_price);
        for (int i = 0; i <= 150; ++i) {
            const double price = low + (high - low) * i / 150;
            CHECK(table.forecasts.win(money::at_price(table.forecasts.bargain().today, price)).value() * (price - 80) <= found * (1 + 1e-6));
        }
        CHECK(search.best->at_high == (search.best->point.price == high));
        CHECK_FALSE(search.best->at_low);
    }
}

TEST_CASE("where nobody minds the price it stands at the end, and says so") {
    Json json = priced::document();
    json["people"].erase(3);
    json["ties"].erase(1);
    json["offers"][0]["terms"]["list_price"] = 101;
    const priced::Table table(json);
    const BestPriceSearch search = best_price(table.forecasts);
    CHECK(search.best->at_high);
    CHECK(search.best->point.price == 101);
}

// 40 a year for five years at 14 % are worth 137.3; 110 is left for the payments when the reservation is 27.3 or so.
TEST_CASE("the company's price is the end where it is the lesser, and no room is said to be none") {
    Json json = priced::document();
    json["offers"][0]["terms"]["yearly_benefit"] = 35;
    const priced::Table table(json);
    const double company = *money::reservation_price(money::Party::company, table.forecasts.bargain());
    REQUIRE(company < 115);
    const BestPriceSearch search = best_price(table.forecasts);
    CHECK(search.best->high.limit == PriceLimit::company_price);
    CHECK(search.best->high.price == Approx(company));
    CHECK(search.best->point.price <= company);
    json["offers"][0]["terms"]["yearly_benefit"] = 25;
    const BestPriceSearch none = best_price(priced::Table(json).forecasts);
    CHECK_FALSE(none.best);
    CHECK(none.no_room);
}

TEST_CASE("what is missing is named") {
    Json json = priced::document();
    json["offers"][0].erase("economics");
    CHECK(best_price(priced::Table(json).forecasts).missing == std::vector<std::string>{"/offers/0/economics/cost"});
    json = priced::document();
    json["offers"][0]["terms"].erase("list_price");
    json["offers"][0]["terms"].erase("payments");
    const BestPriceSearch search = best_price(priced::Table(json).forecasts);
    CHECK_FALSE(search.best);
    CHECK(search.missing == std::vector<std::string>{"/offers/0/terms/list_price", "/offers/0/terms/payments"});
}
