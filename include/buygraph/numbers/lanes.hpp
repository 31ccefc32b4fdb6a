#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <type_traits>

namespace buygraph::numbers {

/// How many bytes a vector register of the target holds; wider packs would pass through memory.
#if defined(__AVX512F__)
inline constexpr std::size_t register_bytes = 64;
#elif defined(__AVX__)
inline constexpr std::size_t register_bytes = 32;
#else
inline constexpr std::size_t register_bytes = 16;
#endif

/// How many sums are taken side by side: enough that none waits for the one before, few enough for the registers; in WebAssembly fewer, for the sake of a page's size.
#if defined(__EMSCRIPTEN__)
inline constexpr std::size_t sums_at_once = 2;
#else
inline constexpr std::size_t sums_at_once = register_bytes == 16 ? 4 : 8;
#endif

#if defined(__GNUC__)

/// A pack of samples computed side by side: one vector register of doubles or floats, for compilers that know GCC's vector types.
///
/// It stands where the model's templates say `Real`: arithmetic with doubles and functions act lane by lane, without branches.
///
/// | function | error in units in the last place | range |
/// |---|---|---|
/// | arithmetic, sqrt | ½ | |
/// | exp | 2 | held at e^±708 (float: e^±87), so that nothing overflows or becomes a denormal number |
/// | logistic | 3 | from e^−708 (float: e^−87) to 1 |
/// | log | 1 | below the smallest normal number: as that number |
/// | log1p | 2 | from 0 |
/// | pow | 2 + |exponent · ln base| | base from 0, the result held as exp is |
template <class Scalar>
struct Pack {
    static_assert(std::is_same_v<Scalar, double> || std::is_same_v<Scalar, float>);
    using Word = std::conditional_t<std::is_same_v<Scalar, double>, std::uint64_t, std::uint32_t>;  ///< the bits of a lane
    static constexpr std::size_t count = register_bytes / sizeof(Scalar);
    typedef Scalar Vector __attribute__((vector_size(register_bytes)));
    typedef Word Words __attribute__((vector_size(register_bytes)));

    Vector lanes;

    Pack() = default;
    Pack(double value) : lanes(static_cast<Scalar>(value) - Vector{}) {}  // x − 0 is x, whatever its sign; x + 0 would cost an addition
    explicit Pack(Vector vector) : lanes(vector) {}

    [[nodiscard]] double operator[](std::size_t lane) const { return static_cast<double>(lanes[lane]); }
    void set(std::size_t lane, double value) { lanes[lane] = static_cast<Scalar>(value); }

    Pack& operator+=(const Pack& other) { return lanes += other.lanes, *this; }
    Pack& operator-=(const Pack& other) { return lanes -= other.lanes, *this; }
    Pack& operator*=(const Pack& other) { return lanes *= other.lanes, *this; }

    friend Pack operator+(const Pack& left, const Pack& right) { return Pack(left.lanes + right.lanes); }
    friend Pack operator-(const Pack& left, const Pack& right) { return Pack(left.lanes - right.lanes); }
    friend Pack operator*(const Pack& left, const Pack& right) { return Pack(left.lanes * right.lanes); }
    friend Pack operator/(const Pack& left, const Pack& right) { return Pack(left.lanes / right.lanes); }
    friend Pack operator-(const Pack& value) { return Pack(-value.lanes); }

    friend Pack max(const Pack& left, const Pack& right) { return Pack(left.lanes > right.lanes ? left.lanes : right.lanes); }
    friend Pack min(const Pack& left, const Pack& right) { return Pack(left.lanes < right.lanes ? left.lanes : right.lanes); }
    friend Pack abs(const Pack& value) { return Pack(value.lanes < 0 ? -value.lanes : value.lanes); }
    friend Pack sqrt(const Pack& value) {
        Pack result;
        for (std::size_t lane = 0; lane < count; ++lane) result.lanes[lane] = std::sqrt(value.lanes[lane]);
        return result;
    }

    /// a < b ? x : y, lane by lane.
    [[nodiscard]] static Pack where_less(const Pack& a, const Pack& b, const Pack& x, const Pack& y) { return Pack(a.lanes < b.lanes ? x.lanes : y.lanes); }

    /// e^x = 2^k (1 + 2 top / (bottom − top)) for doubles, 2^k (1 + top) for floats.
    struct Exponential {
        Words power;  ///< k, in the place of an exponent
        Vector top, bottom;
    };

