#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "../deal/number_text.hpp"
#include "../error.hpp"
#include "../influence/matrix.hpp"

namespace buygraph {

/// What an answer is worth before it is heard.
struct InformationValue {
    double now = 0;            ///< expected payoff of the best choice without it
    double sample = 0;         ///< expected value of the sample information (EVSI), ≥ 0
    double perfect = 0;        ///< of perfect information (EVPI), ≥ EVSI
    double changes_choice = 0; ///< chance that the answer changes the choice
};

namespace detail {

/// `sample_information` of numbers that are known to be right.
[[nodiscard]] inline InformationValue information_value(const Matrix& payoffs, std::span<const double> prior, const Matrix& likelihoods) {
    InformationValue result;
    std::size_t first = 0;
    for (std::size_t choice = 0; choice < payoffs.rows; ++choice) {
        double mean = 0;
        for (std::size_t state = 0; state < prior.size(); ++state) mean += prior[state] * payoffs(choice, state);
        if (choice == 0 || mean > result.now) result.now = mean, first = choice;
    }
    for (std::size_t state = 0; state < prior.size(); ++state) {
        double best = payoffs(0, state);
        for (std::size_t choice = 1; choice < payoffs.rows; ++choice) best = std::max(best, payoffs(choice, state));
        result.perfect += prior[state] * (best - payoffs(first, state));
    }
    if (!(result.perfect > 0)) return result;  // whatever the answer, nothing is better
    std::vector<double> best_gain(likelihoods.columns), gain(likelihoods.columns), chance(likelihoods.columns);  // of another choice over the first, times the chance of the answer
    for (std::size_t choice = 0; choice < payoffs.rows; ++choice) {
        bool ever = false;
        for (std::size_t state = 0; state < prior.size(); ++state) ever = ever || payoffs(choice, state) > payoffs(first, state);
        if (!ever) continue;
        std::fill(gain.begin(), gain.end(), 0.0);
        for (std::size_t state = 0; state < prior.size(); ++state) {
            const double better = prior[state] * (payoffs(choice, state) - payoffs(first, state));
            const std::span<const double> likelihood = likelihoods.row(state);
            for (std::size_t answer = 0; answer < likelihood.size(); ++answer) gain[answer] += better * likelihood[answer];
        }
        for (std::size_t answer = 0; answer < gain.size(); ++answer) best_gain[answer] = std::max(best_gain[answer], gain[answer]);
    }
    for (std::size_t state = 0; state < prior.size(); ++state)
        for (std::size_t answer = 0; answer < chance.size(); ++answer) chance[answer] += prior[state] * likelihoods(state, answer);
    for (std::size_t answer = 0; answer < chance.size(); ++answer) {
        result.sample += best_gain[answer];
        if (best_gain[answer] > 1e-12 * (1 + std::abs(result.now)) * chance[answer]) result.changes_choice += chance[answer];
    }
    return result;
}

}  // namespace detail

/// The value of sample information where everything is discrete: states, choices and answers.
///
/// \param payoffs      choices × states
/// \param prior        of the states, ≥ 0, adding to 1
/// \param likelihoods  states × answers: chance of each answer in each state, rows adding to 1
/// \throws InputError  sizes that do not agree, no choice, chances that are none
/// Cost: O(choices · states · answers). Source: Raiffa and Schlaifer 1961, Applied Statistical Decision Theory, chapter 4.
[[nodiscard]] inline InformationValue sample_information(const Matrix& payoffs, std::span<const double> prior, const Matrix& likelihoods) {
    const auto shares = [](const char* name, std::span<const double> values) {
        double total = 0;
        for (const double value : values) {
            if (!(value >= 0)) throw InputError(name, number_text(value), "chances ≥ 0");
            total += value;
        }
        if (!(std::abs(total - 1) <= 1e-9)) throw InputError(name, "a sum of " + number_text(total), "chances that add to 1");
    };
    if (payoffs.rows == 0) throw InputError("payoffs", "no choice", "one row or more");
    if (payoffs.columns != prior.size()) throw InputError("payoffs", std::to_string(payoffs.columns) + " columns", std::to_string(prior.size()) + ", one for each state");
    if (likelihoods.rows != prior.size()) throw InputError("likelihoods", std::to_string(likelihoods.rows) + " rows", std::to_string(prior.size()) + ", one for each state");
    for (const double value : payoffs.values)
        if (!std::isfinite(value)) throw InputError("payoffs", number_text(value), "finite numbers");
    shares("prior", prior);
    for (std::size_t state = 0; state < likelihoods.rows; ++state) shares("likelihoods", likelihoods.row(state));
    return detail::information_value(payoffs, prior, likelihoods);
}

}  // namespace buygraph
