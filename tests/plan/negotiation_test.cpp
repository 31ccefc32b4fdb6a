#include <buygraph/plan/negotiation.hpp>

#include <filesystem>

#include <buygraph/forecast/forecast.hpp>
#include <buygraph/io/file.hpp>

#include "catch.hpp"
#include "priced.hpp"

using namespace buygraph;

namespace {
NegotiationOptions few() {
    NegotiationOptions options;
    options.forecast = priced::Table::few();
    return options;
}
}  // namespace

TEST_CASE("the parts of a negotiation agree with each other, on every bundled deal") {
    std::size_t seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(BUYGRAPH_EXAMPLES "/deals")) {
        if (entry.path().extension() != ".json") continue;
        ++seen;
        const Deal deal = load(entry.path());
        const DecisionModel model = deals::model(deal);
        const Negotiation found = negotiate(deal, model, few());
        CAPTURE(entry.path().string());
        const double today = *found.bargain.today.price;
        CHECK(found.deal_value == deal.value);
        CHECK(found.seller.margin.has_value());
        CHECK(found.customer.net_present_value.has_value());
        const auto point = std::find_if(found.curve.points.begin(), found.curve.points.end(), [&](const PricePoint& one) { return one.price == today; });
        REQUIRE(point != found.curve.points.end());
        CHECK(point->win.value() == Approx(forecast(model, few().forecast).win()).margin(1e-12));
        CHECK(point->parties == found.parties);
        for (std::size_t i = 1; i < found.curve.points.size(); ++i) {
            CHECK(*found.curve.points[i].parties.purchaser < *found.curve.points[i - 1].parties.purchaser);
            CHECK(*found.curve.points[i].parties.company < *found.curve.points[i - 1].parties.company);
            CHECK(*found.curve.points[i].parties.supplier > *found.curve.points[i - 1].parties.supplier);
        }
        CHECK(found.nash.has_value() == !found.zone.empty);
        if (found.nash) CHECK(found.zone.holds(found.nash->point.price));
        if (found.best.best)
            for (const PricePoint& one : found.curve.points)
                if (one.price >= found.best.best->low.price && one.price <= found.best.best->high.price) CHECK(one.expected_margin->value() <= found.best.best->point.expected_margin->value() * (1 + 1e-6));
        for (const Trade& trade : found.trades.trades) CHECK((trade.seller_gain > 0 && trade.customer_gain > 0 && trade.value_gain.value() > 0));
    }
    CHECK(seen == 8);
}

// The price is below the floor price of 14.8 million: the zone lies above it, and the later prices of a contract of three years have no room.
TEST_CASE("the squeezed price stands outside the zone") {
    const Deal deal = load(BUYGRAPH_EXAMPLES "/deals/03-squeezed-price.en.json");
    const Negotiation found = negotiate(deal, deals::model(deal), few());
    CHECK_FALSE(found.zone.empty);
    CHECK_FALSE(found.zone.holds(*found.bargain.today.price));
    CHECK(found.zone.low.value() == Approx(13'916'000 / 0.94));
    CHECK(found.zone.high.value() == 16'500'000);
    CHECK(found.staged.no_room);
    CHECK(*found.parties.supplier < 0);
}

TEST_CASE("a deal without terms has nothing but names of what is missing") {
    const Deal deal = deals::read(deals::document());
    const Negotiation found = negotiate(deal, deals::model(deal), few());
    CHECK(found.curve.points.empty());
    CHECK(found.curve.missing.size() == 1);
    CHECK_FALSE(found.nash);
    CHECK_FALSE(found.best.best);
    CHECK(found.best.missing.size() == 6);
    CHECK_FALSE(found.staged.cuts);
    CHECK(found.staged.missing.size() == 3);
    CHECK(found.trades.trades.empty());
    CHECK(found.trades.missing.size() == 3);
    CHECK(found.zone.unknown.size() == 3);
    CHECK_FALSE(found.customer.net_present_value);
    CHECK_FALSE(found.seller.floor_price);
    CHECK(found.parties == money::Satisfactions{});
}

TEST_CASE("prices, cut and step are those asked for") {
    const priced::Table table(priced::document());
    NegotiationOptions options = few();
    options.prices = {90, 100};
    options.cut = 0.1;
    options.trade_step = 90;
    const Negotiation found = negotiate(table.deal, table.model, options);
    CHECK(found.curve.points.size() == 2);
    CHECK(found.staged.cuts->cut == 0.1);
    for (const RefusedTrade& trade : found.trades.refused) CHECK(std::fmod(trade.later, 90) == 0);
    for (const Trade& trade : found.trades.trades) CHECK(std::fmod(trade.later, 90) == 0);
    options.prices = {0};
    CHECK_THROWS_AS(negotiate(table.deal, table.model, options), InputError);
}
