#include <buygraph/model/formal_right.hpp>

#include <buygraph/forecast/forecast.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("under autocracy and consent somebody decides by his chance, otherwise everybody by his share of the votes") {
    for (const char* rule : {"autocracy", "consent", "weighted", "quota", "majority", "unanimity"}) {
        CAPTURE(rule);
        Json json = deals::document();
        const bool by_person = std::string(rule) == "autocracy" || std::string(rule) == "consent";
        json["decision"]["rule"] = rule;
        if (by_person) json["decision"]["decider"] = {{"liu", 0.75}, {"wang", 0.25}};
        json["people"][0]["votes"] = 2;
        json["people"][2]["veto"] = true;
        json["people"][1]["veto"] = false;
        const DecisionModel model = deals::model(json);
        CHECK(one_person_decides(model) == by_person);
        const FormalRight chen = formal_right(model, model.person("chen")), liu = formal_right(model, model.person("liu"));
        CHECK(chen.votes == 2);
        CHECK(liu.votes == 1);
        CHECK(liu.decides == Approx(by_person ? 0.75 : 0.25));
        CHECK(chen.decides == Approx(by_person ? 0 : 0.5));
        CHECK(formal_right(model, 2).veto);
        CHECK_FALSE(formal_right(model, 1).veto);
    }
}

TEST_CASE("a model with other rights is that of the deal that says so") {
    Json json = deals::document();
    json["decision"] = {{"rule", "autocracy"}, {"decider", {{"chen", 0.5}, {"liu", 0.5}}}};
    json["people"][1]["veto"] = true;
    const DecisionModel model = deals::model(json);
    const std::size_t liu = model.person("liu");
    ForecastOptions few;
    few.samples = 64;

    Json by_liu = json;
    by_liu["decision"]["decider"] = "liu";
    const DecisionModel decided = decided_by(model, liu);
    CHECK(deciding_eyes(decided) == deciding_eyes(deals::model(by_liu)));
    CHECK(forecast(decided, few).outcomes == forecast(deals::model(by_liu), few).outcomes);
    CHECK(forecast(decided, few).win() != forecast(model, few).win());

    Json nobody = json;
    nobody["people"][1]["veto"] = false;
    const DecisionModel without = without_veto(model, 1);
    CHECK(forecast(without, few).outcomes == forecast(deals::model(nobody), few).outcomes);
    CHECK(forecast(without, few).win() != forecast(model, few).win());
}
