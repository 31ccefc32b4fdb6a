#include <buygraph/boundary/session.hpp>

#include <buygraph/forecast/draws.hpp>
#include <buygraph/forecast/forecast.hpp>
#include <buygraph/insight/decision_influence.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

using boundary::HeldDeal, boundary::Session, boundary::Arguments;

TEST_CASE("deals are held by number until they are released") {
    Session session;
    const Deal deal = deals::read(deals::document());
    CHECK(session.hold(deal) == 1);
    CHECK(session.hold(deal) == 2);
    const Json first{{"deal", 1}}, second{{"deal", 2}};
    session.release(Arguments(first));
    CHECK_THROWS_AS(session.deal(Arguments(first)), InputError);
    CHECK(session.deal(Arguments(second)).original()->deal == deal);
    CHECK(session.hold(deal) == 3);  // a number is not given twice
}

TEST_CASE("the last edited version is kept and the deal stays as it was") {
    HeldDeal held(deals::read(deals::document()));
    const std::vector<Edit> edits{{"people/liu/susceptibility", 0.9}};
    const auto edited = held.edited(edits);
    CHECK(edited->deal.people[1].susceptibility == 0.9);
    CHECK(held.edited(edits) == edited);
    CHECK(held.edited({Edit{"people/liu/susceptibility", 0.8}}) != edited);
    CHECK(held.edited({}) == held.original());
    CHECK_FALSE(held.original()->deal.people[1].susceptibility);
}

TEST_CASE("influence and the forecast of a page come from one pass, and are what they are alone") {
    HeldDeal held(deals::read(deals::document()));
    const DecisionModel& model = held.original()->model;
    CHECK(held.influence(true) == decision_influence(model, HeldDeal::samples));
    ForecastOptions options;
    options.samples = HeldDeal::samples;
    const Baseline& kept = held.before(options);
    const Baseline alone = baseline(model, options);
    CHECK(kept.forecast.outcomes == alone.forecast.outcomes);
    CHECK(kept.forecast.variance_fall->tie == alone.forecast.variance_fall->tie);
    CHECK(kept.draws->values == alone.draws->values);
}

TEST_CASE("edits that lead nowhere or make no valid deal are faults") {
    HeldDeal held(deals::read(deals::document()));
    CHECK_THROWS_AS(held.edited({Edit{"people/nobody/level", 1}}), DealError);
    CHECK_THROWS_AS(held.edited({Edit{"people/liu/susceptibility", 3}}), DealError);
}

TEST_CASE("edits are an object, or pairs where a path comes twice") {
    const std::vector<Edit> pairs = boundary::edit_list(Json::parse(R"([["ties/-", {"from": "liu", "to": "chen"}], ["ties/-", {"from": "wang", "to": "chen"}]])"));
    HeldDeal held(deals::read(deals::document()));
    CHECK(held.edited(pairs)->deal.ties.size() == held.original()->deal.ties.size() + 2);
    CHECK(boundary::edit_list({{"people/liu/level", 2}, {"people/chen/level", 3}}).size() == 2);
    CHECK(boundary::edit_list(nullptr).empty());
    for (const char* wrong : {"[1]", "[[\"a\"]]", "[[1, 2]]", "\"a\""}) CHECK_THROWS_AS(boundary::edit_list(Json::parse(wrong)), InputError);
}

TEST_CASE("a forecast is kept for each way of asking") {
    HeldDeal held(deals::read(deals::document()));
    ForecastOptions options;
    options.samples = 64;
    const double win = held.before(options).forecast.win();
    const auto* draws = held.before(options).draws.get();
    CHECK(win == forecast(held.original()->model, options).win());
    ForecastOptions other = options;
    other.seed = 5;
    CHECK(held.before(other).forecast.win() != win);
    CHECK(held.before(options).draws.get() == draws);
}

TEST_CASE("a forecast that was kept without falls of variance is made again for who asks for them") {
    HeldDeal held(deals::read(deals::document()));
    ForecastOptions options;
    options.samples = 64;
    options.variance_by_group = false;
    CHECK(!held.before(options).forecast.variance_fall);
    options.variance_by_group = true;
    CHECK(held.before(options).forecast.variance_fall);
}
