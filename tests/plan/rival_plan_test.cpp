#include <buygraph/plan/rival_plan.hpp>

#include <buygraph/forecast/moves.hpp>
#include <buygraph/insight/believed_scores.hpp>
#include <buygraph/plan/planning.hpp>

#include "catch.hpp"
#include "plans.hpp"

using namespace buygraph;

namespace {

Json with_team() {
    Json json = deals::document();
    json["team"] = {{{"id", "tan"}, {"functions", {"technical"}}, {"level", 2}, {"hours", 3}, {"knows", {"liu"}}}, {{"id", "sun"}, {"functions", {"executive", "sales"}}, {"level", 4}, {"hours", 2}}};
    json["actions"] = {{{"kind", "meeting"}, {"whom", {"liu"}}, {"cost", 100}}, {{"kind", "pilot"}, {"cost", 90000}}, {{"kind", "workshop"}, {"cost", 3000}}};
    return json;
}

/// The views that one action moves, by the page: effect · fit of the way to 1.
Matrix views_of(const Candidate& one, const Matrix& scores) {
    Matrix views(scores.rows, scores.columns);
    for (std::size_t i = 0; i < one.people.size(); ++i)
        for (const std::size_t k : one.concerns) views(one.people[i], k) = one.reach[i] * std::max(0.0, 1 - scores(one.people[i], k));
    return views;
}

/// P(ours) after moves.
double win_after(const DecisionModel& model, const std::vector<Move>& moves, std::size_t samples) { return forecast_moves(model, moves, plans::few(samples)).after.win(); }

}  // namespace

TEST_CASE("what a step gives the rival and takes from us is what the same moves of scores do in both deals") {
    struct Case {
        Json json;
        const char* rival;
    };
    for (const auto& [json, rival] : {Case{with_team(), "rival"}, Case{plans::example_document("05-divided-committee.en.json"), ""}}) {
        const Deal deal = deals::read(json);
        std::string id = rival;
        for (const Offer& offer : deal.offers)
            if (id.empty() && offer.kind == OfferKind::competitor) id = offer.id;
        Json turned = json;
        for (Json& offer : turned["offers"]) {
            if (offer["kind"] == "ours") offer["kind"] = "competitor";
            else if (offer["id"] == id) offer["kind"] = "ours";
        }
        for (const char* ours : {"team", "actions", "moves"}) turned.erase(ours);
        const DecisionModel model = deals::model(deal), his = deals::model(turned);
        const RivalPlan plan = rival_plan(deal, id, plans::few(64));
        const double his_now = forecast(his, plans::few(64)).win(), our_now = forecast(model, plans::few(64)).win();
        REQUIRE_FALSE(plan.steps.empty());
        CHECK(plan.steps.size() <= 3);
        CHECK(model.offers[plan.rival] == id);
        double last = 1;
        for (const RivalStep& step : plan.steps) {
            CHECK_FALSE(step.candidate.member);  // nobody of his is known: fit 1
            const double effect = step.candidate.kind == "meeting" ? 0.25 : step.candidate.kind == "executive_call" ? 0.3 : step.candidate.kind == "workshop" ? 0.2 : step.candidate.kind == "reference_visit" ? 0.35 : 0.5;
            for (const double reach : step.candidate.reach) CHECK(reach == effect);
            CHECK(step.candidate.cost == 0);
            const Matrix views = views_of(step.candidate, believed_scores(his, his.ours));
            CAPTURE(id, step.candidate.kind);
            CHECK(step.gain.value() == Approx(win_after(his, plans::score_moves(his, his.ours, views), 64) - his_now).margin(1e-9));
            CHECK(step.loss.value() == Approx(win_after(model, plans::score_moves(model, plan.rival, views), 64) - our_now).margin(1e-9));
            CHECK(step.gain.value() > 0);
            CHECK(step.gain.value() <= last);
            last = step.gain.value();
        }
    }
}

TEST_CASE("the counter is the cheapest of all our actions that bring back what was taken, else the one that brings most") {
    int restored = 0, not_restored = 0;
    for (const double effect : {0.02, 0.5}) {
        Json json = with_team();
        for (Json& action : json["actions"]) action["effect"] = effect;
        const Deal deal = deals::read(json);
        const DecisionModel model = deals::model(deal);
        const RivalPlan plan = rival_plan(deal, "rival", plans::few(64), 4);
        const Matrix his_scores = believed_scores(model, plan.rival), our_scores = believed_scores(model, model.ours);
        const std::vector<Candidate> ours = candidates(deal, model, view_gains(model, influence_by_gate(model, sensitivities(model, model.ours, plans::few(64)).sensitivities), room_to_best(model)), true);
        REQUIRE(ours.size() > 5);
        for (const RivalStep& step : plan.steps) {
            const std::vector<Move> his_moves = plans::score_moves(model, plan.rival, views_of(step.candidate, his_scores));
            const double left = win_after(model, his_moves, 64), before = forecast(model, plans::few(64)).win();
            std::optional<double> cheapest, hours, most;
            for (const Candidate& own : ours) {
                std::vector<Move> moves = his_moves;
                for (const Move& move : plans::score_moves(model, model.ours, views_of(own, our_scores))) moves.push_back(move);
                const double back = win_after(model, moves, 64) - left;
                most = std::max(most.value_or(back), back);
                if (left + back >= before - 1e-12 && (!cheapest || std::pair(own.cost, own.hours) < std::pair(*cheapest, *hours))) cheapest = own.cost, hours = own.hours;
            }
            REQUIRE(step.counter);
            CAPTURE(effect, step.candidate.kind);
            CHECK(step.counter->restores == cheapest.has_value());
            if (cheapest) {
                CHECK(step.counter->candidate.cost == *cheapest);
                CHECK(step.counter->candidate.hours == *hours);
                CHECK(left + step.counter->gain.value() >= before - 1e-9);
            } else {
                CHECK(step.counter->gain.value() == Approx(*most).margin(1e-9));
            }
            ++(cheapest ? restored : not_restored);
        }
    }
    CHECK(restored > 0);
    INFO(not_restored);
}

TEST_CASE("without a team we have no counter, and nobody but a competitor has a plan") {
    const Deal deal = deals::read(deals::document());
    for (const RivalStep& step : rival_plan(deal, "rival", plans::few(16)).steps) CHECK_FALSE(step.counter);
    CHECK(rival_plan(deal, "rival", plans::few(16), 1).steps.size() == 1);
    CHECK(rival_plan(deal, "rival", plans::few(16), 0).steps.empty());
    for (const char* id : {"us", "status_quo", "nobody"}) CHECK_THROWS_AS(rival_plan(deal, id, plans::few(16)), InputError);
    ForecastOptions stopped = plans::few(16);
    stopped.interrupt = [] { return true; };
    CHECK_THROWS_AS(rival_plan(deal, "rival", stopped), Interrupted);
}
