#include <buygraph/numbers/normal.hpp>

#include <vector>

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

TEST_CASE("a pack of quantiles is lane by lane the quantile") {
    using namespace buygraph::numbers;
    std::vector<double> p;
    for (double x = 1e-14; x < 1; x = x * 1.37 + 1e-4) p.push_back(x);
    for (std::size_t first = 0; first + lane_count<Lanes> <= p.size(); first += lane_count<Lanes>) {
        const Lanes found = normal_quantiles<Lanes>(&p[first]);
        for (std::size_t lane = 0; lane < lane_count<Lanes>; ++lane) REQUIRE(lane_of(found, lane) == Approx(normal_quantile(p[first + lane])).epsilon(1e-15));
    }
}
