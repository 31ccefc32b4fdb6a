#pragma once

#include <array>
#include <cstddef>

#include "sample.hpp"
#include "unrolled.hpp"

namespace buygraph::numbers {

/// A table of numbers, row by row, that somebody else owns; it may be a part of longer rows.
template <class Real>
struct Rows {
    const Real* data;
    std::size_t stride;  ///< from one row to the next

    [[nodiscard]] Rows from(std::size_t row) const { return {data + row * stride, stride}; }
};

namespace detail {

/// All products of a few rows with a few others: each number is read once for several sums, which stay in registers.
template <std::size_t rows, std::size_t others, Number Real, class Take>
void few_row_products(Rows<Real> left, Rows<Real> right, std::size_t length, Take take) {
    std::array<Real, rows * others> sum;
    unrolled<rows * others>([&](auto at) { sum[at] = Real(0); });
    for (std::size_t l = 0; l < length; ++l)
        unrolled<rows>([&](auto row) {
            const Real value = left.data[row * left.stride + l];
            unrolled<others>([&](auto other) { sum[row * others + other] += value * right.data[other * right.stride + l]; });
        });
    unrolled<rows>([&](auto row) { unrolled<others>([&](auto other) { take(row, other, sum[row * others + other]); }); });
}

template <std::size_t rows, Number Real, class Take>
void few_rows_products(Rows<Real> left, Rows<Real> right, std::size_t others, std::size_t length, Take take) {
    std::size_t other = 0;
    for (; other + 2 <= others; other += 2) few_row_products<rows, 2>(left, right.from(other), length, [&](std::size_t i, std::size_t k, const Real& sum) { take(i, other + k, sum); });
    if (other < others) few_row_products<rows, 1>(left, right.from(other), length, [&](std::size_t i, std::size_t k, const Real& sum) { take(i, other + k, sum); });
}

}  // namespace detail

/// The product of every row of one table with every row of another: take(i, k, Σ_l left[i, l] · right[k, l]).
///
/// \param others  how many rows of `right` there are
/// Cost: rows · others · length multiplications, eight of them for six reads.
template <Number Real, class Take>
void row_products(Rows<Real> left, std::size_t rows, Rows<Real> right, std::size_t others, std::size_t length, Take take) {
    std::size_t row = 0;
    const auto taken = [&](std::size_t i, std::size_t k, const Real& sum) { take(row + i, k, sum); };
    for (; row + 4 <= rows; row += 4) detail::few_rows_products<4>(left.from(row), right, others, length, taken);
    if (row + 2 <= rows) detail::few_rows_products<2>(left.from(row), right, others, length, taken), row += 2;
    if (row < rows) detail::few_rows_products<1>(left.from(row), right, others, length, taken);
}

}  // namespace buygraph::numbers
