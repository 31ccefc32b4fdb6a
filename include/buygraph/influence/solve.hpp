#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "../numbers/lanes.hpp"
#include "../numbers/outer_products.hpp"
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

inline constexpr std::size_t pivots_at_once = 16;

/// Whether pivots go by blocks; in WebAssembly they do not, for the sake of a page's size.
#if defined(__EMSCRIPTEN__)
inline constexpr bool by_blocks = false;
#else
inline constexpr bool by_blocks = true;
#endif

/// Pivots `first` to `end`, whose rows and columns have lost the products of all before: in the columns up to `end` for all rows, in the others for their own rows.
template <numbers::Number Real>
void eliminate_block(std::span<Real> matrix, std::size_t size, std::size_t first, std::size_t end) {
    for (std::size_t pivot = first; pivot < end; ++pivot) {
        const Real* pivot_row = &matrix[pivot * size];
        const Real inverse = Real(1) / pivot_row[pivot];
        for (std::size_t row = pivot + 1; row < size; ++row) {
            const Real factor = matrix[row * size + pivot] * inverse;
            const std::size_t last = row < end ? size : end;
            for (std::size_t j = pivot + 1; j < last; ++j) matrix[row * size + j] -= factor * pivot_row[j];
        }
        matrix[pivot * size + pivot] = inverse;
    }
}

/// into[r, c] −= Σ_k factors[k, r] · right[k, c] for a few rows and columns, which stay in registers.
template <std::size_t rows, std::size_t columns, numbers::Number Real>
void take_products(numbers::Rows<Real> into, const Real* factors, numbers::Rows<const Real> right, std::size_t count) {
    std::array<Real, rows * columns> left;
    numbers::unrolled<rows>([&](auto r) { numbers::unrolled<columns>([&](auto c) { left[r * columns + c] = into.data[r * into.stride + c]; }); });
    for (std::size_t k = 0; k < count; ++k, factors += rows, right.data += right.stride)
        numbers::unrolled<rows>([&](auto r) {
            const Real factor = factors[r];
            numbers::unrolled<columns>([&](auto c) { left[r * columns + c] -= factor * right.data[c]; });
        });
    numbers::unrolled<rows>([&](auto r) { numbers::unrolled<columns>([&](auto c) { into.data[r * into.stride + c] = left[r * columns + c]; }); });
}

}  // namespace detail

/// Eliminates without pivoting; M is overwritten by its factors, the pivots by what 1 is divided by them.
///
/// They stand as elimination leaves them: U above the diagonal, on it the inverses of the pivots, below it L times the pivot of its column.
/// Safe where M is strictly diagonally dominant by rows, as I − ΛW is for susceptibilities below 1: no pivot gets smaller than the
/// dominance allows. `Real` is double here, a pack of samples in the batch kernel. Pivots go by blocks, so that a large matrix is not read anew for each;
/// every entry loses the same products in the same order.
///
/// \param matrix  size × size, row by row
/// Cost: size³/3 multiplications.
template <numbers::Number Real>
void factor_dominant(std::span<Real> matrix, std::size_t size) {
    if constexpr (!detail::by_blocks) {
        detail::eliminate_block<Real>(matrix, size, 0, size);
    } else {
        std::array<Real, numbers::rows_at_once * detail::pivots_at_once> factors;
        for (std::size_t first = 0; first < size; first += detail::pivots_at_once) {
            const std::size_t end = std::min(first + detail::pivots_at_once, size);
            detail::eliminate_block<Real>(matrix, size, first, end);
            if (end == size) return;
            numbers::in_pieces<numbers::rows_at_once>(size - end, [&](auto height, std::size_t row) {
                const numbers::Rows<Real> below{&matrix[(end + row) * size], size};
                for (std::size_t k = first; k < end; ++k)
                    for (std::size_t r = 0; r < height; ++r) factors[(k - first) * height + r] = below.data[r * size + k] * matrix[k * size + k];
                numbers::in_pieces<numbers::columns_at_once>(size - end, [&](auto width, std::size_t column) {
                    detail::take_products<height, width, Real>(below.from(0, end + column), factors.data(), {&matrix[first * size + end + column], size}, end - first);
                });
            });
        }
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
