#include <buygraph/model/decision_model.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("final attitudes are the control matrix times the attitudes") {
    const DecisionModel model = deals::under("autocracy");
    const Matrix first = attitudes(model, 1), final = final_attitudes(model, 1);
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j) {
            double sum = 0;
            for (std::size_t p = 0; p < 3; ++p) sum += model.control(i, p) * first(p, j);
            CHECK(final(i, j) == Approx(sum).epsilon(1e-14));
        }
}

// Drift: 0.1² a month; 61 days are 61 / 30.4375 months. One error for both gates.
TEST_CASE("the drift to the day of the decision widens every attitude, alike at both gates") {
    Json json = deals::document();
    const Matrix before = covariance(deals::model(json));
    json["as_of"] = "2026-10-01";
    json["decision"]["date"] = "2026-12-01";
    const DecisionModel model = deals::model(json);
    const Matrix after = covariance(model);
    const double drift = 0.01 * 61 / 30.4375;
    const auto& at = model.index();
    CHECK(after(at(0, 1, 2), at(0, 1, 2)) - before(at(0, 1, 2), at(0, 1, 2)) == Approx(drift));
    CHECK(after(at(0, 1, 2), at(1, 1, 2)) - before(at(0, 1, 2), at(1, 1, 2)) == Approx(drift));
    CHECK(after(at(0, 1, 2), at(1, 1, 1)) - before(at(0, 1, 2), at(1, 1, 1)) == Approx(0).margin(1e-15));
    CHECK(model.belief.covariance == deals::model(deals::document()).belief.covariance);
}

TEST_CASE("a name that is not there is refused with those that are") {
    const DecisionModel model = deals::under("autocracy");
    CHECK(model.person("liu") == 1);
    CHECK(model.offers == std::vector<std::string>{"status_quo", "us", "rival"});
    CHECK_THROWS_WITH(model.person("x"), "person: given x, allowed one of chen, liu, wang");
}
