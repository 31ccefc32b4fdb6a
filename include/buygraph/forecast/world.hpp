#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

#include "../decision/outcome.hpp"
#include "../influence/network.hpp"
#include "../influence/solve.hpp"
#include "../model/decision_model.hpp"
#include "../numbers/lanes.hpp"
#include "../numbers/sample.hpp"
#include "../numbers/sort_stably.hpp"
#include "../numbers/unrolled.hpp"
#include "plan.hpp"

namespace buygraph::forecasting {

/// Makes states of the world from standard normal numbers and decides each of them. One object serves one thread.
///
/// `Real` is double, or a pack of samples: nothing here branches on a value. `Rule` is the decision, the one that can go backwards, or one of your own.
/// Cost of one world: (2·n·m) · rank for the attitudes, n³/3 + 2·n²·m for the equilibrium, and the decision.
template <numbers::Sample Real, template <numbers::Sample> class Rule = decision::OutcomeRule>
    requires decision::Decides<Rule<Real>, Real>
class WorldMaker {
    using Scalar = numbers::LaneScalar<Real>;

  public:
    WorldMaker(const DecisionModel& model, const WorldPlan& plan)
        : model_(model), plan_(plan), n_(model.people_count()), m_(model.offer_count()), attitude_(model.belief.mean.size()), raw_(n_ * n_), system_(n_ * n_),
          certain_(n_ * n_, Real(0)), attention_(n_), scale_(n_), growth_(plan.ties.size()), rule_(*model.rule, m_), length_(attitude_.size(), 0), order_(attitude_.size()), room_(plan.dimensions(), Real(0)) {
        for (const DirectedTie& tie : model.ties) certain_[tie.to * n_ + tie.from] += Real(tie.strength);
        for (std::size_t a = 0; a < attitude_.size(); ++a)
            for (std::size_t c = 0; c < plan.factor.columns; ++c)
                if (plan.factor(a, c) != 0) length_[a] = c + 1;
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        numbers::sort_stably(order_, [&](std::size_t left, std::size_t right) { return length_[left] > length_[right]; });
        numbers::in_pieces<numbers::sums_at_once>(order_.size(), [&](auto count, std::size_t first) {
            for (std::size_t c = 0; c < length_[order_[first]]; ++c)
                for (std::size_t row = 0; row < count; ++row) factor_.push_back(static_cast<Scalar>(own(order_[first + row]) * plan.factor(order_[first + row], c)));
        });
        for (const std::size_t row : order_) mean_.push_back(own(row) * model.belief.mean[row]);
    }

    /// Where the normal numbers of the next world can be written, so that they need not be copied; they may as well stand somewhere else.
    [[nodiscard]] std::span<Real> room() { return room_; }

    /// \param normals  one standard normal number for each dimension of the plan
    const decision::Outcome<Real>& operator()(std::span<const Real> normals) {
        attitudes(normals);
        equilibrium(normals.subspan(plan_.factor.columns));
        rule_(buy(), vendor(), outcome_);
        return outcome_;
    }

  protected:  // WorldAdjoint goes the same way backwards
    /// Final attitudes in the world made last, each n × m.
    ///@{
    [[nodiscard]] std::span<const Real> buy() const { return std::span(attitude_).first(n_ * m_); }
    [[nodiscard]] std::span<const Real> vendor() const { return std::span(attitude_).last(n_ * m_); }
    ///@}

    /// How much of an attitude stands on the right of the equations: 1 − λ of its person.
    [[nodiscard]] double own(std::size_t attitude) const { return 1 - model_.susceptibility[attitude / m_ % n_]; }

    /// (1 − λ) A = (1 − λ) (mean + F z). The factor is triangular but for the order of its rows, so rows go by falling length, some side by side.
    void attitudes(std::span<const Real> normals) {
        const Scalar* factor = factor_.data();
        numbers::in_pieces<numbers::sums_at_once>(order_.size(), [&](auto count, std::size_t first) { factor = some_attitudes<count>(first, factor, normals.data()); });
    }

    /// Of a few rows, whose sums stay in registers; there are enough of them that none waits for the one before. Returns where the factor of the next begins.
    template <std::size_t count>
    [[nodiscard]] const Scalar* some_attitudes(std::size_t first, const Scalar* factor, const Real* normals) {
        const std::size_t* rows = &order_[first];
        std::array<Real, count> sum;
        numbers::unrolled<count>([&](auto row) { sum[row] = Real(mean_[first + row]); });
        const std::size_t length = length_[rows[0]];
        for (std::size_t c = 0; c < length; ++c, factor += count) {
            const Real normal = normals[c];
            numbers::unrolled<count>([&](auto row) { sum[row] += Real(factor[row]) * normal; });
        }
        numbers::unrolled<count>([&](auto row) { attitude_[rows[row]] = sum[row]; });
        return factor;
    }

    /// X = V A with the ties of this world, t' = t · exp(sd·ξ − sd²/2), in the place of A: gate by gate.
    void equilibrium(std::span<const Real> normals) {
        using std::exp;
        raw_ = certain_;
        for (std::size_t d = 0; d < plan_.ties.size(); ++d) {
            const DirectedTie& tie = model_.ties[plan_.ties[d]];
            growth_[d] = exp(tie.sd * normals[d] - Real(tie.sd * tie.sd / 2));
            raw_[tie.to * n_ + tie.from] += tie.strength * (growth_[d] - Real(1));
        }
        influence::assemble_system<Real>(raw_, model_.susceptibility, system_, attention_, scale_);
        influence::factor_dominant<Real>(system_, n_);
        for (std::size_t gate = 0; gate < 2; ++gate) influence::solve_factored<Real>(system_, std::span(attitude_).subspan(gate * n_ * m_, n_ * m_), n_, m_);
    }

    const DecisionModel& model_;
    const WorldPlan& plan_;
    std::size_t n_, m_;
    std::vector<Real> attitude_, raw_, system_;
    std::vector<Real> certain_;            ///< n × n: ties at their mean strength
    std::vector<Real> attention_, scale_;  ///< n: Σ|t|, and 1 / max(1, Σ|t|)
    std::vector<Real> growth_;  ///< t' / t of each uncertain tie of the plan
    Rule<Real> rule_;
    decision::Outcome<Real> outcome_;
    std::vector<std::size_t> length_;  ///< of each row of the factor, up to its last entry that is not 0
    std::vector<std::size_t> order_;   ///< the rows by falling length
    std::vector<double> mean_;         ///< 1 − λ times the mean, in that order
    std::vector<Scalar> factor_;       ///< 1 − λ times the plan's in that order: for a few rows at once column by column, as long as the first of them
    std::vector<Real> room_;
};

}  // namespace buygraph::forecasting
