#include <buygraph/numbers/sample.hpp>

#include <buygraph/decision/outcome_adjoint.hpp>
#include <buygraph/decision/pivot_chances.hpp>
#include <buygraph/model/change_rule.hpp>
#include <buygraph/numbers/lanes.hpp>
#include <buygraph/forecast/world.hpp>
#include <buygraph/influence/network.hpp>
#include <buygraph/influence/solve.hpp>

#include <complex>
#include <memory>
#include <random>
#include <vector>

#include "bare.hpp"
#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;
using bare::Bare, bare::Part, bare::plain;

static_assert(numbers::Sample<double> && numbers::Sample<numbers::Lanes>);
static_assert(numbers::Sample<bare::Sample>);
static_assert(numbers::Number<float> && numbers::Number<bare::Number>);

template <Part... parts>
constexpr bool needed_by_number = (!numbers::Number<Bare<parts>> && ...);
template <Part... parts>
constexpr bool needed_by_sample = (!numbers::Sample<Bare<parts>> && ...);
template <Part... parts>
constexpr bool numbers_without = (numbers::Number<Bare<parts>> && ...);

static_assert(needed_by_number<Part::no_argument, Part::from_double, Part::minus, Part::sum, Part::difference, Part::product, Part::quotient, Part::add, Part::subtract>);
static_assert(needed_by_sample<Part::no_argument, Part::from_double, Part::minus, Part::sum, Part::difference, Part::product, Part::quotient, Part::add, Part::subtract>);
static_assert(needed_by_sample<Part::double_plus, Part::double_times, Part::minus_double, Part::times_double, Part::by_double>);
static_assert(needed_by_sample<Part::abs, Part::exp, Part::log, Part::log1p, Part::pow, Part::sqrt, Part::greater>);
static_assert(numbers_without<Part::double_plus, Part::double_times, Part::minus_double, Part::times_double, Part::by_double, Part::abs, Part::exp, Part::log, Part::log1p, Part::pow, Part::sqrt, Part::greater>);
static_assert(!numbers::Sample<bare::Number>);
static_assert(!numbers::Number<int> && !numbers::Number<bool> && !numbers::Number<const double> && !numbers::Number<double&> && !numbers::Number<double*> && !numbers::Number<std::unique_ptr<double>>);
static_assert(!numbers::Sample<float>);                 // float · double is no float
static_assert(!numbers::Sample<std::complex<double>>);  // none of two is the greater

// The templates ask before they are compiled: what must not pass is refused where it is named, and its twin passes.
namespace {

template <class Real>
concept Solved = requires(std::span<Real> to) { influence::solve_dominant<Real>(to, to, 1, 1), influence::solve_transposed<Real>(to, to, 1, 1); };
template <class Real>
concept Assembled = requires(std::span<Real> to) { influence::assemble_system<Real>(to, std::span<const double>{}, to); };
template <class Real>
concept Counted = requires(std::span<Real> to, const Real& x) { decision::chance_of_votes<Real>(to, std::span<const int>{}, 1, to), decision::repeated(x, 3); };
template <class Real>
concept Smoothed = requires(const Real& x) { decision::logistic(x), decision::minus_log_logistic(x); };
template <class Real>
concept Decided = requires { sizeof(decision::OutcomeRule<Real>); };
template <class Real>
concept Lived = requires { sizeof(forecasting::WorldMaker<Real>); };

}  // namespace

static_assert(Solved<bare::Number> && !Solved<int> && !Solved<Bare<Part::quotient>>);
static_assert(Counted<bare::Number> && !Counted<int> && !Counted<Bare<Part::add>>);
static_assert(Assembled<bare::Sample> && !Assembled<bare::Number> && !Assembled<Bare<Part::greater>>);
static_assert(Smoothed<bare::Sample> && !Smoothed<float> && !Smoothed<Bare<Part::log1p>>);
static_assert(Decided<bare::Sample> && !Decided<float> && !Decided<Bare<Part::sqrt>>);
static_assert(Lived<bare::Sample> && !Lived<float> && !Lived<Bare<Part::exp>>);

