#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

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

namespace detail {

/// A few rows and columns of the sum: each number is read once for several sums, which stay in registers.
template <std::size_t rows, std::size_t columns, Number Real>
void add_few_outer_products(Rows<const Real> left, const std::size_t* chosen, Rows<const Real> right, std::size_t count, Rows<double> into) {
    std::array<Real, rows * columns> sum;
    std::array<const Real*, rows> from;
    unrolled<rows * columns>([&](auto at) { sum[at] = Real(0); });
    unrolled<rows>([&](auto row) { from[row] = left.data + chosen[row]; });
    for (std::size_t l = 0; l < count; ++l)
        unrolled<rows>([&](auto row) {
            const Real value = from[row][l * left.stride];
            unrolled<columns>([&](auto column) { sum[row * columns + column] += value * right.data[l * right.stride + column]; });
        });
    unrolled<rows>([&](auto row) { unrolled<columns>([&](auto column) { into.data[row * into.stride + column] += total(sum[row * columns + column]); }); });
}

}  // namespace detail

/// So many rows and columns are summed at once: their sums, and what is read for them, fit into the registers, of which there are 16, or 32 of the widest.
inline constexpr std::size_t rows_at_once = register_bytes == 64 ? 6 : std::min<std::size_t>(3, sums_at_once), columns_at_once = register_bytes == 64 ? 4 : rows_at_once;

/// Adds the outer products of the rows of two tables, over all lanes: into[i, k] += Σ_l left[l, chosen[i]] · right[l, k].
///
/// \param chosen   columns of left, one for each row of `into`
/// \param columns  of `into`: the first ones of right
/// \param count    how many rows the two tables have
/// Cost: rows · columns · count multiplications, nine of them for six reads, or twenty-four for ten.
template <Number Real>
void add_outer_products(Rows<const Real> left, std::span<const std::size_t> chosen, Rows<const Real> right, std::size_t columns, std::size_t count, Rows<double> into) {
    in_pieces<rows_at_once>(chosen.size(), [&](auto height, std::size_t row) {
        in_pieces<columns_at_once>(columns, [&](auto width, std::size_t column) {
            detail::add_few_outer_products<height, width, Real>(left, &chosen[row], right.from(0, column), count, into.from(row, column));
        });
    });
}

}  // namespace buygraph::numbers
