#include <buygraph/insight/power.hpp>

#include <numeric>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {
const NetworkPower& network(const Power& power, std::optional<Relation> relation) {
    for (const NetworkPower& one : power.networks)
        if (one.relation == relation) return one;
    throw std::logic_error("no such network");
}
}  // namespace

//   liu (veto) reports to chen (decides), wang reports to chen; liu and wang are friends (0.5 both ways)
TEST_CASE("formal right is what the deal says, control and total effects are read off V") {
    const DecisionModel model = deals::model(deals::document());
    const Power found = power(model);
    CHECK(found.decides == std::vector<double>{1, 0, 0});
    CHECK(found.veto == std::vector<bool>{false, true, false});
    double all = 0;
    for (std::size_t p = 0; p < 3; ++p) {
        CHECK(found.control[p] == Approx(model.control(0, p)));
        CHECK(found.total_effects[p] == Approx((model.control(0, p) + model.control(1, p) + model.control(2, p)) / 3));
        all += found.total_effects[p];
    }
    CHECK(all == Approx(1));  // rows of V add to 1 where no tie is negative
    CHECK(found.voting.shapley_shubik.values == voting_power(model).shapley_shubik.values);
}

TEST_CASE("nobody decides alone where votes are counted") {
    for (const char* rule : {"quota", "majority", "unanimity"}) CHECK(power(deals::under(rule)).decides == std::vector<double>{0, 0, 0});
}

TEST_CASE("each relation is a network of its own; those without a positive tie are left out") {
    Json json = deals::document();
    json["ties"].push_back({{"from", "wang"}, {"to", "chen"}, {"kind", "opposes"}});
    const Power found = power(deals::model(json));
    REQUIRE(found.networks.size() == 3);
    CHECK(found.networks[0].relation == std::nullopt);
    CHECK(network(found, Relation::friendship).strength == std::vector<double>{0, 0.5, 0.5});
    CHECK(network(found, Relation::friendship).reach == std::vector<double>{0, 0.5, 0.5});
    CHECK(network(found, Relation::friendship).constraint == std::vector<std::optional<double>>{std::nullopt, 1.0, 1.0});  // a pair alone: (1)²
    // A star by reporting: only the boss stands between others, on 2 of the 2 ordered pairs.
    CHECK(network(found, Relation::reports_to).betweenness == std::vector<double>{1, 0, 0});
    for (const NetworkPower& one : found.networks) CHECK(std::accumulate(one.pagerank.begin(), one.pagerank.end(), 0.0) == Approx(1));
}

TEST_CASE("Bonacich's measure in a pair alone: both alike, squares adding to n, and an attenuation beyond 1 / λ is refused") {
    const DecisionModel model = deals::model(deals::document());
    const NetworkPower pair = network_power(model, Relation::friendship, 0.5);
    CHECK(pair.bonacich[1] == Approx(std::sqrt(1.5)));
    CHECK(pair.bonacich[2] == Approx(std::sqrt(1.5)));
    CHECK_THROWS_AS(network_power(model, Relation::friendship, 2.0), InputError);  // λ = 0.5
    CHECK(network_power(model, Relation::friendship).attenuation == 1);
}
