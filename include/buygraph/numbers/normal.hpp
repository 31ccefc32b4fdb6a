#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <span>

#include "lanes.hpp"
#include "unrolled.hpp"

namespace buygraph::numbers {

namespace detail {

/// Horner's scheme, written out and in registers whatever the compiler's effort: packs that go through memory take twice the time.
template <std::size_t from = 0, class Real, std::size_t count>
[[nodiscard, gnu::always_inline]] inline Real polynomial(const double (&coefficients)[count], const Real& x) {
    if constexpr (from + 1 == count) return Real(coefficients[from]);
    else return polynomial<from + 1>(coefficients, x) * x + Real(coefficients[from]);
}

/// The same in two chains, of the even and of the odd powers, that need not wait for each other.
template <std::size_t from, class Real, std::size_t count>
[[nodiscard, gnu::always_inline]] inline Real every_other(const double (&coefficients)[count], const Real& square) {
    if constexpr (from + 2 >= count) return Real(coefficients[from]);
    else return every_other<from + 2>(coefficients, square) * square + Real(coefficients[from]);
}
template <class Real, std::size_t count>
[[nodiscard, gnu::always_inline]] inline Real in_two_chains(const double (&coefficients)[count], const Real& x) {
    const Real square = x * x;
    return every_other<1>(coefficients, square) * x + every_other<0>(coefficients, square);
}

/// Φ⁻¹(½ + off) for |off| ≤ 0.425.
[[nodiscard]] inline double normal_quantile_centre(double off) {
    static constexpr double top[]{3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
                                  4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3};
    static constexpr double bottom[]{1.0,                     4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
                                     2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3};
    const double r = 0.180625 - off * off;
    return off * polynomial(top, r) / polynomial(bottom, r);
}

[[nodiscard]] inline double normal_quantile_tail(double p) {
    static constexpr double near_top[]{1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
                                       1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4};
    static constexpr double near_bottom[]{1.0,                      2.05319162663775882187e0,  1.67638483018380384940e0, 6.89767334985100004550e-1,
                                          1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9};
    static constexpr double far_top[]{6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,  2.96560571828504891230e-1,
                                      2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7};
    static constexpr double far_bottom[]{1.0,                       5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
                                         7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15};
    const double tail = std::sqrt(-std::log(p < 0.5 ? p : 1 - p));
    const double size = tail <= 5 ? polynomial(near_top, tail - 1.6) / polynomial(near_bottom, tail - 1.6) : polynomial(far_top, tail - 5) / polynomial(far_bottom, tail - 5);
    return p < 0.5 ? -size : size;
}

}  // namespace detail

/// Φ⁻¹(p): the normal quantile, for p in (0, 1).
///
/// Relative error about 1e-16. Cost: one rational function of degree 7, in the tails (15 % of all p) a logarithm and a root more.
/// Source: Wichura 1988, algorithm AS 241 (PPND16), doi:10.2307/2347330.
[[nodiscard]] inline double normal_quantile(double p) { return std::abs(p - 0.5) <= 0.425 ? detail::normal_quantile_centre(p - 0.5) : detail::normal_quantile_tail(p); }

namespace detail {

/// erf⁻¹(x) / x by the root of its depth −ln(1 − x²): a polynomial of √depth − middle, for depths from 6.2 (in float from 5) up to `last`.
template <class Scalar>
struct InverseErf;

template <>
struct InverseErf<double> {
    static constexpr double middle = 3.25, last = 16;
    static constexpr double tail[]{3.0838856104922207635,      1.0052589676941592334,     0.005370914553590063617,   -0.0037512085075692412107, 0.0024914420961078508066,
                                   -0.0016882755560235047313,  0.00095328937973738049703, -0.0003550375203628474796, 2.4031110387097893999e-05, 6.8284851459573175448e-05,
                                   -4.7318229009055733981e-05, 1.2475304481671778723e-05, 2.9234449089955446044e-06, -4.013867526981545969e-06, 1.5027403968909827627e-06,
                                   1.8239629214389227755e-08,  -2.7517406297064545428e-07, 9.0756561938885390979e-08, 2.2137376921775787049e-09};
};

template <>
struct InverseErf<float> {
    static constexpr double middle = 3, last = 17;
    static constexpr double tail[]{2.83297682, 1.00167406, 0.00943887047, -0.0076224613, 0.00573950773, -0.00367342844, 0.00134934322, 0.000100950558, -0.000200214257};
};

/// Φ⁻¹(½ + off) / off for |off| ≤ 0.4995, all but one in a thousand: a rational function of 0.4995² − off², with positive coefficients. Nearly the best of its
/// degree, fitted with 60 digits by least squares, weighted anew until the error was level: relative 3·10^−16 and, for floats, 3·10^−8.
template <class Scalar>
struct NormalCentre;

template <>
struct NormalCentre<double> {
    static constexpr double top[]{6.5876411040878755484, 42992.488940780674041, 113071190.20088773416, 155379126673.04482797, 121649000126000.93417,
                                  55968450951785748.82, 15225295093532041889.0, 2.4332603902938373995e+21, 2.2541449026690058158e+23,
                                  1.1882452664740241521e+25, 3.4785507303898116897e+26, 5.4699876158530062677e+27, 4.4003642237802761509e+28,
                                  1.6769956234699989965e+29, 2.6504539743721703899e+29, 1.325818571756344638e+29, 9.3337404532379154195e+27};
    static constexpr double bottom[]{1.0, 6695.4031879259102141, 18138677.408077259329, 25800719675.190040775, 21030755291721.328773,
                                     10142841815335083.391, 2915368823344532412.2, 4.9683938126697573044e+20, 4.9611638437785669027e+22,
                                     2.8556258738049332691e+24, 9.276713040110913274e+25, 1.653243240349038393e+27, 1.5519175977443446773e+28,
                                     7.2094446503214772994e+28, 1.4944435099815124559e+29, 1.1389774323044797083e+29, 2.0112187192997047925e+28};
};

template <>
struct NormalCentre<float> {
    static constexpr double top[]{6.587641022, 19499.25101, 17452787.75, 5519914431.0, 6.094568356e+11, 2.218976893e+13, 2.40419142e+14,
                                  6.156843644e+14, 1.733189511e+14};
    static constexpr double bottom[]{1.0, 3129.142034, 3020592.476, 1058296648.0, 1.339745901e+11, 5.863676284e+12, 8.233818865e+13, 3.175738416e+14,
                                     2.206385271e+14};
};

#if defined(__GNUC__)
/// Φ⁻¹ of the lanes of p that are farther than the centre reaches; the others stay as they were made.
template <class Scalar>
[[nodiscard]] Pack<Scalar> with_tails(const Pack<Scalar>& p, const Pack<Scalar>& off, double centre, Pack<Scalar> made) {
    using Real = Pack<Scalar>;
    using Erf = InverseErf<Scalar>;
    const Real depth = -log(Real(4.0) * p * (Real(1.0) - p)), size = in_two_chains(Erf::tail, sqrt(depth) - Real(Erf::middle));
    made = Real::where_less(Real(centre), abs(off), Real(2.8284271247461900976) * off * size, made);
    if (greatest_lane(depth) > Erf::last)
        for (std::size_t lane = 0; lane < lane_count<Real>; ++lane)
            if (depth[lane] > Erf::last) made.set(lane, normal_quantile(p[lane]));
    return made;
}

/// Some packs at once, so that looking whether any number is in a tail costs little.
template <std::size_t count, class Scalar>
void normal_quantiles_together(Pack<Scalar>* p) {
    using Real = Pack<Scalar>;
    constexpr double centre = 0.4995;
    std::array<Real, count> off, made;
    Real farthest(0.0);
    unrolled<count>([&](auto i) {
        off[i] = p[i] - Real(0.5);
        const Real inside = p[i] * (Real(1.0) - p[i]) - Real(0.25 - centre * centre);  // centre² − off², good to the last place at the end as well
        made[i] = off[i] * polynomial(NormalCentre<Scalar>::top, inside) / polynomial(NormalCentre<Scalar>::bottom, inside);
        farthest = max(farthest, abs(off[i]));
    });
    if (greatest_lane(farthest) > centre)
        unrolled<count>([&](auto i) {
            if (greatest_lane(abs(off[i])) > centre) made[i] = with_tails(p[i], off[i], centre, made[i]);
        });
    unrolled<count>([&](auto i) { p[i] = made[i]; });
}
#endif

}  // namespace detail

/// The same for many numbers at once, each overwritten by its quantile; of packs with one division, and in the tails (one in 1,000) a logarithm, a root and another.
///
/// Relative error of packs of doubles some 10^−15, of floats some 10^−6.
/// Source of the tails: Giles 2012, "Approximating the erfinv function", GPU Computing Gems, doi:10.1016/B978-0-12-385963-1.00010-1.
template <class Real>
void normal_quantiles(std::span<Real> p) {
    if constexpr (lane_count<Real> == 1) {
        for (Real& one : p) one = normal_quantile(one);
    }
#if defined(__GNUC__)
    else {
        std::size_t first = 0;
#if !defined(__EMSCRIPTEN__)  // a page loads the kernel: once is enough
        for (; first + 4 <= p.size(); first += 4) detail::normal_quantiles_together<4>(&p[first]);
#endif
        for (; first < p.size(); ++first) detail::normal_quantiles_together<1>(&p[first]);
    }
#endif
}

}  // namespace buygraph::numbers
