#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "../belief/anticipation.hpp"
#include "../insight/common_points.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"

namespace buygraph {

/// What a shift of attitudes does: the chance of every offer (0: no decision) and how far people are apart on ours, by scrambles.
struct ShiftedOutcomes {
    std::vector<Estimate> outcomes;  ///< m
    Estimate conflict;               ///< mean of D(ours), in units of attitude
};

/// What an observation would tell about the states of the world: in each its expected value, and the noise around it.
struct Signal {
    std::vector<double> values;  ///< by sample
    double noise_variance = 0;   ///< the same in every state
};

/// The states of the world of a forecast, kept with the control matrix V of each, so that a plan is scored without making them again: where everybody's
/// attitude to our offer moves by Δ in every sample alike, his final attitude moves by V Δ, and only the decision is taken anew.
///
/// The samples are those of `forecast` with the same options, and so are the numbers where nothing moves. Reading it from several threads is safe.
class StoredWorlds {
  public:
    /// \throws InputError   samples out of range
    /// \throws Interrupted  when options.interrupt says so
    /// Cost: a forecast and n³ for each sample; memory of n·(n + 2·m) numbers for each, 1 MB for ten people, three offers and 1,024 samples.
    /// \param model  has to stay where it is as long as this does
    BUYGRAPH_HEAVY StoredWorlds(const DecisionModel& model, const ForecastOptions& options);
    StoredWorlds(DecisionModel&&, const ForecastOptions&) = delete;
    BUYGRAPH_HEAVY ~StoredWorlds();
    StoredWorlds(const StoredWorlds&) = delete;
    StoredWorlds& operator=(const StoredWorlds&) = delete;

    /// \param shift  2 × n: of A_g[i,ours], by gate (0 buy, 1 vendor) and person
    /// Cost: n · (people who move) and the decision for each sample; about a tenth of a forecast.
    [[nodiscard]] BUYGRAPH_HEAVY ShiftedOutcomes with(const Matrix& shift) const;

    /// P(ours) alone: a fraction of that cost.
    [[nodiscard]] BUYGRAPH_HEAVY Estimate win_with(const Matrix& shift) const;

    /// P(ours) in every state of the world: samples in order of (scramble, point).
    [[nodiscard]] BUYGRAPH_HEAVY std::vector<double> wins_with(const Matrix& shift) const;

    /// The same under another rule of the same people and offers.
    [[nodiscard]] BUYGRAPH_HEAVY std::vector<double> wins_with(const Matrix& shift, const decision::DecisionRule& rule) const;

    /// An observation in units of its own standard deviation, given its covariance with the 2·n·m attitudes after the evidence: what each state of the world
    /// leads to expect of it, and the rest as noise; together their variance is 1.
    [[nodiscard]] BUYGRAPH_HEAVY Signal signal(const Anticipation& observed) const;

    /// The strength of a tie of the model in every state, seen with noise. Nothing where it is certain.
    [[nodiscard]] BUYGRAPH_HEAVY std::optional<Signal> tie_signal(std::size_t tie, double noise_variance) const;

    [[nodiscard]] const DecisionModel& model() const { return model_; }
    [[nodiscard]] std::size_t samples() const { return samples_; }
    [[nodiscard]] Matrix no_shift() const { return Matrix(2, model_.people_count()); }

  private:
    struct Kept;

    const DecisionModel& model_;
    std::size_t samples_;
    std::unique_ptr<Kept> kept_;
};

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_PLAN)

#include <algorithm>
#include <cmath>
#include <span>

#include "../decision/conflict.hpp"
#include "../decision/own_chance.hpp"
#include "../forecast/draws.hpp"

namespace buygraph {

namespace detail {

/// Makes worlds and keeps V of each, solved for with the same ties.
class ControlledWorld : public forecasting::WorldMaker<numbers::Lanes> {
  public:
    using Real = numbers::Lanes;
    ControlledWorld(const DecisionModel& model, const forecasting::WorldPlan& plan) : forecasting::WorldMaker<Real>(model, plan), control_(n_ * n_) {}

