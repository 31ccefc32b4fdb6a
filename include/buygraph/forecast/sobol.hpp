#pragma once

#include <boost/random/sobol.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "../numbers/random_bits.hpp"

namespace buygraph::forecasting {

/// Boost.Random carries direction numbers for this many dimensions; those beyond use plain random numbers.
inline constexpr std::size_t sobol_dimensions = 3667;

/// So many bits of the index of a point are used: up to 2^24 points a scramble.
inline constexpr std::size_t sobol_bits = 24;

/// The direction numbers of the Sobol sequence in its first dimensions: words[bit] in binary point notation (top bit = 1/2).
///
/// Joe and Kuo's, from Boost.Random, read off its sequence: in Gray code order point 2^b is the XOR of the words of bits b and b − 1,
/// and an engine seeded with i gives point i + 1 first.
/// Cost: bits · dimensions. Source: Joe and Kuo 2008, doi:10.1137/070709359.
[[nodiscard]] inline std::vector<std::array<std::uint64_t, sobol_bits>> direction_numbers(std::size_t dimensions) {
    std::vector<std::array<std::uint64_t, sobol_bits>> words(dimensions);
    if (dimensions == 0) return words;
    boost::random::sobol engine(dimensions);
    for (std::size_t bit = 0; bit < sobol_bits; ++bit) {
        engine.seed((std::uint64_t{1} << bit) - 1);
        for (auto& word : words) word[bit] = engine() ^ (bit ? word[bit - 1] : 0);
    }
    return words;
}

/// One scrambled Sobol sequence: a random linear scramble of every dimension and a random digital shift.
///
/// Each coordinate alone is uniform on (0, 1), and the points of one scramble keep the equidistribution of the sequence, so the mean over several
/// independent scrambles is unbiased and their spread gives its standard error. Point i is the XOR of the direction numbers of the
/// bits of Gray code i, so it can start anywhere; the next point costs one XOR a dimension.
/// Source: Matoušek 1998, random linear scrambling, doi:10.1006/jcom.1998.0489; Owen 1997 for the error by replication.
class ScrambledSobol {
  public:
    /// \param directions  from `direction_numbers`, kept by the caller as long as this lives
    ScrambledSobol(const std::vector<std::array<std::uint64_t, sobol_bits>>& directions, std::uint64_t seed, std::uint64_t scramble, std::uint64_t points)
        : bits_(1), words_(), state_(directions.size()), shift_(directions.size()) {
        while (bits_ < sobol_bits && (std::uint64_t{1} << bits_) < points) ++bits_;
        words_.resize(directions.size() * bits_);
        for (std::size_t d = 0; d < directions.size(); ++d) {
            shift_[d] = numbers::random_word(seed, scramble, d, 0);
            for (std::size_t bit = 0; bit < bits_; ++bit) words_[d * bits_ + bit] = scrambled(directions[d][bit], seed, scramble, d);
        }
        start(0);
    }

    /// Goes to a point.
    void start(std::uint64_t index) {
        index_ = index;
        const std::uint64_t gray = index ^ (index >> 1);
        for (std::size_t d = 0; d < state_.size(); ++d) {
            state_[d] = shift_[d];
            for (std::size_t bit = 0; bit < bits_; ++bit)
                if ((gray >> bit) & 1U) state_[d] ^= words_[d * bits_ + bit];
        }
    }

    /// The point's coordinate in a dimension, in (0, 1).
    [[nodiscard]] double operator()(std::size_t dimension) const { return numbers::unit_interval(state_[dimension]); }

    /// Goes to the next point.
    void advance() {
        ++index_;
        std::size_t bit = 0;
        while (((index_ >> bit) & 1U) == 0) ++bit;
        if (bit >= bits_) return start(index_);
        for (std::size_t d = 0; d < state_.size(); ++d) state_[d] ^= words_[d * bits_ + bit];
    }

  private:
    /// The direction number times a random lower triangular matrix with ones on the diagonal: column c, one random word.
    [[nodiscard]] static std::uint64_t scrambled(std::uint64_t direction, std::uint64_t seed, std::uint64_t scramble, std::size_t dimension) {
        std::uint64_t sum = 0;
        for (std::size_t column = 0; column < sobol_bits; ++column) {
            const std::uint64_t diagonal = std::uint64_t{1} << (63 - column);
            if (direction & diagonal) sum ^= diagonal | (numbers::random_word(seed, scramble, dimension, column + 1) & (diagonal - 1));
        }
        return sum;
    }

    std::size_t bits_;
    std::vector<std::uint64_t> words_, state_, shift_;
    std::uint64_t index_ = 0;
};

}  // namespace buygraph::forecasting
