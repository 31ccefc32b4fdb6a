#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "outcome.hpp"
#include "outcome_seed.hpp"

namespace buygraph::decision {

/// What a decision looks at in somebody's attitudes: one to an offer, or how far it is above the one to another offer.
struct Compared {
    std::size_t gate;
    std::size_t offer;
    std::optional<std::size_t> against;
};

/// The decision and its derivatives: by what it compares of final attitudes, by whose pull counts in the conflict (ω), and by the veto line.
///
/// Told which chance by `of`, then asked as the rule is. The way back goes through every set of available offers while what was computed for it still stands,
/// and then once through vetoes and willingness. Every rule is smooth in the attitudes.
///
/// An offer is chosen by how far the attitudes at the vendor gate are apart, and bought by how far they are above the one to the status quo at the buy gate; only
/// vetoes look at single ones. So there are fewer derivatives than attitudes, and none of offers for which they are always 0.
/// Cost: less than that of the decision once more.
template <class Real>
class OutcomeAdjoint : public OutcomeRule<Real> {
    using Base = OutcomeRule<Real>;
    using Base::rule_, Base::n_, Base::m_, Base::vetoed_, Base::warmth_, Base::choosers_, Base::vetoers_, Base::pulls_, Base::margin_, Base::agrees_,
        Base::reluctance_, Base::weight_, Base::weights_, Base::root_, Base::passes_, Base::available_, Base::choice_, Base::prefer_, Base::bought_, Base::yes_, Base::ballot_,
        Base::unfinished_, Base::count_, Base::ballot_gains_, Base::bought_gains_, Base::contains, Base::own_yes;

  public:
    OutcomeAdjoint(const DecisionRule& rule, std::size_t offers)
        : Base(rule, offers), value_(std::size_t{1} << (m_ - 1)), by_prefer_(n_ * m_), by_margin_(n_), taken_(m_), taken_by_(n_ * m_), by_choice_(m_), by_yes_(n_), gain_(m_),
          buy_column_(m_) {
        of(outcome_seed(offers, 0));
    }

    /// From now on derivatives are of this chance; until it is called, of no decision.
    void of(const OutcomeSeed& seed) {
        seed_ = seed;
        compared_.clear();
        gained_.clear();
        for (std::size_t j = 2; j < m_; ++j) compared_.push_back({1, j, 1});
        for (std::size_t j = 0; j < m_ && vetoed_; ++j) buy_column_[j] = compared_.size(), compared_.push_back({0, j, std::nullopt});
        for (std::size_t j = 1; j < m_; ++j) {
            gain_[j] = seed.offer[j] - seed.refused;
            if (gain_[j] == 0) continue;
            gained_.push_back(j);
            if (!vetoed_) buy_column_[j] = compared_.size(), compared_.push_back({0, j, 0});
        }
        width_ = compared_.size();
        by_compared.assign(n_ * width_, Real(0));
        by_voice.assign(n_, Real(0));
    }

    /// What the columns of `by_compared` are derivatives by; what is compared against another comes first.
    [[nodiscard]] const std::vector<Compared>& compared() const { return compared_; }

    /// What is found.
    ///@{
    std::vector<Real> by_compared;  ///< n × compared().size()
    std::vector<Real> by_voice;     ///< n
    Real by_veto_line{0};
    ///@}

    void operator()(std::span<const Real> buy, std::span<const Real> vendor, Outcome<Real>& into) {
        std::fill(by_compared.begin(), by_compared.end(), Real(0));
        by_veto_line = Real(0);
        Base::decide(buy, vendor, into, [&](std::size_t subset, const Real& chance) { value_[subset] = subset_backwards(subset, chance); });
        for (const std::size_t j : gained_) {
            margins_backwards(j);
            willingness_backwards(buy, j);
        }
        for (const std::size_t j : gained_) {  // as they are found by the next sample
            taken_[j] = Real(0);
            for (const std::size_t i : choosers_) taken_by_[i * m_ + j] = Real(0);
        }
        if (vetoed_) veto_backwards();
    }

  private:
    [[nodiscard]] Real& by_vendor(std::size_t person, std::size_t offer) { return by_compared[person * width_ + offer - 2]; }
    [[nodiscard]] Real& by_buy(std::size_t person, std::size_t offer) { return by_compared[person * width_ + buy_column_[offer]]; }

