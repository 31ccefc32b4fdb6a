#include <buygraph/influence/ordering.hpp>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

#include "catch.hpp"

using namespace buygraph::influence;

using Positions = std::vector<std::uint32_t>;

TEST_CASE("people stand by how many listen to them, equals as they come") {
    CHECK(degree_order(Positions{2, 0, 5, 2, 5}) == Positions{2, 4, 0, 3, 1});
    CHECK(degree_order(Positions{}).empty());
    CHECK(degree_order(Positions{0, 0}) == Positions{0, 1});
}

//   3 — 0 — 4 — 1 — 2      a line whose people are numbered wildly: side by side again, from one end to the other
TEST_CASE("reverse Cuthill-McKee puts a line back in line") {
    const std::vector<std::uint64_t> first{0, 2, 4, 5, 6, 8};
    const Positions others{3, 4, 4, 2, 1, 0, 0, 1};
    const Listening line{first, others};
    const Positions order = reverse_cuthill_mckee_order(line, line);
    CHECK((order == Positions{2, 1, 4, 0, 3} || order == Positions{3, 0, 4, 1, 2}));
}

// 20 × 20 people, each tied to his neighbours left, right, up and down, and numbered at random. In the order of Cuthill and McKee nobody stands
// further from a neighbour than the widest two levels of the grid seen from a corner, 2 · 20; at random some stand 300 apart.
TEST_CASE("reverse Cuthill-McKee keeps neighbours on a grid near each other, and everybody once") {
    constexpr std::uint32_t side = 20, people = side * side;
    Positions shuffled(people);
    std::iota(shuffled.begin(), shuffled.end(), 0U);
    std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(1));
    std::vector<Positions> rows(people);
    for (std::uint32_t y = 0; y < side; ++y)
        for (std::uint32_t x = 0; x < side; ++x) {
            const std::uint32_t here = shuffled[y * side + x];
            if (x + 1 < side) rows[here].push_back(shuffled[y * side + x + 1]), rows[shuffled[y * side + x + 1]].push_back(here);
            if (y + 1 < side) rows[here].push_back(shuffled[(y + 1) * side + x]), rows[shuffled[(y + 1) * side + x]].push_back(here);
        }
    std::vector<std::uint64_t> first{0};
    Positions others;
    for (const Positions& row : rows) {
        others.insert(others.end(), row.begin(), row.end());
        first.push_back(others.size());
    }
    const Listening grid{first, others};
    const Positions order = reverse_cuthill_mckee_order(grid, grid);
    Positions place(people, people);
    for (std::uint32_t at = 0; at < people; ++at) place[order[at]] = at;
    CHECK(std::count(place.begin(), place.end(), people) == 0);
    std::uint32_t furthest = 0;
    for (std::uint32_t i = 0; i < people; ++i)
        for (const std::uint32_t other : grid.row(i)) furthest = std::max(furthest, place[i] > place[other] ? place[i] - place[other] : place[other] - place[i]);
    CHECK(furthest <= 2 * side);
}

TEST_CASE("parts that hear nothing of each other stand one after the other") {
    const std::vector<std::uint64_t> first{0, 1, 2, 3, 4};
    const Positions others{2, 3, 0, 1};  // 0 and 2, 1 and 3
    const Listening pairs{first, others};
    const Positions order = reverse_cuthill_mckee_order(pairs, pairs);
    CHECK(order[0] % 2 == order[1] % 2);
    CHECK(order[2] % 2 == order[3] % 2);
}
