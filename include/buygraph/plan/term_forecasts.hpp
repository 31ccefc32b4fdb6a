#pragma once

#include <cstddef>
#include <vector>

#include "../deal/deal.hpp"
#include "../model/term_moves.hpp"
#include "../money/bargain.hpp"
#include "score_shifts.hpp"
#include "stored_worlds.hpp"

namespace buygraph {

/// P(ours) at other terms than today's, all on the samples of one forecast, so that what lies between two of them is not noise.
///
/// Every price and every term is a move: the score shifts after the evidence, in every sample alike, for all who have no view of their own. The deal and the model have to outlive it.
class TermForecasts {
  public:
    /// \param model  compiled from the deal
    /// \throws InputError   samples out of range
    /// \throws Interrupted  when options.interrupt says so
    /// Cost: that of StoredWorlds.
    TermForecasts(const Deal& deal, const DecisionModel& model, const ForecastOptions& options) : deal_(deal), interrupt_(options.interrupt), bargain_(money::bargain(deal)), worlds_(model, options) {}

    [[nodiscard]] const Deal& deal() const { return deal_; }
    [[nodiscard]] const DecisionModel& model() const { return worlds_.model(); }
    [[nodiscard]] const money::Bargain& bargain() const { return bargain_; }

    /// How everybody's own attitude to our offer changes: 2 × n, by gate and person.
    [[nodiscard]] Matrix shift(const Terms& terms) const {
        const ConcernTable& table = model().table;
        Matrix views(model().people_count(), table.concerns.size());
        for (const Move& move : term_moves(deal_, model(), terms)) {
            const std::size_t k = model().concern(move.concern), place = model().ours * table.concerns.size() + k;
            for (std::size_t i = 0; i < views.rows; ++i)
                if (!table.perceived[i][place]) views(i, k) = *move.by;
        }
        return attitude_shift(model(), views);
    }

    /// P(ours) at these terms.
    /// \throws Interrupted  when options.interrupt says so
    /// Cost: a tenth of a forecast or less.
    [[nodiscard]] Estimate win(const Terms& terms) const {
        if (interrupt_ && interrupt_()) throw Interrupted();
        return worlds_.win_with(shift(terms));
    }

  private:
    const Deal& deal_;
    forecasting::Interrupt interrupt_;
    money::Bargain bargain_;
    StoredWorlds worlds_;
};

}  // namespace buygraph
