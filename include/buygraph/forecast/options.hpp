#pragma once

#include <cstddef>
#include <cstdint>

#include "../deal/words.hpp"
#include "tasks.hpp"

namespace buygraph {

/// Where the random numbers come from: scrambled Sobol points, or plain Monte Carlo to check against.
enum class Sampling { sobol, random };
template <>
struct Words<Sampling> {
    static constexpr WordTable<Sampling, 2> table{{{"sobol", Sampling::sobol}, {"random", Sampling::random}}};
};

/// What the samples of a forecast are computed in; sums over them are always double.
enum class Precision { doubles, singles };
template <>
struct Words<Precision> {
    static constexpr WordTable<Precision, 2> table{{{"double", Precision::doubles}, {"single", Precision::singles}}};
};

struct ForecastOptions {
    std::size_t samples = 4096;           ///< 1 to 2^24, rounded up to whole scrambles of 16
    std::uint64_t seed = 0;
    std::size_t threads = 1;              ///< 0: as many as the machine has
    Sampling method = Sampling::sobol;
    Precision precision = Precision::doubles;  ///< single: two thirds to three quarters of the time, equal to some 10^−6; sensitivities are in double all the same
    bool variance_by_group = true;        ///< ask also what each group of errors adds to the variance: costs as much as 2,048 samples
    forecasting::Interrupt interrupt = {};
};

namespace forecasting {

inline constexpr std::size_t scrambles = 16;
inline constexpr std::size_t most_samples = std::size_t{1} << 24;

}  // namespace forecasting

}  // namespace buygraph
