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

/// So many rows times as many: their sums and what is read fit into 16 registers.
inline constexpr std::size_t tile = 3;

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
    for (std::size_t other = 0; other < others; other += tile) {
        const auto taken = [&](std::size_t i, std::size_t k, const Real& sum) { take(i, other + k, sum); };
        switch (others - other) {
            case 1: few_row_products<rows, 1>(left, right.from(other), length, taken); break;
            case 2: few_row_products<rows, 2>(left, right.from(other), length, taken); break;
            default: few_row_products<rows, tile>(left, right.from(other), length, taken);
        }
    }
}

}  // namespace detail

/// The product of every row of one table with every row of another: take(i, k, Σ_l left[i, l] · right[k, l]).
///
/// \param others  how many rows of `right` there are
/// Cost: rows · others · length multiplications, nine of them for six reads.
template <Number Real, class Take>
void row_products(Rows<Real> left, std::size_t rows, Rows<Real> right, std::size_t others, std::size_t length, Take take) {
    for (std::size_t row = 0; row < rows; row += detail::tile) {
        const auto taken = [&](std::size_t i, std::size_t k, const Real& sum) { take(row + i, k, sum); };
        switch (rows - row) {
            case 1: detail::few_rows_products<1>(left.from(row), right, others, length, taken); break;
            case 2: detail::few_rows_products<2>(left.from(row), right, others, length, taken); break;
            default: detail::few_rows_products<detail::tile>(left.from(row), right, others, length, taken);
        }
    }
}

}  // namespace buygraph::numbers
