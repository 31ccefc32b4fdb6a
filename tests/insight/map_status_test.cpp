#include <buygraph/insight/map_status.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

MapStatus status(double chen, double liu, double wang, std::vector<bool> vacant = {false, false, false}) {
    const DecisionModel model = deals::under("autocracy");  // chen decides, liu vetoes, wang is key by influence
    std::vector<Standing> stands = standings(model);
    const double leads[]{chen, liu, wang};
    for (std::size_t i = 0; i < 3; ++i) {
        stands[i].lead = leads[i];
        stands[i].sign = leads[i] >= 0.30 ? 2 : leads[i] >= 0.08 ? 1 : 0;
    }
    return map_status(model, stands, vacant, {1, 0.5, 0.5});
}

}  // namespace

TEST_CASE("red without a supporter among the key people, amber with one, green where one decides or approves") {
    CHECK(status(0, 0, 0).light == MapLight::red);
    CHECK(status(0, 0, 0.2).light == MapLight::amber);
    CHECK(status(0, 0.2, 0).light == MapLight::green);
    CHECK(status(0.2, 0, 0).light == MapLight::green);
    CHECK(status(0.2, 0, 0.4).supporters == std::vector<std::size_t>{0, 2});
    CHECK(status(0.07, 0, 0).light == MapLight::red);
    CHECK(status(0.2, 0, 0, {true, false, false}).light == MapLight::red);  // nobody sits there
}

TEST_CASE("it cannot tell strong support from weak, nor a neutral veto from a hostile one") {
    CHECK(status(0.1, 0, 0).light == status(0.9, 0.9, 0.9).light);
    CHECK(status(0.1, -0.9, -0.9).light == status(0.1, 0, 0).light);
}
