#include <buygraph/plan/actions.hpp>

#include "catch.hpp"
#include "plans.hpp"

using namespace buygraph;

namespace {

/// The deal of three with a team of two; gains that fall from the first concern to the last, and from chen to wang.
struct ActionGround {
    Deal deal;
    DecisionModel model;
    Matrix gains;

    explicit ActionGround(const Json& actions = Json::array(), const std::function<void(Json&)>& change = [](Json&) {}) {
        Json json = deals::document();
        json["team"] = {{{"id", "tan"}, {"functions", {"technical"}}, {"level", 2}, {"hours", 10}, {"knows", {"liu"}}}, {{"id", "sun"}, {"functions", {"executive", "sales"}}, {"level", 4}, {"hours", 5}}};
        json["people"][0]["level"] = 4;
        json["people"][1]["level"] = 2;
        if (!actions.empty()) json["actions"] = actions;
        change(json);
        deal = deals::read(json);
        model = deals::model(deal);
        gains = Matrix(model.people_count(), model.table.concerns.size());
        for (std::size_t i = 0; i < gains.rows; ++i)
            for (std::size_t k = 0; k < gains.columns; ++k)
                if (model.table.importance(i, k) > 0) gains(i, k) = 1 + 1e-3 * static_cast<double>(gains.columns - k) - 0.1 * static_cast<double>(i);
    }
    [[nodiscard]] std::vector<Candidate> make(bool catalog = false, bool with_fit = true) const { return candidates(deal, model, gains, catalog, with_fit); }
    [[nodiscard]] std::vector<std::string> concerns(const Candidate& one) const {
        std::vector<std::string> ids;
        for (const std::size_t k : one.concerns) ids.push_back(model.table.concerns[k]);
        return ids;
    }
};

using Ids = std::vector<std::string>;
using People = std::vector<std::size_t>;

}  // namespace

// Of the page: meeting (2 h, one person, 0.25), executive_call (1 h, 0.3, personal_trust and supplier_cooperation), workshop (6 h, up to 5 people, 0.2 each), reference_visit (8 h, up to 5,
// 0.35 on risk, reliability, stability, function), pilot (40 h, everybody who weighs them, 0.5 on function, reliability, efficiency, convenience).
TEST_CASE("the catalog: kinds, hours, effects and concerns of the page") {
    const ActionGround ground;
    const std::vector<Candidate> all = ground.make(false, false);  // no actions of its own: those of the catalog; fit 1
    REQUIRE(all.size() == 3 + 3 + 3);
    const std::map<std::string, std::pair<double, double>> numbers{{"meeting", {2, 0.25}}, {"executive_call", {1, 0.3}}, {"workshop", {6, 0.2}}, {"reference_visit", {8, 0.35}}, {"pilot", {40, 0.5}}};
    std::map<std::string, int> count;
    for (const Candidate& one : all) {
        CAPTURE(one.kind);
        ++count[one.kind];
        CHECK(one.hours == numbers.at(one.kind).first);
        CHECK(one.reach == std::vector<double>(one.people.size(), numbers.at(one.kind).second));
        CHECK(one.cost == 0);
        CHECK_FALSE(one.member);
        CHECK_FALSE(one.action);
        if (one.kind == "meeting" || one.kind == "executive_call") CHECK(one.people.size() == 1);
        else CHECK(one.people == People{0, 1, 2});
        if (one.kind == "executive_call") CHECK(ground.concerns(one) == Ids{"personal_trust", "supplier_cooperation"});
        if (one.kind == "reference_visit") CHECK(ground.concerns(one) == Ids{"risk", "reliability", "stability", "function"});
        if (one.kind == "pilot") CHECK(ground.concerns(one) == Ids{"function", "reliability", "efficiency", "convenience"});
        if (one.kind == "meeting" || one.kind == "workshop") CHECK(one.concerns.size() == 3);
    }
    CHECK(count == std::map<std::string, int>{{"meeting", 3}, {"executive_call", 3}, {"workshop", 1}, {"reference_visit", 1}, {"pilot", 1}});
}

