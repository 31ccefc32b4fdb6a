#pragma once

#include <cmath>
#include <cstddef>
#include <span>

#include "lanes.hpp"

namespace buygraph::numbers {

namespace detail {

/// Horner's scheme, written out and in registers whatever the compiler's effort: packs that go through memory take twice the time.
template <std::size_t from = 0, class Real, std::size_t count>
[[nodiscard, gnu::always_inline]] inline Real polynomial(const double (&coefficients)[count], const Real& x) {
    if constexpr (from + 1 == count) return Real(coefficients[from]);
    else return polynomial<from + 1>(coefficients, x) * x + Real(coefficients[from]);
}

}  // namespace detail

/// Within this of one half the quantile is one rational function; beyond it are the tails.
inline constexpr double normal_centre = 0.425;

/// Chances below this, 1.4e-11, are far in the tail.
inline constexpr double normal_far = 1.3887943864964021e-11;

namespace detail {

template <class Real>
struct Fraction {
    Real top, bottom;

    [[nodiscard]] Real value() const { return top / bottom; }
};

/// Φ⁻¹(½ + off) for |off| ≤ 0.425. No branch: it may be a pack of samples.
template <class Real>
[[nodiscard, gnu::always_inline]] inline Fraction<Real> normal_quantile_centre(const Real& off) {
    static constexpr double top[]{3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
                                  4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3};
    static constexpr double bottom[]{1.0,                     4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
                                     2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3};
    const Real r = Real(0.180625) - off * off;
    return {off * polynomial(top, r), polynomial(bottom, r)};
}

/// |Φ⁻¹| of a chance between 1.4e-11 and 0.075, given the root of minus its logarithm.
template <class Real>
[[nodiscard, gnu::always_inline]] inline Fraction<Real> normal_quantile_near(const Real& root) {
    static constexpr double top[]{1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
                                  1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4};
    static constexpr double bottom[]{1.0,                      2.05319162663775882187e0,  1.67638483018380384940e0, 6.89767334985100004550e-1,
                                     1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9};
    const Real r = root - Real(1.6);
    return {polynomial(top, r), polynomial(bottom, r)};
}

[[nodiscard]] inline double normal_quantile_tail(double p) {
    static constexpr double far_top[]{6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,  2.96560571828504891230e-1,
                                      2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7};
    static constexpr double far_bottom[]{1.0,                       5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
                                         7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15};
    const double tail = std::sqrt(-std::log(p < 0.5 ? p : 1 - p));
    const double size = tail <= 5 ? normal_quantile_near(tail).value() : polynomial(far_top, tail - 5) / polynomial(far_bottom, tail - 5);
    return p < 0.5 ? -size : size;
}

}  // namespace detail

/// Φ⁻¹(p): the normal quantile, for p in (0, 1).
///
/// Relative error about 1e-16. Cost: one rational function of degree 7, in the tails (15 % of all p) a logarithm and a root more.
/// Source: Wichura 1988, algorithm AS 241 (PPND16), doi:10.2307/2347330.
[[nodiscard]] inline double normal_quantile(double p) {
    return std::abs(p - 0.5) <= normal_centre ? detail::normal_quantile_centre(p - 0.5).value() : detail::normal_quantile_tail(p);
}

/// The same for many numbers at once, each overwritten by its quantile. Packs take centre and tail both, and one of them lane by lane; what is far in the
/// tail, once in some 10^11 numbers, makes all of them come one by one. Error as above, of floats some 10^−6.
template <class Real>
void normal_quantiles(std::span<Real> p) {
    if constexpr (lane_count<Real> == 1) {
        for (Real& one : p) one = normal_quantile(one);
    } else {
        const auto tail = [](const Real& one) { return min(one, Real(1.0) - one); };
        Real least(0.5);
        for (const Real& one : p) least = min(least, tail(one));
        bool far = false;
        for (std::size_t lane = 0; lane < lane_count<Real>; ++lane) far = far || least[lane] < normal_far;
        for (Real& one : p) {
            if (far) {
                for (std::size_t lane = 0; lane < lane_count<Real>; ++lane) one.set(lane, normal_quantile(one[lane]));
                continue;
            }
            const Real off = one - Real(0.5), size = abs(off), centre(normal_centre);
            const detail::Fraction<Real> middle = detail::normal_quantile_centre(off), outer = detail::normal_quantile_near(sqrt(-log(tail(one))));
            const Real top = Real::where_less(off, Real(0.0), -outer.top, outer.top);  // one division for both
            one = Real::where_less(size, centre, middle.top, top) / Real::where_less(size, centre, middle.bottom, outer.bottom);
        }
    }
}

}  // namespace buygraph::numbers
