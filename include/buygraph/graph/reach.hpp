#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "ties.hpp"

namespace buygraph::graph {

/// How many others one person gets to.
struct Reach {
    std::size_t people = 0;  ///< others, himself not counted
    double share = 0;        ///< of all others: people / (n − 1); 0 where there is nobody else
};

/// How far each person's word carries: the others whom he sways directly or through others.
///
/// Directed, from → to, along positive ties only: support does not travel over an opponent. Not weighted: a faint tie is a tie.
/// Normalised: `share` is 1 for one who reaches everybody else.
///
/// \param steps  the longest way counted; any length unless given. 1: those he sways directly; 0: nobody
/// Cost: O(people · ties).
[[nodiscard]] inline std::vector<Reach> reach(const Ties& ties, std::optional<std::size_t> steps = std::nullopt) {
    const std::size_t n = ties.people();
    std::vector<Reach> result(n);
    std::vector<std::size_t> seen_by(n, n);  // the last person from whom each was seen
    std::vector<std::size_t> frontier, next;
    for (std::size_t person = 0; person < n; ++person) {
        frontier.assign(1, person);
        seen_by[person] = person;
        for (std::size_t step = 0; !frontier.empty() && (!steps || step < *steps); ++step) {
            next.clear();
            for (const std::size_t at : frontier)
                for (const Tie& tie : ties.from(at)) {
                    if (tie.weight <= 0 || seen_by[tie.to] == person) continue;
                    seen_by[tie.to] = person;
                    next.push_back(tie.to);
                }
            result[person].people += next.size();
            std::swap(frontier, next);
        }
        if (n > 1) result[person].share = static_cast<double>(result[person].people) / static_cast<double>(n - 1);
    }
    return result;
}

}  // namespace buygraph::graph
