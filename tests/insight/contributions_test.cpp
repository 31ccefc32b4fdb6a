#include <buygraph/insight/contributions.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("contributions add up to the margin of the final attitudes, in anybody's eyes, at either gate, over any rival") {
    Json json = deals::document();
    json["people"][0]["leaning"] = {{"us", 0.1}, {"rival", -0.2}};
    const DecisionModel model = deals::model(json);
    for (std::size_t d = 0; d < 3; ++d)
        for (const std::size_t rival : {0UL, 2UL})
            for (const std::size_t gate : {0UL, 1UL}) {
                std::vector<double> eyes(3, 0.0);
                eyes[d] = 1;
                const Explanation found = explain(model, eyes, rival, gate);
                const Matrix final = final_attitudes(model, gate);
                double sum = 0;
                for (const Contribution& term : found.contributions) sum += term.value;
                CHECK(sum == Approx(final(d, 1) - final(d, rival)).margin(1e-12));
                CHECK(found.margin == Approx(sum).margin(1e-15));
            }
}

// Without evidence a term is V · C · (s_ours − s_rival) of the deal's own numbers: reliability 8 against 6 for liu.
TEST_CASE("one term is control times weight times the difference of the scores") {
    Json json = deals::document();
    json["evidence"] = Json::array();
    const DecisionModel model = deals::model(json);
    const Explanation found = explain(model, "chen", "rival", Gate::vendor);
    const std::size_t liu = model.person("liu"), reliability = model.concern("reliability");
    double weights = 0;  // technical: 9 + 8 + 8 + 7 organisational, cost 2, risk 2, and 6 + 5 personal, doubled
    weights = 9 + 8 + 8 + 7 + 2 + 2 + 2 * (6 + 5);
    bool seen = false;
    for (const Contribution& term : found.contributions)
        if (term.person == liu && term.concern == reliability) {
            CHECK(term.value == Approx(model.control(0, liu) * 9 / weights * (8. - 6) / 5).epsilon(1e-13));
            seen = true;
        }
    CHECK(seen);
}

TEST_CASE("unless said: the deciders' eyes, the likeliest rival at the vendor gate, staying at the buy gate") {
    const DecisionModel model = deals::under("autocracy");
    const Explanation found = explain(model);
    CHECK(found.eyes == std::vector<double>{1, 0, 0});
    CHECK(found.rival == 2);
    CHECK(found.gate == 1);
    CHECK(explain(model, std::nullopt, "status_quo").gate == 0);
    CHECK(deciding_eyes(deals::under("weighted")) == std::vector<double>{1. / 3, 1. / 3, 1. / 3});
    CHECK_THROWS_AS(explain(model, "nobody"), InputError);
    CHECK_THROWS_AS(explain(model, std::nullopt, "us"), InputError);
}
