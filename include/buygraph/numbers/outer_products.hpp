#pragma once

#include <array>
#include <cstddef>

#include "lanes.hpp"
#include "sample.hpp"
#include "unrolled.hpp"

namespace buygraph::numbers {

/// A table of numbers, row by row, that somebody else owns; it may be a part of longer rows.
template <class Real>
struct Rows {
    Real* data;
    std::size_t stride;  ///< from one row to the next

    [[nodiscard]] Rows from(std::size_t row, std::size_t column = 0) const { return {data + row * stride + column, stride}; }
};

/// The lanes of a pack added up.
template <class Real>
[[nodiscard]] double total(const Real& value) {
    double sum = lane_of(value, 0);
    unrolled<lane_count<Real> - 1>([&](auto lane) { sum += lane_of(value, lane + 1); });
    return sum;
}

namespace detail {

/// A few rows and columns of the sum: each number is read once for several sums, which stay in registers.
template <std::size_t rows, std::size_t columns, Number Real>
void add_few_outer_products(Rows<const Real> left, Rows<const Real> right, std::size_t count, Rows<double> into) {
    std::array<Real, rows * columns> sum;
    unrolled<rows * columns>([&](auto at) { sum[at] = Real(0); });
    for (std::size_t l = 0; l < count; ++l)
        unrolled<rows>([&](auto row) {
            const Real value = left.data[l * left.stride + row];
            unrolled<columns>([&](auto column) { sum[row * columns + column] += value * right.data[l * right.stride + column]; });
        });
    unrolled<rows>([&](auto row) { unrolled<columns>([&](auto column) { into.data[row * into.stride + column] += total(sum[row * columns + column]); }); });
}

}  // namespace detail

/// So many rows are summed at once, and as many columns: their sums, and what is read for them, fit into 16 registers.
inline constexpr std::size_t rows_at_once = 3;

/// Adds the outer products of the rows of two tables, over all lanes: into[i, k] += Σ_l left[l, i] · right[l, k].
///
/// \param rows, columns  of `into`: how long the rows of left and of right are
/// \param count          how many rows the two tables have
/// Cost: rows · columns · count multiplications, nine of them for six reads.
template <Number Real>
void add_outer_products(Rows<const Real> left, std::size_t rows, Rows<const Real> right, std::size_t columns, std::size_t count, Rows<double> into) {
    in_pieces<rows_at_once>(rows, [&](auto height, std::size_t row) {
        in_pieces<rows_at_once>(columns, [&](auto width, std::size_t column) {
            detail::add_few_outer_products<height, width, Real>(left.from(0, row), right.from(0, column), count, into.from(row, column));
        });
    });
}

}  // namespace buygraph::numbers
