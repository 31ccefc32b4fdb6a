#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "../separate.hpp"
#include "latent.hpp"
#include "posterior.hpp"

namespace buygraph {

/// Something that could still be learned: a sum of the prior's errors, seen with noise.
struct Observable {
    std::vector<std::pair<std::size_t, double>> errors;  ///< number of the prior's latent, its coefficient
    double noise_variance = 0;                           ///< 0: seen exactly
    bool biased = false;                                 ///< by one more error of bias_sd
    std::optional<std::size_t> bias;                     ///< the readings that share that error, by Reading::bias; nothing: none does
};

/// What is expected of an observable after the readings so far, before it is seen.
struct Anticipation {
    double variance = 0;             ///< of what will be seen, noise and bias included
    double signal_variance = 0;      ///< of the sum of errors alone
    std::vector<double> covariance;  ///< with each of the 2·n·m attitudes
};

/// The final attitude of a person to an offer at the mean ties, as an observable without noise: X_2 of a vendor's offer (gate 1), X_1 of staying (gate 0).
[[nodiscard]] inline Observable final_attitude_observable(const PriorAttitudes& prior, const AttitudeIndex& index, const Matrix& control, std::size_t gate, std::size_t person, std::size_t offer) {
    Observable result;
    for (std::size_t z = 0; z < prior.latents.size(); ++z) {
        double coefficient = 0;
        for (const auto& [at, loading] : prior.latents[z].loadings)
            if (at % index.offers == offer && at / (index.offers * index.people) == gate) coefficient += control(person, at / index.offers % index.people) * loading;
        if (coefficient != 0) result.errors.emplace_back(z, coefficient);
    }
    return result;
}

namespace detail {
struct Anticipating;
}

/// Variances of observables and their covariances with all attitudes, given the readings, by the same Gaussian update as `update`: a reading of variance `variance` moves
/// every attitude by covariance / variance times the surprise.
class Anticipator {
  public:
    /// \param prior, readings  have to stay where they are as long as this does
    /// Cost: O(N² · R); N = 2·n·m attitudes, R readings.
    BUYGRAPH_HEAVY Anticipator(const PriorAttitudes& prior, const AttitudeIndex& index, std::span<const Reading> readings, const Matrix& control, double bias_sd);
    BUYGRAPH_HEAVY ~Anticipator();
    Anticipator(const Anticipator&) = delete;
    Anticipator& operator=(const Anticipator&) = delete;

    /// Cost: O(errors + N · R).
    [[nodiscard]] BUYGRAPH_HEAVY Anticipation operator()(const Observable& observable) const;

  private:
    std::unique_ptr<const detail::Anticipating> kept_;
};

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_BELIEF)

namespace buygraph {

namespace detail {

/// What an `Anticipator` keeps.
struct Anticipating {
    const PriorAttitudes& prior;
    std::span<const Reading> readings;
    double bias_sd;
    Eigen::Index size;   ///< of the attitudes
    EigenMatrix rows;    ///< readings × attitudes: what they read of them
    EigenMatrix cross;   ///< readings × attitudes: covariances before them
    Eigen::LLT<EigenMatrix> seen;  ///< covariance of the readings
};

}  // namespace detail

BUYGRAPH_HEAVY Anticipator::Anticipator(const PriorAttitudes& prior, const AttitudeIndex& index, std::span<const Reading> readings, const Matrix& control, double bias_sd) {
    detail::EigenMatrix rows = detail::reading_operator(index, readings, control), cross = rows * detail::prior_covariance(prior);
    const detail::EigenMatrix seen = cross * rows.transpose() + detail::reading_noise(readings, bias_sd);
    kept_.reset(new detail::Anticipating{prior, readings, bias_sd, static_cast<Eigen::Index>(index.size()), std::move(rows), std::move(cross), Eigen::LLT<detail::EigenMatrix>(seen)});
}

BUYGRAPH_HEAVY Anticipator::~Anticipator() = default;

BUYGRAPH_HEAVY Anticipation Anticipator::operator()(const Observable& observable) const {
    const auto& [prior, readings, bias_sd, size, rows, cross, seen] = *kept_;
    Eigen::VectorXd attitudes = Eigen::VectorXd::Zero(size);
    double signal = 0;
    for (const auto& [z, coefficient] : observable.errors) {
        const Latent& latent = prior.latents[z];
        const double variance = latent.sd * latent.sd * coefficient;
        signal += variance * coefficient;
        for (const auto& [at, loading] : latent.loadings) attitudes[static_cast<Eigen::Index>(at)] += variance * loading;
    }
    const Eigen::VectorXd with_signal = rows * attitudes;
    Eigen::VectorXd with_readings = with_signal;
    for (std::size_t r = 0; r < readings.size(); ++r)
        if (observable.biased && observable.bias == readings[r].bias) with_readings[static_cast<Eigen::Index>(r)] += bias_sd * bias_sd;
    double variance = signal + observable.noise_variance + (observable.biased ? bias_sd * bias_sd : 0);
    if (!readings.empty()) {
        const Eigen::VectorXd pull = seen.solve(with_readings);
        variance -= with_readings.dot(pull);
        signal -= with_signal.dot(seen.solve(with_signal));
        attitudes -= cross.transpose() * pull;
    }
    return {variance, signal, std::vector<double>(attitudes.data(), attitudes.data() + attitudes.size())};
}

}  // namespace buygraph

#endif
