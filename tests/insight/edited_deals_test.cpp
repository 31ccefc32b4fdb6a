#include <buygraph/insight/edited_deals.hpp>

#include <buygraph/forecast/forecast.hpp>
#include <buygraph/model/formal_right.hpp>
#include <buygraph/model/validate.hpp>
#include <buygraph/model/compile.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("a vacant seat stands at the end, with its role's defaults and its boss, under a free id") {
    Json json = deals::document();
    json["people"].push_back({{"id", "seat:technical"}, {"roles", {"user"}}});
    const Deal deal = with_vacant_seat(deals::read(json), "technical", "chen");
    CHECK(validate(deal).empty());
    const Person& seat = deal.people.back();
    CHECK(seat.id == "seat:technical*");
    CHECK(seat.vacant == true);
    CHECK(seat.reports_to == "chen");
    const DecisionModel model = compile_valid(deal);
    CHECK(formal_right(model, model.person(seat.id)).veto);
    CHECK(model.susceptibility[model.person(seat.id)] == Approx(0.25));
}

TEST_CASE("who left without a seat is gone with his ties and the evidence about him, and counts as a source outside") {
    const Deal deal = with_departed(deals::read(deals::document()), "wang", false);
    CHECK(validate(deal).empty());
    const DecisionModel model = compile_valid(deal);
    CHECK(model.people == std::vector<std::string>{"chen", "liu"});
    CHECK(model.readings.size() == 3);  // two of them from wang
    for (const DirectedTie& tie : model.ties) CHECK(tie.relation == Relation::reports_to);
    // wang was one hop from liu: his reliability stays the 0.7 of the file, of an outsider as of a neighbour
    CHECK(model.readings[0].noise_variance == Approx(0.31 * 0.31));
}

TEST_CASE("the seat of a leaver keeps his formal place and nothing else") {
    Json json = deals::document();
    json["decision"]["decider"] = {{"chen", 0.75}, {"liu", 0.25}};
    json["people"][0]["votes"] = 3;
    json["people"][0]["veto"] = true;
    json["people"][0]["leaning"] = {{"us", 0.5}};
    json["people"][0]["concerns"] = {{"cost", 10}};
    const Deal deal = with_departed(deals::read(json), "chen", true);
    CHECK(validate(deal).empty());
    const Person& seat = deal.people.back();
    CHECK(seat.leaning.empty());
    CHECK(seat.concerns.empty());
    const DecisionModel model = compile_valid(deal);
    const std::size_t at = model.person(seat.id);
    const FormalRight right = formal_right(model, at);
    CHECK(right.decides == Approx(0.75));
    CHECK(formal_right(model, model.person("liu")).decides == Approx(0.25));
    CHECK(right.veto);
    CHECK(right.votes == 3);
    CHECK(std::count_if(model.ties.begin(), model.ties.end(), [&](const DirectedTie& tie) { return tie.from == at && tie.relation == Relation::reports_to; }) == 2);
    CHECK(model.readings.size() == 1);  // that about liu
}

TEST_CASE("a decision maker who leaves is followed by a decision maker where the deal does not say who decides") {
    const DecisionModel model = compile_valid(with_departed(deals::read(deals::document()), "chen", true));
    CHECK(formal_right(model, model.people_count() - 1).decides == 1);
}

TEST_CASE("seen by a rival the forecast is the same, his offer being ours") {
    const Deal deal = deals::read(deals::document());
    const DecisionModel ours = deals::model(deal), theirs = deals::model(seen_by(deal, "rival"));
    const Forecast one = forecast(ours, {.samples = 256}), other = forecast(theirs, {.samples = 256});
    CHECK(theirs.offers[theirs.ours] == "rival");
    for (std::size_t j = 0; j < 3; ++j) CHECK(other.outcomes[static_cast<std::size_t>(std::find(theirs.offers.begin(), theirs.offers.end(), ours.offers[j]) - theirs.offers.begin())] == Approx(one.outcomes[j]).margin(0.02));
    CHECK_THROWS_AS(seen_by(deal, "us"), InputError);

    // What it costs us and what the customer aims at above life without us are no part of his view; a target below what we offer would be a fault there.
    Json priced = deals::document();
    priced["offers"][0]["terms"] = {{"price", 100}, {"payments", {{{"share", 1}, {"days", 0}}}}, {"yearly_benefit", 90}, {"yearly_running_cost", 5}};
    priced["offers"][0]["economics"] = {{"cost", 80}};
    priced["customer"] = {{"target_npv", 30}};
    const Deal his = seen_by(deals::read(priced), "rival");
    CHECK(validate(his).empty());
    CHECK_FALSE(his.customer.target_npv);
    CHECK_FALSE(his.offers[0].economics);
    CHECK_THROWS_AS(seen_by(deal, "nobody"), InputError);
}
