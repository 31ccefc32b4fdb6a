#include <buygraph/belief/concern_table.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

// Importances: 4 organisational, 2 personal. Buy gate: personal × ½ → 4/5, 1/5. Vendor gate: × 2 → 4/8, 4/8.
TEST_CASE("personal concerns weigh half at the buy gate and double at the vendor gate") {
    Json json = deals::document();
    json["people"] = {{{"id", "a"}, {"concerns", {{"cost", 4}, {"personal_trust", 2}}}}};
    json["ties"] = json["evidence"] = Json::array();
    json["decision"]["decider"] = "a";
    const ConcernTable table = deals::model(json).table;
    const Matrix buy = concern_weights(table, 0), vendor = concern_weights(table, 1);
    REQUIRE(table.concerns == std::vector<std::string>{"cost", "personal_trust"});
    CHECK(buy(0, 0) == Approx(0.8));
    CHECK(buy(0, 1) == Approx(0.2));
    CHECK(vendor(0, 0) == Approx(0.5));
    CHECK(vendor(0, 1) == Approx(0.5));
}

TEST_CASE("weights of everybody add to 1 at both gates") {
    const DecisionModel model = deals::under("autocracy");
    for (std::size_t gate = 0; gate < 2; ++gate)
        for (std::size_t i = 0; i < 3; ++i) {
            double sum = 0;
            for (const double weight : model.prior.weights[gate].row(i)) sum += weight;
            CHECK(sum == Approx(1).epsilon(1e-14));
        }
}
