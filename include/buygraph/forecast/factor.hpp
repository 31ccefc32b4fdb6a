#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "../influence/matrix.hpp"
#include "../numbers/unrolled.hpp"

namespace buygraph::forecasting {

/// F with F Fᵀ = C, and the rows in the order in which they became columns: row pivots[c] ends with column c.
struct PivotedFactor {
    Matrix matrix;                    ///< size × rank
    std::vector<std::size_t> pivots;  ///< rank
};

namespace detail {

/// column[k] −= Σ earlier[k] · earlier[first], over the columns before it, for k from `first`. Four columns at a time, so that the sum is read and written for all of them once.
inline void take_away(std::span<const double> columns, std::size_t size, std::size_t first, double* column) {
    const double* earlier = columns.data();
    for (std::size_t e = first / 4; e > 0; --e, earlier += 4 * size) {
        const double *a = earlier, *b = a + size, *c = b + size, *d = c + size;
        const double by_a = a[first], by_b = b[first], by_c = c[first], by_d = d[first];
        for (std::size_t k = first; k < size; ++k) column[k] = column[k] - a[k] * by_a - b[k] * by_b - c[k] * by_c - d[k] * by_d;
    }
    for (std::size_t e = first % 4; e > 0; --e, earlier += size) {
        const double by = earlier[first];
        for (std::size_t k = first; k < size; ++k) column[k] -= earlier[k] * by;
    }
}

/// What a few rows took away of a pivot's entries before column c, gone back through: by both factors of each product. The pivot's row is read and written for all of
/// them once, and apart from theirs, so that a compiler sees which rows are others.
template <std::size_t count>
void give_back(const Matrix& factor, std::size_t pivot, const std::size_t* rows, const std::array<double, count>& by_rest, std::size_t c, Matrix& by_factor) {
    const double* own = factor.row(pivot).data();
    for (std::size_t r = 0; r < count; ++r) {
        double* by_entries = &by_factor(rows[r], 0);
        for (std::size_t k = 0; k < c; ++k) by_entries[k] -= by_rest[r] * own[k];
    }
    std::array<const double*, count> entries;
    for (std::size_t r = 0; r < count; ++r) entries[r] = factor.row(rows[r]).data();
    double* by_own = &by_factor(pivot, 0);
    for (std::size_t k = 0; k < c; ++k) {
        double by = by_own[k];
        numbers::unrolled<count>([&](auto r) { by -= by_rest[r] * entries[r][k]; });
        by_own[k] = by;
    }
}

/// Cholesky with the pivots that `choose` names from what is left of the variances, until it names none.
template <class Choose>
[[nodiscard]] PivotedFactor factored(const Matrix& covariance, Choose choose) {
    const std::size_t size = covariance.rows;
    std::vector<double> left(size), columns(size * size);  // columns one after the other, with their entries in the order of `rows`
    for (std::size_t i = 0; i < size; ++i) left[i] = std::max(0.0, covariance(i, i));
    std::vector<std::size_t> rows(size);  // first those that have become columns, which have nothing left
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    PivotedFactor result;
    for (std::size_t count = 0; count < size; ++count) {
        const std::optional<std::size_t> chosen = choose(left, count);
        if (!chosen) break;
        const auto at = static_cast<std::size_t>(std::find(rows.begin(), rows.end(), *chosen) - rows.begin());
        std::swap(rows[count], rows[at]);
        for (std::size_t c = 0; c < count; ++c) std::swap(columns[c * size + count], columns[c * size + at]);
        const double root = std::sqrt(left[*chosen]);
        double* const column = columns.data() + count * size;
        for (std::size_t k = count; k < size; ++k) column[k] = covariance(rows[k], *chosen);
        take_away(columns, size, count, column);
        column[count] = root;
        left[*chosen] = 0;
        for (std::size_t k = count + 1; k < size; ++k) {
            double& rest = left[rows[k]];
            column[k] = rest > 0 && root > 0 ? column[k] / root : 0;
            rest = std::max(0.0, rest - column[k] * column[k]);
        }
        result.pivots.push_back(*chosen);
    }
    const std::size_t rank = result.pivots.size();
    result.matrix = Matrix(size, rank);
    for (std::size_t c = 0; c < rank; ++c)
        for (std::size_t k = c; k < size; ++k) result.matrix(rows[k], c) = columns[c * size + k];
    return result;
}

}  // namespace detail

/// Factors a covariance that may be singular: pivoted Cholesky, the largest remaining variance first.
///
/// Columns come by falling importance, which is the order in which a quasi-random sequence is best in its dimensions. Of equal
/// variances (to one in 10^9) the one that stands first is taken, so that rounding does not decide. Stops at 10^−12 of the largest.
/// Cost: size² · rank.
[[nodiscard]] inline PivotedFactor pivoted_factor(const Matrix& covariance) {
    double greatest = 0;
    for (std::size_t i = 0; i < covariance.rows; ++i) greatest = std::max(greatest, covariance(i, i));
    return detail::factored(covariance, [&](const std::vector<double>& left, std::size_t) -> std::optional<std::size_t> {
        const double most = *std::max_element(left.begin(), left.end());
        if (!(most > 1e-12 * greatest)) return std::nullopt;
        const auto chosen = std::find_if(left.begin(), left.end(), [&](double variance) { return variance >= most * (1 - 1e-9); });
        return static_cast<std::size_t>(chosen - left.begin());
    });
}

/// The same with given pivots: a covariance that has moved a little keeps its columns where they were. A pivot without variance gets a
/// column of zeros; what the pivots do not reach is left out.
[[nodiscard]] inline PivotedFactor factor_in_order(const Matrix& covariance, const std::vector<std::size_t>& pivots) {
    return detail::factored(covariance, [&](const std::vector<double>&, std::size_t column) { return column < pivots.size() ? std::optional(pivots[column]) : std::nullopt; });
}

/// Takes derivatives by the entries of a factor to derivatives by the entries (i, pivot) of the covariance, going back through the
/// elimination; an entry of the covariance above its mirror image is not read, so its derivative is 0.
///
/// \param f          the factor, size × rank
/// \param by_factor  size × rank; overwritten
/// Cost: size² · rank. Source: Giles 2008, "Collected matrix derivative results", section 2.3.1 in reverse.
[[nodiscard]] inline Matrix covariance_adjoint(const Matrix& f, const std::vector<std::size_t>& pivots, Matrix by_factor) {
    Matrix by_covariance(f.rows, f.rows);
    std::vector<std::size_t> reached;  // the rows that a column still reaches: those not made a column before it
    for (std::size_t i = 0; i < f.rows; ++i)
        if (std::find(pivots.begin(), pivots.end(), i) == pivots.end()) reached.push_back(i);
    for (std::size_t c = pivots.size(); c-- > 0;) {
        const std::size_t p = pivots[c];
        if (const double root = f(p, c); root > 0) {
            double by_root = by_factor(p, c);
            numbers::in_pieces<4>(reached.size(), [&](auto count, std::size_t first) {
                std::array<double, count> by_rest;
                for (std::size_t r = 0; r < count; ++r) {
                    const std::size_t i = reached[first + r];
                    by_rest[r] = by_factor(i, c) / root;
                    by_covariance(i, p) += by_rest[r];
                    by_root -= by_rest[r] * f(i, c);
                }
                detail::give_back<count>(f, p, &reached[first], by_rest, c, by_factor);
            });
            by_covariance(p, p) += by_root / (2 * root);
            for (std::size_t k = 0; k < c; ++k) by_factor(p, k) -= by_root / root * f(p, k);
        }
        reached.push_back(p);
    }
    return by_covariance;
}

}  // namespace buygraph::forecasting
