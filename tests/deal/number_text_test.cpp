#include <buygraph/deal/number_text.hpp>

#include <cstdlib>
#include <limits>
#include <random>

#include "catch.hpp"

using buygraph::number_text;

TEST_CASE("numbers are written as short as they can be") {
    CHECK(number_text(0.1) == "0.1");
    CHECK(number_text(3) == "3");
    CHECK(number_text(1.0 / 3) == "0.3333333333333333");
    CHECK(number_text(std::numeric_limits<double>::infinity()) == "inf");
    CHECK(number_text(std::nan("")) == "nan");
}

TEST_CASE("and read back as the same double") {
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> uniform(-1e6, 1e6);
    for (int i = 0; i < 1000; ++i) {
        const double value = uniform(random);
        REQUIRE(std::strtod(number_text(value).c_str(), nullptr) == value);
    }
}
