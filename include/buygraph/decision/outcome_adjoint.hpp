#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "outcome.hpp"
#include "votes_adjoint.hpp"

namespace buygraph::decision {

/// Which chance a derivative is of: weights on the offers (from index 1) and on the three kinds of no decision.
struct OutcomeSeed {
    std::vector<double> offer;  ///< m; [0] is not looked at
    double blocked = 0;
    double stalemate = 0;
    double refused = 0;
};

/// The seed of one outcome: an offer, or for 0 no decision of any kind.
[[nodiscard]] inline OutcomeSeed outcome_seed(std::size_t offers, std::size_t outcome) {
    OutcomeSeed seed{std::vector<double>(offers, 0.0)};
    if (outcome > 0) seed.offer[outcome] = 1;
    else seed.blocked = seed.stalemate = seed.refused = 1;
    return seed;
}

/// The decision and its derivatives: by final attitudes, by whose pull counts in the conflict (ω), and by the veto line.
///
/// Call the rule forwards, then `backwards` with the same attitudes at the buy gate. Every rule is smooth in the attitudes.
/// Cost: about twice the decision itself, for one seed.
template <class Real>
class OutcomeAdjoint : public OutcomeRule<Real> {
    using Base = OutcomeRule<Real>;
    using Base::rule_, Base::n_, Base::m_, Base::vetoed_, Base::warmth_, Base::choosers_, Base::better_, Base::margin_, Base::agrees_, Base::available_, Base::choice_, Base::prefer_, Base::bought_,
        Base::yes_, Base::ballot_, Base::unfinished_, Base::contains, Base::own_yes;

  public:
    OutcomeAdjoint(const DecisionRule& rule, std::size_t offers)
        : Base(rule, offers), by_buy(n_ * m_), by_vendor(n_ * m_), by_voice(n_), votes_(n_, rule.votes_needed), value_(std::size_t{1} << (m_ - 1)), by_margin_(n_ * m_), by_agrees_(n_ * m_),
          by_prefer_(n_ * m_), by_bought_(m_), by_choice_(m_), by_available_(m_), by_yes_(n_) {}

    /// What `backwards` finds.
    ///@{
    std::vector<Real> by_buy, by_vendor;  ///< n × m
    std::vector<Real> by_voice;           ///< n
    Real by_veto_line{0};
    ///@}

    void backwards(std::span<const Real> buy, const OutcomeSeed& seed) {
        for (auto* zero : {&by_buy, &by_vendor, &by_voice, &by_margin_, &by_agrees_, &by_bought_}) std::fill(zero->begin(), zero->end(), Real(0));
        by_veto_line = Real(0);
        const std::size_t all = value_.size() - 1;
        if (vetoed_) {
            for (std::size_t subset = 0; subset <= all; ++subset) value_[subset] = subset_backwards(subset, Base::chance_of(subset), seed);
            veto_backwards(buy);
        } else {
            static_cast<void>(subset_backwards(all, Real(1), seed));
        }
        for (std::size_t j = 1; j < m_; ++j) {
            if (rule_.all_must_say_yes()) all_say_yes_backwards(j);
            else if (rule_.counts_votes()) enough_say_yes_backwards(j);
            else
                for (const std::size_t i : choosers_) by_margin_[i * m_ + j] += by_agrees_[i * m_ + j] * agrees_[i * m_ + j] * (Real(1) - agrees_[i * m_ + j]);
            willingness_backwards(buy, j);
        }
    }

