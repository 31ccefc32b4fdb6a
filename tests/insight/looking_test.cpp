#include <buygraph/forecast/forecast.hpp>
#include <buygraph/insight/looking.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("people, roles and evidence stand beside the model's people and readings, those who left skipped") {
    Json json = deals::document();
    json["people"].insert(json["people"].begin(), Json{{"id", "old"}, {"roles", {"coach"}}, {"departed", true}});
    json["people"].push_back({{"id", "seat"}, {"roles", {"coach"}}, {"vacant", true}});
    json["evidence"].insert(json["evidence"].begin(), Json{{"about", "old"}, {"offer", "us"}, {"stance", 0.3}});
    const Deal deal = deals::read(json);
    const DecisionModel model = deals::model(deal);
    const Looking looking = look(deal, model, {.samples = 64});
    REQUIRE(looking.people.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) CHECK(looking.people[i]->id == model.people[i]);
    REQUIRE(looking.evidence.size() == model.readings.size());
    for (std::size_t r = 0; r < model.readings.size(); ++r) {
        CHECK(looking.evidence[r]->about == model.people[model.readings[r].person]);
        CHECK(stance_value(looking.evidence[r]->stance) == model.readings[r].stance);
    }
    CHECK(looking.has_role(2, "purchaser"));
    CHECK_FALSE(looking.has_role(3, "coach"));  // nobody sits there
    CHECK(looking.vacant(3));
    CHECK(looking.likeliest_decider() == 0);
}

TEST_CASE("control is a row of V for a certain decider, its mean by votes under a voting rule") {
    const Deal deal = deals::read(deals::document());
    const DecisionModel autocracy = deals::model(deal);
    const Looking looking = look(deal, autocracy, {.samples = 64});
    for (std::size_t p = 0; p < 3; ++p) CHECK(looking.control[p] == Approx(autocracy.control(0, p)));
    const DecisionModel majority = deals::under("majority");
    const Looking voting = look(deal, majority, {.samples = 64});
    for (std::size_t p = 0; p < 3; ++p) CHECK(voting.control[p] == Approx((majority.control(0, p) + majority.control(1, p) + majority.control(2, p)) / 3));
}

TEST_CASE("with some of the readings the model is that of the deal without the other evidence") {
    Json json = deals::document();
    const Deal deal = deals::read(json);
    const DecisionModel model = deals::model(deal);
    const Looking looking = look(deal, model, {.samples = 256});
    json["evidence"].erase(1);
    CHECK(detail::win_with_readings(looking, [](std::size_t r) { return r != 1; }).value() == Approx(forecast(deals::model(json), {.samples = 256}).win()).epsilon(1e-9));
}
