#include <buygraph/plan/price_curve.hpp>

#include "catch.hpp"
#include "priced.hpp"

using namespace buygraph;

TEST_CASE("a curve holds P(ours), expected margin and the parties, by rising price") {
    const priced::Table table(priced::document());
    const PriceCurve curve = price_curve(table.forecasts, std::vector{110., 90., 100.});
    REQUIRE(curve.points.size() == 3);
    CHECK(curve.points[0].price == 90);
    CHECK(curve.points[2].price == 110);
    CHECK(curve.points[1].win.value() == table.forecasts.win(table.forecasts.bargain().today).value());
    for (const PricePoint& point : curve.points) {
        CHECK(point.expected_margin->value() == Approx(point.win.value() * (point.price - 80)));
        CHECK(point.expected_margin->standard_error() == Approx(point.win.standard_error() * (point.price - 80)));
        CHECK(point.margin.value() == Approx(1 - 80 / point.price));
        CHECK(point.parties.purchaser.value() == Approx((1 - point.price / 115) / 0.1));
        CHECK(point.within_budget == (point.price <= 108));
    }
}

// Without a cost nothing follows from our margin, and all that is left falls with the price.
TEST_CASE("where only the customer's money moves a higher price never raises the chance") {
    Json json = priced::document();
    json["offers"][0].erase("economics");
    const priced::Table table(json);
    const PriceCurve curve = price_curve(table.forecasts, price_grid(table.forecasts.bargain(), 30));
    for (std::size_t i = 1; i < curve.points.size(); ++i) {
        CHECK(curve.points[i].win.value() <= curve.points[i - 1].win.value());
        CHECK(*curve.points[i].parties.purchaser < *curve.points[i - 1].parties.purchaser);
        CHECK(*curve.points[i].parties.company < *curve.points[i - 1].parties.company);
        CHECK_FALSE(curve.points[i].expected_margin);
    }
    CHECK(curve.points.back().win.value() < curve.points.front().win.value());
}

// The story of the third bundled deal: the margin is below its floor, and a healthier price wins more often up to the budget.
TEST_CASE("a price squeezed too far loses chance") {
    const priced::Table table([] {
        Json json = priced::document();
        json["people"][2]["roles"] = {"purchaser"};
        json["offers"][0]["terms"]["price"] = 81;
        return json;
    }());
    const PriceCurve curve = price_curve(table.forecasts, std::vector{81., 88., 95.});
    CHECK(curve.points[0].win.value() < curve.points[1].win.value());
    CHECK(*curve.points[0].parties.supplier < 0);
}

TEST_CASE("the grid goes from the floor price to the list price and holds today's") {
    const money::Bargain bargain = priced::Table(priced::document()).forecasts.bargain();
    const std::vector<double> grid = price_grid(bargain, 10);
    CHECK(grid.size() == 12);
    CHECK(grid.front() == Approx(80 / 0.95));
    CHECK(grid.back() == 115);
    CHECK(std::find(grid.begin(), grid.end(), 100) != grid.end());
    CHECK(std::is_sorted(grid.begin(), grid.end()));
    money::Bargain bare;
    bare.today.price = 100;
    CHECK(price_grid(bare, 2) == std::vector<double>{80, 100, 120});
    CHECK_THROWS_AS(price_grid(bare, 0), InputError);
    CHECK(price_grid({}, 2).empty());
}

TEST_CASE("without today's price there is no curve, and the price is named") {
    Json json = priced::document();
    json["offers"][0]["terms"].erase("price");
    const priced::Table table(json);
    const PriceCurve curve = price_curve(table.forecasts, std::vector{100.});
    CHECK(curve.points.empty());
    CHECK(curve.missing == std::vector<std::string>{"/offers/0/terms/price"});
}

TEST_CASE("a price that is none is refused") {
    const priced::Table table(priced::document());
    CHECK_THROWS_AS(price_point(table.forecasts, 0), InputError);
    CHECK_THROWS_AS(price_point(table.forecasts, -5), InputError);
    CHECK_THROWS_AS(price_point(table.forecasts, std::numeric_limits<double>::infinity()), InputError);
}
