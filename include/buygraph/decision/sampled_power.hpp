#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

#include "../error.hpp"
#include "../numbers/random_bits.hpp"
#include "power_index.hpp"

namespace buygraph::decision {

/// How often everybody turned a coalition, over samples of coalitions.
struct SampledSwings {
    std::vector<double> times;   ///< n; of a veto holder twice, for the others without a veto need not be there half as often
    std::vector<double> by_all;  ///< n: Σ over samples of his times in it · everybody's times in it
    double all = 0;              ///< everybody's times
    double all_squared = 0;      ///< Σ over samples of everybody's times in it, squared
};

namespace detail {

/// Asks the caller whether to stop, after so much work.
class Pause {
  public:
    explicit Pause(const std::function<bool()>& interrupt) : interrupt_(interrupt) {}
    void after(std::size_t work) {
        if ((worked_ += work) < 200'000) return;
        worked_ = 0;
        if (interrupt_ && interrupt_()) throw Interrupted();
    }

  private:
    const std::function<bool()>& interrupt_;
    std::size_t worked_ = 0;
};

/// A whole number below `count`, from the high half of a random word: biased by less than count / 2^32.
[[nodiscard]] constexpr std::size_t below(std::size_t count, std::uint64_t word) { return static_cast<std::size_t>(((word >> 32) * count) >> 32); }

}  // namespace detail

/// How often each person is the one with whom the coalition wins, when people join in random order.
///
/// Every sample has exactly one such person. Depends on (seed, sample) alone.
/// Cost: O(samples · people) at most; a sample ends with its pivot.
/// Source: Castro, Gómez and Tejada 2009, doi:10.1016/j.cor.2008.04.004.
[[nodiscard]] inline std::vector<double> pivots_of_orders(const CoalitionGame& game, const PowerOptions& options) {
    const std::size_t others = game.others.size(), active = game.active();
    std::vector<double> times(game.people, 0);
    std::vector<std::size_t> order(active);  // others first, then holders; any order will do to start a shuffle from
    std::iota(order.begin(), order.end(), std::size_t{0});
    detail::Pause pause(options.interrupt);
    for (std::uint64_t sample = 0; sample < options.samples; ++sample) {
        double weight = 0;
        std::size_t holders_to_come = game.holders.size(), joined = 0;
        while (holders_to_come > 0 || weight < game.needed) {
            const std::size_t next = joined + detail::below(active - joined, numbers::random_word(options.seed, 0, joined, sample));
            std::swap(order[joined], order[next]);
            const std::size_t who = order[joined++];
            if (who < others) weight += game.weights[who];
            else --holders_to_come;
            if (joined == active) break;  // rounding must not ask for more people than there are
        }
        const std::size_t pivot = order[joined - 1];
        times[pivot < others ? game.others[pivot] : game.holders[pivot - others]] += 1;
        pause.after(joined);
    }
    return times;
}

/// How often each person turns a coalition of the others, when everybody joins it or not by the toss of a coin.
///
/// Veto holders are put in, since without all of them nothing is ever turned; one sample serves everybody.
/// Depends on (seed, sample) alone.
/// Cost: O(samples · people).
[[nodiscard]] inline SampledSwings swings_of_coalitions(const CoalitionGame& game, const PowerOptions& options) {
    const std::size_t others = game.others.size();
    SampledSwings swings{std::vector<double>(game.people, 0), std::vector<double>(game.people, 0)};
    std::vector<std::uint64_t> joins(others / 64 + 1);
    std::vector<std::size_t> turned;
    detail::Pause pause(options.interrupt);
    for (std::uint64_t sample = 0; sample < options.samples; ++sample) {
        for (std::size_t block = 0; block < joins.size(); ++block) joins[block] = numbers::random_word(options.seed, 1, block, sample);
        const auto is_in = [&](std::size_t k) { return ((joins[k / 64] >> (k % 64)) & 1U) != 0; };
        double weight = 0;
        for (std::size_t k = 0; k < others; ++k) weight += is_in(k) ? game.weights[k] : 0.0;
        turned.clear();
        for (std::size_t k = 0; k < others; ++k) {
            const double without = is_in(k) ? weight - game.weights[k] : weight;
            if (without < game.needed && without + game.weights[k] >= game.needed) turned.push_back(game.others[k]);
        }
        const bool wins = weight >= game.needed;
        const double all = static_cast<double>(turned.size()) + (wins ? 2 * static_cast<double>(game.holders.size()) : 0.0);
        const auto count = [&](std::size_t person, double times) {
            swings.times[person] += times;
            swings.by_all[person] += times * all;
        };
        for (const std::size_t person : turned) count(person, 1);
        for (std::size_t holder = 0; wins && holder < game.holders.size(); ++holder) count(game.holders[holder], 2);
        swings.all += all;
        swings.all_squared += all * all;
        pause.after(others + 1);
    }
    return swings;
}

}  // namespace buygraph::decision
