#pragma once

#include <cstddef>
#include <vector>

namespace buygraph::forecasting {

/// Sums over samples of the derivatives of one chance, by everything that a state of the world is made of.
struct WorldGradient {
    std::vector<double> attitude;        ///< 2·n·m, by AttitudeIndex
    std::vector<double> factor;          ///< 2·n·m × rank: by the entries of the plan's factor
    std::vector<double> strength;        ///< n × n, row i: by how much each j moves i, with ξ = 0
    std::vector<double> tie;             ///< by the strength of each tie of the model, before its ξ
    std::vector<double> susceptibility;  ///< n
    std::vector<double> voice;           ///< n, by ω
    double veto_line = 0;

    /// The first addition sets the sizes.
    WorldGradient& operator+=(const WorldGradient& other) {
        for (const auto part : {&WorldGradient::attitude, &WorldGradient::factor, &WorldGradient::strength, &WorldGradient::tie, &WorldGradient::susceptibility, &WorldGradient::voice}) {
            std::vector<double>& into = this->*part;
            const std::vector<double>& what = other.*part;
            into.resize(what.size());
            for (std::size_t i = 0; i < what.size(); ++i) into[i] += what[i];
        }
        veto_line += other.veto_line;
        return *this;
    }
    WorldGradient& operator*=(double times) {
        for (const auto part : {&WorldGradient::attitude, &WorldGradient::factor, &WorldGradient::strength, &WorldGradient::tie, &WorldGradient::susceptibility, &WorldGradient::voice})
            for (double& one : this->*part) one *= times;
        veto_line *= times;
        return *this;
    }
};

}  // namespace buygraph::forecasting
