#include <buygraph/forecast/draw_worlds.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("samples side by side are the samples one by one, whatever their number and the rule") {
    using namespace forecasting;
    for (const char* rule : {"autocracy", "weighted", "quota", "majority", "unanimity", "consent"}) {
        const DecisionModel model = deals::under(rule);
        const WorldPlan plan = plan_worlds(model, covariance(model), true);
        for (const std::size_t points : {std::size_t{1}, std::size_t{7}, std::size_t{16}}) {
            const Draws packed = draw<numbers::Lanes>(model, plan, points, {}), single = draw<double>(model, plan, points, {});
            REQUIRE(packed.values.size() == single.values.size());
            for (std::size_t i = 0; i < packed.values.size(); ++i) REQUIRE(packed.values[i] == Approx(single.values[i]).margin(1e-13));
        }
    }
}