TEST_CASE("a deal's own actions come alone unless the catalog is asked for") {
    const ActionGround ground(Json::array({{{"kind", "meeting"}, {"whom", {"liu"}}}}));
    REQUIRE(ground.make().size() == 1);
    CHECK(ground.make()[0].action == 0u);
    CHECK(ground.make(true).size() == 1 + 9);
}

TEST_CASE("what an action says stands: who, whom, concerns, hours, cost and effect") {
    const ActionGround ground(Json::array({{{"kind", "workshop"}, {"who", "sun"}, {"whom", {"wang", "chen"}}, {"concerns", {"fairness", "cost"}}, {"hours", 3}, {"cost", 500}, {"effect", 0.6}},
                                     {{"kind", "dinner"}, {"whom", {"chen"}}, {"hours", 4}, {"effect", 0.1}, {"concerns", {"personal_trust"}}}}));
    const std::vector<Candidate> all = ground.make(false, true);
    REQUIRE(all.size() == 2);
    CHECK(all[0].member == 1u);
    CHECK(all[0].people == People{2, 0});
    CHECK(ground.concerns(all[0]) == Ids{"fairness", "cost"});
    CHECK(all[0].hours == 3);
    CHECK(all[0].cost == 500);
    // sun, executive and sales, level 4: with wang, 3/4 purchaser (sales 1) and 1/4 user (sales 0.5), no level: 0.2 + 0.4 · 0.875 + 0.1; with chen (executive 1, level 4): 0.2 + 0.4 + 0.2.
    REQUIRE(all[0].reach.size() == 2);
    CHECK(all[0].reach[0] == Approx(0.6 * 0.65));
    CHECK(all[0].reach[1] == Approx(0.6 * 0.8));
    CHECK(all[1].kind == "dinner");
    CHECK(all[1].hours == 4);
}

TEST_CASE("unsaid: the person, the people and the concerns of greatest gain, and the member of best fit") {
    const ActionGround ground(Json::array({{{"kind", "meeting"}}, {{"kind", "meeting"}, {"whom", {"liu"}}}, {{"kind", "reference_visit"}}, {{"kind", "workshop"}}, {{"kind", "meeting"}, {"concerns", {"fairness"}}}}));
    const std::vector<Candidate> all = ground.make();
    REQUIRE(all.size() == 5);
    const auto sum = [&](std::size_t p) {
        double total = 0;
        for (std::size_t k = 0; k < ground.gains.columns; ++k) total += ground.gains(p, k);
        return total;
    };
    std::size_t best = 0;
    for (std::size_t p = 1; p < 3; ++p)
        if (sum(p) > sum(best)) best = p;
    CHECK(all[0].people == People{best});
    CHECK(all[1].people == People{1});
    CHECK(all[1].member == 0u);  // tan: technical, his level, and they know each other
    Ids first;                   // gains fall with the concern's number: his first three
    for (std::size_t k = 0; k < ground.gains.columns && first.size() < 3; ++k)
        if (ground.model.table.importance(1, k) > 0) first.push_back(ground.model.table.concerns[k]);
    CHECK(ground.concerns(all[1]) == first);
    CHECK(all[2].people == People{0, 1, 2});
    CHECK(all[3].people == People{0, 1, 2});
    CHECK(all[4].people == People{2});  // wang alone weighs it
}

