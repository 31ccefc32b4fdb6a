#include <buygraph/plan/trades.hpp>

#include <buygraph/forecast/moves.hpp>
#include <buygraph/money/limit_prices.hpp>

#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "priced.hpp"

using namespace buygraph;

namespace {
double our_npv(const priced::Table& table, const Terms& terms) { return *money::seller_view(terms, table.forecasts.bargain().economics).net_present_value; }
double his_npv(const priced::Table& table, const Terms& terms) { return *money::customer_npv(terms, table.forecasts.bargain().customer); }
}  // namespace

TEST_CASE("a trade leaves both sides better off by half of what lies between their indifference prices, and is worth more") {
    const priced::Table table(priced::document());
    const Terms& today = table.forecasts.bargain().today;
    const Trades found = trades(table.forecasts);
    REQUIRE_FALSE(found.trades.empty());
    CHECK(found.value_today->value() == Approx(table.forecasts.win(today).value() * our_npv(table, today)));
    for (const Trade& trade : found.trades) {
        CHECK(trade.price > *today.price);
        CHECK(trade.price == Approx((trade.seller_indifference + trade.customer_indifference) / 2));
        CHECK(our_npv(table, money::at_price(trade.terms, trade.seller_indifference)) == Approx(our_npv(table, today)).epsilon(1e-9));
        CHECK(his_npv(table, money::at_price(trade.terms, trade.customer_indifference)) == Approx(his_npv(table, today)).epsilon(1e-9));
        CHECK(trade.seller_gain == Approx(our_npv(table, trade.terms) - our_npv(table, today)).epsilon(1e-6));
        CHECK(trade.customer_gain == Approx(his_npv(table, trade.terms) - his_npv(table, today)).epsilon(1e-6));
        CHECK(trade.seller_gain > 0);
        CHECK(trade.customer_gain > 0);
        CHECK(trade.mean_days <= 180);
        CHECK(trade.mean_days == Approx(18 + 0.6 * trade.later));
        CHECK(trade.win.value() == table.forecasts.win(trade.terms).value());
        CHECK(trade.value.value() == Approx(trade.win.value() * our_npv(table, trade.terms)));
        CHECK(trade.value_gain.value() == Approx(trade.value.value() - found.value_today->value()));
        CHECK(trade.value_gain.value() > 0);
        CHECK(*trade.after.purchaser < *trade.before.purchaser);
        CHECK(*trade.after.supplier > *trade.before.supplier);
        CHECK(*trade.after.company > *trade.before.company);
    }
    CHECK(std::is_sorted(found.trades.begin(), found.trades.end(), [](const Trade& left, const Trade& right) { return left.value_gain.value() > right.value_gain.value(); }));
    CHECK(found.unchecked == std::vector<std::string>{"/offers/0/terms/credit_limit"});
}

// Steps of 30 days from a mean of 18 with 0.6 of the price to move: 30, 60, …, 240, and 270, which is 180 exactly.
TEST_CASE("all steps up to a mean of 180 days are tried, and the last goes as near as whole days do") {
    const priced::Table table(priced::document());
    const auto tried = [](const Trades& found) {
        std::vector<double> days;
        for (const Trade& trade : found.trades) days.push_back(trade.later);
        for (const RefusedTrade& trade : found.refused) days.push_back(trade.later);
        std::sort(days.begin(), days.end());
        return days;
    };
    CHECK(tried(trades(table.forecasts)) == std::vector<double>{30, 60, 90, 120, 150, 180, 210, 240, 270});
    CHECK(tried(trades(table.forecasts, 100)) == std::vector<double>{100, 200, 270});
    Json json = priced::document();
    json["offers"][0]["terms"]["payments"] = {{{"share", 0.7}, {"days", 240}}, {{"share", 0.3}, {"days", 0}}};
    CHECK(tried(trades(priced::Table(json).forecasts)) == std::vector<double>{17});  // (180 − 168) / 0.7
    json["offers"][0]["terms"]["payments"] = {{{"share", 1}, {"days", 0}}};
    CHECK(tried(trades(priced::Table(json).forecasts, 90)) == std::vector<double>{90, 180});
    json["offers"][0]["terms"]["payments"] = {{{"share", 1}, {"days", 180}}};
    CHECK(trades(priced::Table(json).forecasts).at_longest);
}

