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

TEST_CASE("a pool makes no more things than are lent at once, and lends again what comes back") {
    Pool<int> pool;
    int made = 0;
    const auto make = [&] { return std::make_unique<int>(++made); };
    pool.lend(make, [&](int& outer) {
        CHECK(outer == 1);
        pool.lend(make, [](int& inner) { CHECK(inner == 2); });
        outer = 7;
    });
    std::vector<int> lent;
    pool.lend(make, [&](int& thing) { lent.push_back(thing); });
    CHECK(lent == std::vector<int>{7});
    CHECK(made == 2);
}

TEST_CASE("what a task has thrown over is not lent again") {
    Pool<int> pool;
    int made = 0;
    const auto make = [&] { return std::make_unique<int>(++made); };
    CHECK_THROWS_AS(pool.lend(make, [](int&) { throw 1; }), int);
    pool.lend(make, [](int& thing) { CHECK(thing == 2); });
}
