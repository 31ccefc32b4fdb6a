#include <buygraph/forecast/tasks.hpp>

#include <vector>

#include "catch.hpp"

using namespace buygraph::forecasting;

TEST_CASE("parts are added by number, whichever comes first, and as soon as can be") {
    InOrder<int> in_order;
    std::vector<int> added;
    const auto add = [&](int part) { added.push_back(part); };
    in_order(1, 10, add);
    CHECK(added.empty());
    in_order(0, 5, add);
    CHECK(added == std::vector<int>{5, 10});
    in_order(3, 7, add);
    in_order(2, 6, add);
    CHECK(added == std::vector<int>{5, 10, 6, 7});
}
