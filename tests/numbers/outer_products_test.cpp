#include <buygraph/numbers/outer_products.hpp>

#include <random>
#include <vector>

#include "catch.hpp"

using namespace buygraph::numbers;

// Against the sum written out, for all that is left over of threes, fours and sixes; the tables stand within longer rows, and what stood in the sums stays.
TEMPLATE_TEST_CASE("outer products of rows are summed over all rows and lanes", "", double, Lanes) {
    std::mt19937 random(4);
    std::uniform_real_distribution<double> uniform(-1, 1);
    constexpr std::size_t stride = 9, count = 5;
    for (std::size_t rows = 0; rows < 8; ++rows)
        for (std::size_t columns = 0; columns < 8; ++columns) {
            const auto table = [&] {
                std::vector<TestType> made((count + 1) * stride);
                for (TestType& value : made) value = TestType(uniform(random)) + TestType(uniform(random));
                return made;
            };
            const std::vector<TestType> left = table(), right = table();
            std::vector<double> found(8 * stride, 0.25);
            std::vector<std::size_t> chosen(rows);
            for (std::size_t i = 0; i < rows; ++i) chosen[i] = 1 + 3 * i % 7;
            add_outer_products<TestType>({left.data(), stride}, chosen, {right.data() + 2, stride}, columns, count, {found.data(), stride});
            for (std::size_t i = 0; i < 8; ++i)
                for (std::size_t k = 0; k < stride; ++k) {
                    double expected = 0.25;
                    for (std::size_t l = 0; l < count && i < rows && k < columns; ++l)
                        for (std::size_t lane = 0; lane < lane_count<TestType>; ++lane) expected += lane_of(left[l * stride + 1 + 3 * i % 7], lane) * lane_of(right[l * stride + 2 + k], lane);
                    REQUIRE(found[i * stride + k] == Approx(expected).margin(1e-13));
                }
        }
}

TEST_CASE("a total is the sum of the lanes") {
    CHECK(total(1.5) == 1.5);
    Lanes pack(0);
    for (std::size_t lane = 0; lane < lane_count<Lanes>; ++lane) pack.set(lane, static_cast<double>(lane) + 1);
    CHECK(total(pack) == static_cast<double>(lane_count<Lanes> * (lane_count<Lanes> + 1)) / 2);
}
