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
    CHECK_FALSE(standings(model)[0].against_rival);
    CHECK(standings(model)[0].lead == Approx(buy(0, 1) - buy(0, 0)));
}

// Page, section 5: sure from p = 0.90, likely from 0.75; Φ(1.2816) = 0.9, Φ(0.6745) = 0.75.
TEST_CASE("sureness follows the probability of the sign") {
    CHECK(detail::sureness_of(0.5, 0.5 / 1.29, 2) == Sureness::sure);
    CHECK(detail::sureness_of(0.5, 0.5 / 1.27, 2) == Sureness::likely);
    CHECK(detail::sureness_of(-0.5, 0.5 / 0.66, -2) == Sureness::guess);
    CHECK(detail::sureness_of(0, 0.1, 0) == Sureness::sure);
    CHECK(detail::sureness_of(0, 0.4, 0) == Sureness::guess);
}
