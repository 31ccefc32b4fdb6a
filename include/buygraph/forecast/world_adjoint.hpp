#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "../decision/outcome_adjoint.hpp"
#include "../numbers/lanes.hpp"
#include "world.hpp"

namespace buygraph::forecasting {

/// Sums over samples of the derivatives of one chance, by everything that a state of the world is made of.
struct WorldGradient {
    std::vector<double> attitude;        ///< 2·n·m, by AttitudeIndex
    std::vector<double> factor;          ///< 2·n·m × rank: by the entries of the plan's factor
    std::vector<double> strength;        ///< n × n, row i: by how much each j moves i, with ξ = 0
    std::vector<double> tie;             ///< by the strength of each tie of the model, before its ξ
    std::vector<double> susceptibility;  ///< n
    std::vector<double> voice;           ///< n, by ω
    double veto_line = 0;
};

namespace detail {

/// if a < b then x else y, lane by lane.
template <class Real>
[[nodiscard]] Real where_less(const Real& a, double b, const Real& x, const Real& y) {
    if constexpr (numbers::lane_count<Real> == 1) return a < b ? x : y;
    else return Real(a.lanes < b ? x.lanes : y.lanes);
}

}  // namespace detail

/// A state of the world and the derivatives of one chance in it, by one way back through the factors of the same equations.
///
/// One object serves one thread. Cost of the way back: 2·n²·m for the solve, n²·(2·m + 2) for the ties, 2·n·m · rank / 2 for the
/// factor, and twice the decision.
template <class Real>
class WorldAdjoint : public WorldMaker<Real, decision::OutcomeAdjoint> {
    using Base = WorldMaker<Real, decision::OutcomeAdjoint>;
    using Base::model_, Base::plan_, Base::n_, Base::m_, Base::attitude_, Base::raw_, Base::system_, Base::right_, Base::buy_, Base::rule_, Base::length_;

  public:
    WorldAdjoint(const DecisionModel& model, const WorldPlan& plan, decision::OutcomeSeed seed)
        : Base(model, plan), seed_(std::move(seed)), costate_(n_ * 2 * m_), product_(n_ * n_), by_strength_(n_ * n_), attitude_sum_(attitude_.size()), factor_sum_(attitude_.size() * plan.factor.columns),
          strength_sum_(n_ * n_), tie_sum_(model.ties.size()), susceptibility_sum_(n_), voice_sum_(n_) {}

    /// Goes back from the world made last, made from these normal numbers, and adds its derivatives in the first `used` lanes.
    void backwards(std::span<const Real> normals, std::size_t used) {
        if constexpr (numbers::lane_count<Real> > 1) {
            if (used < numbers::lane_count<Real>) return only(normals, used);
        }
        add(normals, Real(1));
    }

    /// The sums so far.
    [[nodiscard]] WorldGradient gradient() const {
        return {sums(attitude_sum_), sums(factor_sum_), sums(strength_sum_), sums(tie_sum_), sums(susceptibility_sum_), sums(voice_sum_), sum(veto_line_sum_)};
    }

  private:
    void only(std::span<const Real> normals, std::size_t used) {
        Real counted(0);
        for (std::size_t lane = 0; lane < used; ++lane) counted.set(lane, 1);
        add(normals, counted);
    }

    void add(std::span<const Real> normals, const Real& counted) {
        rule_.backwards(buy_, seed_);
        for (std::size_t i = 0; i < n_; ++i)
            for (std::size_t j = 0; j < m_; ++j) {
                costate_[(i * 2) * m_ + j] = counted * rule_.by_buy[i * m_ + j];
                costate_[(i * 2 + 1) * m_ + j] = counted * rule_.by_vendor[i * m_ + j];
            }
        influence::solve_transposed<Real>(system_, costate_, n_, 2 * m_);
        by_attitudes(normals);
        by_ties(normals.subspan(plan_.factor.columns));
        for (std::size_t i = 0; i < n_; ++i) voice_sum_[i] += counted * rule_.by_voice[i];
        veto_line_sum_ += counted * rule_.by_veto_line;
    }

    void by_attitudes(std::span<const Real> normals) {
        for (std::size_t i = 0; i < n_; ++i)
            for (std::size_t g = 0; g < 2; ++g)
                for (std::size_t j = 0; j < m_; ++j) {
                    const std::size_t at = model_.index()(g, i, j);
                    const Real by = (1 - model_.susceptibility[i]) * costate_[(i * 2 + g) * m_ + j];
                    attitude_sum_[at] += by;
                    Real* row = factor_sum_.data() + at * plan_.factor.columns;
                    for (std::size_t c = 0; c < length_[at]; ++c) row[c] += by * normals[c];
                }
    }

    /// W[i,j] = t[i,j] / max(1, a), W[i,i] = 1 − Σ|W[i,j]|: within a full attention every tie is paid for by the person's own weight,
    /// beyond it by all others.
    void by_ties(std::span<const Real> normals) {
        using std::abs;
        using std::exp;
        using std::max;
        for (std::size_t i = 0; i < n_; ++i) {
            const double lambda = model_.susceptibility[i];
            Real attention(0), shared(0), kept(0);
            for (std::size_t k = 0; k < n_; ++k) {
                Real sum(0);
                for (std::size_t c = 0; c < 2 * m_; ++c) sum += costate_[i * 2 * m_ + c] * right_[k * 2 * m_ + c];
                product_[i * n_ + k] = sum;
                if (k == i) continue;
                attention += abs(raw_[i * n_ + k]);
                shared += raw_[i * n_ + k] * sum;
            }
            const Real scale = Real(1) / max(Real(1), attention), own = product_[i * n_ + i];
            for (std::size_t j = 0; j < n_; ++j) {
                if (j == i) continue;
                const Real& t = raw_[i * n_ + j];
                const Real paid = detail::where_less(attention, 1, own, shared * scale * scale);
                const Real by = lambda * (product_[i * n_ + j] * scale - detail::where_less(t, 0, -paid, paid));
                by_strength_[i * n_ + j] = by;
                strength_sum_[i * n_ + j] += by;
            }
            for (std::size_t c = 0; c < 2 * m_; ++c) kept += costate_[i * 2 * m_ + c] * attitude_[model_.index()(c / m_, i, c % m_)];
            susceptibility_sum_[i] += shared * scale + (Real(1) - attention * scale) * own - kept;
        }
        for (std::size_t d = 0; d < plan_.ties.size(); ++d) {
            const DirectedTie& tie = model_.ties[plan_.ties[d]];
            tie_sum_[plan_.ties[d]] += by_strength_[tie.to * n_ + tie.from] * exp(tie.sd * normals[d] - Real(tie.sd * tie.sd / 2));
        }
    }

    [[nodiscard]] static double sum(const Real& value) {
        double total = 0;
        for (std::size_t lane = 0; lane < numbers::lane_count<Real>; ++lane) total += numbers::lane_of(value, lane);
        return total;
    }
    [[nodiscard]] static std::vector<double> sums(const std::vector<Real>& values) {
        std::vector<double> result;
        for (const Real& value : values) result.push_back(sum(value));
        return result;
    }

    decision::OutcomeSeed seed_;
    std::vector<Real> costate_, product_, by_strength_, attitude_sum_, factor_sum_, strength_sum_, tie_sum_, susceptibility_sum_, voice_sum_;
    Real veto_line_sum_{0};
};

}  // namespace buygraph::forecasting