    [[nodiscard]] std::span<const Real> buy() const { return buy_; }
    [[nodiscard]] std::span<const Real> vendor() const { return vendor_; }

    [[nodiscard]] std::span<const Real> control() {
        influence::assemble_system<Real>(raw_, model_.susceptibility, system_);
        std::fill(control_.begin(), control_.end(), Real(0));
        for (std::size_t i = 0; i < n_; ++i) control_[i * n_ + i] = Real(1 - model_.susceptibility[i]);
        influence::solve_dominant<Real>(system_, control_, n_, n_);
        return control_;
    }

  private:
    std::vector<Real> control_;
};

}  // namespace detail

struct StoredWorlds::Kept {
    using Real = numbers::Lanes;
    static constexpr std::size_t lanes = numbers::lane_count<Real>;

    std::size_t n, m, per_scramble, packs;      ///< packs: of one scramble
    std::vector<Real> buy, vendor, control;     ///< pack by pack
    forecasting::WorldPlan plan;
    std::vector<Real> normals;                  ///< pack by pack, one for each dimension of the plan
    std::optional<decision::OwnChance<Real>> own;
    std::vector<Real> for_own;                  ///< pack by pack

    /// Calls each(pack over all scrambles, used lanes).
    template <class Each>
    void each_pack(Each each) const {
        for (std::size_t at = 0; at < forecasting::scrambles * packs; ++at) each(at, std::min(lanes, per_scramble - at % packs * lanes));
    }

    /// Calls each(scramble, used lanes, P(ours)) for every pack after a shift.
    template <class Each>
    void win(const DecisionModel& model, const Matrix& shift, Each each) const {
        decision::OwnChance<Real> chance = *own;  // with scratch of its own
        std::vector<std::size_t> moved;
        for (std::size_t p = 0; p < n; ++p)
            if (shift(0, p) != 0 || shift(1, p) != 0) moved.push_back(p);
        std::vector<Real> by_buy(n), by_vendor(n);
        each_pack([&](std::size_t at, std::size_t used) {
            for (std::size_t i = 0; i < n; ++i) {
                const Real* row = &control[(at * n + i) * n];
                Real buy_sum(0), vendor_sum(0);
                for (const std::size_t p : moved) {
                    buy_sum += row[p] * shift(0, p);
                    vendor_sum += row[p] * shift(1, p);
                }
                by_buy[i] = buy_sum;
                by_vendor[i] = vendor_sum;
            }
            each(at / packs, used, chance(std::span<const Real>(for_own).subspan(at * chance.size(), chance.size()), by_buy, by_vendor));
        });
    }

