#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "../deal/deal.hpp"
#include "../numbers/sort_stably.hpp"
#include "../separate.hpp"
#include "attribution.hpp"
#include "common_points.hpp"

namespace buygraph {

/// One place at which two versions of a deal differ, ready to be told.
struct EditedPlace {
    std::string path;               ///< as edits name it: "people/chen/susceptibility"
    std::string part;               ///< of the deal, the first step: "people", "evidence", "decision"
    std::string field;              ///< of the entry; empty: the whole entry came or went
    OrderedMap<std::string> names;  ///< what it is about, by id: person, offer, concern, role, from, to, kind, about, source, date
    std::string was, now;           ///< the values in short; empty: nothing there
};

/// Edits that belong together, and their share of the change in P(ours).
struct ExplainedEdit {
    std::vector<EditedPlace> places;
    std::size_t group = 0;      ///< index of the group as it was given
    Estimate share;             ///< in P(ours), signed; its error is that of the forecast's points
    double sampling_error = 0;  ///< standard error over the sampled orders; 0 where exact
    bool read = true;           ///< false: no forecast reads these places, and the share is 0

    [[nodiscard]] double value() const { return share.value(); }
    /// Of the points and of the sampled orders together.
    [[nodiscard]] double standard_error() const { return std::hypot(share.standard_error(), sampling_error); }
};

/// Two versions of a deal: P(ours) of each on common points, and each edit's share of what lies between.
struct Comparison {
    Estimate before, after;
    std::vector<ExplainedEdit> edits;  ///< by absolute share, the greatest first; the shares add up to the change
    bool exact = true;                 ///< every combination of edits was forecast; false: sampled orders of editing
    std::size_t forecasts = 0;         ///< how many were made

    [[nodiscard]] Estimate change() const { return after - before; }
};

/// Forecasts the deal under each coalition of edits and divides the change in P(ours) by Shapley values.
///
/// An edit's share is what it changes, averaged over all orders in which the edits could have been made: exact for up to 12 groups, sampled beyond.
/// Every deal is compiled anew, so its evidence is read again and absorbs a part of an edit, as in an edited file and unlike a move. All forecasts use the
/// same points. Deterministic in (deals, samples, seed): the same bits for any number of threads.
///
/// \param groups     what each group of edits is about
/// \param plan       from plan_attribution(groups.size())
/// \param deal_with  the deal with the edits of a coalition, which has to be valid; called from several threads
/// \throws Interrupted  when options.interrupt says so
/// Cost: a forecast for each coalition of the plan.
[[nodiscard]] BUYGRAPH_HEAVY Comparison explain_change(std::vector<std::vector<EditedPlace>> groups, const AttributionPlan& plan, const std::function<Deal(const Coalition&)>& deal_with, const ForecastOptions& options);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_INSIGHT)

#include "../forecast/tasks.hpp"
#include "../model/compile.hpp"

namespace buygraph {

BUYGRAPH_HEAVY Comparison explain_change(std::vector<std::vector<EditedPlace>> groups, const AttributionPlan& plan, const std::function<Deal(const Coalition&)>& deal_with, const ForecastOptions& options) {
    std::vector<Estimate> values(plan.coalitions.size());
    ForecastOptions one = options;
    one.threads = 1;
    one.variance_by_group = false;
    forecasting::run_tasks(values.size(), options.threads ? options.threads : forecasting::machine_threads(), [&](std::size_t i) { values[i] = win_on_common_points(compile_valid(deal_with(plan.coalitions[i])), one); });

    Comparison result{values.front(), values.back(), {}, plan.exact, values.size()};
    for (std::size_t group = 0; group < groups.size(); ++group) result.edits.push_back({std::move(groups[group]), group, {}, 0, true});
    std::vector<double> column(values.size());
    const auto divided = [&](auto of) {
        std::transform(values.begin(), values.end(), column.begin(), of);
        return attribute(plan, column);
    };
    for (std::size_t s = 0; s < forecasting::scrambles; ++s) {
        const Attribution part = divided([s](const Estimate& value) { return value.by_scramble[s]; });
        for (std::size_t group = 0; group < result.edits.size(); ++group) result.edits[group].share.by_scramble[s] = part.shares[group];
    }
    const Attribution whole = divided([](const Estimate& value) { return value.value(); });
    for (std::size_t group = 0; group < result.edits.size(); ++group) result.edits[group].sampling_error = whole.sampling_error[group];
    numbers::sort_stably(result.edits, [](const ExplainedEdit& left, const ExplainedEdit& right) { return std::abs(left.value()) > std::abs(right.value()); });
    return result;
}

}  // namespace buygraph

#endif
