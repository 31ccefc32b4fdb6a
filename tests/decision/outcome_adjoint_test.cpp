#include <buygraph/decision/outcome_adjoint.hpp>

#include <buygraph/decision/votes_needed.hpp>

#include <random>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::decision;

namespace {

struct Case {
    DecisionRule rule;
    std::vector<double> buy, vendor;
};

Case random_case(Rule kind, bool vetoes, unsigned seed, std::size_t people = 5, std::size_t offers = 4) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> uniform(-0.6, 0.6);
    Case made;
    made.rule.rule = kind;
    double total = 0;
    for (std::size_t i = 0; i < people; ++i) {
        made.rule.votes.push_back(static_cast<int>(1 + i % 3) * (i != 2));
        made.rule.veto.push_back(vetoes && i % 2 == 1);
        total += made.rule.votes.back();
    }
    for (std::size_t i = 0; i < people; ++i) made.rule.decides.push_back(kind == Rule::autocracy || kind == Rule::consent ? (i < 2 ? .5 : 0) : made.rule.votes[i] / total);
    made.rule.voice = std::vector<double>(people, 1.0 / static_cast<double>(people));
    made.rule.votes_needed = votes_needed(kind, 0.6, static_cast<int>(total));
    for (std::size_t i = 0; i < people * offers; ++i) made.buy.push_back(uniform(random) + 0.2), made.vendor.push_back(uniform(random));
    return made;
}

double value(const Case& at, const OutcomeSeed& seed) {
    const std::size_t offers = seed.offer.size();
    OutcomeRule<double> rule(at.rule, offers);
    Outcome<double> outcome;
    rule(at.buy, at.vendor, outcome);
    double sum = seed.blocked * outcome.blocked + seed.stalemate * outcome.stalemate + seed.refused * outcome.refused;
    for (std::size_t j = 1; j < offers; ++j) sum += seed.offer[j] * outcome.probability[j];
    return sum;
}

template <class Change>
double slope(const Case& at, const OutcomeSeed& seed, Change change) {
    constexpr double step = 1e-6;
    Case up = at, down = at;
    change(up, step), change(down, -step);
    return (value(up, seed) - value(down, seed)) / (2 * step);
}

/// By every attitude: a comparison counts for one offer and against another.
std::pair<std::vector<double>, std::vector<double>> by_attitudes(const OutcomeAdjoint<double>& adjoint, std::size_t people, std::size_t offers) {
    std::vector<double> by[2] = {std::vector<double>(people * offers), std::vector<double>(people * offers)};
    for (std::size_t i = 0; i < people; ++i)
        for (std::size_t c = 0; c < adjoint.compared().size(); ++c) {
            const Compared& compared = adjoint.compared()[c];
            const double derivative = adjoint.by_compared[i * adjoint.compared().size() + c];
            by[compared.gate][i * offers + compared.offer] += derivative;
            if (compared.against) by[compared.gate][i * offers + *compared.against] -= derivative;
        }
    return {by[0], by[1]};
}

}  // namespace

// With two offers there is nothing to choose, and with an agreement of 1 no power to take.
TEST_CASE("derivatives of every outcome under every rule agree with central differences") {
    const Rule kind = GENERATE(Rule::autocracy, Rule::weighted, Rule::quota, Rule::majority, Rule::unanimity, Rule::consent);
    const bool vetoes = GENERATE(false, true);
    const std::size_t offers = GENERATE(2UL, 4UL), people = 5;
    Case at = random_case(kind, vetoes, 11, people, offers);
    if (offers == 2) at.rule.agreement = 1;
    std::vector<OutcomeSeed> seeds;
    for (std::size_t j = 0; j < offers; ++j) seeds.push_back(outcome_seed(offers, j));
    OutcomeSeed mixed{{0, .3}, .7, -.4, .2};
    for (std::size_t j = 2; j < offers; ++j) mixed.offer.push_back(j == 2 ? -.2 : 1);
    seeds.push_back(mixed);
    for (const OutcomeSeed& seed : seeds) {
        OutcomeAdjoint<double> adjoint(at.rule, offers);
        Outcome<double> outcome;
        adjoint.of(seed);
        adjoint(at.buy, at.vendor, outcome);
        const auto [by_buy, by_vendor] = by_attitudes(adjoint, people, offers);
        for (std::size_t a = 0; a < people * offers; ++a) {
            REQUIRE(by_buy[a] == Approx(slope(at, seed, [&](Case& moved, double by) { moved.buy[a] += by; })).margin(2e-9));
            REQUIRE(by_vendor[a] == Approx(slope(at, seed, [&](Case& moved, double by) { moved.vendor[a] += by; })).margin(2e-9));
        }
        for (std::size_t i = 0; i < people; ++i)
            REQUIRE(adjoint.by_voice[i] == Approx(slope(at, seed, [&](Case& moved, double by) { moved.rule.voice[i] += by; })).margin(2e-9));
        REQUIRE(adjoint.by_veto_line == Approx(slope(at, seed, [&](Case& moved, double by) { moved.rule.veto_line += by; })).margin(2e-9));
    }
}

TEST_CASE("all outcomes together do not change") {
    for (const Rule kind : {Rule::autocracy, Rule::weighted, Rule::quota, Rule::majority, Rule::unanimity, Rule::consent}) {
        const Case at = random_case(kind, true, 5);
        OutcomeAdjoint<double> adjoint(at.rule, 4);
        Outcome<double> outcome;
        adjoint.of({{0, 1, 1, 1}, 1, 1, 1});
        adjoint(at.buy, at.vendor, outcome);
        for (const auto* found : {&adjoint.by_compared, &adjoint.by_voice})
            for (const double derivative : *found) CHECK(derivative == Approx(0).margin(1e-13));
    }
}

TEST_CASE("a sample leaves nothing for the next") {
    for (const Rule kind : {Rule::autocracy, Rule::weighted, Rule::quota, Rule::majority, Rule::unanimity, Rule::consent})
        for (const bool vetoes : {false, true}) {
            const Case before = random_case(kind, vetoes, 6), at = random_case(kind, vetoes, 7);
            OutcomeAdjoint<double> once(at.rule, 4), again(at.rule, 4);
            Outcome<double> outcome;
            for (auto* adjoint : {&once, &again}) adjoint->of(outcome_seed(4, 2));
            again(before.buy, before.vendor, outcome);
            again(at.buy, at.vendor, outcome);
            once(at.buy, at.vendor, outcome);
            CHECK(again.by_compared == once.by_compared);
            CHECK(again.by_voice == once.by_voice);
            CHECK(again.by_veto_line == once.by_veto_line);
        }
}
