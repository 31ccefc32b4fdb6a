#include <buygraph/belief/reliability.hpp>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("a source keeps its reliability at one step and loses 15 % at each further one") {
    CHECK(reliability_at(0.8, 0) == Approx(0.8));
    CHECK(reliability_at(0.8, 1) == Approx(0.8));
    CHECK(reliability_at(0.8, 3) == Approx(0.8 * 0.85 * 0.85));
}

TEST_CASE("with no way between them a source is worth 0.2 at most") {
    CHECK(reliability_at(0.9, std::nullopt) == 0.2);
    CHECK(reliability_at(0.1, std::nullopt) == 0.1);
}

// 0.1 + 0.7 · (1 − 0.7) = 0.31; a year of drift 0.1 adds 0.01 a month.
TEST_CASE("noise grows with doubt and with age") {
    CHECK(noise_variance(0.7, 0.1, 0) == Approx(0.31 * 0.31));
    CHECK(noise_variance(1, 0.1, 12) == Approx(0.01 + 0.12));
}
