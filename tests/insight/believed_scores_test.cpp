#include <buygraph/insight/believed_scores.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

/// People who know exactly what they weigh and deviate from it by nothing: whatever the evidence says, it says of scores.
Json of_scores_alone() {
    Json json = deals::document();
    json["uncertainty"] = {{"deviation_sd", 0}};
    const auto weighs = [](std::initializer_list<std::pair<const char*, double>> concerns) {
        Json result;
        for (const auto& [id, importance] : concerns) result[id] = {{"importance", importance}, {"sd", 0}};
        return result;
    };
    json["people"] = Json::array({{{"id", "chen"}, {"concerns", weighs({{"cost", 7}, {"risk", 3}, {"personal_trust", 5}})}, {"leaning", {{"us", 0.2}}}},
                                  {{"id", "liu"}, {"concerns", weighs({{"reliability", 9}, {"cost", 2}, {"personal_trust", 2}})}, {"reports_to", "chen"}, {"susceptibility", 0.3}},
                                  {{"id", "wang"}, {"concerns", weighs({{"cost", 5}, {"fairness", 5}})}, {"reports_to", "chen"}, {"perceptions", {{{"offer", "us"}, {"concern", "cost"}, {"score", 6}}}}}});
    json["decision"]["decider"] = "chen";
    return json;
}

}  // namespace

TEST_CASE("where only scores are uncertain, what is believed of them is the whole attitude, at both gates") {
    const DecisionModel model = deals::model(of_scores_alone());
    REQUIRE(model.readings.size() == 3);
    for (std::size_t j = 0; j < model.offer_count(); ++j) {
        const Matrix believed = believed_scores(model, j);
        for (std::size_t g = 0; g < 2; ++g)
            for (std::size_t i = 0; i < model.people_count(); ++i) {
                double sum = model.table.leaning(i, j);
                for (std::size_t k = 0; k < believed.columns; ++k) sum += model.prior.weights[g](i, k) * believed(i, k);
                CHECK(sum == Approx(model.belief.mean[model.index()(g, i, j)]).margin(1e-12));
            }
    }
}

TEST_CASE("a score that is shared is believed alike, a perception and a personal score apart") {
    const DecisionModel model = deals::model(of_scores_alone());
    const Matrix ours = believed_scores(model, model.ours);
    const std::size_t cost = model.concern("cost"), trust = model.concern("personal_trust");
    CHECK(ours(0, cost) == ours(1, cost));
    CHECK(ours(0, cost) != Approx(-0.2));       // 4 of 10, and the evidence speaks for us
    CHECK(ours(2, cost) != Approx(ours(0, cost)));
    CHECK(ours(0, trust) != Approx(ours(1, trust)));
}

TEST_CASE("without evidence it is what the deal says") {
    Json json = deals::document();
    json["evidence"] = Json::array();
    const DecisionModel model = deals::model(json);
    const Matrix ours = believed_scores(model, model.ours), rival = believed_scores(model, 2), stay = believed_scores(model, 0);
    const std::size_t cost = model.concern("cost"), trust = model.concern("personal_trust"), fairness = model.concern("fairness");
    CHECK(ours(0, cost) == Approx(-0.2));
    CHECK(ours(2, cost) == Approx(0.2));  // wang's own view
    CHECK(rival(2, cost) == Approx(0.6));
    CHECK(ours(2, fairness) == Approx(0.2));
    CHECK(rival(1, trust) == Approx(-0.2));
    CHECK(stay(0, cost) == 0);
}