  private:
    /// Adds what a subset of chance `chance` passes back, and returns what it is worth (the seed's sum over its outcomes, given it).
    [[nodiscard]] Real subset_backwards(std::size_t subset, const Real& chance, const OutcomeSeed& seed) {
        if (subset == 0) return Real(seed.blocked);
        Base::preferences(subset);
        std::fill(by_prefer_.begin(), by_prefer_.end(), Real(0));
        Real value(0);
        if (own_yes()) {
            for (std::size_t j = 1; j < m_; ++j) {
                if (!contains(subset, j)) continue;
                for (const std::size_t i : choosers_) {
                    const Real &picks = prefer_[i * m_ + j], &agrees = agrees_[i * m_ + j];
                    const Real worth = seed.refused + (seed.offer[j] - seed.refused) * agrees;
                    value += rule_.decides[i] * picks * worth;
                    by_prefer_[i * m_ + j] = chance * rule_.decides[i] * worth;
                    by_agrees_[i * m_ + j] += chance * rule_.decides[i] * (seed.offer[j] - seed.refused) * picks;
                }
            }
            softmax_backwards(subset);
            return value;
        }
        if (rule_.counts_votes()) Base::ballots(subset);
        else {
            for (std::size_t j = 1; j < m_; ++j) choice_[j] = Real(0);
            if (rule_.rule == Rule::unanimity) Base::agreement(subset);
            else Base::picked(subset);
        }
        const double stalemate = rule_.counts_votes() ? seed.stalemate : 0;
        value = Real(stalemate);
        for (std::size_t j = 1; j < m_; ++j) {
            if (!contains(subset, j)) continue;
            const Real worth = seed.refused + (seed.offer[j] - seed.refused) * bought_[j] - stalemate;
            value += choice_[j] * worth;
            by_choice_[j] = chance * worth;
            by_bought_[j] += chance * choice_[j] * (seed.offer[j] - seed.refused);
        }
        if (rule_.counts_votes()) ballots_backwards(subset);
        else if (rule_.rule == Rule::unanimity) agreement_backwards(subset);
        else {
            for (std::size_t j = 1; j < m_; ++j)
                for (const std::size_t i : choosers_)
                    if (contains(subset, j)) by_prefer_[i * m_ + j] = rule_.decides[i] * by_choice_[j];
            softmax_backwards(subset);
        }
        return value;
    }

    /// From each chooser's chances over a subset to his attitudes.
    void softmax_backwards(std::size_t subset) {
        for (const std::size_t i : choosers_) {
            Real mean(0);
            for (std::size_t j = 1; j < m_; ++j)
                if (contains(subset, j)) mean += prefer_[i * m_ + j] * by_prefer_[i * m_ + j];
            for (std::size_t j = 1; j < m_; ++j)
                if (contains(subset, j)) by_vendor[i * m_ + j] += warmth_ * prefer_[i * m_ + j] * (by_prefer_[i * m_ + j] - mean);
        }
    }

    /// Π p normalised over the subset is the softmax of the sum of all attitudes.
    void agreement_backwards(std::size_t subset) {
        Real mean(0);
        for (std::size_t j = 1; j < m_; ++j)
            if (contains(subset, j)) mean += choice_[j] * by_choice_[j];
        for (std::size_t j = 1; j < m_; ++j)
            for (const std::size_t i : choosers_)
                if (contains(subset, j)) by_vendor[i * m_ + j] += warmth_ * choice_[j] * (by_choice_[j] - mean);
    }

    /// choice_j = r_j Σ_t u^t with u = 1 − Σ r: first by the chances r of one ballot, then by who votes for whom.
    void ballots_backwards(std::size_t subset) {
        const Real times = repeated(unfinished_, rule_.rounds);
        Real slope(0), sum(1);  // Σ_t t u^(t−1), by Horner beside the sum itself
        for (int round = 1; round < rule_.rounds; ++round) {
            slope = sum + unfinished_ * slope;
            sum = Real(1) + unfinished_ * sum;
        }
        Real by_unfinished(0);
        for (std::size_t j = 1; j < m_; ++j)
            if (contains(subset, j)) by_unfinished += by_choice_[j] * ballot_[j] * slope;
        for (std::size_t j = 1; j < m_; ++j) {
            if (!contains(subset, j)) continue;
            for (std::size_t i = 0; i < n_; ++i) yes_[i] = prefer_[i * m_ + j];
            std::fill(by_yes_.begin(), by_yes_.end(), Real(0));
            votes_(yes_, rule_.votes, by_choice_[j] * times - by_unfinished, by_yes_);
            for (const std::size_t i : choosers_) by_prefer_[i * m_ + j] = by_yes_[i];
        }
        softmax_backwards(subset);
    }

