#include <buygraph/model/decision_rule.hpp>

#include <buygraph/decision/rule.hpp>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("what a deal does not say about the decision has the model's default") {
    const auto rule = decision_rule({}, {1, 2}, {false, true}, {0.25, 0.75});
    CHECK(rule->rule == Rule::autocracy);
    CHECK(rule->votes == std::vector{1, 2});
    CHECK(rule->veto == std::vector{false, true});
    CHECK(rule->decides == std::vector{0.25, 0.75});
    // docs/model.md, section 1
    CHECK(rule->quota == Approx(2. / 3));
    CHECK(rule->rounds == 3);
    CHECK(rule->agreement == 1.25);
    CHECK(rule->veto_line == -0.25);
    CHECK(rule->veto_temperature == 0.1);
    CHECK(rule->temperature == 0.2);
    CHECK(rule->indecision == 0.15);
    CHECK(rule->conflict == 0.5);
}

TEST_CASE("what a deal says about the decision goes into the rule") {
    Decision decision;
    decision.rule = Rule::quota;
    decision.quota = 0.75;
    decision.rounds = 2;
    decision.agreement = 1.5;
    decision.veto_line = -0.5;
    decision.veto_temperature = 0.2;
    decision.temperature = 0.3;
    decision.indecision = 0.4;
    decision.conflict = 0.6;
    const auto rule = decision_rule(decision, {1}, {true}, {0});
    CHECK(rule->rule == Rule::quota);
    CHECK(rule->quota == 0.75);
    CHECK(rule->rounds == 2);
    CHECK(rule->agreement == 1.5);
    CHECK(rule->veto_line == -0.5);
    CHECK(rule->veto_temperature == 0.2);
    CHECK(rule->temperature == 0.3);
    CHECK(rule->indecision == 0.4);
    CHECK(rule->conflict == 0.6);
}
