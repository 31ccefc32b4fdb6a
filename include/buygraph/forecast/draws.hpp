#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "../error.hpp"
#include "../numbers/quantile.hpp"
#include "options.hpp"
#include "result.hpp"

namespace buygraph::forecasting {

/// Every sample's chances: samples in order of (scramble, point), each m + 3 numbers: the outcomes, then blocked, stalemate, refused.
struct Draws {
    std::size_t width;
    std::size_t per_scramble;
    std::vector<double> values;

    [[nodiscard]] std::size_t samples() const { return values.size() / width; }
    [[nodiscard]] double operator()(std::size_t sample, std::size_t column) const { return values[sample * width + column]; }
    [[nodiscard]] double& at(std::size_t sample, std::size_t column) { return values[sample * width + column]; }
};

/// Mean of a column over all samples, and its standard error from the means of the scrambles.
[[nodiscard]] inline std::pair<double, double> mean_and_error(const Draws& draws, std::size_t column) {
    std::array<double, scrambles> means{};
    double mean = 0, spread = 0;
    for (std::size_t s = 0; s < scrambles; ++s) {
        double sum = 0;
        for (std::size_t point = 0; point < draws.per_scramble; ++point) sum += draws(s * draws.per_scramble + point, column);
        means[s] = sum / static_cast<double>(draws.per_scramble);
        mean += means[s] / scrambles;
    }
    for (const double one : means) spread += (one - mean) * (one - mean);
    return {mean, std::sqrt(spread / (scrambles - 1) / scrambles)};
}

[[nodiscard]] inline double variance_of(const Draws& draws, std::size_t column) {
    double mean = 0, spread = 0;
    const auto count = static_cast<double>(draws.samples());
    for (std::size_t sample = 0; sample < draws.samples(); ++sample) mean += draws(sample, column) / count;
    for (std::size_t sample = 0; sample < draws.samples(); ++sample) spread += (draws(sample, column) - mean) * (draws(sample, column) - mean);
    return spread / count;
}

/// From 10 to 90 % of a column.
[[nodiscard]] inline Interval interval_of(const Draws& draws, std::size_t column) {
    std::vector<double> values(draws.samples());
    for (std::size_t s = 0; s < values.size(); ++s) values[s] = draws(s, column);
    const numbers::Quantiles quantile(values);
    return {quantile(0.1), quantile(0.9)};
}

[[nodiscard]] inline std::size_t points_a_scramble(const ForecastOptions& options) {
    if (options.samples < 1 || options.samples > most_samples) throw InputError("samples", std::to_string(options.samples), "a whole number from 1 to " + std::to_string(most_samples));
    return (options.samples + scrambles - 1) / scrambles;
}

}  // namespace buygraph::forecasting
