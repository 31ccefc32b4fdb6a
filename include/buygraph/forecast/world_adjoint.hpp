#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "../decision/outcome_adjoint.hpp"
#include "../numbers/lanes.hpp"
#include "../numbers/row_products.hpp"
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
/// What is the same for all samples (a person's own share 1 − λ, what a person pays for any tie) is left out of the sums and put in at the end.
/// The derivatives by the factor are products of every attitude's derivative with every normal number: they are put off until some packs have come
/// together, and then taken as one product of two tables.
/// One object serves one thread. Cost of the way back: 2·n²·m for the solve, as much for the ties, 2·n·m · rank / 2 for the factor, and less than the decision
/// for the way back through it.
template <class Real>
class WorldAdjoint : public WorldMaker<Real, decision::OutcomeAdjoint> {
    using Base = WorldMaker<Real, decision::OutcomeAdjoint>;
    using Base::model_, Base::plan_, Base::n_, Base::m_, Base::raw_, Base::system_, Base::right_, Base::growth_, Base::rule_, Base::length_, Base::order_;

  public:
    WorldAdjoint(const DecisionModel& model, const WorldPlan& plan, decision::OutcomeSeed seed)
        : Base(model, plan), rank_(plan.factor.columns), costate_(n_ * 2 * m_), scaled_(n_ * 2 * m_), product_(n_ * n_), late_costates_(order_.size() * late_packs),
          late_normals_(rank_ * late_packs), attitude_sum_(order_.size()), factor_sum_(order_.size() * rank_), product_sum_(n_ * n_), paid_sum_(n_), link_sum_(n_ * n_), tie_sum_(plan.ties.size()),
          susceptibility_sum_(n_), voice_sum_(n_) {
        rule_.seed = std::move(seed);
        std::vector<bool> linked(n_ * n_, false);
        for (const DirectedTie& tie : model.ties) linked[tie.to * n_ + tie.from] = true;
        for (std::size_t i = 0; i < n_; ++i) {
            first_link_.push_back(links_.size());
            for (std::size_t k = 0; k < n_; ++k)
                if (linked[i * n_ + k] && k != i) links_.push_back(i * n_ + k);
        }
        first_link_.push_back(links_.size());
        // Rows of the factor by falling length, as the way there takes them; where each one's costate stands.
        for (const std::size_t at : order_) {
            const std::size_t gate = at / (n_ * m_), person = at / m_ % n_, offer = at % m_;
            costate_of_.push_back((person * 2 + gate) * m_ + offer);
        }
    }

    /// Goes back from the world made last, made from these normal numbers, and adds its derivatives in the first `used` lanes.
    void backwards(std::span<const Real> normals, std::size_t used) {
        Real counted(1);
        if constexpr (numbers::lane_count<Real> > 1)
            for (std::size_t lane = used; lane < numbers::lane_count<Real>; ++lane) counted.set(lane, 0);
        for (std::size_t i = 0; i < n_; ++i) {
            for (std::size_t j = 0; j < m_; ++j) {
                costate_[(i * 2) * m_ + j] = counted * rule_.by_buy[i * m_ + j];
                costate_[(i * 2 + 1) * m_ + j] = counted * rule_.by_vendor[i * m_ + j];
            }
            voice_sum_[i] += counted * rule_.by_voice[i];
        }
        veto_line_sum_ += counted * rule_.by_veto_line;
        influence::solve_transposed<Real>(system_, costate_, n_, 2 * m_);
        by_ties();
        keep_for_factor(normals);
    }

    /// The sums so far.
    [[nodiscard]] WorldGradient gradient() {
        add_factor();
        WorldGradient found{std::vector<double>(order_.size()), std::vector<double>(factor_sum_.size()), std::vector<double>(n_ * n_), std::vector<double>(model_.ties.size()), std::vector<double>(n_),
                            std::vector<double>(n_), sum(veto_line_sum_)};
        for (std::size_t row = 0; row < order_.size(); ++row) {
            const std::size_t at = order_[row];
            const double own = 1 - model_.susceptibility[at / m_ % n_];
            found.attitude[at] = own * sum(attitude_sum_[row]);
            for (std::size_t c = 0; c < length_[at]; ++c) found.factor[at * rank_ + c] = own * sum(factor_sum_[row * rank_ + c]);
        }
        for (std::size_t i = 0; i < n_; ++i) {
            const double lambda = model_.susceptibility[i];
            for (std::size_t k = 0; k < n_; ++k)
                if (k != i) found.strength[i * n_ + k] = lambda * (sum(product_sum_[i * n_ + k]) - sum(paid_sum_[i]));
            for (std::size_t link = first_link_[i]; link < first_link_[i + 1]; ++link) found.strength[links_[link]] = lambda * sum(link_sum_[links_[link]]);
            found.susceptibility[i] = sum(susceptibility_sum_[i]) / (1 - lambda);
            found.voice[i] = sum(voice_sum_[i]);
        }
        for (std::size_t d = 0; d < plan_.ties.size(); ++d) found.tie[plan_.ties[d]] = model_.susceptibility[model_.ties[plan_.ties[d]].to] * sum(tie_sum_[d]);
        return found;
    }

