#include <buygraph/decision/smooth.hpp>

#include <cmath>
#include <limits>

#include "catch.hpp"

using namespace buygraph::decision;

TEST_CASE("the logistic has its ends without overflow") {
    CHECK(logistic(0.0) == 0.5);
    CHECK(logistic(std::log(3.0)) == Approx(0.75));
    CHECK(logistic(1e4) == 1);
    CHECK(logistic(-1e4) == 0);
}

// −ln σ(x) in long double; for large −x it is −x itself.
TEST_CASE("its logarithm is exact where the logistic rounds to 0 or 1") {
    for (const double x : {-30., -3., 0., 3., 30.}) CHECK(minus_log_logistic(x) == Approx(static_cast<double>(std::log1p(std::exp(-static_cast<long double>(x))))).epsilon(1e-15));
    CHECK(minus_log_logistic(-1e5) == 1e5);
    CHECK(minus_log_logistic(40.) == Approx(std::exp(-40.)).epsilon(1e-12));
}

TEST_CASE("a power by roots is the power by logarithms") {
    for (const double x : {0., 1e-300, 1e-9, 0.3, 1., 7., 700.}) {
        CHECK(raised(x, 1.25) == Approx(std::pow(x, 1.25)).epsilon(1e-14));
        CHECK(raised(x, 1) == x);
        CHECK(raised(x, 2.5) == std::pow(x, 2.5));
    }
}
