#include <buygraph/numbers/lanes.hpp>

#include <limits>
#include <random>
#include <vector>

#include "catch.hpp"

using namespace buygraph::numbers;

namespace {

/// Calls both with the same numbers, in every lane, and compares each lane with the plain function.
template <class Pack, class Packed, class Plain>
void lane_by_lane(const std::vector<double>& numbers, Packed packed, Plain plain) {
    for (std::size_t first = 0; first + lane_count<Pack> <= numbers.size(); first += lane_count<Pack>) {
        const Pack result = packed(load_lanes<Pack>(&numbers[first]));
        for (std::size_t lane = 0; lane < lane_count<Pack>; ++lane) REQUIRE(lane_of(result, lane) == plain(numbers[first + lane]));
    }
}

/// Numbers that a float holds as well.
std::vector<double> random_numbers(double least, double greatest, std::size_t count) {
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> uniform(least, greatest);
    std::vector<double> numbers(count);
    for (double& number : numbers) number = static_cast<double>(static_cast<float>(uniform(random)));
    return numbers;
}

template <class Pack>
struct ScalarOf;
template <class Scalar>
struct ScalarOf<buygraph::numbers::Pack<Scalar>> {
    using Type = Scalar;
};

/// The greatest error against long double over ranges, in units in the last place of the result.
template <class Pack, class Packed, class Exact>
double worst_error(const std::vector<std::pair<double, double>>& ranges, Packed packed, Exact exact) {
    using Scalar = typename ScalarOf<Pack>::Type;
    double worst = 0;
    for (const auto& [least, greatest] : ranges)
        for (const double x : random_numbers(least, greatest, 20000)) {
            const long double right = exact(static_cast<long double>(x));
            const auto nearest = static_cast<Scalar>(right);
            const long double ulp = std::nextafter(std::abs(nearest), std::numeric_limits<Scalar>::infinity()) - std::abs(nearest);
            worst = std::max(worst, static_cast<double>(std::abs(static_cast<long double>(lane_of(packed(Pack(x)), lane_count<Pack> - 1)) - right) / ulp));
        }
    return worst;
}

}  // namespace

TEMPLATE_TEST_CASE("a pack does in every lane what a number does", "", Lanes, SingleLanes) {
    using Scalar = typename ScalarOf<TestType>::Type;
    using std::abs, std::max, std::min, std::sqrt;
    const auto number = [](double x) { return static_cast<Scalar>(x); };
    const auto numbers = random_numbers(-3, 3, 512);
    lane_by_lane<TestType>(numbers, [](TestType x) { return x * x; }, [&](double x) { return number(x) * number(x); });
    lane_by_lane<TestType>(numbers, [](TestType x) { return 2.5 - x; }, [&](double x) { return number(2.5) - number(x); });
    lane_by_lane<TestType>(numbers, [](TestType x) { return x / TestType(3.0); }, [&](double x) { return number(x) / number(3); });
    lane_by_lane<TestType>(numbers, [](TestType x) { return max(x, TestType(0.5)); }, [](double x) { return max(x, 0.5); });
    lane_by_lane<TestType>(numbers, [](TestType x) { return min(-x, TestType(0.25)); }, [](double x) { return min(-x, 0.25); });
    lane_by_lane<TestType>(numbers, [](TestType x) { return sqrt(abs(x)); }, [&](double x) { return sqrt(abs(number(x))); });
    lane_by_lane<TestType>(numbers, [](TestType x) { return TestType::where_less(x, TestType(1.0), TestType(-x), x); }, [](double x) { return x < 1 ? -x : x; });
    lane_by_lane<TestType>(numbers, [](TestType x) { TestType y = x; y += 1; y -= x; return y; }, [&](double x) { return number(x) + 1 - number(x); });
    lane_by_lane<TestType>(numbers, [](TestType x) { TestType y = x; y *= x; return y; }, [&](double x) { return number(x) * number(x); });
}

TEMPLATE_TEST_CASE("as many samples are written as are used, and nothing behind them", "", double, Lanes, SingleLanes) {
    std::vector<double> numbers(lane_count<TestType>);
    for (std::size_t lane = 0; lane < numbers.size(); ++lane) numbers[lane] = 0.25 + static_cast<double>(lane);
    for (std::size_t used = 0; used <= numbers.size(); ++used) {
        std::vector<double> written(numbers.size() + 1, -1);
        store_lanes(load_lanes<TestType>(numbers.data()), used, written.data());
        for (std::size_t at = 0; at < written.size(); ++at) CHECK(written[at] == (at < used ? numbers[at] : -1));
    }
}

