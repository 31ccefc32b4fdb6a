#include <buygraph/numbers/quantile.hpp>

#include <random>

#include "catch.hpp"

using namespace buygraph;

// Hyndman and Fan 1996, definition 7, by hand: position share · (n − 1), counted from 0.
TEST_CASE("quantiles between neighbours, at both ends and of one value") {
    const std::vector<double> values{4, 1, 3, 2}, one{7}, chances{.9, .1, .5};
    CHECK(numbers::quantiles(values, std::array{0.25, 0.5, 0., 1.}) == std::array{1.75, 2.5, 1., 4.});
    CHECK(numbers::quantiles(values, std::array{0.9})[0] == Approx(3.7));
    CHECK(numbers::quantiles(one, std::array{0.3})[0] == 7);
    CHECK(numbers::quantiles(chances, std::array{0.75})[0] == Approx(.7));
}

// Against the definition on sorted values: spread out, crowded at one end, equal, beyond 0 and 1.
TEST_CASE("quantiles are those of the sorted values") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> uniform;
    const auto spread = [&] { return uniform(random); };
    const auto crowded = [&] { return std::pow(uniform(random), 40); };
    const auto few = [&] { return std::floor(uniform(random) * 3) / 2; };
    const auto beyond = [&] { return 4 * uniform(random) - 2; };
    const auto check = [&](const auto& draw) {
        for (const std::size_t count : {2UL, 5UL, 1000UL}) {
            std::vector<double> values(count);
            for (double& value : values) value = draw();
            std::vector<double> sorted = values;
            std::sort(sorted.begin(), sorted.end());
            const std::array shares{.9, 0., .1, .333, .5, .9995, 1.};
            const auto found = numbers::quantiles(values, shares);
            for (std::size_t k = 0; k < shares.size(); ++k) {
                const double at = shares[k] * static_cast<double>(count - 1);
                const auto low = static_cast<std::size_t>(at);
                const double above = sorted[std::min(low + 1, count - 1)];
                const double expected = sorted[low] + (at - static_cast<double>(low)) * (above - sorted[low]);
                REQUIRE(found[k] == Approx(expected).epsilon(1e-14));
                REQUIRE(numbers::quantiles(values, std::array{shares[k]})[0] == found[k]);
            }
        }
    };
    check(spread), check(crowded), check(few), check(beyond);
}
