#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "../forecast/options.hpp"
#include "../forecast/plan.hpp"
#include "../insight/common_points.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"

namespace buygraph {

/// What a shift of attitudes does: the chance of every offer (0: no decision) and how far people are apart on ours, by scrambles.
struct ShiftedOutcomes {
    std::vector<Estimate> outcomes;  ///< m
    Estimate conflict;               ///< mean of D(ours), in units of attitude
};

/// States of the world in packs as wide as the instruction set for which they are made: what `StoredWorlds` asks, whatever that is.
/// A shift is 2 × n: of everybody's attitude to our offer by gate, the same in every sample. Reading it from several threads is safe.
class KeptWorlds {
  public:
    virtual ~KeptWorlds() = default;
    [[nodiscard]] virtual ShiftedOutcomes with(const Matrix& shift) const = 0;
    [[nodiscard]] virtual Estimate win_with(const Matrix& shift) const = 0;
    /// P(ours) by sample, in order of (scramble, point); under another rule of the same people and offers if one is given.
    [[nodiscard]] virtual std::vector<double> wins_with(const Matrix& shift, const decision::DecisionRule* rule) const = 0;
    /// Σ_c share[c] · z[first + c] by sample, of the standard normal numbers behind it.
    [[nodiscard]] virtual std::vector<double> normals(std::size_t first, std::span<const double> share) const = 0;
};

/// Makes them: the samples of a forecast of the model with these options.
/// \param model  has to stay where it is as long as they do
/// \throws Interrupted  when options.interrupt says so
[[nodiscard]] BUYGRAPH_HEAVY std::unique_ptr<KeptWorlds> keep_worlds(const DecisionModel& model, const forecasting::WorldPlan& plan, std::size_t per_scramble, const ForecastOptions& options);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_KERNEL)

#include <algorithm>

#include "../decision/conflict.hpp"
#include "../decision/own_chance.hpp"
#include "../forecast/draw_worlds.hpp"

namespace buygraph {

namespace detail {

/// Makes worlds and keeps V of each, solved for with the same ties.
template <class Real>
class ControlledWorld : public forecasting::WorldMaker<Real> {
    using Base = forecasting::WorldMaker<Real>;
    using Base::raw_, Base::model_, Base::system_, Base::n_;

  public:
    ControlledWorld(const DecisionModel& model, const forecasting::WorldPlan& plan) : Base(model, plan), control_(n_ * n_) {}

    using Base::buy, Base::vendor;

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

template <class Real>
class PackedWorlds : public KeptWorlds {
  public:
    PackedWorlds(const DecisionModel& model, const forecasting::WorldPlan& plan, std::size_t per_scramble, const ForecastOptions& options)
        : model_(model), n_(model.people_count()), m_(model.offer_count()), per_scramble_(per_scramble), packs_((per_scramble + lanes - 1) / lanes), dimensions_(plan.dimensions()),
          chance_(*model.rule, m_, model.ours) {
        const std::size_t packs = forecasting::scrambles * packs_;
        buy_.resize(packs * n_ * m_);
        vendor_.resize(packs * n_ * m_);
        control_.resize(packs * n_ * n_);
        for_chance_.resize(packs * chance_.size());
        normals_.resize(packs * dimensions_);
        const auto directions = forecasting::direction_numbers(forecasting::smooth_dimensions(plan, options));
        using World = ControlledWorld<Real>;
        forecasting::Pool<World> worlds;
        forecasting::run_tasks(forecasting::scrambles, options.threads ? options.threads : forecasting::machine_threads(), [&](std::size_t scramble) {
            if (options.interrupt && options.interrupt()) throw Interrupted();
            forecasting::Normals<Real> normals(directions, dimensions_, options, scramble, per_scramble_);
            const auto make = [&] { return std::make_unique<World>(model, plan); };
            worlds.lend(make, [&](World& world) {
                for (std::size_t at = scramble * packs_; at < (scramble + 1) * packs_; ++at) {
                    const std::span<Real> drawn = std::span(normals_).subspan(at * dimensions_, dimensions_);
                    normals.next(drawn);
                    world(drawn);
                    put(world.buy(), buy_, at);
                    put(world.vendor(), vendor_, at);
                    chance_.keep(world.buy(), world.vendor(), std::span<Real>(for_chance_).subspan(at * chance_.size(), chance_.size()));
                    put(world.control(), control_, at);
                }
            });
        });
    }

    [[nodiscard]] ShiftedOutcomes with(const Matrix& shift) const override {
        ShiftedOutcomes result{std::vector<Estimate>(m_), {}};
        decide(*model_.rule, shift, [&](std::size_t scramble, std::size_t used, const decision::Outcome<Real>& outcome, std::span<const Real> bought) {
            const Real apart = decision::pulls_towards<Real>(model_.ours, bought, model_.rule->voice).conflict();
            for (std::size_t lane = 0; lane < used; ++lane) {
                for (std::size_t j = 0; j < m_; ++j) result.outcomes[j].by_scramble[scramble] += numbers::lane_of(outcome.probability[j], lane);
                result.conflict.by_scramble[scramble] += numbers::lane_of(apart, lane);
            }
        });
        for (Estimate& estimate : result.outcomes) estimate = estimate * share();
        result.conflict = result.conflict * share();
        return result;
    }

    [[nodiscard]] Estimate win_with(const Matrix& shift) const override {
        Estimate result;
        std::vector<Real> sums(forecasting::scrambles, Real(0));  // of whole packs
        win(shift, [&](std::size_t scramble, std::size_t used, const Real& win) {
            if (used == lanes) return void(sums[scramble] += win);
            for (std::size_t lane = 0; lane < used; ++lane) result.by_scramble[scramble] += numbers::lane_of(win, lane);
        });
        for (std::size_t scramble = 0; scramble < forecasting::scrambles; ++scramble)
            for (std::size_t lane = 0; lane < lanes; ++lane) result.by_scramble[scramble] += numbers::lane_of(sums[scramble], lane);
        return result * share();
    }

