#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "ties.hpp"

namespace buygraph::graph {

/// How many ties one person has and how strong they are.
struct Degree {
    std::size_t in = 0;       ///< ties that come in
    std::size_t out = 0;      ///< ties that go out
    double in_strength = 0;   ///< the sizes of what comes in, added up
    double out_strength = 0;  ///< the sizes of what goes out, added up

    bool operator==(const Degree&) const = default;
};

/// Degree and strength of everybody, not normalised.
///
/// Directed: in is how many move him, out how many he moves. Weighted: a strength adds up the sizes of weights. A negative tie counts like any
/// other, and by its size: who is opposed is not out of the network. A tie to himself counts once in and once out.
/// Cost: O(people + ties). Source: Freeman 1978, doi:10.1016/0378-8733(78)90021-7; Barrat et al. 2004 (strength), doi:10.1073/pnas.0400087101.
[[nodiscard]] inline std::vector<Degree> degrees(const Ties& ties) {
    std::vector<Degree> result(ties.people());
    for (const Tie& tie : ties.all()) {
        ++result[tie.from].out;
        ++result[tie.to].in;
        result[tie.from].out_strength += std::abs(tie.weight);
        result[tie.to].in_strength += std::abs(tie.weight);
    }
    return result;
}

}  // namespace buygraph::graph
