#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "../numbers/sample.hpp"

namespace buygraph::decision {

/// `chance_of_votes` for a fixed list of votes, asked many times, with its derivatives by every chance of a yes.
///
/// Goes from the last voter to the first and only through the states (so many votes so far) from which it is still open whether the votes will do. What a yes
/// gains in each of them is kept: the way back is one walk forwards with the chance to be there.
/// One object serves one thread: it holds the scratch. Cost: O(people · needed), and about as much again for the way back.
template <numbers::Number Real>
class VoteCount {
  public:
    /// \param votes  whole votes, one for each person
    VoteCount(std::span<const int> votes, int needed) : needed_(static_cast<std::size_t>(std::max(0, needed))) {
        std::size_t before = 0, left = 0, most = 0;
        for (const int own : votes) left += static_cast<std::size_t>(own), most = std::max(most, static_cast<std::size_t>(own));
        for (std::size_t person = 0; person < votes.size(); ++person) {
            const auto own = static_cast<std::size_t>(votes[person]);
            const std::size_t lowest = needed_ - std::min(needed_, left), end = std::min(needed_, before + 1);
            if (own > 0 && lowest < end) {
                voters_.push_back({person, own, lowest, end, gains_});
                gains_ += end - lowest;
            }
            before += own, left -= own;
        }
        at_state_.resize(needed_ + 1 + most);
    }

    /// How many numbers `chance` keeps for the way back.
    [[nodiscard]] std::size_t gains() const { return gains_; }

    /// \param yes    chance of a yes, one for each person
    /// \param gains  receives what a yes gains, for the way back
    [[nodiscard]] Real chance(std::span<const Real> yes, std::span<Real> gains) {
        return count(yes, [&](std::size_t at, const Real& gain) { gains[at] = gain; });
    }
    /// Where there is no way back.
    [[nodiscard]] Real chance(std::span<const Real> yes) {
        return count(yes, [](std::size_t, const Real&) {});
    }

    /// Sets by_yes[i] to seed · ∂chance/∂yes[i] for everybody who can matter, and leaves the others'.
    ///
    /// \param yes, gains  as `chance` was given them and has left them
    void backwards(std::span<const Real> yes, std::span<const Real> gains, const Real& seed, std::span<Real> by_yes) {
        std::fill(at_state_.begin(), at_state_.end(), Real(0));  // at_state_[v]: chance to have v so far
        at_state_[0] = Real(1);
        for (const Voter& voter : voters_) {
            const Real& agrees = yes[voter.person];
            const Real* gain = gains.data() + voter.gains + (voter.end - voter.lowest);
            Real slope(0);
            for (std::size_t have = voter.end; have-- > voter.lowest;) {  // downwards: what a yes leads to has been used
                slope += at_state_[have] * *--gain;
                const Real moves = at_state_[have] * agrees;
                at_state_[have] -= moves;
                at_state_[have + voter.votes] += moves;
            }
            by_yes[voter.person] = seed * slope;
        }
    }

  private:
    /// Calls keep(where, what a yes gains) for every voter, from the last to the first, and every state that is open before him.
    template <class Keep>
    [[nodiscard]] Real count(std::span<const Real> yes, Keep keep) {
        const auto done = at_state_.begin() + static_cast<std::ptrdiff_t>(needed_);  // at_state_[v]: chance of enough votes, with v so far
        std::fill(at_state_.begin(), done, Real(0));
        std::fill(done, at_state_.end(), Real(1));
        for (std::size_t v = voters_.size(); v-- > 0;) {
            const Voter& voter = voters_[v];
            const Real& agrees = yes[voter.person];
            for (std::size_t have = voter.lowest; have < voter.end; ++have) {  // upwards: what a yes leads to is not yet changed
                const Real gain = at_state_[have + voter.votes] - at_state_[have];
                keep(voter.gains + have - voter.lowest, gain);
                at_state_[have] += agrees * gain;
            }
        }
        return at_state_[0];
    }

    /// Somebody with votes who can still matter, and the states before his vote that are open: [lowest, end).
    struct Voter {
        std::size_t person, votes, lowest, end;
        std::size_t gains;  ///< where his begin
    };

    std::size_t needed_, gains_ = 0;
    std::vector<Voter> voters_;
    std::vector<Real> at_state_;
};

}  // namespace buygraph::decision
