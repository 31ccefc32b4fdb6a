#include <buygraph/insight/voting_power.hpp>
#include <buygraph/model/formal_right.hpp>

#include <numeric>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

using Values = std::vector<double>;

// chen decides; liu (technical) holds a veto; wang and zhao do not; zhao is only a coach and has no vote.
Json committee(const char* rule) {
    Json json = deals::document();
    json["people"].push_back({{"id", "zhao"}, {"roles", {"coach"}}});
    json["decision"]["rule"] = rule;
    return json;
}

VotingPower power(const Json& json) { return voting_power(deals::model(json)); }

void check(const Values& found, const Values& expected) {
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CAPTURE(i);
        CHECK(found[i] == Approx(expected[i]).epsilon(1e-13).margin(1e-300));
    }
}

}  // namespace

TEST_CASE("autocracy: the decider and the veto holder are needed, half each") {
    const auto found = power(committee("autocracy"));
    check(found.shapley_shubik.values, {0.5, 0.5, 0, 0});
    check(found.banzhaf.values, {0.5, 0.5, 0, 0});
    check(found.banzhaf.absolute, {0.5, 0.5, 0, 0});
    CHECK(found.shapley_shubik.exact);
}

TEST_CASE("autocracy without a veto: the decider has all; two possible deciders have their chances") {
    Json json = committee("autocracy");
    json["people"][1]["veto"] = false;
    check(power(json).shapley_shubik.values, {1, 0, 0, 0});
    json["decision"]["decider"] = {{"chen", 0.7}, {"wang", 0.3}};
    check(power(json).shapley_shubik.values, {0.7, 0, 0.3, 0});
    check(power(json).banzhaf.absolute, {0.7, 0, 0.3, 0});
}

// chen with 0.6: chen and liu needed. liu himself with 0.4: he alone.
TEST_CASE("a decider known by chances, one of whom holds the veto: each index is its mean") {
    Json json = committee("autocracy");
    json["decision"]["decider"] = {{"chen", 0.6}, {"liu", 0.4}};
    const auto found = power(json);
    check(found.shapley_shubik.values, {0.3, 0.7, 0, 0});
    check(found.banzhaf.absolute, {0.3, 0.7, 0, 0});
}

// Three votes, two needed, liu in: chen and wang are substitutes. Orders: liu is last or second in 4 of 6; chen and wang one each.
// Swings: liu with {chen}, {wang}, {chen, wang}, each with or without zhao; chen with {liu}.
TEST_CASE("majority with a veto: four of six orders are the veto holder's, three of five swings") {
    const auto found = power(committee("majority"));
    check(found.shapley_shubik.values, {1.0 / 6, 4.0 / 6, 1.0 / 6, 0});
    check(found.banzhaf.values, {0.2, 0.6, 0.2, 0});
    check(found.banzhaf.absolute, {0.25, 0.75, 0.25, 0});
    check(found.banzhaf.swings, {2, 6, 2, 0});
}

// Votes 3, 1, 1 and none, without a veto: quota 2/3 of 5 is 4. chen is always needed, either other suffices.
TEST_CASE("quota counts votes") {
    Json json = committee("quota");
    json["people"][0]["votes"] = 3;
    json["people"][1]["veto"] = false;
    check(power(json).shapley_shubik.values, {4.0 / 6, 1.0 / 6, 1.0 / 6, 0});
    check(power(json).banzhaf.values, {0.6, 0.2, 0.2, 0});
}

TEST_CASE("unanimity: everybody with votes is needed, and a veto holder without votes as well") {
    Json json = committee("unanimity");
    check(power(json).shapley_shubik.values, {1.0 / 3, 1.0 / 3, 1.0 / 3, 0});
    check(power(json).banzhaf.absolute, {0.25, 0.25, 0.25, 0});
    json["people"][3]["veto"] = true;
    check(power(json).shapley_shubik.values, {0.25, 0.25, 0.25, 0.25});
}

// chen has no vote but picks: with him wang and liu are needed.
TEST_CASE("consent: the decider picks, so he is needed even without a vote") {
    Json json = committee("consent");
    check(power(json).shapley_shubik.values, {1.0 / 3, 1.0 / 3, 1.0 / 3, 0});
    json["people"][0]["votes"] = 0;
    check(power(json).shapley_shubik.values, {1.0 / 3, 1.0 / 3, 1.0 / 3, 0});
    json["decision"]["decider"] = {{"chen", 0.5}, {"wang", 0.5}};
    check(power(json).shapley_shubik.values, {1.0 / 6, 5.0 / 12, 5.0 / 12, 0});
}

TEST_CASE("weighted: without a veto power is the share of votes, with one each shares his with the holder") {
    Json json = committee("weighted");
    json["people"][0]["votes"] = 2;
    json["people"][1]["veto"] = false;
    check(power(json).shapley_shubik.values, {0.5, 0.25, 0.25, 0});
    check(power(json).banzhaf.values, {0.5, 0.25, 0.25, 0});
    json["people"][1]["veto"] = true;
    check(power(json).shapley_shubik.values, {0.25, 0.625, 0.125, 0});
}

// The definition: v(S) is the chance that S carries the purchase; the indices are means of v(S with i) − v(S).
TEST_CASE("under every rule both indices are those of the chance with which a coalition carries the purchase") {
    for (const char* rule : {"autocracy", "weighted", "majority", "quota", "unanimity", "consent"}) {
        Json json = committee(rule);
        json["people"][0]["votes"] = 2;
        json["people"][2]["votes"] = 3;
        json["decision"]["decider"] = {{"chen", 0.5}, {"wang", 0.3}, {"zhao", 0.2}};
        const DecisionModel model = deals::model(json);
        const auto carries = [&](std::size_t coalition) {
            const auto in = [&](std::size_t i) { return ((coalition >> i) & 1U) != 0; };
            double chance = 0;
            int votes = 0;
            bool all_in = true;
            for (std::size_t i = 0; i < 4; ++i) {
                const FormalRight right = formal_right(model, i);
                if (right.veto && !in(i)) return 0.0;
                if (in(i)) votes += right.votes, chance += right.decides;
                else all_in = all_in && right.votes == 0;
            }
            const std::string name = rule;
            if (name == "majority") return votes > 3 ? 1.0 : 0.0;
            if (name == "quota") return votes >= 4 ? 1.0 : 0.0;
            if (name == "unanimity") return all_in ? 1.0 : 0.0;
            return name == "consent" && !all_in ? 0.0 : chance;
        };
        const double orders[]{6.0 / 24, 2.0 / 24, 2.0 / 24, 6.0 / 24};
        Values shapley(4, 0), absolute(4, 0);
        for (std::size_t coalition = 0; coalition < 16; ++coalition)
            for (std::size_t i = 0; i < 4; ++i) {
                if ((coalition >> i) & 1U) continue;
                std::size_t size = 0;
                for (std::size_t j = 0; j < 4; ++j) size += (coalition >> j) & 1U;
                const double gain = carries(coalition | (std::size_t{1} << i)) - carries(coalition);
                shapley[i] += orders[size] * gain, absolute[i] += gain / 8;
            }
        CAPTURE(rule);
        const auto found = voting_power(model);
        check(found.shapley_shubik.values, shapley);
        check(found.banzhaf.absolute, absolute);
        CHECK(std::accumulate(found.banzhaf.values.begin(), found.banzhaf.values.end(), 0.0) == Approx(1));
    }
}
