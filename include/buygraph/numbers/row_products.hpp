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

/// All products of a few rows with a few others: each number is read once for several sums, which stay in registers.
template <std::size_t rows, std::size_t others, Number Real>
void add_few_row_products(Rows<const Real> left, Rows<const Real> right, std::size_t length, Rows<double> into) {
    std::array<Real, rows * others> sum;
    unrolled<rows * others>([&](auto at) { sum[at] = Real(0); });
    for (std::size_t l = 0; l < length; ++l)
        unrolled<rows>([&](auto row) {
            const Real value = left.data[row * left.stride + l];
            unrolled<others>([&](auto other) { sum[row * others + other] += value * right.data[other * right.stride + l]; });
        });
    unrolled<rows>([&](auto row) { unrolled<others>([&](auto other) { into.data[row * into.stride + other] += total(sum[row * others + other]); }); });
}

}  // namespace detail

/// So many rows are multiplied by as many others at once: their sums, and what is read for them, fit into 16 registers.
inline constexpr std::size_t rows_at_once = 3;

/// Adds to into[i, k] the product of row i of one table with row k of another, over all lanes: Σ_l left[i, l] · right[k, l].
///
/// \param others  how many rows of `right` there are
/// Cost: rows · others · length multiplications, nine of them for six reads.
template <Number Real>
void add_row_products(Rows<const Real> left, std::size_t rows, Rows<const Real> right, std::size_t others, std::size_t length, Rows<double> into) {
    in_pieces<rows_at_once>(rows, [&](auto height, std::size_t row) {
        in_pieces<rows_at_once>(others, [&](auto width, std::size_t other) { detail::add_few_row_products<height, width, Real>(left.from(row), right.from(other), length, into.from(row, other)); });
    });
}

}  // namespace buygraph::numbers
