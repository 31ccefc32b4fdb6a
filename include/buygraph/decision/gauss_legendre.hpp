#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace buygraph::decision {

/// Points and weights that integrate over (0, 1).
struct Quadrature {
    std::vector<double> points;   ///< ascending
    std::vector<double> weights;  ///< add to 1
};

/// The Gauss–Legendre rule with this many points over (0, 1): exact for polynomials up to degree 2 · count − 1.
///
/// Roots of the Legendre polynomial by Newton's method from Francesco Tricomi's first term, which converges from there for every count.
/// Cost: O(count²).
/// Source: Abramowitz and Stegun 1964, 25.4.29 and 22.7.10 (the recurrence).
[[nodiscard]] inline Quadrature gauss_legendre(std::size_t count) {
    Quadrature rule{std::vector<double>(count), std::vector<double>(count)};
    const auto n = static_cast<double>(count);
    for (std::size_t root = 0; root < (count + 1) / 2; ++root) {
        double x = std::cos(std::numbers::pi * (static_cast<double>(root) + 0.75) / (n + 0.5)), slope = 1;
        for (int step = 0; step < 8; ++step) {
            double value = 1, before = 0;
            for (double k = 1; k <= n; ++k) {
                const double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
                before = value;
                value = next;
            }
            slope = n * (before - x * value) / (1 - x * x);
            const double change = value / slope;
            x -= change;
            if (std::abs(change) < 1e-15) break;
        }
        rule.points[root] = (1 - x) / 2;
        rule.points[count - 1 - root] = (1 + x) / 2;
        rule.weights[root] = rule.weights[count - 1 - root] = 1 / ((1 - x * x) * slope * slope);
    }
    return rule;
}

}  // namespace buygraph::decision