    /// x = k ln 2 + r with |r| ≤ ln 2 / 2; e^r by a rational function of r, for floats by a polynomial. Source: Moshier 1989, Cephes, exp.c and expf.c.
    [[nodiscard]] static Exponential exponential(const Pack& value) {
        constexpr bool wide = sizeof(Scalar) == 8;
        constexpr Scalar end = wide ? 708 : 87, shifter = wide ? Scalar(0x1.8p52) : Scalar(0x1.8p23), log2e = Scalar(1.4426950408889634);
        constexpr Scalar ln2_high = Scalar(wide ? 6.93145751953125e-1 : 0.693359375), ln2_low = Scalar(wide ? 1.42860682030941723212e-6 : -2.12194440e-4);
        const Vector x = min(max(value, Pack(-end)), Pack(end)).lanes;
        const Vector shifted = x * log2e + shifter;  // the integer k stands in its low bits
        const Vector k = shifted - shifter;
        const Vector r = x - k * ln2_high - k * ln2_low, square = r * r;
        Exponential result{bits(shifted) << (wide ? 52 : 23), {}, {}};
        if constexpr (wide) {
            result.top = r * ((1.26177193074810590878e-4 * square + 3.02994407707441961300e-2) * square + 9.99999999999999999910e-1);
            result.bottom = ((3.00198505138664455042e-6 * square + 2.52448340349684104192e-3) * square + 2.27265548208155028766e-1) * square + 2.00000000000000000009e0;
        } else {
            result.top = (((((1.9875691500e-4f * r + 1.3981999507e-3f) * r + 8.3334519073e-3f) * r + 4.1665795894e-2f) * r + 1.6666665459e-1f) * r + 5.0000001201e-1f) * square + r;
        }
        return result;
    }

    friend Pack exp(const Pack& value) {
        const Exponential e = exponential(value);
        Vector power;
        if constexpr (sizeof(Scalar) == 8) power = 1.0 + 2.0 * (e.top / (e.bottom - e.top));
        else power = e.top + 1.0f;
        return Pack(from_bits(bits(power) + e.power));
    }

    /// 1 / (1 + e^−x), for doubles with one division: both sides of the fraction times bottom − top.
    friend Pack logistic(const Pack& value) {
        if constexpr (sizeof(Scalar) == 8) {
            const Exponential e = exponential(-value);
            const Vector one = e.bottom - e.top;
            return Pack(one / (one + from_bits(bits(e.bottom + e.top) + e.power)));
        } else {
            return Pack(1.0) / (Pack(1.0) + exp(-value));
        }
    }

    /// x = 2^k (1 + f) with √½ ≤ 1 + f < √2; ln(1 + f) by a series in f / (2 + f). Source: Sun Microsystems 1993, fdlibm, e_log.c and e_logf.c.
    friend Pack log(const Pack& value) {
        constexpr bool wide = sizeof(Scalar) == 8;
        constexpr int mantissa = wide ? 52 : 23;
        constexpr Word one = wide ? Word(0x3FF0000000000000) : Word(0x3F800000), root_half = wide ? Word(0x3FE6A09E00000000) : Word(0x3F3504F3), fraction = (Word(1) << mantissa) - 1;
        constexpr Scalar ln2_high = Scalar(wide ? 6.93147180369123816490e-1 : 6.9313812256e-1), ln2_low = Scalar(wide ? 1.90821492927058770002e-10 : 9.0580006145e-6);
        const Vector x = max(value, Pack(std::numeric_limits<Scalar>::min())).lanes;
        const Words shifted = bits(x) + (one - root_half);
        // 2^mantissa + (k + bias), read as a number
        constexpr Scalar magic = wide ? Scalar(0x1p52) : Scalar(0x1p23), bias = wide ? 1023 : 127;
        const Vector k = from_bits((shifted >> mantissa) | bits(Vector{} + magic)) - (magic + bias);
        const Vector f = from_bits((shifted & fraction) + root_half) - Scalar(1);
        const Vector s = f / (Scalar(2) + f), z = s * s, w = z * z, half = Scalar(0.5) * f * f;
        Vector rest;
        if constexpr (wide) {
            rest = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1)) +
                   z * (6.666666666666735130e-1 + w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
        } else {
            rest = w * (0.40000972152f + w * 0.24279078841f) + z * (0.66666662693f + w * 0.28498786688f);
        }
        return Pack(s * (half + rest) + k * ln2_low - half + f + k * ln2_high);
    }

    /// ln(1 + x): the logarithm of the rounded sum, and what rounding has lost.
    friend Pack log1p(const Pack& value) {
        const Pack sum = Pack(1.0) + value;
        return log(sum) + (value - (sum - Pack(1.0))) / sum;
    }
    friend Pack pow(const Pack& base, const Pack& power) { return exp(power * log(base)); }

