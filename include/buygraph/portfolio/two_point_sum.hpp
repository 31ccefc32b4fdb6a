#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "../error.hpp"

namespace buygraph {

/// A distribution on a grid: probabilities of first, first + step, first + 2 · step, …
struct GridDistribution {
    double first = 0;
    double step = 1;
    std::vector<double> probability{1.0};
    double added_variance = 0;  ///< what the grid adds to the variance; it adds nothing to the mean

    [[nodiscard]] double at(std::size_t cell) const { return first + step * static_cast<double>(cell); }
    [[nodiscard]] double mean() const {
        double sum = 0;
        for (std::size_t cell = 0; cell < probability.size(); ++cell) sum += probability[cell] * at(cell);
        return sum;
    }
    /// The least value that a share of the distribution does not exceed.
    [[nodiscard]] double quantile(double share) const {
        double sum = 0;
        for (std::size_t cell = 0; cell < probability.size(); ++cell)
            if ((sum += probability[cell]) >= share * (1 - 1e-12)) return at(cell);
        return at(probability.size() - 1);
    }
    /// P(at least this much).
    [[nodiscard]] double at_least(double value) const {
        double sum = 0;
        for (std::size_t cell = probability.size(); cell-- > 0 && at(cell) >= value - step * 1e-9;) sum += probability[cell];
        return std::min(1.0, sum);
    }
    /// Puts a chance between the two neighbouring cells, so that the mean is kept.
    void put(double value, double chance) {
        const double place = (value - first) / step, below = std::floor(place + 1e-9), share = place - below > 1e-9 ? place - below : 0;
        const auto cell = static_cast<std::size_t>(std::max(0.0, below));
        probability[cell] += chance * (1 - share);
        if (share > 0) probability[cell + 1] += chance * share;
        added_variance += chance * share * (1 - share) * step * step;
    }
};

namespace detail {

/// Halves the grid: what stands between two cells goes to both alike.
inline void coarsen(GridDistribution& sum) {
    const std::size_t cells = sum.probability.size();
    std::vector<double> half(cells / 2 + 1, 0.0);
    double between = 0;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (cell % 2 == 0) {
            half[cell / 2] += sum.probability[cell];
        } else {
            half[cell / 2] += sum.probability[cell] / 2;
            half[cell / 2 + 1] += sum.probability[cell] / 2;
            between += sum.probability[cell];
        }
    }
    sum.added_variance += between * sum.step * sum.step;
    sum.step *= 2;
    sum.probability = std::move(half);
}

/// Ends that hold less than 10^−13 go to the first and last cell that is kept.
inline void trim(GridDistribution& sum) {
    constexpr double nothing = 1e-13;
    std::vector<double>& p = sum.probability;
    std::size_t low = 0, high = p.size();
    double left = 0, right = 0;
    while (low + 1 < high && left + p[low] < nothing) left += p[low++];
    while (low + 1 < high && right + p[high - 1] < nothing) right += p[--high];
    p[low] += left;
    p[high - 1] += right;
    sum.first += sum.step * static_cast<double>(low);
    p.erase(p.begin() + static_cast<std::ptrdiff_t>(high), p.end());
    p.erase(p.begin(), p.begin() + static_cast<std::ptrdiff_t>(low));
}

/// The sum and one thing more that is `value` with this chance, else 0.
inline void add_two_point(GridDistribution& sum, double value, double chance) {
    const double place = value / sum.step, whole = std::floor(place + 1e-9), share = place - whole > 1e-9 ? place - whole : 0;
    const auto shift = static_cast<std::size_t>(whole);
    const std::size_t old = sum.probability.size();
    sum.probability.resize(old + shift + (share > 0 ? 1 : 0), 0.0);
    double* p = sum.probability.data();
    const double lose = 1 - chance, near = chance * (1 - share), far = chance * share;
    if (shift == 0) {
        for (std::size_t cell = sum.probability.size(); cell-- > 0;) p[cell] = p[cell] * (lose + near) + (share > 0 && cell > 0 ? p[cell - 1] * far : 0);
    } else {
        for (std::size_t cell = sum.probability.size(); cell-- > 0;) {
            double one = cell < old ? p[cell] * lose : 0;
            if (cell >= shift && cell - shift < old) one += p[cell - shift] * near;
            if (share > 0 && cell > shift) one += p[cell - shift - 1] * far;
            p[cell] = one;
        }
    }
    sum.added_variance += chance * share * (1 - share) * sum.step * sum.step;
}

/// What all values are whole multiples of, where they are whole numbers; otherwise a sixty-fourth of the least.
[[nodiscard]] inline double first_step(std::span<const double> values, const std::vector<std::size_t>& order) {
    std::int64_t divisor = 0;
    for (const std::size_t i : order) {
        if (values[i] != std::floor(values[i]) || values[i] > 0x1p53) return values[order.front()] / 64;
        divisor = std::gcd(divisor, static_cast<std::int64_t>(values[i]));
    }
    return static_cast<double>(divisor);
}

}  // namespace detail

