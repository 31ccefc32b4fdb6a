#include <buygraph/decision/power_index.hpp>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::decision;

namespace {

CoalitionGame equal_votes(std::size_t people, double each) { return coalition_game(std::vector<double>(people, each), each * std::floor(static_cast<double>(people) / 2 + 1), {}); }

CoalitionGame uneven_votes(std::size_t people, double greatest) {
    std::vector<double> weights;
    for (std::size_t i = 0; i < people; ++i) weights.push_back(greatest - static_cast<double>(i));
    return coalition_game(weights, greatest, {});
}

}  // namespace

TEST_CASE("small whole weights go through the multilinear extension, great ones and fractions meet in the middle") {
    CHECK(power_plan(equal_votes(25, 1), {}, 13).method == PowerMethod::multilinear_extension);
    CHECK(power_plan(equal_votes(25, 1e6), {}, 13).method == PowerMethod::multilinear_extension);  // one unit each
    CHECK(power_plan(uneven_votes(10, 1e6), {}, 5).method == PowerMethod::meet_in_the_middle);
    CHECK(power_plan(uneven_votes(25, 1e12), {}, 13).method == PowerMethod::meet_in_the_middle);
    CHECK(power_plan(equal_votes(32, 0.3), {}, 16).method == PowerMethod::meet_in_the_middle);
}

TEST_CASE("beyond 32 people exact needs whole weights") {
    CHECK(power_plan(uneven_votes(500, 1000), {}, 250).whole);
    CHECK_THROWS_AS(power_plan(equal_votes(33, 0.3), {}, 13), InputError);
    CHECK_THROWS_AS(power_plan(uneven_votes(33, 1e12), {}, 13), InputError);
    PowerOptions sampled;
    sampled.exact = false;
    CHECK(power_plan(equal_votes(33, 0.3), sampled, 13).method == PowerMethod::sampled);
}

TEST_CASE("veto holders do not count towards the 32") {
    std::vector<double> weights(37, 0.3);
    const std::vector<std::size_t> vetoes{0, 1, 2, 3, 4};
    CHECK(power_plan(coalition_game(weights, 6, vetoes), {}, 15).method == PowerMethod::meet_in_the_middle);
}

TEST_CASE("samples are 1 to 2^32") {
    PowerOptions options;
    options.exact = false;
    options.samples = 0;
    CHECK_THROWS_AS(power_plan(equal_votes(3, 1), options, 2), InputError);
    options.samples = (std::uint64_t{1} << 32) + 1;
    CHECK_THROWS_AS(power_plan(equal_votes(3, 1), options, 2), InputError);
}

TEST_CASE("the error of a proportion is that of the binomial, and not 0 for what was never seen") {
    CHECK(proportion_error(300'000, 1'000'000) == Approx(std::sqrt(0.3 * 0.7 / 1e6)).epsilon(1e-5));
    CHECK(proportion_error(0, 100) == Approx(std::sqrt(2.0 / 104 * 102 / 104 / 100)));
    CHECK(proportion_error(100, 100) == Approx(proportion_error(0, 100)));
}

TEST_CASE("methods have words") {
    CHECK(word_of(PowerMethod::meet_in_the_middle) == "meet_in_the_middle");
    CHECK(word_of(PowerMethod::sampled) == "sampled");
}
