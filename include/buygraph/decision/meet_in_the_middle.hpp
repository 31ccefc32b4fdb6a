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

/// Running sums over one half: at(size, k) of the first k coalitions, each worth what it is together with `size` people of the other half.
class RunningWorth {
  public:
    RunningWorth(const std::vector<HalfCoalition>& coalitions, std::size_t other_people, std::span<const double> worth) : row_(coalitions.size() + 1), sums_((other_people + 1) * row_) {
        for (std::size_t size = 0; size <= other_people; ++size) {
            double* const sum = &sums_[size * row_];
            for (std::size_t k = 0; k < coalitions.size(); ++k) {
                const std::size_t together = size + coalitions[k].size();
                sum[k + 1] = sum[k] + (together < worth.size() ? worth[together] : 0);
            }
        }
    }
    [[nodiscard]] const double* of(std::size_t size) const { return &sums_[size * row_]; }

  private:
    std::size_t row_;
    std::vector<double> sums_;
};

/// Pivots of the people of one half: with each coalition of his own half without him, those of the other half that lack less than he has.
inline void pivots_of_half(const std::vector<HalfCoalition>& own, std::span<const double> own_weights, const std::vector<HalfCoalition>& other, const RunningWorth& worth, double needed, std::span<double> into) {
    for (std::size_t person = 0; person < own_weights.size(); ++person) {
        const double weight = own_weights[person];
        std::size_t losing = other.size(), helped = other.size();  // how many of the other half lose without him, and even with him
        double sum = 0;
        for (const HalfCoalition& coalition : own) {
            if ((coalition.members >> person) & 1U) continue;
            while (losing > 0 && coalition.weight + other[losing - 1].weight >= needed) --losing;
            while (helped > 0 && coalition.weight + weight + other[helped - 1].weight >= needed) --helped;
            const double* const running = worth.of(coalition.size());
            sum += running[losing] - running[helped];
        }
        into[person] = sum;
    }
}

}  // namespace detail

/// Sums over all coalitions of a weighted game, of any weights, without visiting all of them.
///
/// The people are split in two halves; the 2^(n/2) coalitions of each are sorted by weight, and for each of the one half those of the
/// other that make it win, or that a person makes it win with, are a range found by walking both lists towards each other.
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
    detail::pivots_of_half(first, weights.first(half), second, detail::RunningWorth(second, half, pivot_worth), needed, pivots.first(half));
    detail::pivots_of_half(second, weights.subspan(half), first, detail::RunningWorth(first, people - half, pivot_worth), needed, pivots.subspan(half));
    if (win_worth.empty()) return sums;

    const detail::RunningWorth worth(second, half, win_worth);
    std::size_t losing = second.size();
    for (const detail::HalfCoalition& coalition : first) {
        while (losing > 0 && coalition.weight + second[losing - 1].weight >= needed) --losing;
        const double* const running = worth.of(coalition.size());
        sums.wins += running[second.size()] - running[losing];
    }
    return sums;
}

}  // namespace buygraph::decision
