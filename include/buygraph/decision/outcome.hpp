#pragma once

#include <bit>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <span>
#include <vector>

#include "../numbers/sample.hpp"
#include "conflict.hpp"
#include "rule.hpp"
#include "smooth.hpp"
#include "vote_count.hpp"
#include "votes.hpp"

namespace buygraph::decision {

/// Chances of every way a deal can end. The status quo stands at index 0 as the sum of the three kinds of no decision.
template <numbers::Sample Real>
struct Outcome {
    std::vector<Real> probability;  ///< m: [0] no decision, then the vendor offers in the model's order
    Real blocked{0};                ///< every offer vetoed
    Real stalemate{0};              ///< no offer got the votes at the vendor gate
    Real refused{0};                ///< an offer was chosen and not bought
};

/// A decision that can stand at the end of a state of the world: made once from a rule and the number of offers, then asked for every sample.
///
/// Called with final attitudes at the buy and at the vendor gate, each n × m, it fills in the chances, their vector included. `OutcomeRule` is one; a user may
/// bring another to `forecasting::WorldMaker`.
template <class Made, class Real>
concept Decides = std::constructible_from<Made, const DecisionRule&, std::size_t> && requires(Made decide, std::span<const Real> buy, std::span<const Real> vendor, Outcome<Real>& into) {
    decide(buy, vendor, into);
};

/// Turns final attitudes into chances, in closed form: vetoes, the choice of a vendor, whether to buy at all.
///
/// One object serves one thread: it holds the scratch. `Real` is double, or a pack of samples. Attitudes come person by person:
/// n × m, offer 0 being the status quo. Every probability is a smooth function of the attitudes.
/// Cost: O(2^(m−1) · n · m²), the power only where somebody holds a veto; times the votes under quota and majority.
template <numbers::Sample Real>
class OutcomeRule {
  public:
    OutcomeRule(const DecisionRule& rule, std::size_t offers)
        : rule_(rule), n_(rule.people()), m_(offers), vetoed_(anybody(rule.veto)), warmth_(1 / rule.temperature), pulls_(m_), better_(n_ * m_ * m_), margin_(n_ * m_),
          agrees_(rule.all_must_say_yes() ? 0 : n_ * m_), available_(m_), choice_(m_), prefer_(n_ * m_), bought_(m_), count_(rule.counts_votes() ? std::span(rule.votes) : std::span<const int>(), rule.votes_needed) {
        const bool everybody = rule.counts_votes() || rule.rule == Rule::unanimity;
        for (std::size_t i = 0; i < n_; ++i)
            if (everybody ? rule.votes[i] > 0 : rule.decides[i] > 0) choosers_.push_back(i);
        for (std::size_t i = 0; i < n_; ++i)
            if (rule.veto[i]) vetoers_.push_back(i);
        // What only some rules use takes no time to make under the others.
        if (vetoed_) passes_.resize(n_ * m_);
        if (rule.rule == Rule::unanimity) together_.resize(m_);
        if (rule.all_must_say_yes()) {
            weights_.resize(m_), root_.resize(m_);
            reluctance_.resize(n_ * m_), weight_.resize(n_ * m_);
        }
        if (rule.counts_votes()) {
            ballot_.resize(m_), yes_.resize(n_);
            ballot_gains_.resize(m_ * count_.gains()), bought_gains_.resize(m_ * count_.gains());
        }
    }

    /// \param buy     X_1, n × m: final attitudes at the buy gate
    /// \param vendor  X_2, n × m: final attitudes at the vendor gate
    /// \param into    receives the chances; its vector is sized here
    void operator()(std::span<const Real> buy, std::span<const Real> vendor, Outcome<Real>& into) {
        decide(buy, vendor, into, [](std::size_t, const Real&) {});
    }

  protected:  // OutcomeAdjoint goes the same way backwards
    /// \param after  called with (subset, its chance) when what happens with exactly these offers available has been added
    template <class After>
    void decide(std::span<const Real> buy, std::span<const Real> vendor, Outcome<Real>& into, After after) {
        into.probability.assign(m_, Real(0));
        into.blocked = into.stalemate = into.refused = Real(0);
        willingness(buy);
        comparisons(vendor);
        availability(buy);
        const std::size_t subsets = std::size_t{1} << (m_ - 1);
        for (std::size_t subset = vetoed_ ? 0 : subsets - 1; subset < subsets; ++subset) {
            const Real chance = vetoed_ ? chance_of(subset) : Real(1);
            choose(subset, chance, into);
            after(subset, chance);
        }
        into.probability[0] = into.blocked + into.stalemate + into.refused;
    }

