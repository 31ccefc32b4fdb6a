// In WebAssembly this stands in the place of Boost.Random's header of the same name: the same numbers, of which it holds the bits that are not known anyway.
// Boost's table takes 117 KB, of which packing makes 61; these are 45, and cannot be packed further. sobol_bits.inc is written by sobol_table.cpp, which compares each number too.
#ifndef BOOST_RANDOM_DETAIL_SOBOL_TABLE_HPP
#define BOOST_RANDOM_DETAIL_SOBOL_TABLE_HPP

#include <cstddef>

#define BOOST_RANDOM_SOBOL_MAX_DIMENSION 3667

namespace boost::random::detail::qrng_tables {

struct sobol {
    using value_type = unsigned short;
    static constexpr unsigned max_dimension = BOOST_RANDOM_SOBOL_MAX_DIMENSION, num_polynomials = max_dimension - 1, max_degree = 15;

    /// They grow and all are odd, the first is 3: of each other one half of what it has more than the one before.
    static value_type polynomial(std::size_t n) {
        unsigned value = 3;
        for (std::size_t at = 1; at <= n; ++at) value += 2U * steps[at - 1];
        return static_cast<value_type>(value);
    }

    /// First number `degree` of a dimension: odd and below 2^(degree + 1), so that it has `degree` bits to tell; 0 where the dimension has fewer numbers.
    static value_type minit(std::size_t dim, std::size_t degree) {
        std::size_t at = 0;
        for (std::size_t before = 0; before < degree; ++before) at += before * (num_polynomials - firsts[before]);
        if (dim < firsts[degree]) return 0;
        at += degree * (dim - firsts[degree]);
        unsigned value = 1;
        for (std::size_t bit = 0; bit < degree; ++bit, ++at) value |= (bits[at / 8] >> at % 8 & 1U) << (bit + 1);
        return static_cast<value_type>(value);
    }

#include "sobol_bits.inc"  // steps; firsts: the first dimension that has a number; bits: number by number, in each dimension by dimension
};

}  // namespace boost::random::detail::qrng_tables

#endif
