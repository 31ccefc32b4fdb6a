#include <buygraph/numbers/tasks.hpp>

#include <atomic>
#include <stdexcept>
#include <vector>

#include "catch.hpp"

using buygraph::numbers::run_tasks;

TEST_CASE("every task runs once, on any number of threads") {
    for (const std::size_t threads : {0UL, 1UL, 2UL, 7UL}) {
        std::vector<std::atomic<int>> ran(50);
        run_tasks(50, threads, [&](std::size_t i) { ++ran[i]; });
        for (const auto& count : ran) CHECK(count == 1);
    }
}

TEST_CASE("an exception stops the rest and reaches the caller") {
    for (const std::size_t threads : {1UL, 3UL})
        CHECK_THROWS_AS(run_tasks(20, threads, [](std::size_t i) { if (i == 4) throw std::domain_error("four"); }), std::domain_error);
}

TEST_CASE("no tasks are no trouble") { run_tasks(0, 4, [](std::size_t) { FAIL("ran"); }); }