    [[nodiscard]] static bool anybody(const std::vector<bool>& flags) {
        for (const bool flag : flags)
            if (flag) return true;
        return false;
    }

    /// One person both picks and says yes.
    [[nodiscard]] bool own_yes() const { return !rule_.counts_votes() && !rule_.all_must_say_yes(); }

    [[nodiscard]] static bool contains(std::size_t subset, std::size_t offer) { return (subset >> (offer - 1)) & 1U; }

    /// margin_[i,j] = (g_i(j) − b − κ D(j)) / τ; bought_[j] for the rules in which it does not depend on who chose.
    void willingness(std::span<const Real> buy) {
        for (std::size_t j = 1; j < m_; ++j) {
            pulls_[j] = pulls_towards<Real>(j, buy, rule_.voice);
            const Real hurdle = Real(rule_.indecision) + rule_.conflict * pulls_[j].conflict();
            for (std::size_t i = 0; i < n_; ++i) margin_[i * m_ + j] = (buy[i * m_ + j] - buy[i * m_] - hurdle) * warmth_;
            if (rule_.all_must_say_yes()) {
                bought_[j] = all_say_yes(j);
                continue;
            }
            for (const std::size_t i : choosers_) agrees_[i * m_ + j] = logistic(margin_[i * m_ + j]);
            if (rule_.counts_votes()) bought_[j] = enough_votes(agrees_, j, bought_gains_);
        }
    }

    /// exp(−(Σ (−ln y_i)^θ)^(1/θ)) over those with votes: a Gumbel copula.
    [[nodiscard]] Real all_say_yes(std::size_t offer) {
        using std::exp;
        Real sum(0);
        for (std::size_t i = 0; i < n_; ++i)
            if (rule_.votes[i] > 0) {
                const Real& reluctance = reluctance_[i * m_ + offer] = minus_log_logistic(margin_[i * m_ + offer]);
                sum += weight_[i * m_ + offer] = raised(reluctance, rule_.agreement);
            }
        weights_[offer] = sum;
        root_[offer] = raised(sum, 1 / rule_.agreement);
        return exp(-root_[offer]);
    }

    /// \param chances  n × m, of a yes to each offer
    /// \param gains    receives what the way back needs, offer by offer
    [[nodiscard]] Real enough_votes(const std::vector<Real>& chances, std::size_t offer, std::vector<Real>& gains) {
        for (std::size_t i = 0; i < n_; ++i) yes_[i] = chances[i * m_ + offer];
        return count_.chance(yes_, gains_of(offer, gains));
    }

    [[nodiscard]] std::span<Real> gains_of(std::size_t offer, std::vector<Real>& gains) const { return std::span(gains).subspan(offer * count_.gains(), count_.gains()); }

    /// better_[i,j,l] = exp((x_l − x_j) / τ): a softmax over any subset is 1 / Σ_l of it, and nothing overflows into a NaN.
    void comparisons(std::span<const Real> vendor) {
        using std::exp;
        if (rule_.rule == Rule::unanimity) return add_up_pulls(vendor);
        for (const std::size_t i : choosers_)
            for (std::size_t j = 1; j < m_; ++j)
                for (std::size_t l = 1; l < m_; ++l)
                    better_[(i * m_ + j) * m_ + l] = l == j ? Real(1) : exp((vendor[i * m_ + l] - vendor[i * m_ + j]) * warmth_);
    }

    void availability(std::span<const Real> buy) {
        for (std::size_t j = 1; j < m_; ++j) {
            available_[j] = Real(1);
            for (const std::size_t i : vetoers_) {
                passes_[i * m_ + j] = logistic((buy[i * m_ + j] - Real(rule_.veto_line)) / rule_.veto_temperature);
                available_[j] = available_[j] * passes_[i * m_ + j];
            }
        }
    }

    [[nodiscard]] Real chance_of(std::size_t subset) const {
        Real chance(1);
        for (std::size_t j = 1; j < m_; ++j) chance = chance * (contains(subset, j) ? available_[j] : Real(1) - available_[j]);
        return chance;
    }