TEST_CASE("everybody's change is what the tables do to the concerns he weighs, and then what people say to each other") {
    const priced::Table table(priced::document());
    const Trades found = trades(table.forecasts);
    const DecisionModel& model = table.model;
    const Trade& trade = found.trades.front();
    REQUIRE(trade.people.size() == 4);
    const DecisionModel after = forecasting::make_moves(model, term_moves(table.deal, model, trade.terms)).model;
    for (std::size_t g = 0; g < 2; ++g) {
        const Matrix was = final_attitudes(model, g), is = final_attitudes(after, g);
        for (const PersonEffect& effect : trade.people) {
            CHECK(effect.final[g] == Approx(is(effect.person, model.ours) - was(effect.person, model.ours)).margin(1e-14));
            if (model.people[effect.person] == "wang") continue;  // has a view of his own on cost
            double by = 0;
            for (const ConcernEffect& concern : trade.concerns) by += concern_weights(model.table, g)(effect.person, model.concern(concern.concern)) * (concern.after - concern.before) / 5;
            CHECK(effect.attitude[g] == Approx(by).margin(1e-14));
        }
    }
    const auto change = [&](const char* concern) {
        for (const ConcernEffect& effect : trade.concerns)
            if (effect.concern == concern) return effect.after - effect.before;
        return 0.;
    };
    CHECK(change("payment_term") > 0);
    CHECK(change("cost") < 0);
    CHECK(change("supplier_cooperation") > 0);
    CHECK(change("fairness") == 0);
    CHECK(trade.people[model.person("qian")].attitude[1] > 0);
}

TEST_CASE("no trade where the customer counts time no dearer than we do") {
    Json json = priced::document();
    for (const double rate : {0.05, 0.08}) {
        json["customer"]["discount_rate"] = rate;
        const Trades found = trades(priced::Table(json).forecasts);
        CHECK(found.trades.empty());
        REQUIRE(found.refused.size() == 9);
        for (const RefusedTrade& refused : found.refused) {
            CHECK(refused.fault == TradeFault::no_gain);
            CHECK(refused.by >= -1e-9);
        }
    }
}

TEST_CASE("none beyond the credit limit, nor where the chance falls by more than the price brings") {
    Json json = priced::document();
    json["offers"][0]["terms"]["credit_limit"] = 50;  // 60 and more would be owed
    const Trades limited = trades(priced::Table(json).forecasts);
    CHECK(limited.trades.empty());
    CHECK(limited.unchecked.empty());
    for (const RefusedTrade& refused : limited.refused) {
        CHECK(refused.fault == TradeFault::over_credit_limit);
        CHECK(refused.by == Approx(refused.price * 0.6 - 50));
    }
    json = priced::document();
    json["people"].erase(3);
    json["ties"].erase(1);
    json["people"][0]["concerns"] = {{"cost", 10}};
    json["customer"]["discount_rate"] = 0.081;
    const Trades worse = trades(priced::Table(json).forecasts);
    CHECK(worse.trades.empty());
    for (const RefusedTrade& refused : worse.refused) {
        CHECK(refused.fault == TradeFault::worth_less);
        CHECK(refused.by >= 0);
    }
}

TEST_CASE("what is missing is named, and a step that is none is refused") {
    Json json = priced::document();
    json["offers"][0]["terms"].erase("payments");
    json["offers"][0].erase("economics");
    const Trades found = trades(priced::Table(json).forecasts);
    CHECK(found.missing == std::vector<std::string>{"/offers/0/terms/payments", "/offers/0/economics/cost"});
    CHECK_FALSE(found.value_today);
    CHECK_THROWS_AS(trades(priced::Table(json).forecasts, 0), InputError);
}
