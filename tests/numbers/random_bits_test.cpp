#include <buygraph/numbers/random_bits.hpp>

#include <set>

#include "catch.hpp"

using namespace buygraph::numbers;

TEST_CASE("the ends of the unit interval are never reached") {
    CHECK(unit_interval(0) > 0);
    CHECK(unit_interval(~0ULL) < 1);
}

TEST_CASE("a word depends on each of seed, stream, dimension and number") {
    std::set<std::uint64_t> words;
    for (std::uint64_t seed = 0; seed < 4; ++seed)
        for (std::uint64_t stream = 0; stream < 4; ++stream)
            for (std::uint64_t dimension = 0; dimension < 4; ++dimension)
                for (std::uint64_t number = 0; number < 4; ++number) words.insert(random_word(seed, stream, dimension, number));
    CHECK(words.size() == 256);
    CHECK(random_word(1, 2, 3, 4) == random_word(1, 2, 3, 4));
}

// 64,000 uniforms: the mean is 1/2 ± 4 · 0.2887/√64000, each bit is set half of the time.
TEST_CASE("words are uniform") {
    double sum = 0;
    int set[64] = {};
    constexpr int count = 64000;
    for (int i = 0; i < count; ++i) {
        const std::uint64_t word = random_word(7, 0, 1, static_cast<std::uint64_t>(i));
        sum += unit_interval(word);
        for (int bit = 0; bit < 64; ++bit) set[bit] += static_cast<int>((word >> bit) & 1U);
    }
    CHECK(sum / count == Approx(0.5).margin(4 * 0.2887 / std::sqrt(count)));
    for (const int hits : set) CHECK(hits == Approx(count / 2).margin(5 * std::sqrt(count) / 2));
}
