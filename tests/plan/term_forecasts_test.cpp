#include <buygraph/plan/term_forecasts.hpp>

#include <buygraph/forecast/forecast.hpp>
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

TEST_CASE("it stops when asked") {
    const priced::Table table(priced::document());
    ForecastOptions options = priced::Table::few();
    options.interrupt = [] { return true; };
    CHECK_THROWS_AS(TermForecasts(table.deal, table.model, options).win({}), Interrupted);
}
