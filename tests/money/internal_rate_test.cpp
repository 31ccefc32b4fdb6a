#include <buygraph/money/internal_rate.hpp>

#include <cmath>
#include <random>
#include <vector>

#include "catch.hpp"

using namespace buygraph::money;

namespace {
std::vector<Flow> yearly(const std::vector<double>& amounts) {
    std::vector<Flow> flows;
    for (const double amount : amounts) flows.push_back({days_a_year * static_cast<double>(flows.size()), amount});
    return flows;
}
}  // namespace

// numpy-financial's documentation of irr.
TEST_CASE("the rates of numpy-financial's documentation where the flows change sign once") {
    CHECK(internal_rate(yearly({-100, 39, 59, 55, 20})).value() == Approx(0.28095).margin(5e-6));
    CHECK(internal_rate(yearly({-100, 0, 0, 74})).value() == Approx(-0.0955).margin(5e-5));
    CHECK(internal_rate(yearly({-100, 100, 0, 7})).value() == Approx(0.06206).margin(5e-6));
}

// Of the same documentation: numpy-financial answers −0.0833 and 0.0886, one rate of several.
TEST_CASE("where the flows change sign twice or never there is no one rate") {
    CHECK_FALSE(internal_rate(yearly({-100, 100, 0, -7})));
    CHECK_FALSE(internal_rate(yearly({-5, 10.5, 1, -8, 1})));
    CHECK_FALSE(internal_rate(yearly({100, 39, 59})));
    CHECK_FALSE(internal_rate(yearly({-100, 0, -1})));
    CHECK_FALSE(internal_rate(yearly({0, 0})));
    CHECK_FALSE(internal_rate({}));
}

// The example of XIRR in Excel's help.
TEST_CASE("dated flows have the rate that Excel's help says of XIRR") {
    const std::vector<Flow> flows{{411, 3'250}, {0, -10'000}, {60, 2'750}, {303, 4'250}, {456, 2'750}};  // in any order
    CHECK(internal_rate(flows).value() == Approx(0.373362535).margin(5e-8));
}

TEST_CASE("a year's loan has its interest, whichever side counts it") {
    CHECK(internal_rate(yearly({-100, 112})).value() == Approx(0.12).epsilon(1e-12));
    CHECK(internal_rate(yearly({100, -112})).value() == Approx(0.12).epsilon(1e-12));
    CHECK(internal_rate(std::vector<Flow>{{0, -100}, {73, 103}}).value() == Approx(std::pow(1.03, 5) - 1).epsilon(1e-12));
}

TEST_CASE("signs are those of days on balance") {
    const std::vector<Flow> flows{{0, -100}, {365, -60}, {365, 90}, {730, -20}, {730, 95}};
    CHECK(internal_rate(flows).value() == Approx(internal_rate(yearly({-100, 30, 75})).value()).epsilon(1e-13));
    const std::vector<Flow> rounded{{0, -1}, {100, 0.1}, {100, 0.2}, {100, -0.3}, {200, -1}, {730, 3}};  // 0.1 + 0.2 > 0.3 in binary
    CHECK(internal_rate(rounded).value() == Approx(internal_rate(std::vector<Flow>{{0, -1}, {200, -1}, {730, 3}}).value()));
}

TEST_CASE("a rate too great for a number is none, and one next to -1 is a number") {
    CHECK_FALSE(internal_rate(std::vector<Flow>{{0, -1}, {1, 10}}));
    CHECK(internal_rate(std::vector<Flow>{{0, -1}, {1, 1.01}}).value() == Approx(std::pow(1.01, 365) - 1).epsilon(1e-11));
    CHECK(internal_rate(yearly({-1e6, 1})).value() == Approx(-1 + 1e-6).epsilon(1e-12));
}

TEST_CASE("at the rate the flows are worth nothing") {
    std::mt19937 random(4);
    std::uniform_real_distribution<double> amount(1, 100), gap(1, 300);
    for (int trial = 0; trial < 200; ++trial) {
        std::vector<Flow> flows;
        double day = 0, size = 0;
        for (int i = 0; i < 12; ++i, day += std::floor(gap(random))) flows.push_back({day, (i < 1 + trial % 10 ? -1 : 1) * amount(random)}), size += std::abs(flows.back().amount);
        const auto rate = internal_rate(flows);
        REQUIRE(rate);
        if (*rate > -0.9 && *rate < 10) CHECK(std::abs(net_present_value(flows, *rate)) < 1e-9 * size);
    }
}
