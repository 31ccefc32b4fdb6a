#pragma once

#include <array>
#include <cstddef>

#include "sample.hpp"
#include "unrolled.hpp"

namespace buygraph::numbers {

/// A table of numbers, row by row, that somebody else owns; a part of a longer row may be looked at alone.
template <class Real>
struct Rows {
    Real* data;
    std::size_t stride;  ///< from one row to the next

    [[nodiscard]] Rows from(std::size_t row, std::size_t column = 0) const { return {data + row * stride + column, stride}; }
};

namespace detail {

/// All products of a few rows with a few others: one read for each row and several sums.
template <std::size_t rows, std::size_t others, Number Real>
void add_few_products(Rows<const Real> left, Rows<const Real> right, std::size_t length, Rows<Real> into) {
    std::array<Real, rows * others> sum;
    unrolled<rows * others>([&](auto at) { sum[at] = Real(0); });
    for (std::size_t l = 0; l < length; ++l)
        unrolled<rows>([&](auto row) {
            const Real value = left.data[row * left.stride + l];
            unrolled<others>([&](auto other) { sum[row * others + other] += value * right.data[other * right.stride + l]; });
        });
    unrolled<rows>([&](auto row) { unrolled<others>([&](auto other) { into.data[row * into.stride + other] += sum[row * others + other]; }); });
}

template <std::size_t rows, Number Real>
void add_products_of(Rows<const Real> left, Rows<const Real> right, std::size_t others, std::size_t length, Rows<Real> into) {
    std::size_t other = 0;
    for (; other + 2 <= others; other += 2) add_few_products<rows, 2>(left, right.from(other), length, into.from(0, other));
    if (other < others) add_few_products<rows, 1>(left, right.from(other), length, into.from(0, other));
}

}  // namespace detail

/// Adds to into[i, k] the product of row i of one table and row k of another: Σ_l left[i, l] · right[k, l].
///
/// \param others  how many rows of `right` each row of `left` is multiplied by
/// Cost: rows · others · length multiplications, eight of them for six reads.
template <Number Real>
void add_row_products(Rows<const Real> left, std::size_t rows, Rows<const Real> right, std::size_t others, std::size_t length, Rows<Real> into) {
    std::size_t row = 0;
    for (; row + 4 <= rows; row += 4) detail::add_products_of<4>(left.from(row), right, others, length, into.from(row));
    if (row + 2 <= rows) detail::add_products_of<2>(left.from(row), right, others, length, into.from(row)), row += 2;
    if (row < rows) detail::add_products_of<1>(left.from(row), right, others, length, into.from(row));
}

}  // namespace buygraph::numbers
