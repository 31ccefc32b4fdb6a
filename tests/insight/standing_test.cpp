#include <buygraph/insight/standing.hpp>

#include <random>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("the lead is over the best rival at the vendor gate, its variance that of the difference") {
    const DecisionModel model = deals::under("autocracy");
    const auto found = standings(model);
    const Matrix final = final_attitudes(model, 1), spread = covariance(model);
    const auto& at = model.index();
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(found[i].lead == Approx(final(i, 1) - final(i, 2)));
        std::vector<double> row(at.size(), 0.0);  // the same variance by one row vector over all attitudes
        for (std::size_t p = 0; p < 3; ++p) row[at(1, p, 1)] += model.control(i, p), row[at(1, p, 2)] -= model.control(i, p);
        double variance = 0;
        for (std::size_t a = 0; a < row.size(); ++a)
            for (std::size_t b = 0; b < row.size(); ++b) variance += row[a] * row[b] * spread(a, b);
        CHECK(found[i].sd == Approx(std::sqrt(variance)).epsilon(1e-12));
    }
}

TEST_CASE("without a rival the lead is the pull to buy") {
    Json json = deals::document();
    json["offers"].erase(1);
    json["evidence"] = Json::array();
    const DecisionModel model = deals::model(json);
    const Matrix buy = final_attitudes(model, 0);
    CHECK(standings(model)[0].scale == StanceScale::pull_to_buy);
    CHECK(standings(model)[0].lead == Approx(buy(0, 1) - buy(0, 0)));
}

// X_2[i,ours] alone and X_1[i,ours] − X_1[i,0], with the variance of each by one row vector over all attitudes.
TEST_CASE("the other scales show what is thought of us, and whether anybody wants to buy") {
    const DecisionModel model = deals::under("autocracy");
    const Matrix vendor = final_attitudes(model, 1), buy = final_attitudes(model, 0), spread = covariance(model);
    const auto& at = model.index();
    const auto to_us = standings(model, StanceScale::stance_to_us), pull = standings(model, StanceScale::pull_to_buy);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(to_us[i].lead == vendor(i, 1));
        CHECK(pull[i].lead == buy(i, 1) - buy(i, 0));
        CHECK(to_us[i].scale == StanceScale::stance_to_us);
        std::vector<double> us(at.size(), 0.0), wants(at.size(), 0.0);
        for (std::size_t p = 0; p < 3; ++p) us[at(1, p, 1)] += model.control(i, p), wants[at(0, p, 1)] += model.control(i, p), wants[at(0, p, 0)] -= model.control(i, p);
        double of_us = 0, of_wants = 0;
        for (std::size_t a = 0; a < us.size(); ++a)
            for (std::size_t b = 0; b < us.size(); ++b) of_us += us[a] * us[b] * spread(a, b), of_wants += wants[a] * wants[b] * spread(a, b);
        CHECK(to_us[i].sd == Approx(std::sqrt(of_us)).epsilon(1e-12));
        CHECK(pull[i].sd == Approx(std::sqrt(of_wants)).epsilon(1e-12));
        CHECK(to_us[i].low == Approx(to_us[i].lead - 1.2815515655446004 * to_us[i].sd));
    }
}

// Page, section 5: sure from p = 0.90, likely from 0.75; Φ(1.2816) = 0.9, Φ(0.6745) = 0.75.
TEST_CASE("sureness follows the probability of the sign") {
    CHECK(detail::sureness_of(0.5, 0.5 / 1.29, 2) == Sureness::sure);
    CHECK(detail::sureness_of(0.5, 0.5 / 1.27, 2) == Sureness::likely);
    CHECK(detail::sureness_of(-0.5, 0.5 / 0.66, -2) == Sureness::guess);
    CHECK(detail::sureness_of(0, 0.1, 0) == Sureness::sure);
    CHECK(detail::sureness_of(0, 0.4, 0) == Sureness::guess);
}
