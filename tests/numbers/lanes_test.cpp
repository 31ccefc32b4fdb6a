#include <buygraph/numbers/lanes.hpp>

#include <limits>
#include <random>
#include <vector>

#include "catch.hpp"

using namespace buygraph::numbers;

namespace {

/// Calls both with the same numbers, in every lane, and compares each lane with the plain function.
template <class Packed, class Plain>
void lane_by_lane(const std::vector<double>& numbers, Packed packed, Plain plain) {
    for (std::size_t first = 0; first + lane_count<Lanes> <= numbers.size(); first += lane_count<Lanes>) {
        const Lanes result = packed(load_lanes<Lanes>(&numbers[first]));
        for (std::size_t lane = 0; lane < lane_count<Lanes>; ++lane) REQUIRE(lane_of(result, lane) == plain(numbers[first + lane]));
    }
}

std::vector<double> random_numbers(double least, double greatest, std::size_t count) {
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> uniform(least, greatest);
    std::vector<double> numbers(count);
    for (double& number : numbers) number = uniform(random);
    return numbers;
}

}  // namespace

TEST_CASE("a pack does in every lane what a double does") {
    using std::abs, std::max, std::min, std::sqrt, std::log, std::log1p, std::pow;
    const auto numbers = random_numbers(-3, 3, 512);
    lane_by_lane(numbers, [](Lanes x) { return (x + 2.5) * x - x / Lanes(3.0); }, [](double x) { return (x + 2.5) * x - x / 3.0; });
    lane_by_lane(numbers, [](Lanes x) { return max(x, Lanes(0.5)) + min(-x, Lanes(0.25)); }, [](double x) { return max(x, 0.5) + min(-x, 0.25); });
    lane_by_lane(numbers, [](Lanes x) { return sqrt(abs(x)); }, [](double x) { return sqrt(abs(x)); });
    const auto positive = random_numbers(1e-6, 9, 512);
    lane_by_lane(positive, [](Lanes x) { return log(x) + log1p(x); }, [](double x) { return log(x) + log1p(x); });
    lane_by_lane(positive, [](Lanes x) { return pow(x, Lanes(1.25)); }, [](double x) { return pow(x, 1.25); });
    lane_by_lane(numbers, [](Lanes x) { Lanes y = x; y += 1; y -= x * 2; y *= x; return y; }, [](double x) { double y = x; y += 1; y -= x * 2; y *= x; return y; });
}

// Against long double: the error in units in the last place of the result.
TEST_CASE("exp is within 2 ulp from -708 to 708, and held at the ends") {
    double worst = 0;
    for (const auto& [least, greatest] : {std::pair(-1e-3, 1e-3), std::pair(-1.0, 1.0), std::pair(-40.0, 40.0), std::pair(-707.9, 707.9)})
        for (const double x : random_numbers(least, greatest, 20000)) {
            const long double exact = std::exp(static_cast<long double>(x));
            const double found = lane_of(exp(Lanes(x)), lane_count<Lanes> - 1), nearest = static_cast<double>(exact);
            const double ulp = std::nextafter(nearest, std::numeric_limits<double>::infinity()) - nearest;
            worst = std::max(worst, static_cast<double>(std::abs(found - exact)) / ulp);
        }
    CHECK(worst < 2);
    CHECK(lane_of(exp(Lanes(0.0)), 0) == 1);
    CHECK(lane_of(exp(Lanes(1e6)), 0) == Approx(std::exp(708.0)).epsilon(1e-12));
    CHECK(lane_of(exp(Lanes(-1e6)), 0) == Approx(std::exp(-708.0)).epsilon(1e-12));
}
