#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <queue>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ties.hpp"

namespace buygraph::graph {

/// What the length of a tie is.
enum class Length {
    inverse_strength,  ///< 1 / weight: a strong tie is short
    steps              ///< 1, whatever the weight
};

/// Asked now and then during long work; true stops it with `Interrupted`.
using Interrupt = std::function<bool()>;

namespace detail {

[[nodiscard]] inline double length_of(const Tie& tie, Length length) { return length == Length::steps ? 1 : 1 / tie.weight; }

/// Sums of the same lengths in another order must not make one of two equal ways the shorter.
[[nodiscard]] inline bool clearly_shorter(double way, double other) { return way < other - 1e-12 * other; }

inline void look_for(const Interrupt& interrupt) {
    if (interrupt && interrupt()) throw Interrupted();
}

}  // namespace detail

/// How far everybody is from one person along positive ties, from → to; infinite where no way leads there, 0 for himself.
///
/// Negative ties are not walked: they carry no support. Dijkstra's algorithm with a binary heap.
/// \throws InputError  a source that is not there
/// Cost: O((people + ties) · log people). Source: Dijkstra 1959, doi:10.1007/BF01386390; length 1 / strength: Newman 2001, doi:10.1103/PhysRevE.64.016132.
[[nodiscard]] inline std::vector<double> distances(const Ties& ties, std::size_t source, Length length = Length::inverse_strength) {
    ties.require_person(source, "source");
    using Stop = std::pair<double, std::size_t>;
    std::vector<double> distance(ties.people(), std::numeric_limits<double>::infinity());
    std::priority_queue<Stop, std::vector<Stop>, std::greater<>> queue;
    distance[source] = 0;
    queue.emplace(0, source);
    while (!queue.empty()) {
        const auto [so_far, person] = queue.top();
        queue.pop();
        if (so_far > distance[person]) continue;
        for (const Tie& tie : ties.from(person)) {
            if (tie.weight <= 0) continue;
            const double way = so_far + detail::length_of(tie, length);
            if (way >= distance[tie.to]) continue;
            distance[tie.to] = way;
            queue.emplace(way, tie.to);
        }
    }
    return distance;
}

}  // namespace buygraph::graph
