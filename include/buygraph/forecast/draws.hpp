#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "../error.hpp"
#include "../numbers/quantile.hpp"
#include "options.hpp"
#include "result.hpp"

namespace buygraph::forecasting {

/// Every sample's chances, column by column: the m outcomes, then blocked, stalemate, refused; in each the samples in order of (scramble, point).
struct Draws {
    std::size_t per_scramble;
    std::vector<double> values;

    /// All of them 0.
    [[nodiscard]] static Draws of(std::size_t columns, std::size_t per_scramble) { return {per_scramble, std::vector<double>(columns * scrambles * per_scramble)}; }

    [[nodiscard]] std::size_t samples() const { return scrambles * per_scramble; }
    [[nodiscard]] std::span<const double> column(std::size_t at) const { return std::span(values).subspan(at * samples(), samples()); }
    [[nodiscard]] std::span<const double> column(std::size_t at, std::size_t scramble) const { return column(at).subspan(scramble * per_scramble, per_scramble); }
    [[nodiscard]] double* at(std::size_t column, std::size_t scramble, std::size_t point) { return &values[(column * scrambles + scramble) * per_scramble + point]; }
};

/// Σ of what `of` makes of each number, in four sums that need not wait for each other.
template <class Of>
[[nodiscard]] double sum_of(std::span<const double> values, Of of) {
    std::array<double, 4> sums{};
    std::size_t at = 0;
    for (; at + 4 <= values.size(); at += 4)
        for (std::size_t k = 0; k < 4; ++k) sums[k] += of(values[at + k]);
    for (; at < values.size(); ++at) sums[0] += of(values[at]);
    return sums[0] + sums[1] + sums[2] + sums[3];
}
[[nodiscard]] inline double mean_of(std::span<const double> values) {
    return sum_of(values, [](double value) { return value; }) / static_cast<double>(values.size());
}

/// Mean of a column over all samples, and its standard error from the means of the scrambles.
[[nodiscard]] inline std::pair<double, double> mean_and_error(const Draws& draws, std::size_t column) {
    std::array<double, scrambles> means{};
    double mean = 0, spread = 0;
    for (std::size_t s = 0; s < scrambles; ++s) mean += (means[s] = mean_of(draws.column(column, s))) / scrambles;
    for (const double one : means) spread += (one - mean) * (one - mean);
    return {mean, std::sqrt(spread / (scrambles - 1) / scrambles)};
}

[[nodiscard]] inline double variance_of(std::span<const double> values) {
    const double mean = mean_of(values);
    return sum_of(values, [&](double value) { return (value - mean) * (value - mean); }) / static_cast<double>(values.size());
}

/// From 10 to 90 % of a column.
[[nodiscard]] inline Interval interval_of(const Draws& draws, std::size_t column) {
    const auto [low, high] = numbers::quantiles(draws.column(column), std::array{0.1, 0.9});
    return {low, high};
}

[[nodiscard]] inline std::size_t points_a_scramble(const ForecastOptions& options) {
    if (options.samples < 1 || options.samples > most_samples) throw InputError("samples", std::to_string(options.samples), "a whole number from 1 to " + std::to_string(most_samples));
    return (options.samples + scrambles - 1) / scrambles;
}

}  // namespace buygraph::forecasting
