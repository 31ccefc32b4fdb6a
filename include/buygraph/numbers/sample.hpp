#pragma once

#include <cmath>
#include <concepts>
#include <type_traits>

namespace buygraph::numbers {

namespace detail {

// A type's own functions are found beside it, those of double in std.
using std::abs;
using std::exp;
using std::log;
using std::log1p;
using std::pow;
using std::sqrt;

template <class Real>
concept Transcendental = requires(const Real& x) {
    { abs(x) } -> std::same_as<Real>;
    { exp(x) } -> std::same_as<Real>;
    { log(x) } -> std::same_as<Real>;
    { log1p(x) } -> std::same_as<Real>;
    { pow(x, x) } -> std::same_as<Real>;
    { sqrt(x) } -> std::same_as<Real>;
};

template <class Real>
concept WithDoubles = requires(const Real& x, double number) {
    { number + x } -> std::same_as<Real>;
    { number * x } -> std::same_as<Real>;
    { x - number } -> std::same_as<Real>;
    { x * number } -> std::same_as<Real>;
    { x / number } -> std::same_as<Real>;
};

}  // namespace detail

namespace own {

// std::max is not looked at: it takes any type, and fails within where there is no <.
template <class Real>
concept Greater = requires(const Real& x) {
    { max(x, x) } -> std::same_as<Real>;
} || std::floating_point<Real>;

}  // namespace own

/// What is added, multiplied and divided: enough to solve equations and to count votes.
///
/// | needed | for x, y of the type |
/// |---|---|
/// | copies, a value without arguments | `Real a = x; Real b;` |
/// | from a number | `Real(1)`, from double; may be explicit |
/// | arithmetic that gives the type itself | `-x`, `x + y`, `x − y`, `x · y`, `x / y`, `x += y`, `x -= y` |
///
/// Not integers, whose division drops the rest, and no expression templates: every result is a number, not a promise of one.
/// float, double, a pack of samples.
template <class Real>
concept Number = std::semiregular<Real> && std::constructible_from<Real, double> && !std::integral<Real> && requires(Real sum, const Real& x, const Real& y) {
    { -x } -> std::same_as<Real>;
    { x + y } -> std::same_as<Real>;
    { x - y } -> std::same_as<Real>;
    { x * y } -> std::same_as<Real>;
    { x / y } -> std::same_as<Real>;
    { sum += y } -> std::same_as<Real&>;
    { sum -= y } -> std::same_as<Real&>;
};

/// One sample of a forecast, or a pack of them side by side: what influence, decisions and states of the world are computed with.
///
/// | needed beyond `Number` | for x, y of the type, d a double |
/// |---|---|
/// | arithmetic with doubles | `d + x`, `d · x`, `x − d`, `x · d`, `x / d` |
/// | functions, found beside the type or in std | `abs`, `exp`, `log`, `log1p`, `sqrt` of x; `pow(x, y)` |
/// | the greater, a function of the type's own unless it is built in | `max(x, y)` |
///
/// No comparisons: nothing that takes a `Sample` branches on its value, so lanes need not agree. double; numbers::Lanes.
template <class Real>
concept Sample = Number<Real> && detail::WithDoubles<Real> && detail::Transcendental<Real> && own::Greater<Real>;

}  // namespace buygraph::numbers
