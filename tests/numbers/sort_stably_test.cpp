#include <buygraph/numbers/sort_stably.hpp>

#include <memory>
#include <random>
#include <utility>

#include "catch.hpp"

using buygraph::numbers::sort_stably;

TEST_CASE("equal values keep their order, as std::stable_sort has them") {
    std::mt19937 random(3);
    for (const std::size_t count : std::vector<std::size_t>{0, 1, 2, 17, 1000}) {
        std::vector<std::pair<int, std::size_t>> values;
        for (std::size_t i = 0; i < count; ++i) values.emplace_back(static_cast<int>(random() % 7), i);
        auto expected = values;
        const auto greater = [](const auto& left, const auto& right) { return left.first > right.first; };
        std::stable_sort(expected.begin(), expected.end(), greater);
        sort_stably(values, greater);
        CHECK(values == expected);
    }
}

TEST_CASE("values that can only be moved are sorted too") {
    std::vector<std::unique_ptr<int>> values;
    for (const int value : {2, 3, 1}) values.push_back(std::make_unique<int>(value));
    sort_stably(values, [](const auto& left, const auto& right) { return *left < *right; });
    CHECK(*values[0] == 1);
    CHECK(*values[2] == 3);
}
