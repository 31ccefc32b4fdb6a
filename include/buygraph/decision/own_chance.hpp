#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

#include "../numbers/sample.hpp"
#include "conflict.hpp"
#include "rule.hpp"
#include "smooth.hpp"
#include "vote_count.hpp"
#include "votes.hpp"

namespace buygraph::decision {

/// The chance of one offer, for when only attitudes to that offer move: what the others do to it is kept once for every state of the world.
///
/// The same number as `OutcomeRule` gives, with two exponentials for each whose word counts and one for each veto, however many rivals there are.
/// P = a Σ_S c_S · (it is chosen among itself and S, and bought): a its own chance to be available, c_S that of exactly the rivals S. Whoever picks does so with chance
/// e / (e + E_S), the pulls of the offer and of S on him; under unanimity the pull on all of them together is the product of those on each.
/// One object serves one thread: it holds the scratch. `Real` is double, or a pack of samples.
template <numbers::Sample Real>
class OwnChance {
  public:
    OwnChance(const DecisionRule& rule, std::size_t offers, std::size_t own)
        : rule_(rule), n_(rule.people()), m_(offers), own_(own), warmth_(1 / rule.temperature), count_(rule.counts_votes() ? std::span(rule.votes) : std::span<const int>(), rule.votes_needed) {
        const bool by_votes = rule.counts_votes() || rule.rule == Rule::unanimity;
        for (std::size_t i = 0; i < n_; ++i) {
            if (rule.votes[i] > 0) voters_.push_back(i);
            if (by_votes ? rule.votes[i] > 0 : rule.decides[i] > 0) pickers_.push_back(i);
            if (rule.veto[i]) vetoers_.push_back(i);
        }
        for (std::size_t j = 1; j < m_; ++j)
            if (j != own_) rivals_.push_back(j);
        picks_ = rule.rule == Rule::unanimity ? 1 : pickers_.size();
        sets_ = std::size_t{1} << rivals_.size();
        sums_.resize(picks_ * sets_), own_pull_.resize(picks_), agrees_.resize(n_);
        if (!rule.counts_votes()) return;
        prefer_.resize(n_), inverse_.resize(picks_);
        no_tie_ = std::accumulate(rule.votes.begin(), rule.votes.end(), 1) == 2 * rule.votes_needed;
    }

    /// How many numbers are kept of a state of the world.
    [[nodiscard]] std::size_t size() const { return n_ + vetoers_.size() + picks_ * (1 + rivals_.size()) + (vetoers_.empty() ? 0 : sets_); }

    /// \param buy, vendor  n × m: final attitudes
    /// \param into         size() numbers
    void keep(std::span<const Real> buy, std::span<const Real> vendor, std::span<Real> into) const {
        using std::exp;
        using std::max;
        Real* out = into.data();
        for (std::size_t i = 0; i < n_; ++i) *out++ = buy[i * m_ + own_] - buy[i * m_];
        for (const std::size_t i : vetoers_) *out++ = buy[i * m_ + own_];
        for (std::size_t pick = 0; pick < picks_; ++pick) {
            const auto pull = [&](std::size_t offer) {
                if (rule_.rule != Rule::unanimity) return vendor[pickers_[pick] * m_ + offer] * warmth_;
                Real together(0);
                for (const std::size_t i : pickers_) together += vendor[i * m_ + offer] * warmth_;
                return together;
            };
            Real greatest = pull(own_);  // pulls are kept as fractions of the greatest, so that no exponential overflows
            for (const std::size_t r : rivals_) greatest = max(greatest, pull(r));
            *out++ = pull(own_) - greatest;
            for (const std::size_t r : rivals_) *out++ = exp(pull(r) - greatest);
        }
        if (vetoers_.empty()) return;
        std::vector<Real> available(rivals_.size(), Real(1));
        for (std::size_t r = 0; r < rivals_.size(); ++r)
            for (const std::size_t i : vetoers_) available[r] = available[r] * passes(buy[i * m_ + rivals_[r]]);
        for (std::size_t set = 0; set < sets_; ++set) {
            Real chance(1);
            for (std::size_t r = 0; r < rivals_.size(); ++r) chance = chance * (((set >> r) & 1U) ? available[r] : Real(1) - available[r]);
            *out++ = chance;
        }
    }

    /// \param kept       as `keep` left it
    /// \param by_buy     n: shifts of final attitudes to the offer at the buy gate
    /// \param by_vendor  n: at the vendor gate; read for those who pick
    [[nodiscard]] Real operator()(std::span<const Real> kept, std::span<const Real> by_buy, std::span<const Real> by_vendor) {
        const Real* pull = kept.data();
        const Real* veto = pull + n_;
        const Real* pulls = veto + vetoers_.size();
        const Real* chances = pulls + picks_ * (1 + rivals_.size());
        Real available(1);
        for (std::size_t v = 0; v < vetoers_.size(); ++v) available = available * passes(veto[v] + by_buy[vetoers_[v]]);
        const Real bought = yes(pull, by_buy);
        if (rivals_.empty()) return available * alone(bought);
        add_up_pulls(pulls, by_vendor);
        if (vetoers_.empty()) return chosen_and_bought(sets_ - 1, pulls, bought);
        Real chance(0);
        for (std::size_t set = 0; set < sets_; ++set) chance += chances[set] * chosen_and_bought(set, pulls, bought);
        return available * chance;
    }

