#pragma once

#include <cstdint>
#include <cstring>

#include "lanes.hpp"

namespace buygraph::numbers {

/// The finaliser of SplitMix64: a bijection of 64-bit words in which every input bit reaches every output bit.
/// Source: Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195; constants of Stafford's variant 13.
[[nodiscard]] constexpr std::uint64_t mixed_bits(std::uint64_t word) {
    word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9ULL;
    word = (word ^ (word >> 27)) * 0x94D049BB133111EBULL;
    return word ^ (word >> 31);
}

/// A random word that depends only on where it is asked for: (seed, stream, dimension, number). No state, any order, any start.
[[nodiscard]] constexpr std::uint64_t random_word(std::uint64_t seed, std::uint64_t stream, std::uint64_t dimension, std::uint64_t number) {
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15ULL;
    std::uint64_t word = mixed_bits(seed + golden);
    word = mixed_bits(word + golden * (stream + 1));
    word = mixed_bits(word + golden * (dimension + 1));
    return mixed_bits(word + golden * (number + 1));
}

/// The middle of one of 2^52 equal cells of (0, 1), exact in a double: never 0 and never 1.
[[nodiscard]] constexpr double unit_interval(std::uint64_t word) { return (static_cast<double>(word >> 12) + 0.5) * 0x1p-52; }

/// The same for a pack: lane by lane the word `first` ^ `between[lane]`. Floats have words of 32 bits, and 2^23 cells.
template <class Real>
[[nodiscard]] Real unit_interval(LaneWord<Real> first, const LaneWord<Real>* between) {
    if constexpr (lane_count<Real> == 1) {
        return unit_interval(first ^ *between);
    } else {
        constexpr bool wide = sizeof(first) == 8;
        typename Real::Words words;
        std::memcpy(&words, between, sizeof words);
        // The leading bits behind the point of a number from 1 to 2; the difference and the half cell are exact.
        words = ((words ^ first) >> (wide ? 12 : 9)) | Real::bits(Real(1.0).lanes);
        return Real(Real::from_bits(words)) - Real(1.0) + Real(wide ? 0x1p-53 : 0x1p-24);
    }
}

}  // namespace buygraph::numbers
