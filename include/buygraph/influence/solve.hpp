#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "../numbers/lanes.hpp"
#include "../numbers/sample.hpp"
#include "../numbers/unrolled.hpp"

namespace buygraph::influence {

namespace detail {

/// The two substitutions of `solve_factored` for a few neighbouring columns, whose sums stay in registers.
template <std::size_t width, numbers::Number Real>
void solve_columns(const Real* matrix, Real* right, std::size_t size, std::size_t columns) {
    std::array<Real, width> sum;
    for (std::size_t row = 1; row < size; ++row) {
        Real* own = right + row * columns;
        numbers::unrolled<width>([&](auto j) { sum[j] = own[j]; });
        for (std::size_t k = 0; k < row; ++k) {
            const Real factor = matrix[row * size + k] * matrix[k * size + k];
            numbers::unrolled<width>([&](auto j) { sum[j] -= factor * right[k * columns + j]; });
        }
        numbers::unrolled<width>([&](auto j) { own[j] = sum[j]; });
    }
    for (std::size_t row = size; row-- > 0;) {
        Real* own = right + row * columns;
        numbers::unrolled<width>([&](auto j) { sum[j] = own[j]; });
        for (std::size_t k = row + 1; k < size; ++k) {
            const Real factor = matrix[row * size + k];
            numbers::unrolled<width>([&](auto j) { sum[j] -= factor * right[k * columns + j]; });
        }
        const Real inverse = matrix[row * size + row];
        numbers::unrolled<width>([&](auto j) { own[j] = sum[j] * inverse; });
    }
}

/// `solve_transposed` for a few neighbouring columns, whose sums stay in registers.
template <std::size_t width, numbers::Number Real>
void solve_transposed_columns(const Real* matrix, Real* right, std::size_t size, std::size_t columns) {
    std::array<Real, width> sum;
    for (std::size_t row = 0; row < size; ++row) {
        Real* own = right + row * columns;
        numbers::unrolled<width>([&](auto j) { sum[j] = own[j]; });
        for (std::size_t k = 0; k < row; ++k) {
            const Real factor = matrix[k * size + row];
            numbers::unrolled<width>([&](auto j) { sum[j] -= factor * right[k * columns + j]; });
        }
        const Real inverse = matrix[row * size + row];
        numbers::unrolled<width>([&](auto j) { own[j] = sum[j] * inverse; });
    }
    for (std::size_t row = size; row-- > 0;) {
        Real* own = right + row * columns;
        numbers::unrolled<width>([&](auto j) { sum[j] = Real(0); });
        for (std::size_t k = row + 1; k < size; ++k) {
            const Real factor = matrix[k * size + row];
            numbers::unrolled<width>([&](auto j) { sum[j] += factor * right[k * columns + j]; });
        }
        const Real inverse = matrix[row * size + row];
        numbers::unrolled<width>([&](auto j) { own[j] -= sum[j] * inverse; });
    }
}

}  // namespace detail

/// Eliminates without pivoting; M is overwritten by its factors, the pivots by what 1 is divided by them.
///
/// They stand as elimination leaves them: U above the diagonal, on it the inverses of the pivots, below it L times the pivot of its column.
/// Safe where M is strictly diagonally dominant by rows, as I − ΛW is for susceptibilities below 1: no pivot gets smaller than the
/// dominance allows. `Real` is double here, a pack of samples in the batch kernel.
///
/// \param matrix  size × size, row by row
/// Cost: size³/3 multiplications.
template <numbers::Number Real>
void factor_dominant(std::span<Real> matrix, std::size_t size) {
    for (std::size_t pivot = 0; pivot < size; ++pivot) {
        const Real* pivot_row = &matrix[pivot * size];
        const Real inverse = Real(1) / pivot_row[pivot];
        for (std::size_t row = pivot + 1; row < size; ++row) {
            const Real factor = matrix[row * size + pivot] * inverse;
            for (std::size_t j = pivot + 1; j < size; ++j) matrix[row * size + j] -= factor * pivot_row[j];
        }
        matrix[pivot * size + pivot] = inverse;
    }
}

/// Solves M X = B with the factors that `factor_dominant` has left in `matrix`; B is overwritten by X.
///
/// \param right  size × columns, row by row
/// Cost: size² · columns multiplications.
template <numbers::Number Real>
void solve_factored(std::span<const Real> matrix, std::span<Real> right, std::size_t size, std::size_t columns) {
    numbers::in_pieces<numbers::sums_at_once>(columns, [&](auto width, std::size_t first) { detail::solve_columns<width>(matrix.data(), right.data() + first, size, columns); });
}

/// Solves M X = B: `factor_dominant`, then `solve_factored`.
template <numbers::Number Real>
void solve_dominant(std::span<Real> matrix, std::span<Real> right, std::size_t size, std::size_t columns) {
    factor_dominant(matrix, size);
    solve_factored<Real>(matrix, right, size, columns);
}

/// Solves Mᵀ Y = G with the factors that `factor_dominant` has left in `matrix`; G is overwritten by Y.
///
/// Cost: size² · columns multiplications.
template <numbers::Number Real>
void solve_transposed(std::span<const Real> matrix, std::span<Real> right, std::size_t size, std::size_t columns) {
    numbers::in_pieces<numbers::sums_at_once>(columns, [&](auto width, std::size_t first) { detail::solve_transposed_columns<width>(matrix.data(), right.data() + first, size, columns); });
}

}  // namespace buygraph::influence