    void enough_say_yes_backwards(std::size_t offer) {
        for (std::size_t i = 0; i < n_; ++i) yes_[i] = logistic(margin_[i * m_ + offer]);
        std::fill(by_yes_.begin(), by_yes_.end(), Real(0));
        votes_(yes_, rule_.votes, by_bought_[offer], by_yes_);
        for (std::size_t i = 0; i < n_; ++i) by_margin_[i * m_ + offer] += by_yes_[i] * yes_[i] * (Real(1) - yes_[i]);
    }

    /// B = exp(−Q), Q = (Σ R_i^θ)^(1/θ), R_i = −ln σ(margin_i).
    void all_say_yes_backwards(std::size_t offer) {
        using std::max;
        using std::pow;
        const double theta = rule_.agreement;
        Real sum(0);
        for (std::size_t i = 0; i < n_; ++i)
            if (rule_.votes[i] > 0) sum += pow(minus_log_logistic(margin_[i * m_ + offer]), Real(theta));
        const Real outer = by_bought_[offer] * bought_[offer] * pow(max(sum, Real(1e-300)), Real(1 / theta - 1));
        for (std::size_t i = 0; i < n_; ++i)
            if (rule_.votes[i] > 0) {
                const Real reluctance = minus_log_logistic(margin_[i * m_ + offer]);
                by_margin_[i * m_ + offer] += outer * pow(reluctance, Real(theta - 1)) * (Real(1) - logistic(margin_[i * m_ + offer]));
            }
    }

    /// margin_ij = (g_i(j) − b − κ D(j)) / τ, D by the pulls of everybody who has a voice.
    void willingness_backwards(std::span<const Real> buy, std::size_t offer) {
        using std::sqrt;
        Real mean(0), spread(0), by_conflict(0);
        const auto pull = [&](std::size_t i) { return buy[i * m_ + offer] - buy[i * m_]; };
        for (std::size_t i = 0; i < n_; ++i) mean += rule_.voice[i] * pull(i);
        for (std::size_t i = 0; i < n_; ++i) {
            const Real apart = pull(i) - mean;
            spread += rule_.voice[i] * apart * apart;
            by_conflict -= rule_.conflict * warmth_ * by_margin_[i * m_ + offer];
        }
        const Real by_spread = by_conflict / (Real(2) * sqrt(spread + Real(1e-4)));
        for (std::size_t i = 0; i < n_; ++i) {
            const Real apart = pull(i) - mean;
            const Real by_pull = warmth_ * by_margin_[i * m_ + offer] + by_spread * (2 * rule_.voice[i]) * apart;
            by_buy[i * m_ + offer] += by_pull;
            by_buy[i * m_] -= by_pull;
            by_voice[i] += by_spread * apart * apart;
        }
    }

    /// The whole is linear in each offer's availability: its derivative is the whole with that offer there less the whole without.
    void veto_backwards(std::span<const Real> buy) {
        for (std::size_t j = 1; j < m_; ++j) {
            by_available_[j] = Real(0);
            for (std::size_t subset = 0; subset < value_.size(); ++subset) {
                Real chance(1);
                for (std::size_t l = 1; l < m_; ++l)
                    if (l != j) chance = chance * (contains(subset, l) ? available_[l] : Real(1) - available_[l]);
                by_available_[j] += contains(subset, j) ? chance * value_[subset] : -(chance * value_[subset]);
            }
            for (std::size_t i = 0; i < n_; ++i) {
                if (!rule_.veto[i]) continue;
                const Real block = Real(1) - logistic((buy[i * m_ + j] - Real(rule_.veto_line)) * (1 / rule_.veto_temperature));
                const Real slope = by_available_[j] * available_[j] * block * (1 / rule_.veto_temperature);
                by_buy[i * m_ + j] += slope;
                by_veto_line -= slope;
            }
        }
    }

    VotesAdjoint<Real> votes_;
    std::vector<Real> value_, by_margin_, by_agrees_, by_prefer_, by_bought_, by_choice_, by_available_, by_yes_;
};

}  // namespace buygraph::decision
