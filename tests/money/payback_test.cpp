#include <buygraph/money/payback.hpp>

#include <array>

#include "catch.hpp"

using namespace buygraph::money;

// Brealey, Myers and Allen, the three projects of the chapter on payback; there in whole years: 3, 2 and 2.
TEST_CASE("three projects of a textbook are paid back in their years, evenly within a year") {
    CHECK(payback_years(2000, std::array{500., 500., 5000.}) == Approx(2.2));
    CHECK(payback_years(2000, std::array{500., 1800., 0.}) == Approx(1 + 1500. / 1800));
    CHECK(payback_years(2000, std::array{1800., 500., 0.}) == Approx(1.4));
}

TEST_CASE("even years pay back after whole over year, and the last day still counts") {
    CHECK(payback_years(250, std::array{100., 100., 100.}) == Approx(2.5));
    CHECK(payback_years(300, std::array{100., 100., 100.}) == Approx(3));
    CHECK(payback_years(0.3, std::array{0.1, 0.1, 0.1}) == Approx(3));  // 0.1 + 0.1 + 0.1 ≠ 0.3 in binary
    CHECK_FALSE(payback_years(300.01, std::array{100., 100., 100.}));
    CHECK_FALSE(payback_years(1, {}));
}

TEST_CASE("a year of loss delays, and one after it is paid back does not matter") {
    CHECK(payback_years(100, std::array{80., -40., 60., 10.}) == Approx(3.0));
    CHECK(payback_years(100, std::array{110., -90.}) == Approx(100. / 110));
}