  private:
    /// W[i,j] = t[i,j] / max(1, a), W[i,i] = 1 − Σ|W[i,j]|: within a full attention every tie is paid for by the person's own weight,
    /// beyond it by all others. Products y_i X_j stand for what the strength of a tie adds; y and X are rows over gates and offers.
    ///
    /// By a susceptibility it is y · (W X − A) = y · (W X − X) / (1 − λ), since A = (X − λ W X) / (1 − λ).
    void by_ties() {
        using std::abs;
        using std::max;
        const std::size_t width = 2 * m_;
        for (std::size_t i = 0; i < n_; ++i) {
            Real attention(0);
            for (std::size_t link = first_link_[i]; link < first_link_[i + 1]; ++link) attention += abs(raw_[links_[link]]);
            attention_[i] = attention;
            scale_[i] = Real(1) / max(Real(1), attention);
            for (std::size_t c = 0; c < width; ++c) scaled_[i * width + c] = scale_[i] * costate_[i * width + c];
        }
        std::fill(product_.begin(), product_.end(), Real(0));
        numbers::add_row_products<Real>({scaled_.data(), width}, n_, {right_.data(), width}, n_, width, {product_.data(), n_});
        for (std::size_t i = 0; i < n_; ++i) {
            const Real own = product_[i * n_ + i];
            Real shared(0);
            for (std::size_t link = first_link_[i]; link < first_link_[i + 1]; ++link) shared += raw_[links_[link]] * product_[links_[link]];
            const Real paid = detail::where_less(attention_[i], 1, own, shared * scale_[i]);
            paid_sum_[i] += paid;
            for (std::size_t link = first_link_[i]; link < first_link_[i + 1]; ++link) {
                const std::size_t at = links_[link];
                by_strength_[at] = product_[at] - detail::where_less(raw_[at], 0, -paid, paid);
                link_sum_[at] += by_strength_[at];
            }
            for (std::size_t k = 0; k < n_; ++k) product_sum_[i * n_ + k] += product_[i * n_ + k];
            susceptibility_sum_[i] += shared - attention_[i] * own;
        }
        for (std::size_t d = 0; d < plan_.ties.size(); ++d) {
            const DirectedTie& tie = model_.ties[plan_.ties[d]];
            tie_sum_[d] += by_strength_[tie.to * n_ + tie.from] * growth_[d];
        }
    }

    void keep_for_factor(std::span<const Real> normals) {
        for (std::size_t row = 0; row < order_.size(); ++row) {
            const Real by = costate_[costate_of_[row]];
            attitude_sum_[row] += by;
            late_costates_[row * late_packs + late_] = by;
        }
        for (std::size_t c = 0; c < rank_; ++c) late_normals_[c * late_packs + late_] = normals[c];
        if (++late_ == late_packs) add_factor();
    }

    void add_factor() {
        constexpr std::size_t rows = 4;
        for (std::size_t row = 0; row < order_.size() && length_[order_[row]] > 0; row += rows)
            numbers::add_row_products<Real>({&late_costates_[row * late_packs], late_packs}, std::min(rows, order_.size() - row), {late_normals_.data(), late_packs}, length_[order_[row]], late_, {&factor_sum_[row * rank_], rank_});
        late_ = 0;
    }

    [[nodiscard]] static double sum(const Real& value) {
        double total = 0;
        for (std::size_t lane = 0; lane < numbers::lane_count<Real>; ++lane) total += numbers::lane_of(value, lane);
        return total;
    }

    static constexpr std::size_t late_packs = 16;

    std::size_t rank_, late_ = 0;
    std::vector<Real> costate_, scaled_, product_, late_costates_, late_normals_;
    std::vector<Real> attitude_sum_, factor_sum_, product_sum_, paid_sum_, link_sum_, tie_sum_, susceptibility_sum_, voice_sum_;
    Real veto_line_sum_{0};
    std::vector<Real> attention_ = std::vector<Real>(n_), scale_ = std::vector<Real>(n_), by_strength_ = std::vector<Real>(n_ * n_);
    std::vector<std::size_t> links_, first_link_, costate_of_;
};

}  // namespace buygraph::forecasting
