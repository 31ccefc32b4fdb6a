#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "../numbers/sample.hpp"
#include "rule.hpp"
#include "smooth.hpp"

namespace buygraph::decision {

/// The chance of one offer, for when only attitudes to that offer move: what the others do to it is kept once for every state of the world.
///
/// For the rules in which one person both picks and says yes (autocracy, weighted). The same number as `OutcomeRule` gives, with two exponentials for each who may decide and one for each veto.
/// P = a Σ_S c_S Σ_d P(d) · e_d / (e_d + E_dS) · y_d: a its own chance to be available, c_S that of exactly the rivals S, e_d and E_dS the pulls of the offer and of S on d.
template <numbers::Sample Real>
class OwnChance {
  public:
    [[nodiscard]] static bool applies(const DecisionRule& rule) { return !rule.counts_votes() && !rule.all_must_say_yes(); }

    OwnChance(const DecisionRule& rule, std::size_t offers, std::size_t own) : rule_(rule), n_(rule.people()), m_(offers), own_(own), warmth_(1 / rule.temperature) {
        for (std::size_t i = 0; i < n_; ++i) {
            if (rule.decides[i] > 0) deciders_.push_back(i);
            if (rule.veto[i]) vetoers_.push_back(i);
        }
        for (std::size_t j = 1; j < m_; ++j)
            if (j != own_) rivals_.push_back(j);
        const std::size_t all = std::size_t{1} << rivals_.size();
        for (std::size_t set = vetoers_.empty() ? all - 1 : 0; set < all; ++set) sets_.push_back(set);
    }

    /// How many numbers are kept of a state of the world.
    [[nodiscard]] std::size_t size() const { return n_ + vetoers_.size() + deciders_.size() + sets_.size() * (1 + deciders_.size()); }

    /// \param buy, vendor  n × m: final attitudes
    /// \param into         size() numbers
    void keep(std::span<const Real> buy, std::span<const Real> vendor, std::span<Real> into) const {
        using std::exp;
        using std::max;
        Real* out = into.data();
        for (std::size_t i = 0; i < n_; ++i) *out++ = buy[i * m_ + own_] - buy[i * m_];
        for (const std::size_t i : vetoers_) *out++ = buy[i * m_ + own_];
        std::vector<Real> greatest;  // pulls are kept as fractions of the greatest, so that no exponential overflows
        for (const std::size_t d : deciders_) {
            Real most = vendor[d * m_ + own_] * warmth_;
            for (const std::size_t r : rivals_) most = max(most, vendor[d * m_ + r] * warmth_);
            *out++ = vendor[d * m_ + own_] * warmth_ - most;
            greatest.push_back(most);
        }
        std::vector<Real> available(rivals_.size(), Real(1));
        for (std::size_t r = 0; r < rivals_.size(); ++r)
            for (const std::size_t i : vetoers_) available[r] = available[r] * logistic((buy[i * m_ + rivals_[r]] - Real(rule_.veto_line)) / rule_.veto_temperature);
        for (const std::size_t set : sets_) {
            Real chance(1);
            for (std::size_t r = 0; r < rivals_.size() && !vetoers_.empty(); ++r) chance = chance * (((set >> r) & 1U) ? available[r] : Real(1) - available[r]);
            *out++ = chance;
            for (std::size_t at = 0; at < deciders_.size(); ++at) {
                Real pull(0);
                for (std::size_t r = 0; r < rivals_.size(); ++r)
                    if ((set >> r) & 1U) pull += exp(vendor[deciders_[at] * m_ + rivals_[r]] * warmth_ - greatest[at]);
                *out++ = pull;
            }
        }
    }

    /// \param kept       as `keep` left it
    /// \param by_buy     n: shifts of final attitudes to the offer at the buy gate
    /// \param by_vendor  n: at the vendor gate; read for those who may decide
    [[nodiscard]] Real operator()(std::span<const Real> kept, std::span<const Real> by_buy, std::span<const Real> by_vendor) const {
        using std::exp;
        using std::max;
        using std::sqrt;
        const Real* pull = kept.data();
        const Real* veto = pull + n_;
        const Real* pick = veto + vetoers_.size();
        const Real* sets = pick + deciders_.size();
        Real mean(0), square(0);
        for (std::size_t i = 0; i < n_; ++i) {
            const Real own = pull[i] + by_buy[i];
            mean += rule_.voice[i] * own;
            square += rule_.voice[i] * own * own;
        }
        const Real hurdle = Real(rule_.indecision) + rule_.conflict * (sqrt(max(square - mean * mean, Real(0)) + Real(1e-4)) - Real(1e-2));
        Real available(1);
        for (std::size_t v = 0; v < vetoers_.size(); ++v) available = available * logistic((veto[v] + by_buy[vetoers_[v]] - Real(rule_.veto_line)) / rule_.veto_temperature);
        Real chance(0);
        for (std::size_t at = 0; at < deciders_.size(); ++at) {
            const std::size_t d = deciders_[at];
            const Real own = exp(pick[at] + by_vendor[d] * warmth_), yes = logistic((pull[d] + by_buy[d] - hurdle) * warmth_);
            Real picks(0);
            for (std::size_t s = 0; s < sets_.size(); ++s) picks += sets[s * (1 + deciders_.size())] * own / (own + sets[s * (1 + deciders_.size()) + 1 + at]);
            chance += rule_.decides[d] * picks * yes;
        }
        return available * chance;
    }

  private:
    const DecisionRule& rule_;
    std::size_t n_, m_, own_;
    double warmth_;  ///< 1 / τ
    std::vector<std::size_t> deciders_, vetoers_, rivals_, sets_;
};

}  // namespace buygraph::decision
