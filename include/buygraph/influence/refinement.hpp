#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "../numbers/tasks.hpp"
#include "../separate.hpp"
#include "matrix.hpp"
#include "sparse_network.hpp"

namespace buygraph::influence {

/// How corrections are found.
enum class Solver {
    krylov,        ///< GMRES on sweeps: a few sweeps for each correction, and ten vectors of memory; where a cycle does not help, sweeps alone do the rest
    gauss_seidel,  ///< sweeps alone: the least memory
};

/// In what corrections are computed. What is left to correct is always computed in double.
enum class Corrections {
    single,   ///< half the memory to fetch; where that no longer helps, double does the rest
    doubled,  ///< double precision throughout
};

/// How a large network is solved.
struct SolveOptions {
    double tolerance = 1e-10;             ///< of the residual, above 0
    std::size_t most_iterations = 1000;   ///< the cap, 2 or more: a sweep, and a look at what it leaves
    Solver solver = Solver::krylov;
    Corrections corrections = Corrections::single;
    std::size_t threads = 0;              ///< as many as the machine has unless given; the bits are the same for any number
    std::optional<std::size_t> memory;    ///< bytes it may take; what the machine can still give unless given
    numbers::Interrupt interrupt;
};

/// How far an iteration came.
struct Iteration {
    double residual = 0;         ///< what is left, as a share of the scale, in the worst row and column
    std::size_t iterations = 0;  ///< how often all ties were gone through for up to four columns
    bool converged = false;      ///< the residual came down to the tolerance before the cap
};

/// Solves X = B + diag(s) W X, columns side by side, four at a time: a correction is found by sweeps, in single precision unless asked otherwise, then what is left is computed in double, until it is
/// within the tolerance. The residual is that of the X that is given back: max |B + diag(s) W X − X| over people, for each column as a share of its scale.
///
/// It ends: at the tolerance, at the cap, or where sweeps in double no longer make the residual smaller.
/// \param susceptibility  by person, in [0, 1]; that there is a solution is the caller's to know
/// \param values  people × columns, by person: B, in whose place X is put
/// \param scales  one for each column, above 0
/// \throws InputError  options out of range, too little memory
/// Cost: iterations · (people + ties). Source: Higham 2002, Accuracy and Stability of Numerical Algorithms, chapter 12, doi:10.1137/1.9780898718027 (iterative refinement).
BUYGRAPH_HEAVY Iteration solve_network(const SparseNetwork& network, std::span<const double> susceptibility, Matrix& values, std::span<const double> scales, const SolveOptions& options);

}  // namespace buygraph::influence

#if defined(BUYGRAPH_DEFINE_NETWORKS)

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "../deal/number_text.hpp"
#include "../error.hpp"
#include "columns.hpp"
#include "gauss_seidel.hpp"
#include "krylov.hpp"
#include "memory.hpp"

namespace buygraph::influence {

namespace detail {

inline void require_solvable(const SolveOptions& options) {
    if (!(options.tolerance > 0)) throw InputError("tolerance", number_text(options.tolerance), "a number above 0");
    if (options.most_iterations < 2) throw InputError("most_iterations", std::to_string(options.most_iterations), "2 or more");
}

/// What corrections in one precision work with.
template <class Real, std::size_t width>
struct CorrectionSpace {
    Columns<Real, width> right, found;  ///< what is left to correct, as sweeps take it, and the correction
    Directions<Real, width> directions;
};

/// Up to four columns of B, and X as it gets better.
template <std::size_t width>
class Refinement {
  public:
    Refinement(const SparseNetwork& network, std::span<const double> susceptibility, const SolveOptions& options)
        : network_(network), options_(options), threads_(options.threads ? options.threads : numbers::machine_threads()), susceptibility_(network.people()), right_(network.people()) {
        for (std::size_t i = 0; i < susceptibility_.size(); ++i) susceptibility_[i] = susceptibility[network.person[i]];
    }

    /// Columns from `first` on of `values`, as shares of `scales`.
    Iteration run(Matrix& values, std::size_t first, std::span<const double> scales) {
        columns_ = std::min(width, values.columns - first);
        solver_ = options_.solver;
        corrections_ = options_.corrections;
        load(values, first, scales);
        look();
        Iteration result;
        result.residual = greatest();
        while (result.residual > options_.tolerance && result.iterations + 2 <= options_.most_iterations) {
            const std::size_t budget = options_.most_iterations - result.iterations - 1;
            result.iterations += 1 + (corrections_ == Corrections::single ? correct(single_, budget) : correct(double_, budget));
            look();
            const double before = result.residual, after = greatest();
            if (after < before) result.residual = after;
            else undo();
            if (after < 0.9 * before) continue;
            if (plain() && !(after < before)) break;
            solver_ = Solver::gauss_seidel;  // sure to come nearer, if slowly
            corrections_ = Corrections::doubled;
            look();
        }
        result.converged = result.residual <= options_.tolerance;
        store(values, first, scales);
        return result;
    }

  private:
    using Double = Row<double, width>;
    static constexpr std::size_t shares = 16;

    [[nodiscard]] double greatest() const {
        for (const double value : left_)
            if (std::isnan(value)) return value;
        return *std::max_element(left_.begin(), left_.end());
    }

    [[nodiscard]] bool plain() const { return solver_ == Solver::gauss_seidel && corrections_ == Corrections::doubled; }

    void load(const Matrix& values, std::size_t first, std::span<const double> scales) {
        x_.clear();
        for_shares(network_.people(), threads_, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                Double row{};
                for (std::size_t c = 0; c < columns_; ++c) row.set(c, values(network_.person[i], first + c) / scales[first + c]);
                right_[i] = row;
            }
        });
    }

