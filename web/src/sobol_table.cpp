// Writes sobol_bits.inc for sobol_table.hpp out of Boost.Random's table; compiled with SOBOL_BITS, compares what that header gives with Boost's.
#define sobol boosts_sobol
#include <boost/random/detail/sobol_table.hpp>
#undef sobol

#include <cstddef>
#include <cstdio>

using Boosts = boost::random::detail::qrng_tables::boosts_sobol;

#if defined(SOBOL_BITS)

#undef BOOST_RANDOM_DETAIL_SOBOL_TABLE_HPP
#include "sobol_table.hpp"

int main() {
    using Ours = boost::random::detail::qrng_tables::sobol;
    static_assert(Ours::max_dimension == Boosts::max_dimension && Ours::max_degree == Boosts::max_degree);
    for (std::size_t dimension = 0; dimension < Boosts::num_polynomials; ++dimension) {
        bool same = Ours::polynomial(dimension) == Boosts::polynomial(dimension);
        for (std::size_t degree = 0; degree < Boosts::max_degree; ++degree) same = same && Ours::minit(dimension, degree) == Boosts::minit(dimension, degree);
        if (!same) return std::fprintf(stderr, "sobol_table.hpp: dimension %zu differs from Boost's\n", dimension), 1;
    }
}

#else

int main() {
    constexpr std::size_t count = Boosts::num_polynomials;
    std::printf("static constexpr unsigned char steps[]{");
    for (std::size_t at = 1; at < count; ++at) std::printf("%d,", (Boosts::polynomial(at) - Boosts::polynomial(at - 1)) / 2);
    std::printf("};\nstatic constexpr unsigned short firsts[]{");
    for (std::size_t degree = 0; degree < Boosts::max_degree; ++degree) {
        std::size_t first = 0;
        while (Boosts::minit(first, degree) == 0) ++first;
        std::printf("%zu,", first);
    }
    std::printf("};\nstatic constexpr unsigned char bits[]{");
    unsigned byte = 0, filled = 0;
    for (std::size_t degree = 0; degree < Boosts::max_degree; ++degree)
        for (std::size_t dimension = 0; dimension < count; ++dimension)
            for (std::size_t bit = 1; Boosts::minit(dimension, degree) != 0 && bit <= degree; ++bit) {
                byte |= (Boosts::minit(dimension, degree) >> bit & 1U) << filled;
                if (++filled == 8) std::printf("%u,", byte), byte = filled = 0;
            }
    std::printf("%u};\n", byte);
}

#endif
