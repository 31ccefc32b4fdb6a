#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <queue>
#include <utility>
#include <vector>

#include "distances.hpp"

namespace buygraph::graph {

/// How betweenness is measured.
struct BetweennessOptions {
    Length length = Length::inverse_strength;
    bool normalised = true;  ///< divided by (n − 1)(n − 2), the ordered pairs of others; 0 for n ≤ 2
    Interrupt interrupt = {};
};

namespace detail {

/// Shortest ways from one source at a time: how many lead to each, and through whom.
class ShortestWays {
  public:
    ShortestWays(const Ties& ties, Length length) : ties_(ties), length_(length), distance_(ties.people()), ways_(ties.people()), dependency_(ties.people()), before_(ties.people()) {}

    /// Adds what the source's shortest ways pass through each person.
    void add_from(std::size_t source, std::vector<double>& total) {
        search(source);
        std::fill(dependency_.begin(), dependency_.end(), 0.0);
        for (std::size_t i = order_.size(); i-- > 1;) {  // the farthest first; the source itself is the first in order
            const std::size_t person = order_[i];
            const double each = (1 + dependency_[person]) / ways_[person];
            for (const std::size_t last : before_[person]) dependency_[last] += ways_[last] * each;
            total[person] += dependency_[person];
        }
    }

  private:
    void search(std::size_t source) {
        std::fill(distance_.begin(), distance_.end(), std::numeric_limits<double>::infinity());
        std::fill(ways_.begin(), ways_.end(), 0.0);
        order_.clear();
        settled_.assign(ties_.people(), false);
        distance_[source] = 0;
        ways_[source] = 1;
        queue_.emplace(0, source);
        while (!queue_.empty()) {
            const std::size_t person = queue_.top().second;
            queue_.pop();
            if (settled_[person]) continue;
            settled_[person] = true;
            order_.push_back(person);
            for (const Tie& tie : ties_.from(person))
                if (tie.weight > 0 && !settled_[tie.to]) walk(person, tie);
        }
    }

    void walk(std::size_t person, const Tie& tie) {
        const double way = distance_[person] + length_of(tie, length_);
        if (clearly_shorter(way, distance_[tie.to]) || ways_[tie.to] == 0) {
            distance_[tie.to] = way;
            ways_[tie.to] = ways_[person];
            before_[tie.to].assign(1, person);
            queue_.emplace(way, tie.to);
        } else if (!clearly_shorter(distance_[tie.to], way)) {
            ways_[tie.to] += ways_[person];
            before_[tie.to].push_back(person);
        }
    }

    using Stop = std::pair<double, std::size_t>;
    const Ties& ties_;
    Length length_;
    std::vector<double> distance_, ways_, dependency_;
    std::vector<std::vector<std::size_t>> before_;
    std::vector<std::size_t> order_;
    std::vector<bool> settled_;
    std::priority_queue<Stop, std::vector<Stop>, std::greater<>> queue_;
};

/// What sums over ordered pairs of others are multiplied by.
[[nodiscard]] inline double betweenness_scale(std::size_t people, bool normalised) {
    if (!normalised) return 1;
    if (people <= 2) return 0;
    return 1 / (static_cast<double>(people - 1) * static_cast<double>(people - 2));
}

}  // namespace detail

/// Betweenness of everybody: the share of shortest ways between two others that lead through him; a broker's measure.
///
/// Directed: ordered pairs, ways from → to, so normalised it is divided by (n − 1)(n − 2) and lies in 0..1; n ≤ 2 gives 0. For an undirected network
/// give both directions of every tie: normalised values are the usual ones, others twice the usual. Weighted: length 1 / strength, or every tie one step; ways
/// that differ by less than 1e-12 of their length are equally short. Positive ties only. A tie to oneself changes nothing.
/// \throws Interrupted  when options.interrupt says so
/// Cost: O(people · (people + ties) · log people). Many small networks: betweenness_batch.hpp. Source: Freeman 1977, doi:10.2307/3033543; Brandes 2001, doi:10.1080/0022250X.2001.9990249.
[[nodiscard]] inline std::vector<double> betweenness(const Ties& ties, const BetweennessOptions& options = {}) {
    const std::size_t n = ties.people();
    std::vector<double> total(n, 0);
    detail::ShortestWays ways(ties, options.length);
    for (std::size_t source = 0; source < n; ++source) {
        detail::look_for(options.interrupt);
        ways.add_from(source, total);
    }
    const double scale = detail::betweenness_scale(n, options.normalised);
    for (double& value : total) value *= scale;
    return total;
}

}  // namespace buygraph::graph