// Every member is compiled, those that no test below calls among them.
template class decision::OutcomeRule<bare::Sample>;
template class decision::OutcomeAdjoint<bare::Sample>;
template class decision::VoteCount<bare::Number>;
template class decision::PivotChances<bare::Number>;
template class forecasting::WorldMaker<bare::Sample>;

namespace {

template <class Real>
std::vector<Real> random_numbers(std::size_t count, unsigned seed, double least = -1, double greatest = 1) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> uniform(least, greatest);
    std::vector<Real> values;
    for (std::size_t i = 0; i < count; ++i) values.push_back(Real(uniform(random)));
    return values;
}

template <class Real>
void append(std::vector<double>& results, const std::vector<Real>& values) {
    for (const Real& value : values) results.push_back(plain(value));
}

template <class Real>
void append(std::vector<double>& results, const decision::Outcome<Real>& outcome) {
    append(results, outcome.probability);
    append(results, std::vector<Real>{outcome.blocked, outcome.stalemate, outcome.refused});
}

/// A system that is solved, and solved transposed.
template <class Real>
std::vector<double> solutions() {
    constexpr std::size_t n = 6;
    auto matrix = random_numbers<Real>(n * n, 1), right = random_numbers<Real>(n * 2, 2), other = random_numbers<Real>(n * 2, 3);
    for (std::size_t i = 0; i < n; ++i) matrix[i * n + i] += Real(7);
    influence::solve_dominant<Real>(matrix, right, n, 2);
    influence::solve_transposed<Real>(matrix, other, n, 2);
    std::vector<double> results;
    append(results, right);
    append(results, other);
    return results;
}

template <class Real>
std::vector<double> votes() {
    const auto yes = random_numbers<Real>(5, 4, 0, 1);
    const std::vector<int> votes{1, 2, 0, 3, 1};
    std::vector<Real> state(5);
    return {plain(decision::chance_of_votes<Real>(yes, votes, 4, state)), plain(decision::repeated(yes[0], 5))};
}

template <class Real>
std::vector<double> systems() {
    constexpr std::size_t n = 4;
    const auto raw = random_numbers<Real>(n * n, 5);
    const std::vector<double> susceptibility{0, .3, .6, .9};
    std::vector<Real> system(n * n);
    influence::assemble_system<Real>(raw, susceptibility, system);
    std::vector<double> results;
    append(results, system);
    for (const double x : {-40., -1., 0., 2., 40.}) append(results, std::vector<Real>{decision::logistic(Real(x)), decision::minus_log_logistic(Real(x))});
    return results;
}

/// Some decisions and some states of the world of one deal.
template <class Real>
std::vector<double> worlds(const DecisionModel& model) {
    std::vector<double> results;
    decision::OutcomeRule<Real> rule(*model.rule, model.offer_count());
    const std::size_t size = model.people_count() * model.offer_count();
    decision::Outcome<Real> outcome;
    for (unsigned seed = 0; seed < 4; ++seed) {
        rule(random_numbers<Real>(size, seed), random_numbers<Real>(size, seed + 10), outcome);
        append(results, outcome);
    }
    const forecasting::WorldPlan plan = forecasting::plan_worlds(model, covariance(model), true);
    forecasting::WorldMaker<Real> world(model, plan);
    for (unsigned seed = 0; seed < 4; ++seed) append(results, world(random_numbers<Real>(plan.dimensions(), seed, -2, 2)));
    return results;
}

}  // namespace

TEST_CASE("a number that offers only what the concept demands is solved and counted as a double is, to the last bit") {
    CHECK(solutions<bare::Number>() == solutions<double>());
    CHECK(votes<bare::Number>() == votes<double>());
}

TEST_CASE("a sample that offers only what the concept demands lives and decides as a double does, to the last bit, under every rule") {
    CHECK(systems<bare::Sample>() == systems<double>());
    for (const char* rule : {"autocracy", "weighted", "quota", "majority", "unanimity", "consent"}) {
        INFO(rule);
        DecisionModel model = deals::under(rule);
        CHECK(worlds<bare::Sample>(model) == worlds<double>(model));
        change_rule(model, [](decision::DecisionRule& changed) { changed.agreement = 1; });  // answers that do not depend on each other go another way
        CHECK(worlds<bare::Sample>(model) == worlds<double>(model));
    }
}
