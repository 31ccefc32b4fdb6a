#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace buygraph::decision {

/// Derivatives of `chance_of_votes` by every chance of a yes, by going back through its steps.
///
/// One object serves one thread: it holds the scratch. Cost: O(people · needed), twice that of the chance itself.
template <class Real>
class VotesAdjoint {
  public:
    VotesAdjoint(std::size_t people, int needed) : width_(static_cast<std::size_t>(needed) + 1), states_((people + 1) * width_), weight_(width_) {}

    /// Adds seed · ∂chance/∂yes[i] to by_yes[i], for everybody with votes.
    void operator()(std::span<const Real> yes, std::span<const int> votes, const Real& seed, std::span<Real> by_yes) {
        const std::size_t top = width_ - 1;
        std::fill(states_.begin(), states_.begin() + static_cast<std::ptrdiff_t>(width_), Real(0));
        states_[0] = Real(1);
        for (std::size_t i = 0; i < votes.size(); ++i) {
            const Real* before = &states_[i * width_];
            Real* after = &states_[(i + 1) * width_];
            std::copy(before, before + width_, after);
            if (votes[i] == 0) continue;
            for (std::size_t have = top; have-- > 0;) {
                after[std::min(top, have + static_cast<std::size_t>(votes[i]))] += before[have] * yes[i];
                after[have] -= before[have] * yes[i];
            }
        }
        std::fill(weight_.begin(), weight_.end(), Real(0));
        weight_[top] = seed;
        for (std::size_t i = votes.size(); i-- > 0;) {
            if (votes[i] == 0) continue;
            const Real* before = &states_[i * width_];
            for (std::size_t have = 0; have < top; ++have) {  // upwards: what a state gives to is above it and not yet changed
                const Real gain = weight_[std::min(top, have + static_cast<std::size_t>(votes[i]))] - weight_[have];
                by_yes[i] += before[have] * gain;
                weight_[have] += yes[i] * gain;
            }
        }
    }

  private:
    std::size_t width_;
    std::vector<Real> states_, weight_;
};

}  // namespace buygraph::decision
