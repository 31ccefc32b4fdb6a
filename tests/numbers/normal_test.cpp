#include <buygraph/numbers/normal.hpp>

#include <cstdint>
#include <type_traits>
#include <vector>

#include <buygraph/numbers/random_bits.hpp>

#include "catch.hpp"

using buygraph::numbers::normal_quantile;

// Φ is erfc of the C library in long double: an independent path.
// One ulp of the quantile x is worth x² ulps of p: 1,400 at 1e-300.
TEST_CASE("the quantile undoes the distribution function from 1e-300 to 1 - 1e-15") {
    for (double p = 1e-300; p < 0.5; p *= 7) {
        const long double back = erfcl(-static_cast<long double>(normal_quantile(p)) / sqrtl(2.0L)) / 2;
        REQUIRE(static_cast<double>(back / static_cast<long double>(p) - 1) == Approx(0).margin(2e-12));
    }
    for (double p = 0.01; p < 1; p += 0.01) REQUIRE(0.5 * std::erfc(-normal_quantile(p) / std::sqrt(2.0)) == Approx(p).epsilon(4e-15));
}

// Published quantiles: 1.959963984540054 (97.5 %), 1.281551565544600 (90 %).
TEST_CASE("well-known quantiles") {
    CHECK(normal_quantile(0.975) == Approx(1.959963984540054).epsilon(4e-15));
    CHECK(normal_quantile(0.9) == Approx(1.281551565544600).epsilon(4e-15));
    CHECK(normal_quantile(0.5) == 0);
    CHECK(normal_quantile(0.1) == Approx(-normal_quantile(0.9)).epsilon(4e-15));
}

TEMPLATE_TEST_CASE("packs of quantiles are lane by lane the quantile", "", double, buygraph::numbers::Lanes, buygraph::numbers::SingleLanes) {
    using namespace buygraph::numbers;
    const bool single = std::is_same_v<LaneWord<TestType>, std::uint32_t>;
    const double error = single ? 2e-6 : 4e-15;  // of floats: some 10 units in the last place
    for (const double from : {1e-14, 1e-9, 1e-4}) {  // the first begins far in the tail
        if (single && from < 1e-8) continue;
        std::vector<double> p;
        for (double x = from; x < 0.999; x = x * 1.37 + 1e-4)
            for (const double one : {x, 1 - x}) p.push_back(single ? static_cast<double>(static_cast<float>(one)) : one);
        for (double x = 4.9e-4; x < 5.1e-4; x += 1e-7) p.push_back(single ? static_cast<double>(static_cast<float>(x)) : x);  // where the tail begins
        while (p.size() % lane_count<TestType> != 0) p.push_back(0.5);
        std::vector<TestType> packs;
        for (std::size_t first = 0; first < p.size(); first += lane_count<TestType>) packs.push_back(load_lanes<TestType>(&p[first]));
        normal_quantiles<TestType>(packs);
        for (std::size_t at = 0; at < p.size(); ++at) REQUIRE(lane_of(packs[at / lane_count<TestType>], at % lane_count<TestType>) == Approx(normal_quantile(p[at])).epsilon(error).margin(error));
    }
}

// Neighbouring packs are taken together: what is in the tail of one of them changes nothing in the others, whatever their number.
TEMPLATE_TEST_CASE("a quantile does not depend on those beside it", "", buygraph::numbers::Lanes, buygraph::numbers::SingleLanes) {
    using namespace buygraph::numbers;
    for (const double beside : {0.5, 1e-3, 1e-7})
        for (std::size_t count = 1; count <= 9; ++count) {
            std::vector<TestType> packs(count, TestType(0.3));
            packs.back() = TestType(beside);
            normal_quantiles<TestType>(packs);
            for (std::size_t at = 0; at + 1 < count; ++at) REQUIRE(lane_of(packs[at], 0) == Approx(normal_quantile(0.3)).epsilon(2e-6));
            REQUIRE(lane_of(packs.back(), 0) == Approx(normal_quantile(beside)).epsilon(2e-6).margin(1e-12));
        }
}
