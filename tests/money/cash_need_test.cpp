#include <buygraph/money/cash_need.hpp>

#include <array>

#include "catch.hpp"

using namespace buygraph::money;

//   day      0     90    365           730
//   flow   −30    −50    −20, +60      +60      running total −30 −80 −100 −40 20
TEST_CASE("the deepest running total, with what goes out on a day first") {
    CHECK(peak_cash_need(std::array{Flow{365, 60}, Flow{0, -30}, Flow{90, -50}, Flow{730, 60}, Flow{365, -20}}) == 100);
    CHECK(peak_cash_need(std::array{Flow{365, 60}, Flow{0, -30}, Flow{90, -50}, Flow{730, 60}, Flow{366, -20}}) == 80);
}

TEST_CASE("what carries itself needs no cash") {
    CHECK(peak_cash_need(std::array{Flow{0, 10}, Flow{1, -10}}) == 0);
    CHECK(peak_cash_need({}) == 0);
}
