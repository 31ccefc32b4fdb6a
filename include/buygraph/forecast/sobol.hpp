#pragma once

#include <boost/random/sobol.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "../numbers/lanes.hpp"
#include "../numbers/random_bits.hpp"

namespace buygraph::forecasting {

/// Boost.Random carries direction numbers for this many dimensions; those beyond use plain random numbers.
inline constexpr std::size_t sobol_dimensions = 3667;

/// So many bits of the index of a point are used: up to 2^24 points a scramble.
inline constexpr std::size_t sobol_bits = 24;

/// The direction numbers of the Sobol sequence in its first dimensions: words[bit] in binary point notation (top bit = 1/2).
///
/// Joe and Kuo's polynomials and first numbers, as Boost.Random has them in a table, continued by the recurrence of Bratley and Fox 1988, doi:10.1145/42288.214372.
/// Cost: bits · dimensions · the polynomial's degree. Source: Joe and Kuo 2008, doi:10.1137/070709359.
/// \param dimensions  at most `sobol_dimensions`
[[nodiscard]] inline std::vector<std::array<std::uint64_t, sobol_bits>> direction_numbers(std::size_t dimensions) {
    using Table = boost::random::default_sobol_table;
    static_assert(Table::max_dimension == sobol_dimensions);
    std::vector<std::array<std::uint64_t, sobol_bits>> words(dimensions);
    for (std::size_t d = 0; d < dimensions; ++d) {
        const std::uint64_t polynomial = d == 0 ? 1 : Table::polynomial(d - 1);
        const auto degree = static_cast<std::size_t>(std::bit_width(polynomial)) - 1;
        for (std::size_t bit = 0; bit < sobol_bits; ++bit) {
            std::uint64_t& word = words[d][bit];
            if (bit < degree || degree == 0) {
                word = (d == 0 ? std::uint64_t{1} : std::uint64_t{Table::minit(d - 1, bit)}) << (63 - bit);
                continue;
            }
            word = words[d][bit - degree] >> degree;
            for (std::size_t back = 1; back <= degree; ++back)
                if (polynomial >> (degree - back) & 1) word ^= words[d][bit - back];
        }
    }
    return words;
}

/// One scrambled Sobol sequence: in every dimension the direction numbers times a random lower triangular matrix with ones on the diagonal, and a random digital shift.
///
/// Each coordinate alone is uniform on (0, 1), and the points of one scramble keep the equidistribution of the sequence, so the mean over several
/// independent scrambles is unbiased and their spread gives its standard error. Point i is the XOR of the direction numbers of the
/// bits of Gray code i, so it can start anywhere. `Real` neighbouring points come side by side, as many as it has lanes: the words from the first of them
/// to each are the same in every pack, so that the next pack too costs one XOR a dimension.
/// Source: Matoušek 1998, random linear scrambling, doi:10.1006/jcom.1998.0489; Owen 1997 for the error by replication.
template <class Real>
class ScrambledSobol {
  public:
    /// \param directions  from `direction_numbers`
    ScrambledSobol(const std::vector<std::array<std::uint64_t, sobol_bits>>& directions, std::uint64_t seed, std::uint64_t scramble, std::uint64_t points)
        : dimensions_(directions.size()), bits_(std::max<std::size_t>(1, lane_bits)), first_(dimensions_), shift_(dimensions_), between_(dimensions_ * lanes) {
        while (bits_ < sobol_bits && (std::uint64_t{1} << bits_) < points) ++bits_;
        words_.resize(dimensions_ * bits_);
        for (std::size_t d = 0; d < dimensions_; ++d) {
            shift_[d] = word(numbers::random_word(seed, scramble, d, 0));
            // Direction number `bit` has no bit beyond its own, so that no column beyond it counts.
            std::array<std::uint64_t, sobol_bits> column;
            for (std::size_t bit = 0; bit < bits_; ++bit) {
                const std::uint64_t diagonal = std::uint64_t{1} << (63 - bit);
                column[bit] = diagonal | (numbers::random_word(seed, scramble, d, bit + 1) & (diagonal - 1));
                std::uint64_t sum = 0;
                for (std::uint64_t left = directions[d][bit]; left != 0; left &= left - 1) sum ^= column[static_cast<std::size_t>(63 - std::countr_zero(left))];
                words_[bit * dimensions_ + d] = word(sum);
            }
            for (std::size_t lane = 0; lane < lanes; ++lane) between_[d * lanes + lane] = combined(d, lane ^ (lane >> 1));
        }
        steps_ = words_;  // from a pack to the next one: the bit that flips between them, and the highest of those within, which flips each time
        for (std::size_t bit = lane_bits; bit < bits_ && lane_bits > 0; ++bit)
            for (std::size_t d = 0; d < dimensions_; ++d) steps_[bit * dimensions_ + d] ^= words_[(lane_bits - 1) * dimensions_ + d];
        start(0);
    }

    /// Goes to the pack that begins with a point, a multiple of the lanes.
    void start(std::uint64_t index) {
        pack_ = index / lanes;
        for (std::size_t d = 0; d < dimensions_; ++d) first_[d] = shift_[d] ^ combined(d, index ^ (index >> 1));
    }

    /// The coordinates of the pack's points in a dimension, in (0, 1).
    [[nodiscard]] Real operator()(std::size_t dimension) const { return numbers::unit_interval<Real>(first_[dimension], &between_[dimension * lanes]); }

    /// Goes to the next pack.
    void advance() {
        const std::size_t bit = lane_bits + static_cast<std::size_t>(std::countr_zero(++pack_));
        if (bit >= bits_) return start(pack_ * lanes);
        const Word* step = &steps_[bit * dimensions_];
        for (std::size_t d = 0; d < dimensions_; ++d) first_[d] ^= step[d];
    }

  private:
    using Word = numbers::LaneWord<Real>;
    static constexpr std::size_t lanes = numbers::lane_count<Real>, lane_bits = static_cast<std::size_t>(std::countr_zero(lanes));

    /// The XOR of a dimension's words at the bits of a Gray code.
    [[nodiscard]] Word combined(std::size_t dimension, std::uint64_t gray) const {
        Word sum = 0;
        for (std::uint64_t left = gray & ((std::uint64_t{1} << bits_) - 1); left != 0; left &= left - 1) sum ^= words_[static_cast<std::size_t>(std::countr_zero(left)) * dimensions_ + dimension];
        return sum;
    }

    /// The leading bits, as many as `Real` uses.
    [[nodiscard]] static Word word(std::uint64_t bits) { return static_cast<Word>(bits >> (64 - 8 * sizeof(Word))); }

    std::size_t dimensions_, bits_;
    std::vector<Word> first_, shift_;            ///< by dimension: the pack's first point
    std::vector<Word> between_;                  ///< by dimension and lane: from the first point to the lane's
    std::vector<Word> words_, steps_;            ///< by bit and dimension
    std::uint64_t pack_ = 0;
};

}  // namespace buygraph::forecasting
