#include <buygraph/influence/columns.hpp>

#include <cmath>
#include <limits>
#include <utility>

#include "catch.hpp"

using namespace buygraph::influence;

namespace {

template <class Real, std::size_t width>
Row<Real, width> numbered(double start) {
    Row<Real, width> row{};
    for (std::size_t c = 0; c < width; ++c) row.set(c, start + static_cast<double>(c));
    return row;
}

template <class Real, std::size_t width>
void check_row() {
    Row<Real, width> row = numbered<Real, width>(1);
    row.add(Real(2), numbered<Real, width>(10));
    for (std::size_t c = 0; c < width; ++c) CHECK(row[c] == 21 + 3 * static_cast<double>(c));
    row.add(numbered<Real, width>(0), numbered<Real, width>(0));
    for (std::size_t c = 0; c < width; ++c) CHECK(row[c] == 21 + 3 * static_cast<double>(c) + static_cast<double>(c * c));
    CHECK((numbered<Real, width>(5) - numbered<Real, width>(2))[width - 1] == 3);
    CHECK((numbered<Real, width>(5) * numbered<Real, width>(2))[0] == 10);
    Row<Real, width> largest{};
    largest.raise(numbered<Real, width>(-2));
    CHECK(largest[0] == 2);
    largest.raise(numbered<Real, width>(1));
    CHECK(largest[0] == 2);
    CHECK(sizeof(row) == width * sizeof(Real));
    CHECK(alignof(Row<Real, width>) == width * sizeof(Real));
}

}  // namespace

TEST_CASE("rows of one and of four columns compute column by column, in both precisions") {
    check_row<float, 1>();
    check_row<double, 1>();
    check_row<float, 4>();
    check_row<double, 4>();
}

TEST_CASE("what is no number is the greatest, and stays so") {
    Row<float, 4> largest{}, broken{};
    broken.set(2, std::numeric_limits<double>::quiet_NaN());
    largest.raise(broken);
    largest.raise(numbered<float, 4>(7));
    CHECK(std::isnan(largest[2]));
    CHECK(largest[1] == 8);
}

// Σ i = n (n − 1) / 2 and Σ i² = (n − 1) n (2 n − 1) / 6
TEST_CASE("sums over people are whole, for any number of threads and people") {
    for (const std::size_t people : {1UL, 255UL, 256UL, 257UL, 40000UL}) {
        const double n = static_cast<double>(people);
        for (const std::size_t threads : {1UL, 2UL, 5UL}) {
            const auto sums = sums_over<double, 4>(people, 2, threads, [](std::size_t begin, std::size_t end, Row<double, 4>* sum) {
                for (std::size_t i = begin; i < end; ++i) {
                    const Row<double, 4> row = numbered<double, 4>(static_cast<double>(i));
                    sum[0].add(1.0, row);
                    sum[1].add(row, row);
                }
            });
            CHECK(sums[0][0] == n * (n - 1) / 2);
            CHECK(sums[0][3] == n * (n - 1) / 2 + 3 * n);
            CHECK(sums[1][0] == (n - 1) * n * (2 * n - 1) / 6);
        }
    }
}

TEST_CASE("shares cover everybody once") {
    for (const std::size_t people : {1UL, 7UL, 32768UL, 100003UL}) {
        std::vector<int> met(people);
        for_shares(people, 3, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) ++met[i];
        });
        CHECK(std::count(met.begin(), met.end(), 1) == static_cast<std::ptrdiff_t>(people));
    }
}
