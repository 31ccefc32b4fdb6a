#pragma once

#include "../forecast/options.hpp"

namespace buygraph {

/// What rows of a portfolio hold, and how they are computed. What is dear beyond the forecast is asked for.
struct PortfolioOptions {
    ForecastOptions forecast;     ///< threads: deals side by side, each alone on one thread
    bool movers = false;          ///< the top mover of each deal: two fifths on top of its forecast
    bool blind_spots = false;     ///< its blind spots: some dozens of small forecasts
    bool steps = false;           ///< its plan for the next weeks: several forecasts of 1,024 samples, and some hundred scorings
    double weeks = 4;             ///< of the plan, for which the team's weekly hours count
};

}  // namespace buygraph
