#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "distances.hpp"

namespace buygraph::graph {

/// How near a person is to those whom he sways.
struct Closeness {
    double closeness = 0;  ///< 0..1 where no length is below 1
    double harmonic = 0;   ///< likewise
};

/// Closeness and harmonic centrality of everybody, by the distances from him to others.
///
/// Closeness is (r / (n − 1)) · (r / Σ distance), r the number of others reached (Wasserman and Faust's form for networks in pieces); harmonic is
/// Σ 1 / distance, divided by n − 1, and the safer of the two in pieces. Directed: ways go from him, from → to (networkx measures ways
/// towards the person: reverse the ties to compare). Weighted: length 1 / strength, or steps. Positive ties only. One who reaches nobody has 0.
/// Cost: O(people · (people + ties) · log people). Source: Wasserman and Faust 1994, p. 201; Rochat 2009; Boldi and Vigna 2014, doi:10.1080/15427951.2013.865686.
[[nodiscard]] inline std::vector<Closeness> closeness(const Ties& ties, Length length = Length::inverse_strength, const Interrupt& interrupt = {}) {
    const std::size_t n = ties.people();
    std::vector<Closeness> result(n);
    for (std::size_t person = 0; person < n; ++person) {
        detail::look_for(interrupt);
        double reached = 0, sum = 0, inverse = 0;
        for (const double distance : distances(ties, person, length)) {
            if (distance == 0 || std::isinf(distance)) continue;
            ++reached;
            sum += distance;
            inverse += 1 / distance;
        }
        if (reached == 0) continue;
        const auto others = static_cast<double>(n - 1);
        result[person] = {.closeness = reached / others * (reached / sum), .harmonic = inverse / others};
    }
    return result;
}

}  // namespace buygraph::graph
