#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace buygraph::numbers {

/// How many bytes a vector register of the target holds; wider packs would pass through memory.
#if defined(__AVX512F__)
inline constexpr std::size_t register_bytes = 64;
#elif defined(__AVX__)
inline constexpr std::size_t register_bytes = 32;
#else
inline constexpr std::size_t register_bytes = 16;
#endif

#if defined(__GNUC__)

/// A pack of samples computed side by side: one vector register of doubles, for compilers that know GCC's vector types.
///
/// It stands where the model's templates say `Real`: arithmetic with doubles, exp, sqrt, abs and max act lane by lane; log, log1p
/// and pow, which only some rules need, go through the library one lane after the other.
struct Lanes {
    static constexpr std::size_t count = register_bytes / sizeof(double);
    using Vector [[gnu::vector_size(register_bytes)]] = double;
    using Words [[gnu::vector_size(register_bytes)]] = std::int64_t;

    Vector lanes;

    Lanes() = default;
    Lanes(double value) : lanes(Vector{} + value) {}
    explicit Lanes(Vector vector) : lanes(vector) {}

    [[nodiscard]] double operator[](std::size_t lane) const { return lanes[lane]; }
    void set(std::size_t lane, double value) { lanes[lane] = value; }

    Lanes& operator+=(const Lanes& other) { return lanes += other.lanes, *this; }
    Lanes& operator-=(const Lanes& other) { return lanes -= other.lanes, *this; }
    Lanes& operator*=(const Lanes& other) { return lanes *= other.lanes, *this; }

    friend Lanes operator+(const Lanes& left, const Lanes& right) { return Lanes(left.lanes + right.lanes); }
    friend Lanes operator-(const Lanes& left, const Lanes& right) { return Lanes(left.lanes - right.lanes); }
    friend Lanes operator*(const Lanes& left, const Lanes& right) { return Lanes(left.lanes * right.lanes); }
    friend Lanes operator/(const Lanes& left, const Lanes& right) { return Lanes(left.lanes / right.lanes); }
    friend Lanes operator-(const Lanes& value) { return Lanes(-value.lanes); }

    friend Lanes max(const Lanes& left, const Lanes& right) { return Lanes(left.lanes > right.lanes ? left.lanes : right.lanes); }
    friend Lanes min(const Lanes& left, const Lanes& right) { return Lanes(left.lanes < right.lanes ? left.lanes : right.lanes); }
    friend Lanes abs(const Lanes& value) { return Lanes(value.lanes < 0 ? -value.lanes : value.lanes); }
    friend Lanes sqrt(const Lanes& value) { return each(value, [](double x) { return std::sqrt(x); }); }
    friend Lanes log(const Lanes& value) { return each(value, [](double x) { return std::log(x); }); }
    friend Lanes log1p(const Lanes& value) { return each(value, [](double x) { return std::log1p(x); }); }
    friend Lanes pow(const Lanes& base, const Lanes& power) {
        Lanes result;
        for (std::size_t lane = 0; lane < count; ++lane) result.lanes[lane] = std::pow(base.lanes[lane], power.lanes[lane]);
        return result;
    }

    /// e^x to 1 ulp or so; held at e^±708, so that nothing overflows or becomes a denormal number.
    /// x = k ln 2 + r with |r| ≤ ln 2 / 2; e^r by a rational function of r. Source: Moshier 1989, Cephes, exp.c.
    friend Lanes exp(const Lanes& value) {
        constexpr double shifter = 0x1.8p52, log2e = 1.4426950408889634, ln2_high = 6.93145751953125e-1, ln2_low = 1.42860682030941723212e-6;
        const Vector x = min(max(value, Lanes(-708.0)), Lanes(708.0)).lanes;
        const Vector shifted = x * log2e + shifter;  // the integer k stands in its low bits
        const Vector k = shifted - shifter;
        const Vector r = x - k * ln2_high - k * ln2_low, square = r * r;
        const Vector top = r * ((1.26177193074810590878e-4 * square + 3.02994407707441961300e-2) * square + 9.99999999999999999910e-1);
        const Vector bottom = ((3.00198505138664455042e-6 * square + 2.52448340349684104192e-3) * square + 2.27265548208155028766e-1) * square + 2.00000000000000000009e0;
        const Vector power = 1.0 + 2.0 * (top / (bottom - top));
        return Lanes(reinterpret_cast<Vector>(reinterpret_cast<Words>(power) + (reinterpret_cast<Words>(shifted) << 52)));
    }

    template <class Function>
    [[nodiscard]] static Lanes each(const Lanes& value, Function function) {
        Lanes result;
        for (std::size_t lane = 0; lane < count; ++lane) result.lanes[lane] = function(value.lanes[lane]);
        return result;
    }
};

#else

using Lanes = double;

#endif

/// How many samples a number stands for, one of them, and all of them from an array: for double and for packs alike.
template <class Real>
inline constexpr std::size_t lane_count = sizeof(Real) / sizeof(double);

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

}  // namespace buygraph::numbers
