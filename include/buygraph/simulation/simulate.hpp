#pragma once

#include <cstdint>

#include "../deal/deal.hpp"
#include "../separate.hpp"
#include "truth.hpp"

namespace buygraph {

/// A deal as a seller would have written it, and what he could not know.
struct SimulatedDeal {
    Deal deal;
    SimulatedTruth truth;
};

/// A believable deal of a portfolio that does not exist: Chinese or English, thin or rich, under any rule, with a team and an owner out of a staff of 40, valid. It depends on
/// (seed, number) alone, so a portfolio has any size and can be made in any parts.
///
/// First the deal is made without what was seen of anybody. Then one state of the world is drawn from what the model expects of it (scores, deviations, importances, drift, ties); stances
/// are seen in it by sources with the noise and the bias that the model gives them; one who decides is drawn, where a person does; and the outcome is drawn from the closed form
/// of the decision. So the deal is a fair draw given what its file says, and forecasts of many such deals come true as often as they say: the model's own assumptions hold here,
/// which is what a test of the computation wants and no evidence that they hold elsewhere. Two things are left out of the model's reckoning: stances are written with two digits,
/// and one beyond −1 or 1 was not written down.
/// Cost: compiling the deal.
[[nodiscard]] BUYGRAPH_HEAVY SimulatedDeal simulate(std::uint64_t seed, std::uint64_t number);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_SIMULATION)

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "../decision/outcome.hpp"
#include "../influence/network.hpp"
#include "../influence/solve.hpp"
#include "../model/compile.hpp"
#include "made_up_deal.hpp"

namespace buygraph {

namespace simulation {

/// The true state of the world of a deal, drawn from what its model expects.
class TrueWorld {
  public:
    TrueWorld(const DecisionModel& model, Dice dice) : model_(model), dice_(dice), attitude_(model.prior.mean), bias_(model.readings.size()) {
        for (const Latent& latent : model.prior.latents) {
            const double error = latent.sd * dice_.normal();
            for (const auto& [at, loading] : latent.loadings) attitude_[at] += loading * error;
        }
        for (double& bias : bias_) bias = model.bias_sd * dice_.normal();
    }

    /// What the source of a reading says he has seen, before the drift, as the model takes readings: at the mean ties.
    [[nodiscard]] double seen(const Reading& reading) {
        double stance = bias_[reading.bias] + std::sqrt(reading.noise_variance) * dice_.normal();
        for (std::size_t p = 0; p < model_.people_count(); ++p) stance += model_.control(reading.person, p) * attitude_[model_.index()(reading.gate, p, reading.offer)];
        return stance;
    }

    /// The day of the decision: attitudes have drifted, ties are what they are, and somebody decides.
    [[nodiscard]] SimulatedTruth decide() {
        drift();
        const Matrix buy = settled(0), vendor = settled(1);
        decision::DecisionRule rule = *model_.rule;
        SimulatedTruth truth;
        if (one_person_decides(rule.rule)) {
            const std::size_t decider = dice_.weighted(rule.decides);
            rule.decides.assign(rule.decides.size(), 0.0);
            rule.decides[decider] = 1;
            truth.decider = model_.people[decider];
        }
        decision::Outcome<double> outcome;
        decision::OutcomeRule<double>(rule, model_.offer_count())(buy.values, vendor.values, outcome);
        truth.win = outcome.probability[model_.ours];
        truth.no_decision = outcome.probability[0];
        std::vector<double> ways(outcome.probability.begin() + 1, outcome.probability.end());
        ways.insert(ways.end(), {outcome.blocked, outcome.stalemate, outcome.refused});
        const std::size_t way = dice_.weighted(ways), offers = model_.offer_count() - 1;
        truth.outcome = model_.offers[way < offers ? way + 1 : 0];
        truth.won = way + 1 == model_.ours;
        if (way >= offers) truth.way = way == offers ? "blocked" : way == offers + 1 ? "stalemate" : "refused";
        for (std::size_t i = 0; i < model_.people_count(); ++i)
            for (std::size_t j = 0; j < model_.offer_count(); ++j) truth.attitudes.push_back({model_.people[i], model_.offers[j], buy(i, j), vendor(i, j)});
        return truth;
    }

  private:
    void drift() {
        const double sd = std::sqrt(model_.drift_variance);
        for (std::size_t i = 0; i < model_.people_count(); ++i)
            for (std::size_t j = 0; j < model_.offer_count(); ++j) {
                const double moved = sd * dice_.normal();
                for (std::size_t g = 0; g < 2; ++g) attitude_[model_.index()(g, i, j)] += moved;
            }
        raw_ = Matrix(model_.people_count(), model_.people_count());
        for (const DirectedTie& tie : model_.ties) raw_(tie.to, tie.from) += tie.strength * std::exp(tie.sd * dice_.normal() - tie.sd * tie.sd / 2);
    }

    [[nodiscard]] Matrix settled(std::size_t gate) const {
        const std::size_t n = model_.people_count(), m = model_.offer_count();
        Matrix system(n, n), right(n, m);
        influence::assemble_system<double>(raw_.values, model_.susceptibility, system.values);
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < m; ++j) right(i, j) = (1 - model_.susceptibility[i]) * attitude_[model_.index()(gate, i, j)];
        influence::solve_dominant<double>(system.values, right.values, n, m);
        return right;
    }

    const DecisionModel& model_;
    Dice dice_;
    std::vector<double> attitude_, bias_;
    Matrix raw_;
};

}  // namespace simulation

BUYGRAPH_HEAVY SimulatedDeal simulate(std::uint64_t seed, std::uint64_t number) {
    SimulatedDeal made{simulation::MadeUpDeal(seed, number).deal(), {}};
    Deal& deal = made.deal;
    const DecisionModel model = compile_valid(deal);  // a reading's noise does not depend on what it says
    simulation::TrueWorld world(model, simulation::Dice(seed, number, 1));
    std::vector<Evidence> written;
    for (std::size_t r = 0; r < deal.evidence.size(); ++r) {
        const double stance = std::round(100 * world.seen(model.readings[r])) / 100;
        if (std::abs(stance) > 1) continue;
        deal.evidence[r].stance = stance == 0 ? 0.0 : stance;
        written.push_back(std::move(deal.evidence[r]));
    }
    deal.evidence = std::move(written);
    made.truth = world.decide();
    made.truth.deal = deal.id;
    return made;
}

}  // namespace buygraph

#endif
