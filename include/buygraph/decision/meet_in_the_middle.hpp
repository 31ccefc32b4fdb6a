#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace buygraph::decision {

/// What all coalitions come to, each counted by what its size is worth.
struct CoalitionSums {
    std::vector<double> pivots;  ///< for each person, over the coalitions without him that he turns into winning ones
    double wins = 0;             ///< over all winning coalitions
};

namespace detail {

/// The coalitions of half of the people, by weight.
struct HalfCoalition {
    double weight;
    std::uint32_t members;  ///< a bit for each
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(std::popcount(members)); }
};

/// All of them, in ascending order of weight: each person doubles the list, and the two sorted halves are merged.
[[nodiscard]] inline std::vector<HalfCoalition> half_coalitions(std::span<const double> weights) {
    std::vector<HalfCoalition> all{{0, 0}}, with, merged;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        with = all;
        for (HalfCoalition& coalition : with) coalition.weight += weights[i], coalition.members |= std::uint32_t{1} << i;
        merged.resize(2 * all.size());
        std::merge(all.begin(), all.end(), with.begin(), with.end(), merged.begin(), [](const HalfCoalition& a, const HalfCoalition& b) { return a.weight < b.weight; });
        all.swap(merged);
    }
    return all;
}

/// Running sums over one half: at(k, size) of its first k coalitions, each worth what it is together with `size` people of the other half.
class RunningWorth {
  public:
    RunningWorth(const std::vector<HalfCoalition>& coalitions, std::size_t other_people, std::span<const double> worth) : row_(other_people + 1), sums_((coalitions.size() + 1) * row_) {
        std::vector<double> padded(worth.begin(), worth.end());
        padded.resize(std::max(worth.size(), static_cast<std::size_t>(std::bit_width(coalitions.size())) + row_), 0);  // for sizes that are not asked for
        for (std::size_t k = 0; k < coalitions.size(); ++k) {
            const double* const together = &padded[coalitions[k].size()];
            const double* const before = &sums_[k * row_];
            double* const after = &sums_[(k + 1) * row_];
            for (std::size_t size = 0; size < row_; ++size) after[size] = before[size] + together[size];
        }
    }
    [[nodiscard]] double at(std::size_t k, std::size_t size) const { return sums_[k * row_ + size]; }

  private:
    std::size_t row_;
    std::vector<double> sums_;
};

/// For each coalition of one half, by its members: how many of the other half lose with it. Both lists are walked towards each other.
[[nodiscard]] inline std::vector<std::size_t> losing_partners(const std::vector<HalfCoalition>& own, const std::vector<HalfCoalition>& other, double needed) {
    std::vector<std::size_t> losing(own.size());
    std::size_t left = other.size();
    for (const HalfCoalition& coalition : own) {
        while (left > 0 && coalition.weight + other[left - 1].weight >= needed) --left;
        losing[coalition.members] = left;
    }
    return losing;
}

/// Pivots of the people of one half: those of the other half that lose with a coalition without him and no longer with him.
inline void pivots_of_half(std::span<const std::size_t> losing, const RunningWorth& worth, std::span<double> into) {
    std::vector<double> without(losing.size()), with(losing.size());  // worth of those that lose with a coalition, by its size, and by its size less one
    for (std::size_t members = 0; members < losing.size(); ++members) {
        const auto size = static_cast<std::size_t>(std::popcount(members));
        without[members] = worth.at(losing[members], size);
        with[members] = size > 0 ? worth.at(losing[members], size - 1) : 0;
    }
    for (std::size_t person = 0; person < into.size(); ++person) {
        const std::size_t bit = std::size_t{1} << person;
        double sum = 0;
        for (std::size_t above = 0; above < losing.size(); above += 2 * bit)
            for (std::size_t members = above; members < above + bit; ++members) sum += without[members] - with[members + bit];
        into[person] = sum;
    }
}

}  // namespace detail

/// Sums over all coalitions of a weighted game, of any weights, without visiting all of them.
///
/// The people are split in two halves; the 2^(n/2) coalitions of each are sorted by weight, and for each of the one half those of the
/// other that lose with it are the first so many. A person turns those that lose with a coalition and do not with him in it.
/// Choose it for weights that are no small whole numbers.
///
/// \param weights     at most 40 people, > 0
/// \param needed      weight that wins, > 0
/// \param pivot_worth what a coalition that somebody turns is worth by its size without him: n numbers
/// \param win_worth   what a winning coalition is worth by its size: n + 1 numbers, or none where `wins` is not asked for
/// Cost: O(n · 2^(n/2)) time and memory. Whole worths are added exactly, up to 2^53.
/// Source: Horowitz and Sahni 1974, doi:10.1145/321812.321823 (the splitting).
[[nodiscard]] inline CoalitionSums meet_in_the_middle(std::span<const double> weights, double needed, std::span<const double> pivot_worth, std::span<const double> win_worth) {
    const std::size_t people = weights.size(), half = people / 2;
    const auto first = detail::half_coalitions(weights.first(half)), second = detail::half_coalitions(weights.subspan(half));
    CoalitionSums sums{std::vector<double>(people), 0};
    const std::span<double> pivots(sums.pivots);
    const auto losing = detail::losing_partners(first, second, needed);
    detail::pivots_of_half(losing, detail::RunningWorth(second, half, pivot_worth), pivots.first(half));
    detail::pivots_of_half(detail::losing_partners(second, first, needed), detail::RunningWorth(first, people - half, pivot_worth), pivots.subspan(half));
    if (win_worth.empty()) return sums;

    const detail::RunningWorth worth(second, half, win_worth);
    for (std::size_t members = 0; members < first.size(); ++members) {
        const auto size = static_cast<std::size_t>(std::popcount(members));
        sums.wins += worth.at(second.size(), size) - worth.at(losing[members], size);
    }
    return sums;
}

}  // namespace buygraph::decision
