#include <buygraph/numbers/quantile.hpp>

#include "catch.hpp"

using namespace buygraph;

// Hyndman and Fan 1996, definition 7, by hand: position share · (n − 1), counted from 0.
TEST_CASE("quantiles between neighbours, at both ends and of one value") {
    std::vector<double> values{4, 1, 3, 2};
    CHECK(numbers::quantile(values, 0.25) == 1.75);
    CHECK(numbers::quantile(values, 0.5) == 2.5);
    CHECK(numbers::quantile(values, 0) == 1);
    CHECK(numbers::quantile(values, 1) == 4);
    CHECK(numbers::quantile(values, 0.9) == Approx(3.7));
    std::vector<double> one{7};
    CHECK(numbers::quantile(one, 0.3) == 7);
}
