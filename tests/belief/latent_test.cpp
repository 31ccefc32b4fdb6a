#include <buygraph/belief/latent.hpp>

#include <algorithm>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

// The derivative of an attitude with respect to an importance, by central differences of Σ_k C[k] s[k].
TEST_CASE("importance errors are the slope of the attitude") {
    const ConcernTable table = deals::under("autocracy").table;
    const PriorAttitudes prior = prior_attitudes(table);
    std::size_t checked = 0;
    for (const Latent& latent : prior.latents) {
        if (latent.group != ErrorGroup::importance) continue;
        ConcernTable up = table, down = table;
        up.importance(latent.person, latent.concern) += 1e-5;
        down.importance(latent.person, latent.concern) -= 1e-5;
        const PriorAttitudes above = prior_attitudes(up), below = prior_attitudes(down);
        for (const auto& [at, loading] : latent.loadings) {
            REQUIRE(loading == Approx((above.mean[at] - below.mean[at]) / 2e-5).margin(1e-9));
            ++checked;
        }
    }
    CHECK(checked > 50);
}

TEST_CASE("a shared score error moves everybody who weighs the concern, but him who has his own view") {
    const DecisionModel model = deals::under("autocracy");
    const std::size_t cost = model.concern("cost"), us = model.offer("us"), wang = model.person("wang");
    std::size_t shared = 0, own = 0;
    for (const Latent& latent : model.prior.latents) {
        if (latent.group != ErrorGroup::score || latent.concern != cost || latent.offer != us) continue;
        const bool moves_wang = std::any_of(latent.loadings.begin(), latent.loadings.end(), [&](const auto& l) { return l.first / 3 % 3 == wang; });
        if (latent.shared) {
            ++shared;
            CHECK(latent.loadings.size() == 4);  // chen and liu, at two gates
            CHECK_FALSE(moves_wang);
        } else {
            ++own;
            CHECK(moves_wang);
            CHECK(latent.sd == Approx(1.0 / 5));
        }
    }
    CHECK(shared == 1);
    CHECK(own == 1);
}

TEST_CASE("personal scores have one error for each person, deviations one for each person and offer") {
    const DecisionModel model = deals::under("autocracy");
    const std::size_t trust = model.concern("personal_trust");
    CHECK(std::count_if(model.prior.latents.begin(), model.prior.latents.end(), [&](const Latent& l) { return l.group == ErrorGroup::score && l.concern == trust; }) == 9);
    CHECK(std::count_if(model.prior.latents.begin(), model.prior.latents.end(), [](const Latent& l) { return l.group == ErrorGroup::deviation; }) == 9);
}