TEST_CASE("a workshop reaches the five of greatest gain, a pilot all who weigh what it is about, and neither a vacant seat") {
    ActionGround ground(Json::array({{{"kind", "workshop"}}, {{"kind", "pilot"}}, {{"kind", "meeting"}, {"whom", {"seat"}}}}), [](Json& json) {
        for (int i = 0; i < 6; ++i) json["people"].push_back({{"id", "u" + std::to_string(i)}, {"concerns", {{"cost", 5}}}});
        json["people"].push_back({{"id", "seat"}, {"roles", {"user"}}, {"vacant", true}});
    });
    for (std::size_t i = 0; i < ground.gains.rows; ++i)
        for (double& gain : std::span(ground.gains.values).subspan(i * ground.gains.columns, ground.gains.columns)) gain = static_cast<double>(i == 4 ? 0 : i + 1);
    const std::vector<Candidate> all = ground.make();
    REQUIRE(all.size() == 2);  // nobody sits in the seat that the meeting is for
    CHECK(all[0].people == People{3, 5, 6, 7, 8});
    CHECK(all[1].people == People{0, 1, 2});
}

TEST_CASE("an action about nothing that anybody weighs is left out") {
    const auto two_concerns = [](Json& json) {
        for (Json& person : json["people"]) person.erase("roles"), person["concerns"] = {{"cost", 5}, {"local_jobs", 4}};
        json["decision"]["decider"] = "chen";
    };
    const ActionGround ground(Json::array(), two_concerns);
    std::map<std::string, int> count;
    for (const Candidate& one : ground.make()) ++count[one.kind];
    CHECK(count == std::map<std::string, int>{{"meeting", 3}, {"workshop", 1}});  // a call, a visit and a pilot are about other things
}

TEST_CASE("later actions act on what is left") {
    const ActionGround ground;
    Matrix room(3, 2, 1.0);
    room(0, 0) = 0.8, room(1, 1) = 1.5;
    std::vector<Candidate> all(3);
    all[0].kind = "meeting", all[0].people = {0}, all[0].concerns = {0}, all[0].reach = {0.2};
    all[1].kind = "workshop", all[1].people = {0, 1}, all[1].concerns = {0, 1}, all[1].reach = {0.1, 0.3};
    all[2].kind = "pilot", all[2].people = {0}, all[2].concerns = {0}, all[2].reach = {0.5};
    const std::vector<std::size_t> chosen{0, 1, 2}, turned{2, 1, 0};
    const Matrix moved = moved_views(all, chosen, room);
    CHECK(moved(0, 0) == Approx(0.8 * (1 - 0.8 * 0.9 * 0.5)));
    CHECK(moved(0, 1) == Approx(0.1));
    CHECK(moved(1, 0) == Approx(0.3));
    CHECK(moved(1, 1) == Approx(0.45));
    CHECK(moved(2, 0) == 0);
    for (std::size_t at = 0; at < moved.values.size(); ++at) CHECK(moved_views(all, turned, room).values[at] == Approx(moved.values[at]).margin(1e-15));
    CHECK(moved_views(all, {}, room).values == std::vector<double>(6, 0.0));
}

TEST_CASE("a kind reaches a person once a plan, by the first") {
    Matrix room(2, 1, 1.0);
    std::vector<Candidate> all(2);
    for (Candidate& one : all) one.kind = "meeting", one.concerns = {0};
    all[0].people = {0}, all[0].reach = {0.2};
    all[1].people = {0, 1}, all[1].reach = {0.4, 0.4};
    const std::vector<std::size_t> both{0, 1}, turned{1, 0};
    CHECK(moved_views(all, both, room).values == std::vector<double>{1 - 0.8, 1 - 0.6});
    CHECK(moved_views(all, turned, room)(0, 0) == Approx(0.4));
}

TEST_CASE("a person or a concern that an action names twice is reached once") {
    const ActionGround ground(Json::array({{{"kind", "workshop"}, {"whom", {"liu", "liu"}}, {"concerns", {"cost", "cost"}}}}));
    const std::vector<Candidate> all = ground.make(false, false);
    REQUIRE(all.size() == 1);
    const Matrix room(3, ground.model.table.concerns.size(), 1.0);
    CHECK(moved_views(all, std::vector<std::size_t>{0}, room)(1, ground.model.concern("cost")) == Approx(0.2));
}
