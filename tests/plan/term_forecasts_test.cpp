#include <buygraph/plan/term_forecasts.hpp>

#include <buygraph/forecast/forecast.hpp>
#include <buygraph/forecast/moves.hpp>
#include <buygraph/money/limit_prices.hpp>

#include "catch.hpp"
#include "priced.hpp"

using namespace buygraph;

TEST_CASE("today's terms are the forecast") {
    const priced::Table table(priced::document());
    CHECK(table.forecasts.win(table.forecasts.bargain().today).value() == Approx(forecast(table.model, priced::Table::few()).win()).margin(1e-14));
}

// Without evidence and ratings a price moves the means as the same edit of the file does: an independent way through reading and `compile`. The errors stay those of today's terms,
// for that of an importance depends on the scores.
TEST_CASE("without evidence a price is the forecast of the file with that price, with today's errors") {
    Json json = priced::document();
    json["evidence"] = Json::array();
    json["offers"][0]["ratings"] = {{"reliability", 8}};
    const priced::Table table(json);
    for (const double price : {82., 95., 107., 130.}) {
        json["offers"][0]["terms"]["price"] = price;
        DecisionModel edited = table.model;
        edited.belief.mean = deals::model(json).belief.mean;
        CHECK(table.forecasts.win(money::at_price(table.forecasts.bargain().today, price)).value() == Approx(forecast(edited, priced::Table::few()).win()).margin(1e-12));
    }
}

TEST_CASE("other terms are the moves that they make, with evidence, ratings and views of one's own") {
    Json json = priced::document();
    json["offers"][0]["ratings"]["cost"] = 4;
    const priced::Table table(json);
    for (const double price : {81., 99., 114.}) {
        Terms terms = money::at_price(table.forecasts.bargain().today, price);
        terms.payments = {{1, 90}};
        const auto moves = term_moves(table.deal, table.model, terms);
        CHECK(table.forecasts.win(terms).value() == Approx(forecast_moves(table.model, moves, priced::Table::few()).after.win()).margin(1e-12));
    }
}

TEST_CASE("it stops when asked") {
    const priced::Table table(priced::document());
    ForecastOptions options = priced::Table::few();
    bool stop = false;
    options.interrupt = [&] { return stop; };
    const TermForecasts forecasts(table.deal, table.model, options);
    stop = true;
    CHECK_THROWS_AS(forecasts.win({}), Interrupted);
    CHECK_THROWS_AS(TermForecasts(table.deal, table.model, options), Interrupted);
}
