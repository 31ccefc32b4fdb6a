#pragma once

#include <cmath>

/// The archetype of numbers::Number and numbers::Sample: a double that offers what the concept demands and nothing else, or that without some of it.
namespace bare {

enum class Part {
    no_argument, from_double, minus, sum, difference, product, quotient, add, subtract,                               // Number
    double_plus, double_times, minus_double, times_double, by_double, abs, exp, log, log1p, pow, sqrt, greater         // Sample
};

template <Part... lacking>
class Bare {
    static constexpr bool has(Part part) { return ((part != lacking) && ...); }
    struct Made {};
    Bare(Made, double value) : value_(value) {}
    static Bare of(double value) { return {Made{}, value}; }

    double value_;

  public:
    Bare() requires(has(Part::no_argument)) : value_(0) {}
    explicit Bare(double value) requires(has(Part::from_double)) : value_(value) {}

    Bare& operator+=(const Bare& y) requires(has(Part::add)) { return value_ += y.value_, *this; }
    Bare& operator-=(const Bare& y) requires(has(Part::subtract)) { return value_ -= y.value_, *this; }
    friend Bare operator-(const Bare& x) requires(has(Part::minus)) { return of(-x.value_); }
    friend Bare operator+(const Bare& x, const Bare& y) requires(has(Part::sum)) { return of(x.value_ + y.value_); }
    friend Bare operator-(const Bare& x, const Bare& y) requires(has(Part::difference)) { return of(x.value_ - y.value_); }
    friend Bare operator*(const Bare& x, const Bare& y) requires(has(Part::product)) { return of(x.value_ * y.value_); }
    friend Bare operator/(const Bare& x, const Bare& y) requires(has(Part::quotient)) { return of(x.value_ / y.value_); }

    friend Bare operator+(double number, const Bare& x) requires(has(Part::double_plus)) { return of(number + x.value_); }
    friend Bare operator*(double number, const Bare& x) requires(has(Part::double_times)) { return of(number * x.value_); }
    friend Bare operator-(const Bare& x, double number) requires(has(Part::minus_double)) { return of(x.value_ - number); }
    friend Bare operator*(const Bare& x, double number) requires(has(Part::times_double)) { return of(x.value_ * number); }
    friend Bare operator/(const Bare& x, double number) requires(has(Part::by_double)) { return of(x.value_ / number); }

    friend Bare abs(const Bare& x) requires(has(Part::abs)) { return of(std::abs(x.value_)); }
    friend Bare exp(const Bare& x) requires(has(Part::exp)) { return of(std::exp(x.value_)); }
    friend Bare log(const Bare& x) requires(has(Part::log)) { return of(std::log(x.value_)); }
    friend Bare log1p(const Bare& x) requires(has(Part::log1p)) { return of(std::log1p(x.value_)); }
    friend Bare pow(const Bare& x, const Bare& y) requires(has(Part::pow)) { return of(std::pow(x.value_, y.value_)); }
    friend Bare sqrt(const Bare& x) requires(has(Part::sqrt)) { return of(std::sqrt(x.value_)); }
    friend Bare max(const Bare& x, const Bare& y) requires(has(Part::greater)) { return x.value_ < y.value_ ? y : x; }

    friend double plain(const Bare& x) { return x.value_; }  // for the tests alone
};

using Sample = Bare<>;
using Number = Bare<Part::double_plus, Part::double_times, Part::minus_double, Part::times_double, Part::by_double, Part::abs, Part::exp, Part::log, Part::log1p, Part::pow, Part::sqrt, Part::greater>;

inline double plain(double x) { return x; }

}  // namespace bare
