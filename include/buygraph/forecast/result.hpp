#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "options.hpp"

namespace buygraph {

/// An interval of chances over states of the world: 10 % lie below it and 10 % above.
struct Interval {
    double low = 0;
    double high = 0;
};

/// The three ways in which nothing is decided.
struct NoDecision {
    double blocked = 0;    ///< every offer vetoed
    double stalemate = 0;  ///< no offer got the votes
    double refused = 0;    ///< an offer was chosen and not bought
};

/// By which share the variance of P(ours) would fall if all errors of a group were known to be at their posterior mean.
/// These need not add up. 0 where nothing is uncertain.
struct VarianceFall {
    double score = 0;
    double deviation = 0;  ///< with the drift to the day of the decision
    double importance = 0;
    double tie = 0;
};

/// How a deal will end, as far as it is known: the mean over states of the world of the closed-form decision.
///
/// Vectors follow the model's offers; index 0, the status quo, stands for no decision. Not calibrated: the constants of the model
/// have not been fitted to outcomes of deals.
struct Forecast {
    std::vector<std::string> offers;     ///< ids, m
    std::size_t ours = 1;                ///< index of our offer
    std::vector<double> outcomes;        ///< m, add to 1
    std::vector<double> standard_error;  ///< m, of the samples, from the scrambles
    std::vector<Interval> intervals;     ///< m, over states of the world: what we do not know
    NoDecision no_decision;
    double variance = 0;                 ///< of P(ours) over states of the world
    std::optional<VarianceFall> variance_fall;  ///< where ForecastOptions::variance_by_group asked for it
    std::size_t samples = 0;
    std::uint64_t seed = 0;
    Sampling method = Sampling::sobol;
    std::size_t plain_dimensions = 0;    ///< random dimensions beyond the Sobol table, which used plain random numbers
    bool calibrated = false;

    [[nodiscard]] double win() const { return outcomes[ours]; }
    [[nodiscard]] Interval interval() const { return intervals[ours]; }
};

}  // namespace buygraph
