#include <buygraph/decision/own_chance.hpp>

#include <numeric>
#include <random>

#include <buygraph/decision/outcome.hpp>

#include "catch.hpp"

using namespace buygraph;

// The independent way: the whole decision with the offer's column moved.
TEST_CASE("the chance of one offer after its own column has moved is that of the whole decision") {
    std::mt19937 random(5);
    std::normal_distribution<double> normal(0, 0.5);
    const Rule rules[]{Rule::autocracy, Rule::weighted, Rule::quota, Rule::majority, Rule::unanimity, Rule::consent};
    for (int round = 0; round < 240; ++round) {
        const std::size_t n = 1 + random() % 6, m = 2 + random() % 4, own = 1 + random() % (m - 1);
        decision::DecisionRule rule;
        rule.rule = rules[round % 6];
        rule.agreement = round % 4 ? 1.25 : 1;
        rule.rounds = 1 + static_cast<int>(random() % 4);
        for (std::size_t i = 0; i < n; ++i) {
            rule.decides.push_back(random() % 3 || i == 0 ? 1.0 + static_cast<double>(random() % 4) : 0.0);
            rule.votes.push_back(i == 0 ? 1 : static_cast<int>(random() % 3));
            rule.veto.push_back(round % 3 != 0 && random() % 3 == 0);
            rule.voice.push_back(1.0 + static_cast<double>(random() % 5));
        }
        rule.votes_needed = std::accumulate(rule.votes.begin(), rule.votes.end(), 0) / 2 + 1;
        for (auto* shares : {&rule.decides, &rule.voice}) {
            const double total = std::accumulate(shares->begin(), shares->end(), 0.0);
            for (double& share : *shares) share /= total;
        }
        std::vector<double> buy(n * m), vendor(n * m), by_buy(n), by_vendor(n);
        for (auto* values : {&buy, &vendor, &by_buy, &by_vendor})
            for (double& value : *values) value = normal(random) * (round % 5 == 4 ? 40 : 1);  // pulls whose exponentials would overflow alone

        CAPTURE(std::string(word_of(rule.rule)), n, m, own);
        decision::OwnChance<double> chance(rule, m, own);
        std::vector<double> kept(chance.size());
        chance.keep(buy, vendor, kept);
        const double found = chance(kept, by_buy, by_vendor);
        for (std::size_t i = 0; i < n; ++i) buy[i * m + own] += by_buy[i], vendor[i * m + own] += by_vendor[i];
        decision::OutcomeRule<double> whole(rule, m);
        decision::Outcome<double> outcome;
        whole(buy, vendor, outcome);
        CHECK(found == Approx(outcome.probability[own]).margin(1e-12));
    }
}
