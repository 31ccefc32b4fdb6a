#include <buygraph/insight/contributions.hpp>
#include <buygraph/insight/coverage.hpp>

#include <random>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

/// One person who decides alone and is uncertain only by his deviation (sd 0.25), with one reading of noise 0.1 + 0.7 · 0.3 = 0.31.
Json alone() {
    Json json = deals::document();
    json["people"] = Json::array({{{"id", "chen"}, {"roles", {"decision_maker"}}, {"concerns", Json::object()}}});
    json["ties"] = Json::array();
    json["evidence"] = Json::array({{{"about", "chen"}, {"offer", "us"}, {"stance", "supporter"}}});
    for (auto& offer : json["offers"])
        for (const char* concern : {"return_on_investment", "payback_time", "risk", "industry_lead", "brand_uplift", "organisational_recognition", "personal_trust", "cost", "function", "reliability"}) {
            offer["ratings"][concern] = {{"score", 5}, {"sd", 0}};  // alike, so importances move nothing
        }
    return json;
}

Coverage of(const Json& json, std::size_t rival = 2) {
    const Deal deal = deals::read(json);
    return coverage(deal, deals::model(deal), rival);
}

}  // namespace

// One Gaussian: of X[us] the reading leaves d² r / (d² + r) with d² = 0.25², r = 0.31² + 0.15² (noise and bias); of the rival it says nothing.
TEST_CASE("coverage of one person by hand") {
    const double before = 0.25 * 0.25, noise = 0.31 * 0.31 + 0.15 * 0.15, after = before * noise / (before + noise);
    const Coverage found = of(alone());
    CHECK(found.people[0].stance[1] == Approx(1 - after / before).epsilon(1e-12));
    CHECK(found.people[0].stance[2] == Approx(0).margin(1e-12));
    CHECK(found.people[0].margin == Approx(1 - (after + before) / (2 * before)).epsilon(1e-12));
    CHECK(found.overall == Approx(found.people[0].margin));
    REQUIRE(found.roles.size() == 1);
    CHECK(found.roles[0].role == "decision_maker");
    CHECK(found.roles[0].known.margin == Approx(found.overall));
}

TEST_CASE("nothing uncertain, or no evidence: 0") {
    Json json = alone();
    json["uncertainty"] = {{"deviation_sd", 0}};
    CHECK(of(json).overall == 0);
    json = deals::document();
    json["evidence"] = Json::array();
    const Coverage found = of(json);
    CHECK(found.overall == Approx(0).margin(1e-12));
    for (const Known& known : found.people) CHECK(known.freshness == 0);
}

// The same by another path: prior variance from the deal compiled without its evidence, the margin's row from V.
TEST_CASE("coverage is one less the variance with the evidence over that without, from two compiled deals") {
    for (const char* rule : {"autocracy", "majority"}) {
        Json json = deals::document();
        json["decision"]["rule"] = rule;
        const Deal deal = deals::read(json);
        const DecisionModel with = deals::model(deal);
        json["evidence"] = Json::array();
        const DecisionModel without = deals::model(json);
        for (const std::size_t rival : {std::size_t{0}, std::size_t{2}}) {
            const std::size_t gate = rival == 0 ? 0 : 1;
            const auto variance = [&](const DecisionModel& model, const std::vector<double>& eyes) {
                double sum = 0;
                const auto& at = model.index();
                const Matrix& cov = model.belief.covariance;
                for (std::size_t d = 0; d < 3; ++d)
                    for (std::size_t e = 0; e < 3; ++e)
                        for (std::size_t p = 0; p < 3; ++p)
                            for (std::size_t q = 0; q < 3; ++q)
                                sum += eyes[d] * eyes[e] * model.control(d, p) * model.control(e, q) *
                                       (cov(at(gate, p, 1), at(gate, q, 1)) - cov(at(gate, p, 1), at(gate, q, rival)) - cov(at(gate, p, rival), at(gate, q, 1)) + cov(at(gate, p, rival), at(gate, q, rival)));
                return sum;
            };
            const Coverage found = coverage(deal, with, rival);
            CAPTURE(rule, rival);
            CHECK(found.overall == Approx(1 - variance(with, deciding_eyes(with)) / variance(without, deciding_eyes(with))).epsilon(1e-9));
            for (std::size_t i = 0; i < 3; ++i) {
                std::vector<double> eyes(3, 0.0);
                eyes[i] = 1;
                CHECK(found.people[i].margin == Approx(1 - variance(with, eyes) / variance(without, eyes)).epsilon(1e-9));
            }
        }
    }
}

