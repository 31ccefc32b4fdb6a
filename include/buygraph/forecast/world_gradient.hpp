#pragma once

#include <cstddef>
#include <vector>

namespace buygraph::forecasting {

/// The derivatives of one chance by everything that a state of the world is made of.
struct WorldGradient {
    std::vector<double> attitude;        ///< 2·n·m, by AttitudeIndex
    std::vector<double> factor;          ///< 2·n·m × rank: by the entries of the plan's factor
    std::vector<double> strength;        ///< n × n, row i: by how much each j moves i, with ξ = 0
    std::vector<double> tie;             ///< by the strength of each tie of the model, before its ξ
    std::vector<double> susceptibility;  ///< n
    std::vector<double> voice;           ///< n, by ω
    double veto_line = 0;
};

/// Which of them are asked for.
enum class Slopes { all, attitudes };

}  // namespace buygraph::forecasting