    /// Adds what happens when exactly the offers of a subset are available, which has this chance.
    void choose(std::size_t subset, const Real& chance, Outcome<Real>& into) {
        using std::max;
        if (subset == 0) {
            into.blocked += chance;
            return;
        }
        preferences(subset);
        Real left = chance;  // what no offer has taken yet
        for (std::size_t j = 1; j < m_; ++j) choice_[j] = Real(0);
        if (rule_.counts_votes()) ballots(subset);
        else if (rule_.rule == Rule::unanimity) agreement(subset);
        else if (rule_.rule == Rule::consent) picked(subset);
        for (std::size_t j = 1; j < m_; ++j) {
            if (!contains(subset, j)) continue;
            Real chosen = choice_[j], bought = chosen * bought_[j];
            if (own_yes()) {
                chosen = bought = Real(0);
                for (const std::size_t i : choosers_) {
                    const Real picks = rule_.decides[i] * prefer_[i * m_ + j];
                    chosen += picks;
                    bought += picks * agrees_[i * m_ + j];
                }
            }
            into.probability[j] += chance * bought;
            into.refused += chance * (chosen - bought);
            left -= chance * chosen;
        }
        if (rule_.counts_votes()) into.stalemate += max(Real(0), left);  // not below 0 by rounding
    }

    /// The pull of each offer on all who have votes together: Π p normalised over a subset is its softmax.
    void add_up_pulls(std::span<const Real> vendor) {
        for (std::size_t j = 1; j < m_; ++j) {
            together_[j] = Real(0);
            for (const std::size_t i : choosers_) together_[j] += vendor[i * m_ + j] * warmth_;
        }
    }

    void preferences(std::size_t subset) {
        if (rule_.rule == Rule::unanimity) return;
        for (const std::size_t i : choosers_)
            for (std::size_t j = 1; j < m_; ++j) {
                if (!contains(subset, j)) continue;
                Real sum(0);
                for (std::size_t l = 1; l < m_; ++l)
                    if (contains(subset, l)) sum += better_[(i * m_ + j) * m_ + l];
                prefer_[i * m_ + j] = Real(1) / sum;
            }
    }

    void picked(std::size_t subset) {
        for (std::size_t j = 1; j < m_; ++j)
            for (const std::size_t i : choosers_)
                if (contains(subset, j)) choice_[j] += rule_.decides[i] * prefer_[i * m_ + j];
    }

    void agreement(std::size_t subset) {
        using std::exp;
        using std::max;
        Real greatest = together_[1 + static_cast<std::size_t>(std::countr_zero(subset))], sum(0);
        for (std::size_t j = 1; j < m_; ++j)
            if (contains(subset, j)) greatest = max(greatest, together_[j]);
        for (std::size_t j = 1; j < m_; ++j)
            if (contains(subset, j)) sum += choice_[j] = exp(together_[j] - greatest);
        for (std::size_t j = 1; j < m_; ++j)
            if (contains(subset, j)) choice_[j] = choice_[j] / sum;
    }

    void ballots(std::size_t subset) {
        using std::max;
        unfinished_ = Real(1);
        for (std::size_t j = 1; j < m_; ++j) {
            if (!contains(subset, j)) continue;
            ballot_[j] = enough_votes(prefer_, j, ballot_gains_);
            unfinished_ -= ballot_[j];
        }
        unfinished_ = max(Real(0), unfinished_);
        const Real times = repeated(unfinished_, rule_.rounds);
        for (std::size_t j = 1; j < m_; ++j)
            if (contains(subset, j)) choice_[j] = ballot_[j] * times;
    }

    const DecisionRule& rule_;
    std::size_t n_, m_;
    bool vetoed_;
    double warmth_;  ///< 1 / τ
    std::vector<std::size_t> choosers_;  ///< whose preference among offers counts
    std::vector<std::size_t> vetoers_;
    std::vector<Pulls<Real>> pulls_;  ///< by offer
    std::vector<Real> better_, margin_, agrees_;
    std::vector<Real> reluctance_, weight_, weights_, root_;  ///< −ln y, its power θ, their sum, and the θ-th root of it
    std::vector<Real> passes_;                                ///< chance that somebody with a veto does not use it
    std::vector<Real> available_, choice_, prefer_, bought_, ballot_, together_, yes_;
    VoteCount<Real> count_;
    std::vector<Real> ballot_gains_, bought_gains_;
    Real unfinished_{0};  ///< of one ballot: the chance that nobody has the votes; ballot_: of each offer to have them
};

}  // namespace buygraph::decision
