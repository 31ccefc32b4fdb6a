#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "../error.hpp"
#include "coalition_game.hpp"

namespace buygraph::decision {

/// For each weight the chance that its owner turns a losing coalition into a winning one, when everybody else joins with the same
/// chance, independently: the slopes of the multilinear extension.
///
/// Stable: every term is positive, so each chance keeps its relative accuracy, and who can never turn a coalition gets exactly 0.
/// (The usual count divides one person out of the distribution of all: it subtracts large numbers, and overflows.) The
/// distribution without each person is reached by halving: those of one half join before the other half is taken apart.
/// Only sums from which those to come can still reach the threshold are carried, so the halves cost less and less.
///
/// One object serves one thread: it holds the scratch. `Real` is double, or a pack of chances.
/// Cost: O(people · needed), times up to log(distinct weights) where a few hold most of the weight; memory the same many times O(needed).
/// Source: Owen 1972, doi:10.1287/mnsc.18.5.64.
template <class Real>
class PivotChances {
  public:
    /// \param interrupt  asked every few milliseconds; true stops with `Interrupted`
    explicit PivotChances(const WholeGame& game, std::function<bool()> interrupt = {}) : game_(game), interrupt_(std::move(interrupt)) {
        std::size_t depths = 2;
        for (std::size_t groups = game.weights.size(); groups > 1; groups /= 2) ++depths;
        sums_.resize(depths);
        for (std::size_t group = 0; group < game.weights.size(); ++group) total_ += std::uint64_t{game.weights[group]} * game.counts[group];
    }

    /// \param join  the chance with which everybody joins, in [0, 1]
    /// \param into  receives one chance for each distinct weight
    void operator()(const Real& join, std::span<Real> into) {
        join_ = join;
        stay_ = Real(1) - join;
        sums_[0].base = 0;
        sums_[0].chance.assign(game_.needed, Real(0));
        sums_[0].chance[0] = Real(1);
        take_apart(0, game_.weights.size(), total_, 0, into);
    }

  private:
    /// Chances of sums base … needed − 1 of those who have had their turn; below `lowest` they are stale.
    struct Sums {
        std::size_t base = 0;
        std::vector<Real> chance;
    };

    /// The least sum that still matters when this much weight is to come.
    [[nodiscard]] std::size_t lowest(std::uint64_t to_come) const { return game_.needed > to_come ? game_.needed - static_cast<std::size_t>(to_come) : 0; }

    /// sums_[depth] are those of everybody outside the groups first … last − 1, which are to come.
    void take_apart(std::size_t first, std::size_t last, std::uint64_t to_come, std::size_t depth, std::span<Real> into) {
        if (last - first == 1) {
            const std::uint64_t own = add(first, game_.counts[first] - 1, to_come, depth);
            const Sums& sums = sums_[depth];
            Real pivot(0);
            for (std::size_t at = lowest(own) - sums.base; at < sums.chance.size(); ++at) pivot += sums.chance[at];
            into[first] = pivot;
            return;
        }
        const std::size_t middle = (first + last) / 2;
        sums_[depth + 1] = sums_[depth];
        take_apart(first, middle, add_groups(middle, last, to_come, depth + 1), depth + 1, into);
        take_apart(middle, last, add_groups(first, middle, to_come, depth), depth, into);
    }

    /// Everybody of these groups has his turn; what is then still to come.
    std::uint64_t add_groups(std::size_t first, std::size_t last, std::uint64_t to_come, std::size_t depth) {
        for (std::size_t group = first; group < last; ++group) to_come = add(group, game_.counts[group], to_come, depth);
        return to_come;
    }

    std::uint64_t add(std::size_t group, std::size_t count, std::uint64_t to_come, std::size_t depth) {
        const std::size_t weight = game_.weights[group];
        for (; count > 0; --count, to_come -= weight) add_one(sums_[depth], weight, lowest(to_come), lowest(to_come - weight));
        return to_come;
    }

    /// One more person: from sums `from` and above to sums `low` and above.
    void add_one(Sums& sums, std::size_t weight, std::size_t from, std::size_t low) {
        stop_if_asked(sums.chance.size());
        Real* const chance = sums.chance.data();
        const Real join = join_, stay = stay_;
        if (from == 0) {  // nothing has been dropped yet
            std::size_t sum = game_.needed;
            while (sum > weight && sum > low) --sum, chance[sum] = chance[sum] * stay + chance[sum - weight] * join;
            while (sum > low) --sum, chance[sum] = chance[sum] * stay;
            return;
        }
        const Real* const before = chance + (from - sums.base);  // here low = from + weight
        const std::size_t size = game_.needed - low;
        for (std::size_t at = 0; at < size; ++at) chance[at] = before[at + weight] * stay + before[at] * join;
        sums.base = low;
        sums.chance.resize(size);
    }

    void stop_if_asked(std::size_t work) {
        constexpr std::size_t pause = 1'000'000;
        if ((worked_ += work) < pause) return;
        worked_ = 0;
        if (interrupt_ && interrupt_()) throw Interrupted();
    }

    const WholeGame& game_;
    std::function<bool()> interrupt_;
    std::uint64_t total_ = 0;  ///< everybody's weight
    std::size_t worked_ = 0;
    Real join_{0}, stay_{1};
    std::vector<Sums> sums_;  ///< by depth
};

}  // namespace buygraph::decision
