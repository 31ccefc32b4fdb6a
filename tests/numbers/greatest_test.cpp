#include <buygraph/numbers/greatest.hpp>

#include "catch.hpp"

using buygraph::numbers::greatest;

TEST_CASE("the greatest first, of equals the first, none at or below the limit") {
    const std::vector<double> values{0.2, -1, 0.5, 0.2, 0, 0.7};
    CHECK(greatest(values, 3) == std::vector<std::size_t>{5, 2, 0});
    CHECK(greatest(values, 9) == std::vector<std::size_t>{5, 2, 0, 3});
    CHECK(greatest(values, 9, 0.2) == std::vector<std::size_t>{5, 2});
    CHECK(greatest(values, 0).empty());
    CHECK(greatest({}, 3).empty());
}
