#include <buygraph/model/compile.hpp>
#include <buygraph/decision/rule.hpp>

#include <algorithm>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {
DecisionModel after(const std::function<void(Json&)>& change) {
    Json json = deals::document();
    change(json);
    return deals::model(json);
}
const DirectedTie* tie(const DecisionModel& model, const char* from, const char* to) {
    for (const DirectedTie& one : model.ties)
        if (model.people[one.from] == from && model.people[one.to] == to) return &one;
    return nullptr;
}
}  // namespace

// Model, section 3: boss → report 0.6, report → boss 0.3; friend 0.5 both ways; advises 0.6 one way; opposes −0.4 both ways.
TEST_CASE("ties get the strength, sign and directions of their kind") {
    const DecisionModel model = after([](Json& j) {
        j["ties"] = {{{"from", "liu"}, {"to", "wang"}, {"kind", "opposes"}, {"strength", 0.2}, {"sd", 0.1}}, {{"from", "wang"}, {"to", "chen"}}};
        j["people"][2].erase("reports_to");
    });
    CHECK(tie(model, "liu", "wang")->strength == -0.2);
    CHECK(tie(model, "wang", "liu")->strength == -0.2);
    CHECK(tie(model, "wang", "liu")->sd == 0.1);
    CHECK(tie(model, "wang", "chen")->strength == 0.6);
    CHECK(tie(model, "chen", "wang") == nullptr);
    CHECK(tie(model, "chen", "liu")->strength == 0.6);
    CHECK(tie(model, "liu", "chen")->strength == 0.3);
    CHECK(tie(model, "liu", "chen")->sd == 0.3);
}

// chen hears liu and wang at 0.3 each and keeps 0.4 of his attention; λ = 0.5: V from (I − ΛW)⁻¹(I − Λ) in rational numbers by hand
// for the two-person part: with liu alone, X_chen = ½(0.3 X_liu + 0.7 X_chen) + ½ A_chen, X_liu = ¼(0.6 X_chen + 0.4 X_liu) + ¾ A_liu.
TEST_CASE("the control matrix of two people is that of hand") {
    const DecisionModel model = after([](Json& j) {
        j["people"].erase(2);
        j["ties"] = Json::array();
        j["evidence"] = Json::array();
    });
    // (1 − .35) x = .15 y + .5 a;  (1 − .1) y = .15 x + .75 b
    const double determinant = .65 * .9 - .15 * .15;
    CHECK(model.control(0, 0) == Approx(.9 * .5 / determinant));
    CHECK(model.control(0, 1) == Approx(.15 * .75 / determinant));
    CHECK(model.control(1, 0) == Approx(.15 * .5 / determinant));
    CHECK(model.control(1, 1) == Approx(.65 * .75 / determinant));
}

TEST_CASE("scores are centred, with the sds of the model, the status quo's its own") {
    const DecisionModel model = after([](Json&) {});
    const auto score = [&](const char* who, const char* offer, const char* concern) {
        const std::size_t i = model.person(who), j = model.offer(offer), k = model.concern(concern);
        return std::pair(model.table.score[i](j, k), model.table.score_sd[i](j, k));
    };
    CHECK(score("liu", "us", "reliability") == std::pair((8. - 5) / 5, 1. / 5));
    CHECK(score("liu", "us", "fairness") == std::pair((6. - 5) / 5, 2. / 5));
    CHECK(score("liu", "rival", "risk") == std::pair(0., 2.5 / 5));
    CHECK(score("liu", "status_quo", "risk") == std::pair(0., 1.5 / 5));
    CHECK(score("wang", "us", "cost") == std::pair((6. - 5) / 5, 1. / 5));
}

TEST_CASE("own importances have sd 1, those of the catalog 1.5, given ones what they say") {
    const DecisionModel model = after([](Json& j) { j["people"][0]["concerns"] = {{"risk", 10}, {"local_jobs", {{"importance", 3}, {"sd", 0.2}, {"kind", "personal"}}}}; });
    const auto sd = [&](const char* concern) { return model.table.importance_sd(0, model.concern(concern)); };
    CHECK(sd("risk") == 1.0);
    CHECK(sd("payback_time") == 1.5);
    CHECK(sd("local_jobs") == 0.2);
    CHECK(model.table.personal[model.concern("local_jobs")]);
    CHECK(model.table.importance(1, model.concern("local_jobs")) == 0);
}

TEST_CASE("who left is out, with his ties and what was seen of him, and as a source stands outside") {
    const DecisionModel model = after([](Json& j) { j["people"][2]["departed"] = true; });
    CHECK(model.people == std::vector<std::string>{"chen", "liu"});
    REQUIRE(model.readings.size() == 3);
    CHECK(model.ties.size() == 2);
    CHECK(model.readings[0].noise_variance == Approx(0.31 * 0.31));  // reliability 0.7 whole
}

