#pragma once

#include <utility>

#include "../deal/deal.hpp"
#include "../forecast/moves.hpp"
#include "../insight/common_points.hpp"
#include "../model/term_moves.hpp"
#include "../money/bargain.hpp"

namespace buygraph {

/// P(ours) at other terms than today's, all on the points of one forecast, so that what lies between two of them is not noise.
///
/// Every price and every term is a move: the score shifts after the evidence, in every sample alike. The deal and the model have to outlive it.
class TermForecasts {
  public:
    /// \param model  compiled from the deal
    TermForecasts(const Deal& deal, const DecisionModel& model, ForecastOptions options) : deal_(deal), model_(model), options_(std::move(options)), bargain_(money::bargain(deal)) {}

    [[nodiscard]] const Deal& deal() const { return deal_; }
    [[nodiscard]] const DecisionModel& model() const { return model_; }
    [[nodiscard]] const money::Bargain& bargain() const { return bargain_; }
    [[nodiscard]] const ForecastOptions& options() const { return options_; }

    /// The model at these terms, with the worlds planned for it.
    [[nodiscard]] forecasting::MovedWorlds at(const Terms& terms) const { return forecasting::make_moves(model_, term_moves(deal_, model_, terms)); }

    /// P(ours) at these terms.
    /// \throws Interrupted  when options.interrupt says so
    /// Cost: that of a forecast without intervals and falls of variance.
    [[nodiscard]] Estimate win(const Terms& terms) const {
        const forecasting::MovedWorlds moved = at(terms);
        return win_on_common_points(moved.model, moved.plan, options_);
    }

  private:
    const Deal& deal_;
    const DecisionModel& model_;
    ForecastOptions options_;
    money::Bargain bargain_;
};

}  // namespace buygraph
