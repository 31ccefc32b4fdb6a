#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "columns.hpp"
#include "gauss_seidel.hpp"

namespace buygraph::influence {

/// How many directions a cycle of `krylov` keeps; it takes a vector of all people for each.
inline constexpr std::size_t krylov_directions = 10;

/// The directions of a cycle, kept for the memory that they hold: the next cycle writes its own over them.
template <class Real, std::size_t width>
using Directions = std::vector<Columns<Real, width>>;

namespace detail {

/// The small least squares problem of GMRES for one column: Givens rotations keep the matrix triangular, and tell what is left.
class LeastSquares {
  public:
    explicit LeastSquares(double norm) : left_{norm} {}

    /// One more direction: its products with those before, and what is left of it.
    void add(const std::vector<double>& products, double rest) {
        std::array<double, krylov_directions + 1> column{};
        std::copy(products.begin(), products.end(), column.begin());
        for (std::size_t k = 0; k < count_; ++k) {
            const double upper = cosine_[k] * column[k] + sine_[k] * column[k + 1];
            column[k + 1] = cosine_[k] * column[k + 1] - sine_[k] * column[k];
            column[k] = upper;
        }
        const double length = std::hypot(column[count_], rest);
        cosine_[count_] = length > 0 ? column[count_] / length : 1;
        sine_[count_] = length > 0 ? rest / length : 0;
        column[count_] = length;
        left_[count_ + 1] = -sine_[count_] * left_[count_];
        left_[count_] *= cosine_[count_];
        triangle_[count_++] = column;
    }

    [[nodiscard]] double left() const { return std::abs(left_[count_]); }

    /// How much of each direction.
    [[nodiscard]] std::array<double, krylov_directions> solve() const {
        std::array<double, krylov_directions> amounts{};
        for (std::size_t k = count_; k-- > 0;) {
            double sum = left_[k];
            for (std::size_t j = k + 1; j < count_; ++j) sum -= triangle_[j][k] * amounts[j];
            amounts[k] = triangle_[k][k] != 0 ? sum / triangle_[k][k] : 0;
        }
        return amounts;
    }

  private:
    std::size_t count_ = 0;
    std::array<double, krylov_directions + 1> left_{};
    std::array<double, krylov_directions> cosine_{}, sine_{};
    std::array<std::array<double, krylov_directions + 1>, krylov_directions> triangle_{};
};

template <std::size_t width>
[[nodiscard]] PerColumn<width> lengths(PerColumn<width> squares) {
    for (double& square : squares) square = std::sqrt(square);
    return squares;
}

/// 1 / length, and 0 for what has none: a column that is done takes no further part.
template <std::size_t width>
[[nodiscard]] PerColumn<width> inverses(PerColumn<width> lengths) {
    for (double& length : lengths) length = length > 0 ? 1 / length : 0;
    return lengths;
}

}  // namespace detail

/// One cycle of GMRES on sweeps, all columns in one go through the ties: the combination of up to ten sweeps of sweeps after which the least is left. One or two slow modes, as whole networks
/// that drift together, cost it one sweep each, and Gauss–Seidel dozens.
///
/// Looks for x = sweep(x) with `right`, from 0; it ends where a column's distance |sweep(x) − x| has come down to `goals` times what it was (in the Euclidean norm), or after ten directions.
/// \param most  sweeps, 1 or more
/// \return sweeps
/// Cost: a sweep for each direction, and reading all directions before twice. Source: Saad and Schultz 1986, doi:10.1137/0907058; Saad 2003, section 9.3.1, doi:10.1137/1.9780898718003 (left preconditioning).
template <class Real, std::size_t width>
std::size_t krylov(Sweeper<Real, width>& sweep, const Columns<Real, width>& right, const PerColumn<width>& goals, std::size_t most, Columns<Real, width>& x, Directions<Real, width>& directions) {
    using One = Row<Real, width>;
    using All = Columns<Real, width>;
    const std::size_t people = right.size(), threads = sweep.threads();
    directions.resize(krylov_directions + 1);
    const auto scaled = [&](All& vector, const PerColumn<width>& factors, All* copy) {
        const One by = row_of<Real, width>(factors);
        for_shares(people, threads, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                vector[i] = vector[i] * by;
                if (copy) (*copy)[i] = vector[i];
            }
        });
    };

    All& start = directions.front();
    clear(start, people, threads);
    sweep(start, &right);
    std::size_t sweeps = 1;
    const PerColumn<width> first = detail::lengths<width>(sums_over<Real, width>(people, 1, threads, [&](std::size_t begin, std::size_t end, One* sums) {
        for (std::size_t i = begin; i < end; ++i) sums[0].add(start[i], start[i]);
    })[0]);
    std::vector<detail::LeastSquares> columns;
    for (const double length : first) columns.emplace_back(length);
    x.resize(people);
    scaled(start, detail::inverses<width>(first), &x);

    std::size_t count = 0;
    const auto enough = [&] {
        for (std::size_t c = 0; c < width; ++c)
            if (columns[c].left() > goals[c] * first[c]) return false;
        return true;
    };
    while (count < krylov_directions && sweeps < most && !enough()) {
        sweep(x, nullptr);
        ++sweeps;
        const std::size_t known = ++count;
        All& next = directions[known];
        next.resize(people);
        const All& last = directions[known - 1];
        const auto products = sums_over<Real, width>(people, known, threads, [&](std::size_t begin, std::size_t end, One* sums) {
            for (std::size_t i = begin; i < end; ++i) next[i] = last[i] - x[i];
            for (std::size_t k = 0; k < known; ++k) {
                const One *direction = directions[k].data(), *anew = next.data();
                One sum{};
                for (std::size_t i = begin; i < end; ++i) sum.add(anew[i], direction[i]);
                sums[k] = sum;
            }
        });
        std::vector<One> less(known);
        for (std::size_t k = 0; k < known; ++k)
            for (std::size_t c = 0; c < width; ++c) less[k].set(c, -products[k][c]);
        const PerColumn<width> rest = detail::lengths<width>(sums_over<Real, width>(people, 1, threads, [&](std::size_t begin, std::size_t end, One* sums) {
            for (std::size_t k = 0; k < known; ++k) {
                const One* direction = directions[k].data();
                const One by = less[k];
                for (std::size_t i = begin; i < end; ++i) next[i].add(by, direction[i]);
            }
            for (std::size_t i = begin; i < end; ++i) sums[0].add(next[i], next[i]);
        })[0]);
        for (std::size_t c = 0; c < width; ++c) {
            std::vector<double> own;
            for (const auto& product : products) own.push_back(product[c]);
            columns[c].add(own, rest[c]);
        }
        if (count < krylov_directions && sweeps < most && !enough()) scaled(next, detail::inverses<width>(rest), &x);
    }

    if (count == 0) {  // no sweep was left but the first
        scaled(start, first, &x);
        return sweeps;
    }
    std::vector<One> amounts(count);
    for (std::size_t c = 0; c < width; ++c) {
        const auto solved = columns[c].solve();
        for (std::size_t k = 0; k < count; ++k) amounts[k].set(c, solved[k]);
    }
    for_shares(people, threads, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            One sum{};
            for (std::size_t k = 0; k < count; ++k) sum.add(amounts[k], directions[k][i]);
            x[i] = sum;
        }
    });
    return sweeps;
}

}  // namespace buygraph::influence
