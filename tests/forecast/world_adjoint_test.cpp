#include <buygraph/forecast/world_adjoint.hpp>
#include <buygraph/model/change_rule.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;
using namespace buygraph::forecasting;

namespace {

struct OneWorld {
    DecisionModel model;
    WorldPlan plan;
    std::vector<double> normals;

    [[nodiscard]] double win() const {
        WorldMaker<double> world(model, plan);
        return world(normals).probability[model.ours];
    }
};

OneWorld random_world(const char* rule) {
    OneWorld made{deals::under(rule), {}, {}};
    made.plan = plan_worlds(made.model, covariance(made.model), true);
    std::mt19937 random(8);
    std::normal_distribution<double> normal;
    for (std::size_t d = 0; d < made.plan.dimensions(); ++d) made.normals.push_back(normal(random));
    return made;
}

template <class World>
void make(World& world, const std::vector<double>& normals) {
    std::copy(normals.begin(), normals.end(), world.room().begin());
    static_cast<void>(world(world.room()));
}

template <class Change>
double slope(const OneWorld& at, Change change) {
    constexpr double by = 1e-6;
    OneWorld up = at, down = at;
    change(up, by), change(down, -by);
    return (up.win() - down.win()) / (2 * by);
}

}  // namespace

TEST_CASE("in one state of the world every derivative agrees with central differences") {
    const OneWorld at = random_world(GENERATE("autocracy", "quota", "unanimity"));
    WorldAdjoint<double> world(at.model, at.plan, decision::outcome_seed(3, at.model.ours));
    make(world, at.normals);
    world.backwards(1);
    const WorldGradient found = world.gradient(world.take_sums());
    for (std::size_t a = 0; a < found.attitude.size(); ++a) REQUIRE(found.attitude[a] == Approx(slope(at, [&](OneWorld& w, double by) { w.model.belief.mean[a] += by; })).margin(1e-8));
    for (std::size_t c = 0; c < found.factor.size(); ++c)
        if (at.plan.factor.values[c] != 0) REQUIRE(found.factor[c] == Approx(slope(at, [&](OneWorld& w, double by) { w.plan.factor.values[c] += by; })).margin(1e-8));
    for (const std::size_t t : at.plan.ties) REQUIRE(found.tie[t] == Approx(slope(at, [&](OneWorld& w, double by) { w.model.ties[t].strength += by; })).margin(1e-8));
    for (std::size_t i = 0; i < 3; ++i) {
        REQUIRE(found.susceptibility[i] == Approx(slope(at, [&](OneWorld& w, double by) { w.model.susceptibility[i] += by; })).margin(1e-8));
        REQUIRE(found.voice[i] == Approx(slope(at, [&](OneWorld& w, double by) { change_rule(w.model, [&](decision::DecisionRule& rule) { rule.voice[i] += by; }); })).margin(1e-8));
    }
    REQUIRE(found.veto_line == Approx(slope(at, [&](OneWorld& w, double by) { change_rule(w.model, [&](decision::DecisionRule& rule) { rule.veto_line += by; }); })).margin(1e-8));
}

TEST_CASE("lanes that are not used count for nothing") {
    const OneWorld at = random_world("autocracy");
    WorldAdjoint<double> single(at.model, at.plan, decision::outcome_seed(3, 1));
    make(single, at.normals);
    single.backwards(1);
    WorldAdjoint<numbers::Lanes> packed(at.model, at.plan, decision::outcome_seed(3, 1));
    make(packed, at.normals);
    packed.backwards(1);
    const auto one = single.attitudes(single.take_sums()), all = packed.attitudes(packed.take_sums());
    for (std::size_t a = 0; a < one.size(); ++a) CHECK(all[a] == Approx(one[a]).margin(1e-13));
}