    /// Adds what a subset of chance `chance` passes back, and returns what it is worth (the seed's sum over its outcomes, given it).
    [[nodiscard]] Real subset_backwards(std::size_t subset, const Real& chance) {
        if (subset == 0) return Real(seed_.blocked);
        const bool choice = (subset & (subset - 1)) != 0;  // of one offer there is none
        if (own_yes()) return own_yes_backwards(subset, chance, choice);
        const double unsold = rule_.counts_votes() ? seed_.stalemate : seed_.refused;
        Real value(unsold);
        for (std::size_t j = 1; j < m_; ++j) {
            if (!contains(subset, j)) continue;
            const Real worth = gain_[j] * bought_[j] + Real(seed_.refused - unsold);
            value += choice_[j] * worth;
            by_choice_[j] = chance * worth;
            if (gain_[j] != 0) taken_[j] += chance * choice_[j];
        }
        if (!choice) return value;
        if (rule_.counts_votes()) ballots_backwards(subset);
        else if (rule_.rule == Rule::unanimity) agreement_backwards(subset);
        else picks_backwards(subset);
        return value;
    }

    /// One person both picks and says yes: his softmax, by what each offer is worth with him.
    [[nodiscard]] Real own_yes_backwards(std::size_t subset, const Real& chance, bool choice) {
        Real value(seed_.refused);
        for (const std::size_t i : choosers_) {
            const Real *prefer = &prefer_[i * m_], *agrees = &agrees_[i * m_];
            Real mean(0);
            for (const std::size_t j : gained_)
                if (contains(subset, j)) {
                    mean += gain_[j] * (agrees[j] * prefer[j]);
                    taken_by_[i * m_ + j] += chance * prefer[j];
                }
            value += rule_.decides[i] * mean;
            if (!choice) continue;
            const Real slope = (warmth_ * rule_.decides[i]) * chance;
            for (std::size_t j = 2; j < m_; ++j)
                if (contains(subset, j)) by_vendor(i, j) -= slope * prefer[j] * mean;
            for (const std::size_t j : gained_)
                if (j > 1 && contains(subset, j)) by_vendor(i, j) += gain_[j] * (slope * prefer[j] * agrees[j]);
        }
        return value;
    }

    /// From each chooser's chances over a subset to his attitudes.
    void softmax_backwards(std::size_t subset) {
        for (const std::size_t i : choosers_) {
            const Real *prefer = &prefer_[i * m_], *by = &by_prefer_[i * m_];
            Real mean(0);
            for (std::size_t j = 1; j < m_; ++j)
                if (contains(subset, j)) mean += prefer[j] * by[j];
            for (std::size_t j = 2; j < m_; ++j)
                if (contains(subset, j)) by_vendor(i, j) += warmth_ * prefer[j] * (by[j] - mean);
        }
    }

    void picks_backwards(std::size_t subset) {
        for (const std::size_t i : choosers_)
            for (std::size_t j = 1; j < m_; ++j)
                if (contains(subset, j)) by_prefer_[i * m_ + j] = rule_.decides[i] * by_choice_[j];
        softmax_backwards(subset);
    }

    /// Π p normalised over the subset is the softmax of the sum of all attitudes.
    void agreement_backwards(std::size_t subset) {
        Real mean(0);
        for (std::size_t j = 1; j < m_; ++j)
            if (contains(subset, j)) mean += choice_[j] * by_choice_[j];
        for (std::size_t j = 2; j < m_; ++j)
            if (contains(subset, j)) {
                const Real by = warmth_ * choice_[j] * (by_choice_[j] - mean);
                for (const std::size_t i : choosers_) by_vendor(i, j) += by;
            }
    }

    /// choice_j = r_j Σ_t u^t with u = 1 − Σ r: first by the chances r of one ballot, then by who votes for whom.
    void ballots_backwards(std::size_t subset) {
        Real slope(0), times(1);  // Σ_t t u^(t−1), by Horner beside the sum itself
        for (int round = 1; round < rule_.rounds; ++round) {
            slope = times + unfinished_ * slope;
            times = Real(1) + unfinished_ * times;
        }
        Real by_unfinished(0);
        for (std::size_t j = 1; j < m_; ++j)
            if (contains(subset, j)) by_unfinished += by_choice_[j] * ballot_[j];
        by_unfinished = by_unfinished * slope;
        for (std::size_t j = 1; j < m_; ++j) {
            if (!contains(subset, j)) continue;
            votes_backwards(prefer_, j, ballot_gains_, by_choice_[j] * times - by_unfinished);
            for (const std::size_t i : choosers_) by_prefer_[i * m_ + j] = by_yes_[i];
        }
        softmax_backwards(subset);
    }

