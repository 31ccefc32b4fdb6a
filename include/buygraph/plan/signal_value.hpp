#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "sample_information.hpp"
#include "stored_worlds.hpp"

namespace buygraph {

/// By how much the variance of something is expected to fall when an answer is heard: Var(E[x | answer]).
///
/// \param means        of x in each state
/// \param prior        of the states, adding to 1
/// \param likelihoods  states × answers: chance of each answer in each state
/// Cost: O(states · answers). Source: the law of total variance.
[[nodiscard]] inline double expected_fall(std::span<const double> means, std::span<const double> prior, const Matrix& likelihoods) {
    double mean = 0, fall = 0;
    for (std::size_t state = 0; state < prior.size(); ++state) mean += prior[state] * means[state];
    for (std::size_t answer = 0; answer < likelihoods.columns; ++answer) {
        double chance = 0, apart = 0;
        for (std::size_t state = 0; state < prior.size(); ++state) {
            const double both = prior[state] * likelihoods(state, answer);
            chance += both;
            apart += both * (means[state] - mean);
        }
        if (chance > 0) fall += apart * apart / chance;
    }
    return fall;
}

/// What an answer is expected to tell of P(ours), and in money over what could be done.
struct SignalValue {
    double fall;                            ///< of Var(P(ours))
    std::optional<InformationValue> money;  ///< nothing without choices
};

/// Values observations by classes of their signal: what is known of each class, and how well the answer tells them apart.
///
/// One-dimensional, as in Strong and Oakley 2013, doi:10.1177/0272989X12465123. With few samples a precise signal of nothing seems to tell something: take 1,024 or more.
class SignalValuer {
  public:
    /// \param wins      by sample
    /// \param payoffs   choices × samples; may have no rows
    SignalValuer(std::vector<double> wins, Matrix payoffs) : wins_(std::move(wins)), payoffs_(std::move(payoffs)) {
        double mean = 0;
        for (const double win : wins_) mean += win / static_cast<double>(wins_.size());
        for (const double win : wins_) variance_ += (win - mean) * (win - mean) / static_cast<double>(wins_.size());
    }

    [[nodiscard]] double variance() const { return variance_; }

    /// Of P(ours), over the samples.
    /// Cost: a sort of the samples, and classes · answers for each choice.
    [[nodiscard]] SignalValue operator()(const Signal& signal) const {
        const std::size_t samples = wins_.size();
        std::vector<std::size_t> order(samples);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) { return signal.values[left] < signal.values[right]; });
        const std::vector<std::size_t> first = class_starts(samples);
        const std::size_t classes = first.size() - 1;
        std::vector<double> prior(classes), at(classes, 0.0), win(classes, 0.0);
        Matrix payoffs(payoffs_.rows, classes);
        for (std::size_t c = 0; c < classes; ++c) {
            const auto size = static_cast<double>(first[c + 1] - first[c]);
            prior[c] = size / static_cast<double>(samples);
            for (std::size_t rank = first[c]; rank < first[c + 1]; ++rank) {
                const std::size_t sample = order[rank];
                at[c] += signal.values[sample] / size;
                win[c] += wins_[sample] / size;
                for (std::size_t choice = 0; choice < payoffs.rows; ++choice) payoffs(choice, c) += payoffs_(choice, sample) / size;
            }
        }
        const Matrix likelihoods = answers(at, std::sqrt(signal.noise_variance));
        SignalValue value{expected_fall(win, prior, likelihoods), std::nullopt};
        if (payoffs.rows > 0) value.money = sample_information(payoffs, prior, likelihoods);
        return value;
    }

  private:
    static constexpr std::size_t most_classes = 64, grid = 400;

    /// The rank at which each class begins, and where the last ends. Classes are smaller towards both ends, where equally likely ones would be wide: they are even
    /// in arcsin √share.
    [[nodiscard]] static std::vector<std::size_t> class_starts(std::size_t samples) {
        std::vector<std::size_t> starts{0};
        for (std::size_t c = 1; c <= most_classes; ++c) {
            const double root = std::sin(1.5707963267948966 * static_cast<double>(c) / static_cast<double>(most_classes));
            const auto start = static_cast<std::size_t>(std::lround(root * root * static_cast<double>(samples)));
            if (start > starts.back()) starts.push_back(start);
        }
        return starts;
    }

    /// Chances of the answers on a grid, given each class; where a choice changes is known to half a step.
    [[nodiscard]] static Matrix answers(const std::vector<double>& at, double noise) {
        const double low = at.front() - 4 * noise, range = at.back() + 4 * noise - low;
        if (!(range > 0)) return Matrix(at.size(), 1, 1.0);
        const double step = range / static_cast<double>(grid), width = std::max(noise, step / 2);
        Matrix chances(at.size(), grid);
        for (std::size_t c = 0; c < at.size(); ++c) {
            double total = 0;
            for (std::size_t a = 0; a < grid; ++a) {
                const double apart = (low + (static_cast<double>(a) + 0.5) * step - at[c]) / width;
                total += chances(c, a) = std::exp(-apart * apart / 2);
            }
            for (std::size_t a = 0; a < grid; ++a) chances(c, a) /= total;
        }
        return chances;
    }

    std::vector<double> wins_;
    Matrix payoffs_;
    double variance_ = 0;
};

}  // namespace buygraph