  private:
    [[nodiscard]] Real passes(const Real& buy) const { return logistic((buy - Real(rule_.veto_line)) / rule_.veto_temperature); }

    /// The chance that the offer is bought where that does not depend on who picks; where it does, 1, and agrees_ of each who may pick.
    [[nodiscard]] Real yes(const Real* pull, std::span<const Real> by_buy) {
        using std::exp;
        for (std::size_t i = 0; i < n_; ++i) agrees_[i] = pull[i] + by_buy[i];
        Real hurdle(rule_.indecision);
        if (n_ > 1) hurdle += rule_.conflict * pulls_of<Real>([&](std::size_t i) { return agrees_[i]; }, rule_.voice).conflict();
        if (rule_.all_must_say_yes()) {
            Real sum(0);
            for (const std::size_t i : voters_) agrees_[i] = minus_log_logistic((agrees_[i] - hurdle) * warmth_);  // one by one, so that they overlap
            for (const std::size_t i : voters_) sum += raised(agrees_[i], rule_.agreement);
            return exp(-raised(sum, 1 / rule_.agreement));
        }
        for (const std::size_t i : pickers_) agrees_[i] = logistic((agrees_[i] - hurdle) * warmth_);
        return rule_.counts_votes() ? count_.chance(agrees_) : Real(1);
    }

    /// Where there is no rival.
    [[nodiscard]] Real alone(const Real& bought) const {
        if (rule_.counts_votes() || rule_.all_must_say_yes()) return bought;
        Real chance(0);
        for (const std::size_t d : pickers_) chance += rule_.decides[d] * agrees_[d];
        return chance;
    }

    /// own_pull_ after the shift, and sums_[pick, S]: with the pulls of the rivals S.
    void add_up_pulls(const Real* pulls, std::span<const Real> by_vendor) {
        using std::exp;
        for (std::size_t pick = 0; pick < picks_; ++pick, pulls += 1 + rivals_.size()) {
            Real shift(0);
            if (rule_.rule != Rule::unanimity) shift = by_vendor[pickers_[pick]];
            else
                for (const std::size_t i : pickers_) shift += by_vendor[i];
            Real* sums = &sums_[pick * sets_];
            own_pull_[pick] = sums[0] = exp(pulls[0] + shift * warmth_);
            for (std::size_t r = 0; r < rivals_.size(); ++r)
                for (std::size_t set = 0; set < std::size_t{1} << r; ++set) sums[set | (std::size_t{1} << r)] = sums[set] + pulls[1 + r];
        }
    }

    [[nodiscard]] Real chosen_and_bought(std::size_t set, const Real* pulls, const Real& bought) {
        if (rule_.counts_votes()) return elected(set, pulls) * bought;
        const auto picks = [&](std::size_t pick) { return own_pull_[pick] / sums_[pick * sets_ + set]; };
        if (rule_.rule == Rule::unanimity) return picks(0) * bought;
        Real chance(0);
        for (std::size_t pick = 0; pick < picks_; ++pick) {
            const Real picked = rule_.decides[pickers_[pick]] * picks(pick);
            chance += rule_.all_must_say_yes() ? picked : picked * agrees_[pickers_[pick]];
        }
        return rule_.all_must_say_yes() ? chance * bought : chance;
    }

    /// The chance to have the votes in one of the ballots among itself and the rivals of a set.
    [[nodiscard]] Real elected(std::size_t set, const Real* pulls) {
        using std::max;
        for (std::size_t pick = 0; pick < picks_; ++pick) {
            inverse_[pick] = Real(1) / sums_[pick * sets_ + set];
            prefer_[pickers_[pick]] = own_pull_[pick] * inverse_[pick];
        }
        const Real own = count_.chance(prefer_);
        if (no_tie_ && std::has_single_bit(set)) return own;
        Real unfinished = Real(1) - own;
        for (std::size_t r = 0; r < rivals_.size(); ++r) {
            if (!((set >> r) & 1U)) continue;
            for (std::size_t pick = 0; pick < picks_; ++pick) prefer_[pickers_[pick]] = pulls[pick * (1 + rivals_.size()) + 1 + r] * inverse_[pick];
            unfinished -= count_.chance(prefer_);
        }
        return own * repeated(max(Real(0), unfinished), rule_.rounds);
    }

    const DecisionRule& rule_;
    std::size_t n_, m_, own_, picks_ = 0, sets_ = 0;  ///< picks_: of how many the pulls are kept
    double warmth_;  ///< 1 / τ
    VoteCount<Real> count_;
    bool no_tie_ = false;  ///< the votes are odd and more than half are needed: of two offers one always has them
    std::vector<std::size_t> voters_, pickers_, vetoers_, rivals_;
    std::vector<Real> sums_, own_pull_, agrees_, prefer_, inverse_;
};

}  // namespace buygraph::decision
