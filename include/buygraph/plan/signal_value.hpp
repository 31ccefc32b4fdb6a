#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "../numbers/sort_stably.hpp"
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
    const double mean = std::inner_product(prior.begin(), prior.end(), means.begin(), 0.0);
    std::vector<double> chance(likelihoods.columns), apart(likelihoods.columns);
    for (std::size_t state = 0; state < prior.size(); ++state) {
        const std::span<const double> likelihood = likelihoods.row(state);
        const double here = prior[state], off = here * (means[state] - mean);
        for (std::size_t answer = 0; answer < likelihood.size(); ++answer) chance[answer] += here * likelihood[answer], apart[answer] += off * likelihood[answer];
    }
    double fall = 0;
    for (std::size_t answer = 0; answer < chance.size(); ++answer)
        if (chance[answer] > 0) fall += apart[answer] * apart[answer] / chance[answer];
    return fall;
}

/// What an answer is expected to tell of P(ours), and in money over what could be done.
struct SignalValue {
    double fall;                            ///< of Var(P(ours))
    std::optional<InformationValue> money;  ///< nothing without choices
};

/// Samples with neighbouring values of a signal, class by class from the lowest: what is known of each class.
struct SignalClasses {
    std::vector<double> prior;  ///< share of the samples
    std::vector<double> at;     ///< mean of the signal
    std::vector<double> win;    ///< mean of P(ours)
    Matrix payoffs;             ///< choices × classes, means
};

/// Values observations by classes of their signal: what is known of each class, and how well the answer tells them apart.
///
/// One-dimensional, as in Strong and Oakley 2013, doi:10.1177/0272989X12465123. With few samples a precise signal of nothing seems to tell something: take 1,024 or more.
class SignalValuer {
  public:
    /// \param wins      by sample
    /// \param payoffs   choices × samples; may have no rows
    /// \throws InputError  payoffs that are not finite
    SignalValuer(std::vector<double> wins, Matrix payoffs) : wins_(std::move(wins)), payoffs_(std::move(payoffs)) {
        for (const double value : payoffs_.values)
            if (!std::isfinite(value)) throw InputError("payoffs", number_text(value), "finite numbers");
        double mean = 0;
        for (const double win : wins_) mean += win / static_cast<double>(wins_.size());
        for (const double win : wins_) variance_ += (win - mean) * (win - mean) / static_cast<double>(wins_.size());
    }

    [[nodiscard]] double variance() const { return variance_; }

    /// Of P(ours), over the samples.
    [[nodiscard]] SignalValue operator()(const Signal& signal) const { return (*this)(classes(signal.values), signal.noise_variance); }

    /// The same for a signal whose classes are known, seen with this noise: answers that differ in nothing else share them.
    /// Cost: classes · answers for each choice that is ever better than the best without an answer.
    [[nodiscard]] SignalValue operator()(const SignalClasses& classes, double noise_variance) const {
        const Matrix likelihoods = answers(classes.at, std::sqrt(noise_variance));
        SignalValue value{expected_fall(classes.win, classes.prior, likelihoods), std::nullopt};
        if (classes.payoffs.rows > 0) value.money = detail::information_value(classes.payoffs, classes.prior, likelihoods);
        return value;
    }

    /// \param values  by sample
    /// Cost: a sort of the samples, and a sum over them for each choice.
    [[nodiscard]] SignalClasses classes(std::span<const double> values) const {
        const std::size_t samples = wins_.size();
        std::vector<std::size_t> order(samples);
        std::iota(order.begin(), order.end(), std::size_t{0});
        numbers::sort_stably(order, [&](std::size_t left, std::size_t right) { return values[left] < values[right]; });
        const std::vector<std::size_t> first = class_starts(samples);
        const std::size_t count = first.size() - 1;
        SignalClasses result{std::vector<double>(count), std::vector<double>(count), std::vector<double>(count), Matrix(payoffs_.rows, count)};
        for (std::size_t c = 0; c < count; ++c) {
            const auto size = static_cast<double>(first[c + 1] - first[c]);
            const auto mean_of = [&](std::span<const double> all) {
                double sum = 0;
                for (std::size_t rank = first[c]; rank < first[c + 1]; ++rank) sum += all[order[rank]];
                return sum / size;
            };
            result.prior[c] = size / static_cast<double>(samples);
            result.at[c] = mean_of(values);
            result.win[c] = mean_of(wins_);
            for (std::size_t choice = 0; choice < payoffs_.rows; ++choice) result.payoffs(choice, c) = mean_of(payoffs_.row(choice));
        }
        return result;
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
    ///
    /// From one point of the grid to the next a normal density is multiplied by a ratio, and the ratio by a constant: only where it is greatest it is computed.
    [[nodiscard]] static Matrix answers(const std::vector<double>& at, double noise) {
        const double low = at.front() - 4 * noise, range = at.back() + 4 * noise - low;
        const double step = range / static_cast<double>(grid);
        if (!(step > 0) || !std::isfinite(step)) return Matrix(at.size(), 1, 1.0);
        const double width = std::max(noise, step / 2), apart = step / width, bend = std::exp(-apart * apart);
        Matrix chances(at.size(), grid);
        for (std::size_t c = 0; c < at.size(); ++c) {
            const double middle = (at[c] - low) / step - 0.5;
            const auto nearest = static_cast<std::size_t>(std::lround(std::clamp(middle, 0.0, static_cast<double>(grid - 1))));
            const double off = (static_cast<double>(nearest) - middle) * apart, greatest = std::exp(-off * off / 2);
            double up = std::exp(-(off + apart / 2) * apart), down = std::exp((off - apart / 2) * apart), total = greatest;
            double* chance = &chances(c, 0);
            chance[nearest] = greatest;
            for (std::size_t a = nearest + 1; a < grid && chance[a - 1] > least; ++a, up *= bend) total += chance[a] = chance[a - 1] * up;
            for (std::size_t a = nearest; a-- > 0 && chance[a + 1] > least; down *= bend) total += chance[a] = chance[a + 1] * down;
            for (std::size_t a = 0; a < grid; ++a) chance[a] /= total;
        }
        return chances;
    }

    static constexpr double least = 1e-200;  ///< below it a density counts as 0, well before its steps lose their digits

    std::vector<double> wins_;
    Matrix payoffs_;
    double variance_ = 0;
};

}  // namespace buygraph