    [[nodiscard]] std::vector<double> wins_with(const Matrix& shift, const decision::DecisionRule* rule) const override {
        std::vector<double> wins;
        const auto add = [&](std::size_t used, const Real& win) {
            for (std::size_t lane = 0; lane < used; ++lane) wins.push_back(numbers::lane_of(win, lane));
        };
        if (rule) decide(*rule, shift, [&](std::size_t, std::size_t used, const decision::Outcome<Real>& outcome, auto&&) { add(used, outcome.probability[model_.ours]); });
        else win(shift, [&](std::size_t, std::size_t used, const Real& win) { add(used, win); });
        return wins;
    }

    [[nodiscard]] std::vector<double> normals(std::size_t first, std::span<const double> share) const override {
        std::vector<double> sums;
        each_pack([&](std::size_t, std::size_t at, std::size_t used) {
            const Real* normal = &normals_[at * dimensions_ + first];
            Real sum(0);
            for (std::size_t c = 0; c < share.size(); ++c) sum += share[c] * normal[c];
            for (std::size_t lane = 0; lane < used; ++lane) sums.push_back(numbers::lane_of(sum, lane));
        });
        return sums;
    }

  private:
    static constexpr std::size_t lanes = numbers::lane_count<Real>;

    static void put(std::span<const Real> from, std::vector<Real>& into, std::size_t at) { std::copy(from.begin(), from.end(), into.begin() + static_cast<std::ptrdiff_t>(at * from.size())); }

    [[nodiscard]] double share() const { return 1 / static_cast<double>(per_scramble_); }

    /// Calls each(scramble, pack over all scrambles, used lanes).
    template <class Each>
    void each_pack(Each each) const {
        std::size_t at = 0;
        for (std::size_t scramble = 0; scramble < forecasting::scrambles; ++scramble)
            for (std::size_t point = 0; point < per_scramble_; point += lanes) each(scramble, at++, std::min(lanes, per_scramble_ - point));
    }

    /// What a shift of some people's attitudes adds to everybody's final ones, pack after pack.
    class Shifts {
      public:
        std::vector<Real> buy, vendor;  ///< n

        Shifts(const PackedWorlds& worlds, const Matrix& shift) : buy(worlds.n_), vendor(worlds.n_), worlds_(worlds), shift_(shift) {
            for (std::size_t p = 0; p < worlds.n_; ++p)
                if (shift(0, p) != 0 || shift(1, p) != 0) moved_.push_back(p);
        }

        void in(std::size_t at) {
            const std::size_t n = worlds_.n_;
            for (std::size_t i = 0; i < n; ++i) {
                const Real* row = &worlds_.control_[(at * n + i) * n];
                Real by_buy(0), by_vendor(0);
                for (const std::size_t p : moved_) {
                    by_buy += row[p] * shift_(0, p);
                    by_vendor += row[p] * shift_(1, p);
                }
                buy[i] = by_buy;
                vendor[i] = by_vendor;
            }
        }

      private:
        const PackedWorlds& worlds_;
        const Matrix& shift_;
        std::vector<std::size_t> moved_;
    };

    /// Calls each(scramble, used lanes, P(ours)) for every pack after a shift.
    template <class Each>
    void win(const Matrix& shift, Each each) const {
        decision::OwnChance<Real> chance = chance_;  // with scratch of its own
        Shifts shifts(*this, shift);
        each_pack([&](std::size_t scramble, std::size_t at, std::size_t used) {
            shifts.in(at);
            each(scramble, used, chance(std::span<const Real>(for_chance_).subspan(at * chance.size(), chance.size()), shifts.buy, shifts.vendor));
        });
    }

    /// Decides every pack after a shift, and calls each(scramble, used lanes, outcome, final attitudes at the buy gate).
    template <class Each>
    void decide(const decision::DecisionRule& decides, const Matrix& shift, Each each) const {
        decision::OutcomeRule<Real> rule(decides, m_);
        decision::Outcome<Real> outcome;
        Shifts shifts(*this, shift);
        std::vector<Real> bought(n_ * m_), chosen(n_ * m_);
        each_pack([&](std::size_t scramble, std::size_t at, std::size_t used) {
            std::copy_n(&buy_[at * n_ * m_], n_ * m_, bought.begin());
            std::copy_n(&vendor_[at * n_ * m_], n_ * m_, chosen.begin());
            shifts.in(at);
            for (std::size_t i = 0; i < n_; ++i) {
                bought[i * m_ + model_.ours] += shifts.buy[i];
                chosen[i * m_ + model_.ours] += shifts.vendor[i];
            }
            rule(bought, chosen, outcome);
            each(scramble, used, outcome, std::span<const Real>(bought));
        });
    }

    const DecisionModel& model_;
    std::size_t n_, m_, per_scramble_, packs_;           ///< packs: of one scramble
    std::size_t dimensions_;
    std::vector<Real> buy_, vendor_, control_, normals_; ///< pack by pack
    decision::OwnChance<Real> chance_;
    std::vector<Real> for_chance_;                       ///< pack by pack
};

}  // namespace detail

BUYGRAPH_HEAVY std::unique_ptr<KeptWorlds> keep_worlds(const DecisionModel& model, const forecasting::WorldPlan& plan, std::size_t per_scramble, const ForecastOptions& options) {
    return std::make_unique<detail::PackedWorlds<numbers::Lanes>>(model, plan, per_scramble, options);
}

}  // namespace buygraph

#endif
