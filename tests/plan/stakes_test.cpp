#include <buygraph/plan/stakes.hpp>

#include "catch.hpp"
#include "plans.hpp"

using namespace buygraph;

TEST_CASE("winning is worth the value less the cost; without a cost it says that it is the value alone") {
    Json json = deals::document();
    const DealMargin alone = deal_margin(deals::read(json)).value();
    CHECK(alone.amount == 1000000);
    CHECK_FALSE(alone.cost_known);
    json["offers"][0]["economics"] = {{"cost", 700000}};
    const DealMargin known = deal_margin(deals::read(json)).value();
    CHECK(known.amount == 300000);
    CHECK(known.cost_known);
    json.erase("value");
    CHECK_FALSE(deal_margin(deals::read(json)));
}

TEST_CASE("the courses: just go on, the whole plan, and each action of it, at its cost and with its shift") {
    Json json = deals::document();
    json["pursuit_cost"] = 5000;
    json["team"] = {{{"id", "anna"}, {"functions", {"sales"}}}};
    json["actions"] = {{{"kind", "meeting"}, {"whom", {"chen"}}, {"cost", 100}}, {{"kind", "meeting"}, {"whom", {"wang"}}, {"cost", 20}}};
    const Deal deal = deals::read(json);
    const DecisionModel model = deals::model(deal);
    const StoredWorlds worlds(model, plans::few(64));
    const Matrix room = room_to_best(model), gains(model.people_count(), model.table.concerns.size(), 1.0);
    std::vector<Candidate> all = candidates(deal, model, gains);
    REQUIRE(all.size() == 2);
    const EngagementPlan plan = engagement_plan(deal, worlds, all, {0, 1});
    const Stakes stakes = stakes_of(deal, worlds, plan).value();
    CHECK(stakes.margin == 1000000);
    CHECK(stakes.pursuit_cost == 5000);
    REQUIRE(stakes.courses.size() == 4);
    CHECK(stakes.courses[0].cost == 0);
    CHECK(stakes.courses[0].shift.values == worlds.no_shift().values);
    CHECK(stakes.courses[1].cost == 120);
    CHECK(stakes.courses[2].cost + stakes.courses[3].cost == 120);
    // chen and wang are two people, so that what the two meetings do stands side by side
    for (std::size_t at = 0; at < room.rows * 2; ++at)
        CHECK(stakes.courses[1].shift.values[at] == Approx(stakes.courses[2].shift.values[at] + stakes.courses[3].shift.values[at]).margin(1e-15));
    CHECK(stakes_of(deal, worlds, std::nullopt).value().courses.size() == 1);
}

TEST_CASE("a deal that names nobody of ours has no plan, another the one that engagement finds") {
    for (const bool team : {false, true}) {
        Json json = deals::document();
        if (team) json["team"] = {{{"id", "li"}, {"knows", {"chen"}}}};
        const Deal deal = deals::read(json);
        const DecisionModel model = deals::model(deal);
        const Planning from = planning(model, plans::few(64));
        const std::optional<EngagementPlan> plan = plan_of(deal, from);
        REQUIRE(plan.has_value() == team);
        if (!team) continue;
        const EngagementPlan engaged = engagement(deal, *from.worlds, from.gains);
        REQUIRE(plan->steps.size() == engaged.steps.size());
        for (std::size_t at = 0; at < engaged.steps.size(); ++at) CHECK(plan->steps[at].candidate == engaged.steps[at].candidate);
    }
}
