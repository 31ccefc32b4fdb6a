#include <buygraph/numbers/unrolled.hpp>

#include <vector>

#include "catch.hpp"

using namespace buygraph::numbers;

TEST_CASE("every number is called once, in order, and is a constant") {
    std::vector<std::size_t> called;
    unrolled<4>([&](auto number) {
        static_assert(decltype(number)::value < 4);
        called.push_back(number);
    });
    CHECK(called == std::vector<std::size_t>{0, 1, 2, 3});
    unrolled<0>([](auto) { FAIL("called"); });
}

// 7 = 3 + 3 + 1, 6 = 3 + 3.
TEST_CASE("pieces follow each other to the end, all but the last as wide as can be") {
    using Piece = std::pair<std::size_t, std::size_t>;
    const auto pieces = [](std::size_t count) {
        std::vector<Piece> found;
        in_pieces<3>(count, [&](auto width, std::size_t first) { found.emplace_back(width, first); });
        return found;
    };
    CHECK(pieces(0).empty());
    CHECK(pieces(2) == std::vector<Piece>{{2, 0}});
    CHECK(pieces(6) == std::vector<Piece>{{3, 0}, {3, 3}});
    CHECK(pieces(7) == std::vector<Piece>{{3, 0}, {3, 3}, {1, 6}});
}
