#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "../error.hpp"
#include "columns.hpp"
#include "sparse_network.hpp"

namespace buygraph::influence {

/// Everybody's attitude anew from what those he listens to think, one group of people after the other: x_i ← b_i + s_i / (1 − s_i W[i,i]) · Σ_{j≠i} W[i,j] x_j.
///
/// Sixteen groups with an equal share of the ties: within one everybody looks at what was before, and the next sees what this one has come to. That is Gauss–Seidel in blocks; several
/// threads share the work within a group, so the bits do not depend on how many they are. All that is slow about it is fetching x_j from memory: they are asked for some ties ahead.
/// Source: Saad 2003, Iterative Methods for Sparse Linear Systems, section 4.1, doi:10.1137/1.9780898718003.
template <class Real, std::size_t width>
class Sweeper {
  public:
    using One = Row<Real, width>;
    using All = Columns<Real, width>;

    static constexpr std::size_t ahead = 24;  ///< ties
    static_assert(ahead <= SparseNetwork::margin);
    /// Asks for a row that will be wanted soon.
    static void prefetch([[maybe_unused]] const One* row) {
#if defined(__GNUC__)
        __builtin_prefetch(row);
#endif
    }

    /// \param susceptibility  by position, in [0, 1], with s_i W[i,i] < 1; network and numbers outlive this
    Sweeper(const SparseNetwork& network, std::span<const double> susceptibility, std::size_t threads, numbers::Interrupt interrupt = {})
        : network_(&network), threads_(threads), interrupt_(std::move(interrupt)), factors_(network.people()) {
        for (std::size_t i = 0; i < factors_.size(); ++i) factors_[i] = static_cast<Real>(susceptibility[i] / (1 - susceptibility[i] * network.own[i]));
        const std::size_t groups = std::min(most_groups, std::max<std::size_t>(1, network.people()));
        std::size_t largest = 0;
        for (std::size_t g = 0; g <= groups; ++g) begins_.push_back(g == groups ? network.people() : position_at(0, network.people(), g, groups));
        for (std::size_t g = 0; g < groups; ++g) largest = std::max(largest, begins_[g + 1] - begins_[g]);
        fresh_.resize(largest);
    }

    [[nodiscard]] std::size_t threads() const { return threads_; }
    [[nodiscard]] std::size_t people() const { return network_->people(); }

    /// Once through all ties. Without `right` that is 0.
    /// \return the largest change in each column
    PerColumn<width> operator()(All& x, const All* right) {
        One largest{};
        for (std::size_t g = 0; g + 1 < begins_.size(); ++g) {
            if (interrupt_ && interrupt_()) throw Interrupted();
            largest.raise(group(begins_[g], begins_[g + 1], x, right));
        }
        PerColumn<width> change;
        for (std::size_t c = 0; c < width; ++c) change[c] = largest[c];
        return change;
    }

  private:
    static constexpr std::size_t most_groups = 16, pieces = 8;

    /// Where share k of `count` begins, if everybody between counts for his ties and two more.
    [[nodiscard]] std::size_t position_at(std::size_t begin, std::size_t end, std::size_t k, std::size_t count) const {
        const auto cost = [&](std::size_t i) { return network_->first[i] + 2 * i; };
        const std::uint64_t target = cost(begin) + (cost(end) - cost(begin)) / count * k;
        std::size_t low = begin, high = end;
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (cost(middle) < target) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    One group(std::size_t begin, std::size_t end, All& x, const All* right) {
        const std::uint64_t ties = network_->first[end] - network_->first[begin];
        const std::size_t count = ties + (end - begin) < 16384 ? 1 : pieces;
        std::array<One, pieces> largest{};
        numbers::run_tasks(count, threads_, [&](std::size_t piece) {
            const std::size_t from = position_at(begin, end, piece, count), to = piece + 1 == count ? end : position_at(begin, end, piece + 1, count);
            largest[piece] = compute(from, to, begin, x.data(), right ? right->data() : nullptr);
        });
        std::copy_n(fresh_.begin(), end - begin, x.begin() + static_cast<std::ptrdiff_t>(begin));
        for (std::size_t piece = 1; piece < count; ++piece) largest[0].raise(largest[piece]);
        return largest[0];
    }

    One compute(std::size_t from, std::size_t to, std::size_t group_begin, const One* x, const One* right) {
        const std::uint32_t* others = network_->others.data();
        const double* strengths = network_->strengths.data();
        One largest{};
        for (std::size_t i = from; i < to; ++i) {
            One heard{};
            for (std::uint64_t k = network_->first[i]; k < network_->first[i + 1]; ++k) {
                prefetch(x + others[k + ahead]);
                heard.add(static_cast<Real>(strengths[k]), x[others[k]]);
            }
            One anew = right ? right[i] : One{};
            anew.add(factors_[i], heard);
            largest.raise(anew - x[i]);
            fresh_[i - group_begin] = anew;
        }
        return largest;
    }

    const SparseNetwork* network_;
    std::size_t threads_;
    numbers::Interrupt interrupt_;
    std::vector<Real> factors_;
    std::vector<std::size_t> begins_;
    All fresh_;
};

/// Sweeps from x = 0 until nobody's attitude changes by more than `goals` in a sweep. It takes the least memory, and every sweep does some good whatever the network; where people listen to
/// others more than to themselves it takes many.
///
/// \return sweeps
template <class Real, std::size_t width>
std::size_t gauss_seidel(Sweeper<Real, width>& sweep, const Columns<Real, width>& right, const PerColumn<width>& goals, std::size_t most, Columns<Real, width>& x) {
    clear(x, right.size(), sweep.threads());
    for (std::size_t sweeps = 1; sweeps <= most; ++sweeps) {
        const PerColumn<width> change = sweep(x, &right);
        if (std::equal(change.begin(), change.end(), goals.begin(), [](double changed, double goal) { return changed <= goal; })) return sweeps;
    }
    return most;
}

}  // namespace buygraph::influence