TEST_CASE("more evidence never covers less, better evidence covers more") {
    Json json = deals::document();
    double last = -1;
    json["evidence"] = Json::array();
    for (const char* about : {"chen", "liu", "wang", "chen"}) {
        json["evidence"].push_back({{"about", about}, {"offer", "us"}, {"stance", 0.2}});
        const double now = of(json).overall;
        CHECK(now > last);
        CHECK(now < 1);
        last = now;
    }
    json["evidence"][0]["reliability"] = 1;
    CHECK(of(json).overall > last);
}

TEST_CASE("a role is the mean over its people by their shares, a vacant seat included") {
    Json json = deals::document();  // wang is purchaser 3, user 1
    json["people"].push_back({{"id", "seat"}, {"roles", {"user"}}, {"vacant", true}});
    json["people"].push_back({{"id", "old"}, {"roles", {"user"}}, {"departed", true}});
    const Coverage found = of(json);
    const auto role = [&](const std::string& id) { return *std::find_if(found.roles.begin(), found.roles.end(), [&](const RoleKnown& one) { return one.role == id; }); };
    CHECK(role("user").people == Approx(1.25));
    CHECK(role("user").known.margin == Approx((0.25 * found.people[2].margin + found.people[3].margin) / 1.25));
    CHECK(role("user").known.stance[1] == Approx((0.25 * found.people[2].stance[1] + found.people[3].stance[1]) / 1.25));
    CHECK(role("purchaser").known.weights == Approx(found.people[2].weights));
    CHECK(std::none_of(found.roles.begin(), found.roles.end(), [](const RoleKnown& one) { return one.role == "finance" || one.role == "coach"; }));
}

TEST_CASE("weights, sways and freshness by hand") {
    Json json = alone();
    json["people"].push_back({{"id", "liu"}, {"roles", {"technical"}}, {"reports_to", "chen"}});
    json["ties"] = Json::array({{{"from", "liu"}, {"to", "chen"}, {"strength", 0.2}}});
    json["as_of"] = "2026-10-15";
    json["evidence"] = Json::array({{{"about", "chen"}, {"offer", "us"}, {"stance", 0}, {"date", "2026-08-31"}},    // 45 days: a quarter of 180
                                    {{"about", "chen"}, {"offer", "us"}, {"stance", 0}, {"date", "2026-01-01"}},
                                    {{"about", "liu"}, {"offer", "us"}, {"stance", 0}, {"date", "2026-04-01"}}});  // 197 days
    Coverage found = of(json);
    CHECK(found.people[0].weights == Approx(0).margin(1e-12));
    CHECK(found.people[0].sways == Approx(0.2 / 0.5));  // his report moves him by 0.3 besides
    CHECK(found.people[1].sways == 0);                  // his boss alone, from the chart
    CHECK(found.people[0].freshness == Approx(0.75));
    CHECK(found.people[1].freshness == 0);

    // What he says he weighs: own importances have sd 1, (1 / 1.5)² = 4/9; the others' stay the catalog's.
    json["people"][0]["concerns"] = {{"risk", 8}, {"cost", {{"importance", 2}, {"sd", 0}}}};
    const Deal deal = deals::read(json);
    const DecisionModel model = deals::model(deal);
    const Matrix weights = concern_weights(model.table, 1);
    CHECK(coverage(deal, model, 2).people[0].weights == Approx(weights(0, model.concern("risk")) * 5 / 9 + weights(0, model.concern("cost"))));
    json["evidence"][2].erase("date");
    CHECK(of(json).people[1].freshness == 1);
}
