#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <span>

#include "../deal/catalog.hpp"

namespace buygraph {

/// A score and how sure we are of it, in points from 0 to 10.
struct Score {
    double mean;
    double sd;
};

/// The score that a measure stands for: linear between the points, the end score outside them.
///
/// The sd of the measure is carried by the slope of its segment (a measure on an inner point belongs to the segment that ends
/// there); without an sd the score has 1 point. Outside the points the sd is 0.5 points, whatever was given.
///
/// \param points   at least two, by rising measure
/// \param measure  in the concern's unit
/// \param sd       of the measure, in the same unit
/// Cost: O(points).
[[nodiscard]] inline Score measured_score(std::span<const ValuePoint> points, double measure, std::optional<double> sd) {
    if (measure < points.front().measure) return {points.front().score, 0.5};
    if (measure > points.back().measure) return {points.back().score, 0.5};
    std::size_t end = 1;
    while (end + 1 < points.size() && measure > points[end].measure) ++end;
    const ValuePoint& from = points[end - 1];
    const ValuePoint& to = points[end];
    const double slope = (to.score - from.score) / (to.measure - from.measure);
    return {from.score + slope * (measure - from.measure), sd ? std::abs(slope) * *sd : 1.0};
}

}  // namespace buygraph
