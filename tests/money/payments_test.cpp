#include <buygraph/money/payments.hpp>

#include <array>
#include <cmath>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::money;

namespace {
const std::array plan{Payment{0.3, 0}, Payment{0.6, 60}, Payment{0.1, 365}};
}

TEST_CASE("mean term, factor and what is owed by hand") {
    CHECK(mean_days(plan) == Approx(36 + 36.5));
    CHECK(payment_factor(plan, 0.1) == Approx(0.3 + 0.6 * std::pow(1.1, -60. / 365) + 0.1 / 1.1));
    CHECK(payment_factor(plan, 0) == Approx(1));
    CHECK(owed_after_start(plan) == Approx(0.7));
}

TEST_CASE("what is paid at the start stays there, unless it is all") {
    CHECK(postponed(plan, 30) == std::vector{Payment{0.3, 0}, Payment{0.6, 90}, Payment{0.1, 395}});
    CHECK(postponed(std::array{Payment{0.5, 0}, Payment{0.5, 0}}, 30) == std::vector{Payment{0.5, 30}, Payment{0.5, 30}});
    CHECK(mean_days(postponed(plan, 30)) == Approx(mean_days(plan) + 30 * 0.7));
}
