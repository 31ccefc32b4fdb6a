#include <buygraph/forecast/sobol.hpp>

#include <boost/random/sobol.hpp>

#include <cmath>
#include <set>

#include "catch.hpp"

using namespace buygraph::forecasting;

// Joe and Kuo 2008: the first dimension has direction numbers 1/2, 1/4, 1/8, …, the second 1/2, 3/4, 5/8, 15/16.
TEST_CASE("direction numbers are those of Joe and Kuo") {
    const auto words = direction_numbers(2);
    for (std::size_t bit = 0; bit < sobol_bits; ++bit) CHECK(words[0][bit] == std::uint64_t{1} << (63 - bit));
    CHECK(words[1][0] == 0x8000000000000000ULL);
    CHECK(words[1][1] == 0xC000000000000000ULL);
    CHECK(words[1][2] == 0xA000000000000000ULL);
    CHECK(words[1][3] == 0xF000000000000000ULL);
}

// An independent path: Boost.Random's own sequence. An engine seeded with i gives point i + 1, the XOR of the words of the bits of its Gray code.
TEST_CASE("direction numbers give the points of Boost's sequence in all of its dimensions") {
    const auto words = direction_numbers(sobol_dimensions);
    boost::random::sobol engine(sobol_dimensions);
    for (const std::uint64_t index : {1ULL, 2ULL, 1000ULL, 123456ULL, (1ULL << sobol_bits) - 1}) {
        engine.seed(index - 1);
        const std::uint64_t gray = index ^ (index >> 1);
        for (const auto& word : words) {
            std::uint64_t point = 0;
            for (std::size_t bit = 0; bit < sobol_bits; ++bit)
                if (gray >> bit & 1) point ^= word[bit];
            REQUIRE(engine() == point);
        }
    }
}

TEST_CASE("of 256 scrambled points one lies in every 256th, in every dimension") {
    const auto words = direction_numbers(200);
    ScrambledSobol<double> points(words, 5, 3, 256);
    std::vector<std::set<int>> cells(200);
    for (int i = 0; i < 256; ++i, points.advance())
        for (std::size_t d = 0; d < 200; ++d) cells[d].insert(static_cast<int>(256 * points(d)));
    for (const auto& cell : cells) REQUIRE(cell.size() == 256);
}

// The first two dimensions are a (0, m, 2)-net: one of 64 points in every elementary rectangle of area 1/64. Scrambling keeps it.
TEST_CASE("two dimensions stay a net under scrambling") {
    const auto words = direction_numbers(2);
    for (int across = 0; across <= 6; ++across) {
        ScrambledSobol<double> points(words, 9, 1, 64);
        std::set<std::pair<int, int>> cells;
        for (int i = 0; i < 64; ++i, points.advance()) cells.emplace(static_cast<int>((1 << across) * points(0)), static_cast<int>((1 << (6 - across)) * points(1)));
        CHECK(cells.size() == 64);
    }
}

TEST_CASE("a sequence can start anywhere") {
    const auto words = direction_numbers(7);
    ScrambledSobol<double> walked(words, 2, 0, 1000), jumped(words, 2, 0, 1000);
    for (int i = 0; i < 777; ++i) walked.advance();
    jumped.start(777);
    for (std::size_t d = 0; d < 7; ++d) CHECK(walked(d) == jumped(d));
}

TEST_CASE("scrambles differ from each other and by seed") {
    const auto words = direction_numbers(1);
    CHECK(ScrambledSobol<double>(words, 1, 0, 16)(0) != ScrambledSobol<double>(words, 1, 1, 16)(0));
    CHECK(ScrambledSobol<double>(words, 1, 0, 16)(0) != ScrambledSobol<double>(words, 2, 0, 16)(0));
}

TEMPLATE_TEST_CASE("packs are the same points, as many side by side as there are lanes", "", buygraph::numbers::Lanes, buygraph::numbers::SingleLanes) {
    using namespace buygraph::numbers;
    const auto words = direction_numbers(9);
    for (const std::uint64_t count : std::vector<std::uint64_t>{1, 3, 64, 1000}) {
        ScrambledSobol<double> points(words, 4, 2, count);
        ScrambledSobol<TestType> packs(words, 4, 2, count), jumped(words, 4, 2, count);
        for (std::uint64_t i = 0; i < count; ++i, points.advance()) {
            const std::size_t lane = i % lane_count<TestType>;
            if (i > 0 && lane == 0) packs.advance();
            jumped.start(i - lane);
            for (std::size_t d = 0; d < 9; ++d) {
                // A float has 2^23 cells, in the middle of which it stands.
                const double expected = sizeof(LaneWord<TestType>) == 8 ? points(d) : (std::floor(points(d) * 0x1p23) + 0.5) * 0x1p-23;
                REQUIRE(lane_of(packs(d), lane) == expected);
                REQUIRE(lane_of(jumped(d), lane) == expected);
            }
        }
    }
}