    /// Fills by_yes_; it stays 0 for those without votes.
    void votes_backwards(const std::vector<Real>& chances, std::size_t offer, std::vector<Real>& gains, const Real& by_chance) {
        for (std::size_t i = 0; i < n_; ++i) yes_[i] = chances[i * m_ + offer];
        count_.backwards(yes_, Base::gains_of(offer, gains), by_chance, by_yes_);
    }

    /// Fills by_margin_ for an offer: how everybody's willingness to buy it counts; it stays 0 for those whose does not.
    void margins_backwards(std::size_t offer) {
        if (rule_.all_must_say_yes()) return all_say_yes_backwards(offer);
        if (rule_.counts_votes()) votes_backwards(agrees_, offer, bought_gains_, gain_[offer] * taken_[offer]);
        for (const std::size_t i : choosers_) {
            const Real& agrees = agrees_[i * m_ + offer];
            const Real by = rule_.counts_votes() ? by_yes_[i] : (gain_[offer] * rule_.decides[i]) * taken_by_[i * m_ + offer];
            by_margin_[i] = by * agrees * (Real(1) - agrees);
        }
    }

    /// B = exp(−Q), Q = S^(1/θ), S = Σ R_i^θ, R_i = −ln σ(margin_i): dB = B Q/S Σ R_i^θ / R_i (1 − σ) dmargin, and σ = e^−R.
    void all_say_yes_backwards(std::size_t offer) {
        using std::exp;
        using std::max;
        const Real outer = gain_[offer] * taken_[offer] * bought_[offer] * root_[offer] / max(weights_[offer], Real(1e-300));
        for (std::size_t i = 0; i < n_; ++i)
            if (rule_.votes[i] > 0) {
                const Real& reluctance = reluctance_[i * m_ + offer];
                by_margin_[i] = outer * weight_[i * m_ + offer] / max(reluctance, Real(1e-300)) * (Real(1) - exp(-reluctance));
            }
    }

    /// margin_ij = (g_i(j) − b − κ D(j)) / τ, D by the pulls of everybody who has a voice.
    void willingness_backwards(std::span<const Real> buy, std::size_t offer) {
        Real by_margins(0);
        for (std::size_t i = 0; i < n_; ++i) by_margins += by_margin_[i];
        const Real by_spread = (-rule_.conflict * warmth_ / 2) * by_margins / pulls_[offer].rift;
        const bool first = offer == gained_.front();
        for (std::size_t i = 0; i < n_; ++i) {
            const Real apart = buy[i * m_ + offer] - buy[i * m_] - pulls_[offer].mean, strained = by_spread * apart;
            const Real by_pull = warmth_ * by_margin_[i] + (2 * rule_.voice[i]) * strained;
            by_buy(i, offer) += by_pull;
            if (vetoed_) by_buy(i, 0) -= by_pull;
            by_voice[i] = first ? strained * apart : by_voice[i] + strained * apart;
        }
    }

    /// The whole is linear in each offer's availability: its derivative is the value with that offer there less the value without, over all that can be of the others.
    /// From the last offer to the first the value is averaged over it, so that what is left depends on the offers before.
    void veto_backwards() {
        for (std::size_t j = m_; j-- > 1;) {
            const std::size_t others = std::size_t{1} << (j - 1);
            Real by_available(0);
            for (std::size_t subset = 0; subset < others; ++subset) {
                Real chance(1);
                for (std::size_t l = 1; l < j; ++l) chance = chance * (contains(subset, l) ? available_[l] : Real(1) - available_[l]);
                const Real there = value_[subset + others] - value_[subset];
                by_available += chance * there;
                value_[subset] += available_[j] * there;
            }
            const Real slope = by_available * available_[j] * (1 / rule_.veto_temperature);
            for (const std::size_t i : vetoers_) {
                const Real by = slope * (Real(1) - passes_[i * m_ + j]);
                by_buy(i, j) += by;
                by_veto_line -= by;
            }
        }
    }

    std::vector<Real> value_, by_prefer_, by_margin_, taken_, taken_by_, by_choice_, by_yes_;
    OutcomeSeed seed_;
    std::vector<double> gain_;          ///< what it is worth that a chosen offer is also bought
    std::vector<std::size_t> gained_;   ///< the offers whose gain is not 0
    std::vector<Compared> compared_;
    std::size_t width_ = 0;             ///< how many they are
    std::vector<std::size_t> buy_column_;
};

}  // namespace buygraph::decision