// wang speaks about liu, to whom he is tied: one hop, nothing is lost; chen stands one hop from wang too.
TEST_CASE("a source inside the deal loses reliability with its distance") {
    const DecisionModel model = after([](Json& j) {
        j["ties"] = Json::array();
        j["evidence"] = {{{"about", "liu"}, {"offer", "us"}, {"stance", 0.1}, {"source", "wang"}}};
    });
    const double reliability = 0.7 * 0.85;  // wang → chen → liu
    CHECK(model.readings[0].noise_variance == Approx(std::pow(0.1 + 0.7 * (1 - reliability), 2)));
}

TEST_CASE("readings of the status quo are of the buy gate, of offers of the vendor gate, biases go by source and offer") {
    const DecisionModel model = after([](Json& j) { j["evidence"].push_back({{"about", "chen"}, {"offer", "us"}, {"stance", 0}, {"source", "wang"}}); });
    CHECK(model.readings[0].gate == 1);
    CHECK(model.readings[2].gate == 0);
    CHECK(model.readings[0].bias == model.readings[3].bias);
    CHECK(model.readings[0].bias != model.readings[2].bias);
    CHECK(model.readings[1].bias != model.readings[0].bias);
}

TEST_CASE("a decider given, or the decision makers alike") {
    CHECK(after([](Json& j) { j["people"][1]["roles"] = {"technical", "decision_maker"}; }).rule->decides == std::vector<double>{.5, .5, 0});
    CHECK(after([](Json& j) { j["decision"]["decider"] = {{"liu", 0.75}, {"wang", 0.25}}; }).rule->decides == std::vector<double>{0, .75, .25});
    CHECK(after([](Json& j) { j["decision"]["decider"] = {"liu", "wang"}; }).rule->decides == std::vector<double>{0, .5, .5});
}

TEST_CASE("whose pull counts in the conflict: control over the decider, or votes") {
    const DecisionModel one = after([](Json&) {});
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i) sum += std::abs(one.control(0, i));
    for (std::size_t i = 0; i < 3; ++i) CHECK(one.rule->voice[i] == Approx(std::abs(one.control(0, i)) / sum));
    CHECK(after([](Json& j) { j["decision"]["rule"] = "weighted"; j["people"][0]["votes"] = 2; }).rule->voice == std::vector<double>{.5, .25, .25});
}

TEST_CASE("a deal with faults does not compile") {
    Deal deal;
    CHECK_THROWS_AS(compile(deal), DealError);
}

// Section 9: the table's score is the rating where the deal gives none, sd 1.0; what our margin squeezes falls; a rating holds at today's terms.
TEST_CASE("terms set what nobody rated, of every offer, and our margin squeezes ours") {
    const DecisionModel model = after([](Json& j) {
        j["people"].push_back({{"id", "sun"}, {"roles", {"finance"}}});
        j["customer"] = {{"budget", 1000}};
        j["offers"][0]["terms"] = {{"price", 1100}, {"list_price", 1375}, {"credit_limit", 330}};
        j["offers"][0]["economics"] = {{"cost", 990}, {"floor_margin", 0.1}};
        j["offers"][0]["ratings"]["supplier_attitude"] = 7;
        j["offers"][1]["terms"] = {{"price", 900}, {"list_price", 1000}, {"payments", {{{"share", 1}, {"days", 45}}}}};
    });
    const auto is = [&](const char* offer, const char* concern, double mean, double sd) {
        const std::size_t i = model.person("sun"), j = model.offer(offer), k = model.concern(concern);
        CAPTURE(offer, concern);
        CHECK(5 + 5 * model.table.score[i](j, k) == Approx(mean).margin(1e-12));
        CHECK(5 * model.table.score_sd[i](j, k) == Approx(sd));
    };
    is("us", "cost", 4, 1);           // the deal says so
    is("us", "budget_fit", 3, 1);     // 1.1
    is("us", "credit_amount", 5, 1);  // 0.3
    is("us", "payment_term", 5, 2.5);
    is("us", "future_price_room", 0, 1);  // at the floor price
    is("us", "stability", 3.5, 2.5);
    is("us", "supplier_cooperation", 3.5, 2.5);
    is("us", "supplier_attitude", 7, 1);
    is("rival", "cost", 8, 1);
    is("rival", "budget_fit", 7.5, 1);
    is("rival", "payment_term", 5, 1);
    is("rival", "stability", 5, 2.5);
    is("status_quo", "budget_fit", 5, 1.5);
}
