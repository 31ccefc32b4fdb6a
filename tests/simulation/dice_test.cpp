#include <buygraph/simulation/dice.hpp>

#include <array>
#include <cmath>

#include "catch.hpp"

using buygraph::simulation::Dice;

TEST_CASE("the same dice fall alike, and others differently") {
    Dice one(7, 3, 0), same(7, 3, 0), other_deal(7, 4, 0), other_stream(7, 3, 1), other_seed(8, 3, 0);
    for (int i = 0; i < 5; ++i) {
        const double fallen = one.uniform();
        CHECK(fallen == same.uniform());
        CHECK(fallen != other_deal.uniform());
        CHECK(fallen != other_stream.uniform());
        CHECK(fallen != other_seed.uniform());
    }
}

// Of 40,000: a mean within four standard errors of ½ and of 0, and shares within four of theirs.
TEST_CASE("numbers are uniform, normal and by weight") {
    Dice dice(1, 2, 3);
    constexpr int count = 40000;
    double uniform = 0, normal = 0, squares = 0;
    std::array<int, 3> fallen{};
    for (int i = 0; i < count; ++i) {
        uniform += dice.uniform() / count;
        const double one = dice.normal();
        normal += one / count;
        squares += one * one / count;
        ++fallen[dice.weighted(std::array{1.0, 2.0, 5.0})];
    }
    CHECK(std::abs(uniform - 0.5) < 4 * std::sqrt(1 / 12. / count));
    CHECK(std::abs(normal) < 4 / std::sqrt(count));
    CHECK(std::abs(squares - 1) < 4 * std::sqrt(2. / count));
    for (const auto& [face, share] : {std::pair{0UL, .125}, {1UL, .25}, {2UL, .625}}) CHECK(std::abs(fallen[face] / double(count) - share) < 4 * std::sqrt(share * (1 - share) / count));
}

TEST_CASE("whole numbers reach both ends and nothing beyond") {
    Dice dice(9, 0, 0);
    std::array<int, 5> seen{};
    for (int i = 0; i < 500; ++i) {
        const std::size_t one = dice.from_to(2, 6);
        REQUIRE((one >= 2 && one <= 6));
        ++seen[one - 2];
    }
    for (const int times : seen) CHECK(times > 50);
}
