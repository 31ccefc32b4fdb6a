#include <buygraph/plan/nash_point.hpp>

#include <buygraph/money/limit_prices.hpp>

#include <random>

#include "catch.hpp"
#include "priced.hpp"

using namespace buygraph;

namespace {

std::optional<NashPoint> nash(const priced::Table& table) { return nash_point(table.forecasts, win_win_zone(table.forecasts.bargain())); }
double product_at(const priced::Table& table, double price) { return nash_product(money::satisfactions(table.forecasts.bargain(), money::at_price(table.forecasts.bargain().today, price))); }

}  // namespace

TEST_CASE("the product keeps each party between 0 and 1 and leaves out who is not known") {
    CHECK(nash_product({0.5, 0.4, 2}) == Approx(0.2));
    CHECK(nash_product({0.5, {}, 0.5}) == Approx(0.25));
    CHECK(nash_product({0.5, -0.1, 0.5}) == 0);
    CHECK(nash_product({}) == 1);
}

TEST_CASE("no price of a fine grid in the zone has a greater product") {
    std::mt19937 random(3);
    const auto uniform = [&](double low, double high) { return std::uniform_real_distribution<double>(low, high)(random); };
    std::size_t inside = 0, at_budget = 0;
    for (int trial = 0; trial < 40; ++trial) {
        Json json = priced::document();
        json["offers"][0]["terms"]["list_price"] = uniform(95, 130);
        json["offers"][0]["terms"]["yearly_benefit"] = uniform(30, 50);
        json["offers"][0]["economics"]["target_margin"] = uniform(0.15, 0.4);
        json["customer"]["budget"] = uniform(88, 120);
        json["customer"]["target_saving"] = uniform(0.05, 0.3);
        json["customer"]["target_npv"] = uniform(10, 60);
        const priced::Table table(json);
        const WinWinZone zone = win_win_zone(table.forecasts.bargain());
        const auto found = nash(table);
        CHECK(found.has_value() == !zone.empty);
        if (!found) continue;
        double best = 0;
        for (int i = 0; i <= 20000; ++i) best = std::max(best, product_at(table, *zone.low + (*zone.high - *zone.low) * i / 20000));
        CHECK(found->product >= best - 1e-9);
        CHECK(found->product == Approx(product_at(table, found->point.price)));
        CHECK(zone.holds(found->point.price));
        CHECK(found->parties.size() == 3);
        (found->point.price == *zone.high ? at_budget : inside) += 1;
    }
    CHECK(inside > 10);
    CHECK(at_budget > 0);
}

// Two parties by hand: purchaser 1 − p/115 over 0.1 against supplier 1 − 80/p over its targets: the product of (115 − p) and (0.95 p − 80)/p is greatest at p = √(115 · 80 / 0.95).
TEST_CASE("purchaser and supplier alone meet at the geometric mean of list and floor price") {
    Json json = priced::document();
    json["offers"][0]["terms"].erase("yearly_benefit");
    json["customer"] = {{"target_saving", 0.3}};
    json["offers"][0]["economics"]["target_margin"] = 0.5;
    const priced::Table table(json);
    const auto found = nash(table);
    REQUIRE(found);
    CHECK(found->point.price == Approx(std::sqrt(115 * 80 / 0.95)).epsilon(1e-6));
    CHECK(found->parties == std::vector{money::Party::purchaser, money::Party::supplier});
    CHECK_FALSE(found->tie);
}

TEST_CASE("where all are at their targets the expected margin chooses") {
    Json json = priced::document();
    json["offers"][0]["terms"]["list_price"] = 130;  // purchaser at his target up to 117
    json["offers"][0]["economics"]["target_margin"] = 0.1;  // supplier from 88.9 on
    json["offers"][0]["terms"]["yearly_benefit"] = 60;  // company at its target beyond the budget
    json["people"][3]["concerns"] = {{"cost", 10}, {"budget_fit", 10}};
    json["decision"] = {{"decider", "qian"}};
    const priced::Table table(json);
    const auto found = nash(table);
    REQUIRE(found);
    CHECK(found->tie);
    CHECK(found->product == Approx(1));
    for (int i = 0; i <= 60; ++i) {
        const double price = 80 / 0.9 + (108 - 80 / 0.9) * i / 60;
        CHECK(product_at(table, price) == Approx(1));
        CHECK(price_point(table.forecasts, price).expected_margin->value() <= found->point.expected_margin->value() * (1 + 1e-6));
    }
}

TEST_CASE("there is none in an empty zone, and none of one side alone") {
    Json json = priced::document();
    json["customer"]["budget"] = 80;
    CHECK_FALSE(nash(priced::Table(json)));
    json = priced::document();
    json["offers"][0].erase("economics");
    CHECK_FALSE(nash(priced::Table(json)));
    json = priced::document();
    json["offers"][0]["terms"] = {{"price", 100}};
    CHECK_FALSE(nash(priced::Table(json)));
}
