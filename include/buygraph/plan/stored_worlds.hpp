#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "../belief/anticipation.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"
#include "kept_worlds.hpp"

namespace buygraph {

/// What an observation would tell about the states of the world: in each its expected value, and the noise around it.
struct Signal {
    std::vector<double> values;  ///< by sample
    double noise_variance = 0;   ///< the same in every state
};

/// The states of the world of a forecast, kept with the control matrix V of each, so that a plan is scored without making them again: where everybody's
/// attitude to our offer moves by Δ in every sample alike, his final attitude moves by V Δ, and only the decision is taken anew.
///
/// The samples are those of `forecast` with the same options, and so are the numbers where nothing moves. Reading it from several threads is safe.
class StoredWorlds {
  public:
    /// \throws InputError   samples out of range
    /// \throws Interrupted  when options.interrupt says so
    /// Cost: a forecast and n³ for each sample; memory of n·(n + 2·m) numbers for each, 1 MB for ten people, three offers and 1,024 samples.
    /// \param model  has to stay where it is as long as this does
    BUYGRAPH_HEAVY StoredWorlds(const DecisionModel& model, const ForecastOptions& options);
    StoredWorlds(DecisionModel&&, const ForecastOptions&) = delete;
    BUYGRAPH_HEAVY ~StoredWorlds();
    StoredWorlds(const StoredWorlds&) = delete;
    StoredWorlds& operator=(const StoredWorlds&) = delete;

    /// \param shift  2 × n: of A_g[i,ours], by gate (0 buy, 1 vendor) and person
    /// Cost: n · (people who move) and the decision for each sample; about a tenth of a forecast.
    [[nodiscard]] BUYGRAPH_HEAVY ShiftedOutcomes with(const Matrix& shift) const;

    /// P(ours) alone: a fraction of that cost.
    [[nodiscard]] BUYGRAPH_HEAVY Estimate win_with(const Matrix& shift) const;

    /// P(ours) in every state of the world: samples in order of (scramble, point).
    [[nodiscard]] BUYGRAPH_HEAVY std::vector<double> wins_with(const Matrix& shift) const;

    /// The same under another rule of the same people and offers.
    [[nodiscard]] BUYGRAPH_HEAVY std::vector<double> wins_with(const Matrix& shift, const decision::DecisionRule& rule) const;

    /// An observation, given its covariance with the 2·n·m attitudes after the evidence: what each state of the world leads to expect of it, measured from its mean,
    /// and the rest as noise; together their variance is the observation's.
    [[nodiscard]] BUYGRAPH_HEAVY Signal signal(const Anticipation& observed) const;

    /// The strength of a tie of the model in every state, seen with noise. Nothing where it is certain.
    [[nodiscard]] BUYGRAPH_HEAVY std::optional<Signal> tie_signal(std::size_t tie, double noise_variance) const;

    [[nodiscard]] const DecisionModel& model() const { return model_; }
    [[nodiscard]] std::size_t samples() const { return samples_; }
    [[nodiscard]] Matrix no_shift() const { return Matrix(2, model_.people_count()); }

  private:
    const DecisionModel& model_;
    std::size_t samples_;
    forecasting::WorldPlan plan_;
    std::unique_ptr<KeptWorlds> kept_;
};

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_PLAN)

#include <algorithm>
#include <array>
#include <cmath>

#include "../forecast/draws.hpp"

namespace buygraph {

BUYGRAPH_HEAVY StoredWorlds::StoredWorlds(const DecisionModel& model, const ForecastOptions& options)
    : model_(model), samples_(forecasting::scrambles * forecasting::points_a_scramble(options)), plan_(forecasting::plan_worlds(model, covariance(model), true)),
      kept_(keep_worlds(model, plan_, forecasting::points_a_scramble(options), options)) {}

BUYGRAPH_HEAVY StoredWorlds::~StoredWorlds() = default;

BUYGRAPH_HEAVY ShiftedOutcomes StoredWorlds::with(const Matrix& shift) const { return kept_->with(shift); }
BUYGRAPH_HEAVY Estimate StoredWorlds::win_with(const Matrix& shift) const { return kept_->win_with(shift); }
BUYGRAPH_HEAVY std::vector<double> StoredWorlds::wins_with(const Matrix& shift) const { return kept_->wins_with(shift, nullptr); }
BUYGRAPH_HEAVY std::vector<double> StoredWorlds::wins_with(const Matrix& shift, const decision::DecisionRule& rule) const { return kept_->wins_with(shift, &rule); }

BUYGRAPH_HEAVY Signal StoredWorlds::signal(const Anticipation& observed) const {
    std::vector<double> share(plan_.factor.columns);  // F share = covariance, from the rows with which the columns begin
    double explained = 0;
    for (std::size_t c = 0; c < share.size(); ++c) {
        const std::span<const double> row = plan_.factor.row(plan_.pivots[c]);
        double rest = observed.covariance[plan_.pivots[c]];
        for (std::size_t l = 0; l < c; ++l) rest -= row[l] * share[l];
        share[c] = rest / row[c];
        explained += share[c] * share[c];
    }
    return {kept_->normals(0, share), std::max(0.0, observed.variance - explained)};
}

BUYGRAPH_HEAVY std::optional<Signal> StoredWorlds::tie_signal(std::size_t tie, double noise_variance) const {
    const auto found = std::find(plan_.ties.begin(), plan_.ties.end(), tie);
    if (found == plan_.ties.end()) return std::nullopt;
    const DirectedTie& uncertain = model_.ties[tie];
    Signal result{kept_->normals(plan_.factor.columns + static_cast<std::size_t>(found - plan_.ties.begin()), std::array{1.0}), noise_variance};
    for (double& value : result.values) value = uncertain.strength * std::exp(uncertain.sd * value - uncertain.sd * uncertain.sd / 2);
    return result;
}

}  // namespace buygraph

#endif