/// The distribution of Σ value · B, with independent B that are 1 with their chance and else 0: exact convolution on a grid.
///
/// The grid has at most so many cells. Its first step is the greatest common divisor of whole values; it is doubled when the sum no longer fits, the least values having
/// been added first. So a sum that fits is exact. A value between two cells is divided between them so that the mean stays exact, and what that adds to the variance is
/// known exactly and reported. Ends of less than 10^−13 are put into the cell next to them.
///
/// \param values   ≥ 0
/// \param chances  of each, 0 to 1
/// \throws InputError  values or chances out of range, or not as many of one as of the other
/// Cost: O(values · cells).
[[nodiscard]] inline GridDistribution two_point_sum(std::span<const double> values, std::span<const double> chances, std::size_t cells = 4096) {
    if (values.size() != chances.size()) throw InputError("chances", std::to_string(chances.size()), std::to_string(values.size()) + ", one for each value");
    if (cells < 16) throw InputError("cells", std::to_string(cells), "16 or more");
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!(values[i] >= 0 && std::isfinite(values[i]))) throw InputError("values", std::to_string(values[i]), "a finite number ≥ 0");
        if (!(chances[i] >= 0 && chances[i] <= 1)) throw InputError("chances", std::to_string(chances[i]), "a number from 0 to 1");
        if (values[i] > 0 && chances[i] > 0) order.push_back(i);
    }
    GridDistribution sum;
    if (order.empty()) return sum;
    std::sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) { return values[left] != values[right] ? values[left] < values[right] : chances[left] < chances[right]; });
    sum.step = detail::first_step(values, order);
    for (std::size_t at = 0; at < order.size(); ++at) {
        const double value = values[order[at]];
        const auto fits = [&] { return static_cast<double>(sum.probability.size()) + value / sum.step + 1 <= static_cast<double>(cells); };
        if (at % 64 == 63 || !fits()) detail::trim(sum);
        while (!fits()) detail::coarsen(sum);
        detail::add_two_point(sum, value, chances[order[at]]);
    }
    return sum;
}

/// A mixture of distributions on one grid, with weights that add to 1.
[[nodiscard]] inline GridDistribution mixture(std::span<const GridDistribution> parts, std::span<const double> weights) {
    GridDistribution sum{parts.front().first, 0, {}, 0};
    double last = parts.front().first;
    for (const GridDistribution& part : parts) {
        sum.first = std::min(sum.first, part.first);
        sum.step = std::max(sum.step, part.step);
        last = std::max(last, part.at(part.probability.size() - 1));
    }
    sum.probability.assign(static_cast<std::size_t>(std::ceil((last - sum.first) / sum.step)) + 2, 0.0);
    for (std::size_t p = 0; p < parts.size(); ++p) {
        sum.added_variance += weights[p] * parts[p].added_variance;
        for (std::size_t cell = 0; cell < parts[p].probability.size(); ++cell)
            if (parts[p].probability[cell] > 0) sum.put(parts[p].at(cell), weights[p] * parts[p].probability[cell]);
    }
    return sum;
}

}  // namespace buygraph
