#include <buygraph/belief/value_function.hpp>

#include <vector>

#include "catch.hpp"

using namespace buygraph;

// Payback time of the catalog: 6 → 10, 12 → 8, 24 → 5, 36 → 2, 60 → 0 (months → score).
static const std::vector<ValuePoint> payback{{6, 10}, {12, 8}, {24, 5}, {36, 2}, {60, 0}};

TEST_CASE("between the points the score is linear and the slope carries the sd") {
    CHECK(measured_score(payback, 9, 3.0).mean == Approx(9));
    CHECK(measured_score(payback, 9, 3.0).sd == Approx(3 * 2.0 / 6));
    CHECK(measured_score(payback, 48, 6.0).mean == Approx(1));
    CHECK(measured_score(payback, 48, 6.0).sd == Approx(6 * 2.0 / 24));
}

TEST_CASE("without an sd a measure between the points has one point") { CHECK(measured_score(payback, 18, {}).sd == 1); }

TEST_CASE("outside the points the end score holds with half a point") {
    CHECK(measured_score(payback, 3, 10.0).mean == 10);
    CHECK(measured_score(payback, 3, 10.0).sd == 0.5);
    CHECK(measured_score(payback, 61, {}).mean == 0);
    CHECK(measured_score(payback, 61, {}).sd == 0.5);
}

TEST_CASE("a point belongs to the segment that ends there") {
    CHECK(measured_score(payback, 24, 12.0).mean == Approx(5));
    CHECK(measured_score(payback, 36, 12.0).sd == Approx(12 * 3.0 / 12));
    CHECK(measured_score(payback, 6, 3.0).sd == Approx(3 * 2.0 / 6));
}