    void store(Matrix& values, std::size_t first, std::span<const double> scales) const {
        for_shares(network_.people(), threads_, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                for (std::size_t c = 0; c < columns_; ++c) values(network_.person[i], first + c) = x_.empty() ? 0 : x_[i][c] * scales[first + c];
        });
    }

    /// X grows by what sweeps find for the residual.
    template <class Real>
    std::size_t correct(CorrectionSpace<Real, width>& space, std::size_t budget) {
        constexpr double least = sizeof(Real) == 4 ? 1e-5 : 1e-14;  // what sweeps in this precision can do
        PerColumn<width> parts, goals;
        for (std::size_t c = 0; c < width; ++c) {
            parts[c] = left_[c] > 0 ? std::max(least, 0.3 * options_.tolerance / left_[c]) : 1;  // goals are not of the worst person's residual itself, so less is aimed at
            goals[c] = parts[c] * left_[c];
        }
        Sweeper<Real, width> sweep(network_, susceptibility_, threads_, options_.interrupt);
        const std::size_t sweeps = solver_ == Solver::krylov ? krylov<Real, width>(sweep, space.right, parts, budget, space.found, space.directions)
                                                             : gauss_seidel<Real, width>(sweep, space.right, goals, budget, space.found);
        if (x_.empty()) clear(x_, network_.people(), threads_);
        change(space.found, 1);
        return sweeps;
    }

    template <class Real>
    void change(const Columns<Real, width>& by, double sign) {
        for_shares(by.size(), threads_, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                for (std::size_t c = 0; c < width; ++c) x_[i].set(c, x_[i][c] + sign * by[i][c]);
        });
    }

    /// The last correction did no good.
    void undo() {
        if (corrections_ == Corrections::single) change(single_.found, -1);
        else change(double_.found, -1);
        look();
    }

    void look() {
        if (corrections_ == Corrections::single) look(single_.right);
        else look(double_.right);
    }

    /// What is left, how much in each column, and as sweeps take it.
    template <class Real>
    void look(Columns<Real, width>& left) {
        left.resize(network_.people());
        std::array<Double, shares> largest{};
        numbers::run_tasks(shares, threads_, [&](std::size_t share) {
            for (std::size_t i = edge(share); i < edge(share + 1); ++i) {
                Double rest = right_[i];
                if (!x_.empty()) {
                    rest = rest - x_[i];
                    rest.add(susceptibility_[i], heard(i));
                }
                largest[share].raise(rest);
                const double scale = 1 / (1 - susceptibility_[i] * network_.own[i]);
                for (std::size_t c = 0; c < width; ++c) left[i].set(c, scale * rest[c]);
            }
        });
        for (std::size_t share = 1; share < shares; ++share) largest[0].raise(largest[share]);
        for (std::size_t c = 0; c < width; ++c) left_[c] = largest[0][c];
    }

    [[nodiscard]] Double heard(std::size_t i) const {
        const std::uint32_t* others = network_.others.data();
        Double sum{};
        sum.add(network_.own[i], x_[i]);
        for (std::uint64_t k = network_.first[i]; k < network_.first[i + 1]; ++k) {
            Sweeper<double, width>::prefetch(x_.data() + others[k + Sweeper<double, width>::ahead]);
            sum.add(network_.strengths[k], x_[others[k]]);
        }
        return sum;
    }

    /// Where a share of the ties begins.
    [[nodiscard]] std::size_t edge(std::size_t share) const {
        if (share == 0) return 0;
        if (share == shares) return network_.people();
        const auto found = std::lower_bound(network_.first.begin(), network_.first.end(), network_.ties() / shares * share);
        return std::min(network_.people(), static_cast<std::size_t>(found - network_.first.begin()));
    }

    const SparseNetwork& network_;
    const SolveOptions& options_;
    std::size_t threads_, columns_ = 0;
    std::vector<double> susceptibility_;  // by position
    Columns<double, width> right_, x_;    // none yet: 0
    CorrectionSpace<float, width> single_;
    CorrectionSpace<double, width> double_;
    PerColumn<width> left_{};
    Solver solver_ = Solver::krylov;
    Corrections corrections_ = Corrections::single;
};

/// Bytes that solving takes, besides the network: see Refinement and krylov.
[[nodiscard]] inline std::size_t solving_bytes(std::size_t people, std::size_t columns, const SolveOptions& options) {
    const std::size_t width = columns == 1 ? 1 : 4, real = options.corrections == Corrections::single ? 4 : 8;
    const std::size_t vectors = options.solver == Solver::krylov ? krylov_directions + 3 : 2;
    return people * (16 + width * (2 * 8 + vectors * real));
}

}  // namespace detail

BUYGRAPH_HEAVY Iteration solve_network(const SparseNetwork& network, std::span<const double> susceptibility, Matrix& values, std::span<const double> scales, const SolveOptions& options) {
    detail::require_solvable(options);
    const std::string what = std::to_string(values.columns) + " columns of " + std::to_string(network.people()) + " people";
    return within_memory(detail::solving_bytes(network.people(), values.columns, options), options.memory, what, [&] {
        Iteration all{.converged = true};
        const auto take = [&](Iteration part) {
            all = {std::max(all.residual, part.residual), all.iterations + part.iterations, all.converged && part.converged};
        };
        for (std::size_t first = 0; first < values.columns; first += 4) {
            if (values.columns - first == 1) take(detail::Refinement<1>(network, susceptibility, options).run(values, first, scales));
            else take(detail::Refinement<4>(network, susceptibility, options).run(values, first, scales));
        }
        return all;
    });
}

}  // namespace buygraph::influence

#endif
