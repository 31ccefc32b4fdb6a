#include <buygraph/plan/sample_information.hpp>

#include <limits>
#include <random>

#include "catch.hpp"

using namespace buygraph;

namespace {

Matrix table(std::size_t rows, std::size_t columns, std::vector<double> values) {
    Matrix result(rows, columns);
    result.values = std::move(values);
    return result;
}

std::vector<double> chances(std::size_t count, std::mt19937& random) {
    std::gamma_distribution<double> gamma(0.7, 1);
    std::vector<double> result(count);
    double total = 0;
    for (double& value : result) total += value = gamma(random) + 1e-9;
    for (double& value : result) value /= total;
    return result;
}

Matrix likelihoods(std::size_t states, std::size_t answers, std::mt19937& random) {
    Matrix result(states, answers);
    for (std::size_t s = 0; s < states; ++s) {
        const std::vector<double> row = chances(answers, random);
        for (std::size_t a = 0; a < answers; ++a) result(s, a) = row[a];
    }
    return result;
}

std::string refused(const Matrix& payoffs, const std::vector<double>& prior, const Matrix& given) {
    try {
        (void)sample_information(payoffs, prior, given);
    } catch (const InputError& error) {
        return error.where;
    }
    return "accepted";
}

}  // namespace

// Raiffa 1968, Decision Analysis: a well costs 70 (thousand) and returns 0, 120 or 270. By hand: drilling pays 20, so it is done; after "none" (chance 0.41) it would lose 12.5 of the whole.
TEST_CASE("the oil wildcatter") {
    const Matrix payoffs = table(2, 3, {0, 0, 0, -70, 50, 200}), seismic = table(3, 3, {0.6, 0.3, 0.1, 0.3, 0.4, 0.3, 0.1, 0.4, 0.5});
    const std::vector<double> prior{0.5, 0.3, 0.2};
    const InformationValue value = sample_information(payoffs, prior, seismic);
    CHECK(value.now == Approx(20));
    CHECK(value.sample == Approx(12.5));
    CHECK(value.perfect == Approx(35));
    CHECK(value.changes_choice == Approx(0.41));
}

TEST_CASE("random cases against the tree rolled back") {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> uniform(-100, 100);
    for (int round = 0; round < 200; ++round) {
        const std::size_t choices = 1 + random() % 4, states = 1 + random() % 5, answers = 1 + random() % 5;
        Matrix payoffs(choices, states);
        for (double& value : payoffs.values) value = uniform(random);
        const std::vector<double> prior = chances(states, random);
        const Matrix given = likelihoods(states, answers, random);
        double now = -1e9, with = 0, perfect = 0;
        for (std::size_t c = 0; c < choices; ++c) {
            double mean = 0;
            for (std::size_t s = 0; s < states; ++s) mean += prior[s] * payoffs(c, s);
            now = std::max(now, mean);
        }
        for (std::size_t a = 0; a < answers; ++a) {
            double chance = 0, best = -1e9;
            for (std::size_t s = 0; s < states; ++s) chance += prior[s] * given(s, a);
            for (std::size_t c = 0; c < choices; ++c) {
                double mean = 0;
                for (std::size_t s = 0; s < states; ++s) mean += prior[s] * given(s, a) / chance * payoffs(c, s);
                best = std::max(best, mean);
            }
            with += chance * best;
        }
        for (std::size_t s = 0; s < states; ++s) {
            double best = -1e9;
            for (std::size_t c = 0; c < choices; ++c) best = std::max(best, payoffs(c, s));
            perfect += prior[s] * best;
        }
        const InformationValue value = sample_information(payoffs, prior, given);
        CHECK(value.now == Approx(now));
        CHECK(value.sample == Approx(with - now).margin(1e-9));
        CHECK(value.perfect == Approx(perfect - now).margin(1e-9));
        CHECK(value.sample >= 0);
        CHECK(value.sample <= value.perfect + 1e-9);
        CHECK((value.changes_choice > 0) == (value.sample > 1e-9));
        CHECK(value.changes_choice <= 1 + 1e-12);

        // Blackwell 1953: who hears the answer through somebody who garbles it knows no more.
        const Matrix garbling = likelihoods(answers, 3, random);
        Matrix garbled(states, 3);
        for (std::size_t s = 0; s < states; ++s)
            for (std::size_t a = 0; a < answers; ++a)
                for (std::size_t b = 0; b < 3; ++b) garbled(s, b) += given(s, a) * garbling(a, b);
        CHECK(sample_information(payoffs, prior, garbled).sample <= value.sample + 1e-9);

        // An answer that names the state is perfect; one that does not depend on it is worth nothing.
        Matrix named(states, states), deaf(states, 1, 1.0);
        for (std::size_t s = 0; s < states; ++s) named(s, s) = 1;
        CHECK(sample_information(payoffs, prior, named).sample == Approx(value.perfect).margin(1e-9));
        CHECK(sample_information(payoffs, prior, deaf).sample == Approx(0).margin(1e-9));
        CHECK(sample_information(payoffs, prior, deaf).changes_choice == 0);
    }
}

TEST_CASE("an answer that changes no choice is worth nothing, and the chance that it does is exactly 0") {
    const InformationValue value = sample_information(table(2, 2, {0, 0, 1, 3}), std::vector{0.4, 0.6}, table(2, 2, {1, 0, 0, 1}));
    CHECK(value.sample == 0);
    CHECK(value.perfect == 0);
    CHECK(value.changes_choice == 0);
    CHECK(value.now == Approx(2.2));
}

TEST_CASE("two choices that pay alike are no change, in whatever unit") {
    for (const double unit : {1e-6, 1.0, 1e9}) {
        const InformationValue value = sample_information(table(2, 3, {unit, 2 * unit, 3 * unit, unit, 2 * unit, 3 * unit}), std::vector{0.1, 0.2, 0.7}, table(3, 2, {0.9, 0.1, 0.5, 0.5, 0.3, 0.7}));
        CHECK(value.sample == 0);
        CHECK(value.changes_choice == 0);
    }
}

TEST_CASE("what is no table of chances or payoffs is refused by name") {
    const Matrix payoffs = table(1, 2, {1, 2}), given = table(2, 1, {1, 1});
    CHECK(refused(payoffs, {0.5, 0.5}, given) == "accepted");
    CHECK(refused(Matrix(0, 2), {0.5, 0.5}, given) == "payoffs");
    CHECK(refused(payoffs, {1}, table(1, 1, {1})) == "payoffs");
    CHECK(refused(table(1, 2, {1, std::numeric_limits<double>::quiet_NaN()}), {0.5, 0.5}, given) == "payoffs");
    CHECK(refused(table(1, 2, {1, std::numeric_limits<double>::infinity()}), {0.5, 0.5}, given) == "payoffs");
    CHECK(refused(payoffs, {0.5, 0.6}, given) == "prior");
    CHECK(refused(payoffs, {1.5, -0.5}, given) == "prior");
    CHECK(refused(payoffs, {std::numeric_limits<double>::quiet_NaN(), 1}, given) == "prior");
    CHECK(refused(Matrix(1, 0), {}, Matrix(0, 1)) == "prior");
    CHECK(refused(payoffs, {0.5, 0.5}, table(1, 1, {1})) == "likelihoods");
    CHECK(refused(payoffs, {0.5, 0.5}, table(2, 1, {1, 0.9})) == "likelihoods");
    CHECK(refused(payoffs, {0.5, 0.5}, Matrix(2, 0)) == "likelihoods");
}