    /// Decides every pack after a shift, and calls each(scramble, pack, used lanes, outcome, final attitudes at the buy gate).
    template <class Each>
    void decide(const DecisionModel& model, const decision::DecisionRule& decides, const Matrix& shift, Each each) const {
        std::vector<std::size_t> moved;
        for (std::size_t p = 0; p < n; ++p)
            if (shift(0, p) != 0 || shift(1, p) != 0) moved.push_back(p);
        decision::OutcomeRule<Real> rule(decides, m);
        decision::Outcome<Real> outcome;
        std::vector<Real> bought(n * m), chosen(n * m);
        for (std::size_t scramble = 0; scramble < forecasting::scrambles; ++scramble)
            for (std::size_t pack = 0; pack < packs; ++pack) {
                const std::size_t at = scramble * packs + pack;
                std::copy_n(&buy[at * n * m], n * m, bought.begin());
                std::copy_n(&vendor[at * n * m], n * m, chosen.begin());
                for (std::size_t i = 0; i < n; ++i) {
                    const Real* row = &control[(at * n + i) * n];
                    Real by_buy(0), by_vendor(0);
                    for (const std::size_t p : moved) {
                        by_buy += row[p] * shift(0, p);
                        by_vendor += row[p] * shift(1, p);
                    }
                    bought[i * m + model.ours] += by_buy;
                    chosen[i * m + model.ours] += by_vendor;
                }
                rule(bought, chosen, outcome);
                each(scramble, pack, std::min(lanes, per_scramble - pack * lanes), outcome, std::span<const Real>(bought));
            }
    }
};

BUYGRAPH_HEAVY StoredWorlds::StoredWorlds(const DecisionModel& model, const ForecastOptions& options) : model_(model), samples_(0), kept_(std::make_unique<Kept>()) {
    using Real = Kept::Real;
    Kept& kept = *kept_;
    kept.n = model.people_count();
    kept.m = model.offer_count();
    kept.per_scramble = forecasting::points_a_scramble(options);
    kept.packs = (kept.per_scramble + Kept::lanes - 1) / Kept::lanes;
    samples_ = forecasting::scrambles * kept.per_scramble;
    const std::size_t packs = forecasting::scrambles * kept.packs, places = kept.n * kept.m;
    kept.buy.resize(packs * places);
    kept.vendor.resize(packs * places);
    kept.control.resize(packs * kept.n * kept.n);
    kept.own.emplace(model.rule, kept.m, model.ours);
    kept.for_own.resize(packs * kept.own->size());
    kept.plan = forecasting::plan_worlds(model, covariance(model), true);
    const forecasting::WorldPlan& plan = kept.plan;
    kept.normals.resize(packs * plan.dimensions());
    const auto directions = forecasting::direction_numbers(forecasting::smooth_dimensions(plan, options));
    forecasting::run_tasks(forecasting::scrambles, options.threads ? options.threads : forecasting::machine_threads(), [&](std::size_t scramble) {
        if (options.interrupt && options.interrupt()) throw Interrupted();
        detail::ControlledWorld world(model, plan);
        forecasting::Normals<Real> normals(directions, plan.dimensions(), options, scramble, kept.per_scramble);
        for (std::size_t pack = 0; pack < kept.packs; ++pack) {
            const std::size_t at = scramble * kept.packs + pack;
            const std::span<const Real> drawn = normals.next();
            std::copy(drawn.begin(), drawn.end(), kept.normals.begin() + static_cast<std::ptrdiff_t>(at * plan.dimensions()));
            world(drawn);
            std::copy(world.buy().begin(), world.buy().end(), &kept.buy[at * places]);
            std::copy(world.vendor().begin(), world.vendor().end(), &kept.vendor[at * places]);
            kept.own->keep(world.buy(), world.vendor(), std::span<Real>(kept.for_own).subspan(at * kept.own->size(), kept.own->size()));
            const std::span<const Real> control = world.control();
            std::copy(control.begin(), control.end(), &kept.control[at * kept.n * kept.n]);
        }
    });
}

BUYGRAPH_HEAVY StoredWorlds::~StoredWorlds() = default;

BUYGRAPH_HEAVY ShiftedOutcomes StoredWorlds::with(const Matrix& shift) const {
    using Real = Kept::Real;
    ShiftedOutcomes result{std::vector<Estimate>(kept_->m), {}};
    kept_->decide(model_, model_.rule, shift, [&](std::size_t scramble, std::size_t, std::size_t used, const decision::Outcome<Real>& outcome, std::span<const Real> bought) {
        const Real apart = decision::pulls_towards<Real>(model_.ours, bought, model_.rule.voice).conflict();
        for (std::size_t lane = 0; lane < used; ++lane) {
            for (std::size_t j = 0; j < kept_->m; ++j) result.outcomes[j].by_scramble[scramble] += numbers::lane_of(outcome.probability[j], lane);
            result.conflict.by_scramble[scramble] += numbers::lane_of(apart, lane);
        }
    });
    const double share = 1 / static_cast<double>(kept_->per_scramble);
    for (Estimate& estimate : result.outcomes) estimate = estimate * share;
    result.conflict = result.conflict * share;
    return result;
}

BUYGRAPH_HEAVY Estimate StoredWorlds::win_with(const Matrix& shift) const {
    Estimate result;
    kept_->win(model_, shift, [&](std::size_t scramble, std::size_t used, const Kept::Real& win) {
        for (std::size_t lane = 0; lane < used; ++lane) result.by_scramble[scramble] += numbers::lane_of(win, lane);
    });
    return result * (1 / static_cast<double>(kept_->per_scramble));
}

BUYGRAPH_HEAVY std::vector<double> StoredWorlds::wins_with(const Matrix& shift) const {
    std::vector<double> wins;
    wins.reserve(samples_);
    kept_->win(model_, shift, [&](std::size_t, std::size_t used, const Kept::Real& win) {
        for (std::size_t lane = 0; lane < used; ++lane) wins.push_back(numbers::lane_of(win, lane));
    });
    return wins;
}

BUYGRAPH_HEAVY std::vector<double> StoredWorlds::wins_with(const Matrix& shift, const decision::DecisionRule& rule) const {
    std::vector<double> wins;
    wins.reserve(samples_);
    kept_->decide(model_, rule, shift, [&](std::size_t, std::size_t, std::size_t used, const auto& outcome, const auto&) {
        for (std::size_t lane = 0; lane < used; ++lane) wins.push_back(numbers::lane_of(outcome.probability[model_.ours], lane));
    });
    return wins;
}

BUYGRAPH_HEAVY Signal StoredWorlds::signal(const Anticipation& observed) const {
    const forecasting::WorldPlan& plan = kept_->plan;
    const double scale = observed.variance > 0 ? 1 / std::sqrt(observed.variance) : 0;
    std::vector<double> share(plan.factor.columns);  // F share = covariance / sd, from the rows with which the columns begin
    double explained = 0;
    for (std::size_t c = 0; c < share.size(); ++c) {
        const std::span<const double> row = plan.factor.row(plan.pivots[c]);
        double rest = observed.covariance[plan.pivots[c]] * scale;
        for (std::size_t l = 0; l < c; ++l) rest -= row[l] * share[l];
        share[c] = rest / row[c];
        explained += share[c] * share[c];
    }
    Signal result{{}, std::max(0.0, 1 - explained)};
    result.values.reserve(samples_);
    kept_->each_pack([&](std::size_t at, std::size_t used) {
        const Kept::Real* normals = &kept_->normals[at * plan.dimensions()];
        Kept::Real sum(0);
        for (std::size_t c = 0; c < share.size(); ++c) sum += share[c] * normals[c];
        for (std::size_t lane = 0; lane < used; ++lane) result.values.push_back(numbers::lane_of(sum, lane));
    });
    return result;
}

BUYGRAPH_HEAVY std::optional<Signal> StoredWorlds::tie_signal(std::size_t tie, double noise_variance) const {
    const forecasting::WorldPlan& plan = kept_->plan;
    const auto found = std::find(plan.ties.begin(), plan.ties.end(), tie);
    if (found == plan.ties.end()) return std::nullopt;
    const std::size_t dimension = plan.factor.columns + static_cast<std::size_t>(found - plan.ties.begin());
    const DirectedTie& uncertain = model_.ties[tie];
    Signal result{{}, noise_variance};
    result.values.reserve(samples_);
    kept_->each_pack([&](std::size_t at, std::size_t used) {
        for (std::size_t lane = 0; lane < used; ++lane) {
            const double normal = numbers::lane_of(kept_->normals[at * plan.dimensions() + dimension], lane);
            result.values.push_back(uncertain.strength * std::exp(uncertain.sd * normal - uncertain.sd * uncertain.sd / 2));
        }
    });
    return result;
}

}  // namespace buygraph

#endif
