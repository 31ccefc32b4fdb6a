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
    for (std::size_t answer = 0; answer < likelihoods.columns; ++answer) {
        double chance = 0, best_gain = 0;  // of another choice over the first, times the chance of the answer
        for (std::size_t state = 0; state < prior.size(); ++state) chance += prior[state] * likelihoods(state, answer);
        for (std::size_t choice = 0; choice < payoffs.rows; ++choice) {
            double gain = 0;
            for (std::size_t state = 0; state < prior.size(); ++state) gain += prior[state] * likelihoods(state, answer) * (payoffs(choice, state) - payoffs(first, state));
            best_gain = std::max(best_gain, gain);
        }
        result.sample += best_gain;
        if (best_gain > 1e-12 * (1 + std::abs(result.now)) * chance) result.changes_choice += chance;
    }
    return result;
}

}  // namespace buygraph