TEST_CASE("packs of doubles do what doubles do in longer formulas") {
    const auto numbers = random_numbers(-3, 3, 512);
    lane_by_lane<Lanes>(numbers, [](Lanes x) { return (x + 2.5) * x - x / Lanes(3.0); }, [](double x) { return (x + 2.5) * x - x / 3.0; });
    lane_by_lane<Lanes>(numbers, [](Lanes x) { Lanes y = x; y += 1; y -= x * 2; y *= x; return y; }, [](double x) { double y = x; y += 1; y -= x * 2; y *= x; return y; });
}

TEST_CASE("functions of packs of doubles are as near as they say") {
    CHECK(worst_error<Lanes>({{-1e-3, 1e-3}, {-1, 1}, {-40, 40}, {-707.9, 707.9}}, [](Lanes x) { return exp(x); }, [](long double x) { return std::exp(x); }) < 2);
    CHECK(worst_error<Lanes>({{-1e-3, 1e-3}, {-1, 1}, {-40, 40}, {-707.9, 707.9}}, [](Lanes x) { return logistic(x); }, [](long double x) { return 1 / (1 + std::exp(-x)); }) < 3);
    CHECK(worst_error<Lanes>({{1e-300, 1e-290}, {1e-3, 1}, {0.99, 1.01}, {1, 2}, {1, 1e9}}, [](Lanes x) { return log(x); }, [](long double x) { return std::log(x); }) < 1);
    CHECK(worst_error<Lanes>({{0, 1e-9}, {0, 1e-3}, {0, 1}, {1, 100}}, [](Lanes x) { return log1p(x); }, [](long double x) { return std::log1p(x); }) < 2);
    CHECK(worst_error<Lanes>({{1e-3, 1}, {1, 8}}, [](Lanes x) { return pow(x, Lanes(1.25)); }, [](long double x) { return std::pow(x, 1.25L); }) < 2 + 1.25 * 6.9);
}

TEST_CASE("functions of packs of floats are as near as they say") {
    CHECK(worst_error<SingleLanes>({{-1e-3, 1e-3}, {-1, 1}, {-40, 40}, {-86.9, 86.9}}, [](SingleLanes x) { return exp(x); }, [](long double x) { return std::exp(x); }) < 2);
    CHECK(worst_error<SingleLanes>({{-1e-3, 1e-3}, {-1, 1}, {-40, 40}, {-86.9, 86.9}}, [](SingleLanes x) { return logistic(x); }, [](long double x) { return 1 / (1 + std::exp(-x)); }) < 3);
    CHECK(worst_error<SingleLanes>({{1e-37, 1e-36}, {1e-3, 1}, {0.99, 1.01}, {1, 2}, {1, 1e9}}, [](SingleLanes x) { return log(x); }, [](long double x) { return std::log(x); }) < 1);
    CHECK(worst_error<SingleLanes>({{0, 1e-9}, {0, 1e-3}, {0, 1}, {1, 100}}, [](SingleLanes x) { return log1p(x); }, [](long double x) { return std::log1p(x); }) < 2);
    CHECK(worst_error<SingleLanes>({{1e-3, 1}, {1, 8}}, [](SingleLanes x) { return pow(x, SingleLanes(1.25)); }, [](long double x) { return std::pow(x, 1.25L); }) < 2 + 1.25 * 6.9);
}

TEMPLATE_TEST_CASE("at the ends functions are held and nothing is infinite", "", Lanes, SingleLanes) {
    const double end = sizeof(typename ScalarOf<TestType>::Type) == 8 ? 708 : 87, least = sizeof(typename ScalarOf<TestType>::Type) == 8 ? 2.2250738585072014e-308 : 1.17549435e-38;
    CHECK(lane_of(exp(TestType(0.0)), 0) == 1);
    CHECK(lane_of(exp(TestType(1e6)), 0) == Approx(std::exp(end)).epsilon(1e-6));
    CHECK(lane_of(exp(TestType(-1e6)), 0) == Approx(std::exp(-end)).epsilon(1e-6));
    CHECK(lane_of(logistic(TestType(0.0)), 0) == 0.5);
    CHECK(lane_of(logistic(TestType(1e6)), 0) == 1);
    CHECK(lane_of(logistic(TestType(-1e6)), 0) == Approx(std::exp(-end)).epsilon(1e-6));
    CHECK(lane_of(log(TestType(1.0)), 0) == 0);
    CHECK(lane_of(log(TestType(0.0)), 0) == Approx(std::log(least)).epsilon(1e-6));
    CHECK(lane_of(log1p(TestType(0.0)), 0) == 0);
    CHECK(lane_of(pow(TestType(0.0), TestType(1.25)), 0) < 1e-37);
}