    [[nodiscard]] static Words bits(const Vector& vector) { return reinterpret_cast<Words>(vector); }
    [[nodiscard]] static Vector from_bits(const Words& words) { return reinterpret_cast<Vector>(words); }
};

/// Samples side by side in double; `SingleLanes` twice as many, in float. In WebAssembly both are double: a page loads the kernel once.
using Lanes = Pack<double>;
#if defined(__EMSCRIPTEN__)
using SingleLanes = Lanes;
#else
using SingleLanes = Pack<float>;
#endif

#else

using Lanes = double;
using SingleLanes = double;

#endif

namespace detail {

template <class Real>
struct LaneTraits {
    static constexpr std::size_t count = 1;
    using Scalar = double;
    using Word = std::uint64_t;
    using Words = Word;
};

#if defined(__GNUC__)
template <class Number>
struct LaneTraits<Pack<Number>> {
    static constexpr std::size_t count = Pack<Number>::count;
    using Scalar = Number;
    using Word = typename Pack<Number>::Word;
    using Words = typename Pack<Number>::Words;
};
#endif

}  // namespace detail

/// How many samples a number stands for: 1 for double, more for packs.
template <class Real>
inline constexpr std::size_t lane_count = detail::LaneTraits<Real>::count;

/// What a sample is computed in: float for SingleLanes, double for all others.
template <class Real>
using LaneScalar = typename detail::LaneTraits<Real>::Scalar;

/// One sample of it, and all of them from an array: for double and for packs alike.
[[nodiscard]] inline double lane_of(double value, std::size_t) { return value; }
template <class Real>
[[nodiscard]] double lane_of(const Real& value, std::size_t lane) {
    return value[lane];
}

template <class Real>
[[nodiscard]] Real load_lanes(const double* values) {
    if constexpr (lane_count<Real> == 1) {
        return *values;
    } else {
        Real loaded;
        for (std::size_t lane = 0; lane < lane_count<Real>; ++lane) loaded.set(lane, values[lane]);
        return loaded;
    }
}

/// Writes the first `used` samples, all of them at once where all are used.
template <class Real>
void store_lanes(const Real& value, std::size_t used, double* into) {
#if defined(__GNUC__)
    if constexpr (lane_count<Real> > 1) {
        if (used == lane_count<Real>) {
            typedef LaneScalar<Real> Part __attribute__((vector_size(register_bytes / (sizeof(double) / sizeof(LaneScalar<Real>)))));
            typedef double Doubles __attribute__((vector_size(register_bytes)));
            constexpr std::size_t parts = sizeof value / sizeof(Part);
            Part part[parts];
            std::memcpy(part, &value, sizeof value);
            for (std::size_t p = 0; p < parts; ++p) {
                const Doubles wide = __builtin_convertvector(part[p], Doubles);
                std::memcpy(into + p * sizeof wide / sizeof(double), &wide, sizeof wide);
            }
            return;
        }
    }
#endif
    for (std::size_t lane = 0; lane < used; ++lane) into[lane] = lane_of(value, lane);
}

/// The random bits of a lane, and of all lanes: words of 64 for double, of 32 for float.
template <class Real>
using LaneWord = typename detail::LaneTraits<Real>::Word;
template <class Real>
using LaneWords = typename detail::LaneTraits<Real>::Words;

#if defined(__GNUC__)
namespace detail {

/// One half of a vector with the other half, until one number is left.
template <class Scalar, class Vector, class Join>
[[nodiscard, gnu::always_inline]] inline Scalar folded(const Vector& vector, Join join) {
    if constexpr (sizeof(Vector) == sizeof(Scalar)) {
        return vector[0];
    } else {
        typedef Scalar Half __attribute__((vector_size(sizeof(Vector) / 2)));
        Half halves[2];
        std::memcpy(halves, &vector, sizeof vector);
        return folded<Scalar, Half>(join(halves[0], halves[1]), join);
    }
}

}  // namespace detail
#endif

/// The lanes of a number added up, and the greatest of them.
///@{
[[nodiscard]] inline double total(double value) { return value; }
[[nodiscard]] inline double greatest_lane(double value) { return value; }
#if defined(__GNUC__)
template <class Scalar>
[[nodiscard, gnu::always_inline]] inline double total(const Pack<Scalar>& value) {
    return static_cast<double>(detail::folded<Scalar>(value.lanes, [](const auto& low, const auto& high) { return low + high; }));
}
template <class Scalar>
[[nodiscard, gnu::always_inline]] inline double greatest_lane(const Pack<Scalar>& value) {
    return static_cast<double>(detail::folded<Scalar>(value.lanes, [](const auto& low, const auto& high) { return low > high ? low : high; }));
}
#endif
///@}

}  // namespace buygraph::numbers
