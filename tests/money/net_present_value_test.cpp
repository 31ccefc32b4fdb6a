#include <buygraph/money/net_present_value.hpp>

#include <array>
#include <cmath>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::money;

namespace {
template <std::size_t count>
std::array<Flow, count> at_year_ends(const std::array<double, count>& amounts) {
    std::array<Flow, count> flows{};
    for (std::size_t year = 0; year < count; ++year) flows[year] = {days_a_year * static_cast<double>(year), amounts[year]};
    return flows;
}
}  // namespace

// numpy-financial's documentation of npv, whose first flow stands at the start.
TEST_CASE("yearly flows are worth what numpy-financial says in its documentation") {
    CHECK(net_present_value(at_year_ends(std::array{-40'000., 5'000., 8'000., 12'000., 30'000.}), 0.08) == Approx(3065.22267).margin(5e-6));
    CHECK(net_present_value(at_year_ends(std::array{-100., 39., 59., 55., 20.}), 0.281) == Approx(-0.0084785916384548798).epsilon(1e-10));
}

// The example of XNPV in Excel's help: 1 January, 1 March and 30 October 2008, 15 February and 1 April 2009.
TEST_CASE("dated flows are worth what Excel's help says of XNPV") {
    const std::array flows{Flow{0, -10'000}, Flow{60, 2'750}, Flow{303, 4'250}, Flow{411, 3'250}, Flow{456, 2'750}};
    CHECK(net_present_value(flows, 0.09) == Approx(2086.647602).margin(1e-6));
}

// Brealey, Myers and Allen, Principles of Corporate Finance, the three projects of the chapter on payback, at 10 %.
TEST_CASE("three projects of a textbook are worth 2,624, -58 and 50") {
    CHECK(net_present_value(at_year_ends(std::array{-2000., 500., 500., 5000.}), 0.1) == Approx(2624).margin(0.5));
    CHECK(net_present_value(at_year_ends(std::array{-2000., 500., 1800., 0.}), 0.1) == Approx(-58).margin(0.5));
    CHECK(net_present_value(at_year_ends(std::array{-2000., 1800., 500., 0.}), 0.1) == Approx(50).margin(0.5));
}

TEST_CASE("an annuity is worth its closed form") {
    std::array<Flow, 30> flows{};
    for (std::size_t year = 0; year < 30; ++year) flows[year] = {days_a_year * static_cast<double>(year + 1), 7.5};
    CHECK(net_present_value(flows, 0.06) == Approx(7.5 * (1 - std::pow(1.06, -30)) / 0.06).epsilon(1e-13));
    CHECK(net_present_value(flows, 0) == Approx(30 * 7.5));
}

TEST_CASE("nothing is worth nothing, a day at the start is not discounted, and a rate of -1 is refused") {
    CHECK(net_present_value({}, 0.1) == 0);
    CHECK(discount(0, 0.3) == 1);
    CHECK(discount(73, 0.3) == Approx(std::pow(1.3, -0.2)));
    CHECK_THROWS_AS(discount(10, -1), InputError);
}
