#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "betweenness.hpp"
#include "small_betweenness.hpp"
#include "ties.hpp"

namespace buygraph::graph {

/// Many networks in one call.
struct TiesBatch {
    std::vector<std::size_t> people;  ///< how many in each network
    std::vector<std::size_t> first;   ///< first[g] to first[g + 1]: the ties of network g; one longer than `people`
    std::vector<Tie> ties;            ///< people count from 0 in each network; parallel ties add up

    /// \throws InputError  naming the network
    void require_valid() const {
        if (first.size() != people.size() + 1 || first.front() != 0 || first.back() != ties.size())
            throw InputError("first", std::to_string(first.size()) + " values", "one for each network and the count of ties, from 0");
        for (std::size_t g = 0; g < people.size(); ++g) {
            const std::string where = "network " + std::to_string(g);
            if (first[g] > first[g + 1] || first[g + 1] > ties.size()) throw InputError(where, "ties that end before they begin", "rising positions");
            for (std::size_t i = first[g]; i < first[g + 1]; ++i) {
                if (ties[i].from >= people[g] || ties[i].to >= people[g]) throw InputError(where, std::to_string(std::max(ties[i].from, ties[i].to)), "a person's index below " + std::to_string(people[g]));
                if (!std::isfinite(ties[i].weight)) throw InputError(where, number_text(ties[i].weight), "a finite weight");
            }
        }
    }
};

/// Betweenness in each of many networks, one after the other in one list; every value as `betweenness` gives it.
///
/// Choose it for many small networks: those of up to 64 people are measured without building anything, larger ones as by `betweenness`.
/// Cost: for a network of up to 64 people O(people · ties of shortest ways) by steps, O(people³) at most by lengths.
[[nodiscard]] inline std::vector<double> betweenness_batch(const TiesBatch& batch, const BetweennessOptions& options = {}) {
    batch.require_valid();
    std::size_t everybody = 0;
    for (const std::size_t people : batch.people) everybody += people;
    std::vector<double> result(everybody);
    const auto small = std::make_unique<detail::SmallBetweenness>();
    std::span<double> rest = result;
    for (std::size_t g = 0; g < batch.people.size(); ++g) {
        const std::size_t n = batch.people[g];
        const std::span<double> values = rest.first(n);
        rest = rest.subspan(n);
        const auto ties = std::span<const Tie>(batch.ties).subspan(batch.first[g], batch.first[g + 1] - batch.first[g]);
        if (n > detail::SmallBetweenness::most_people) {
            const std::vector<double> measured = betweenness(Ties(n, ties), options);
            std::copy(measured.begin(), measured.end(), values.begin());
            continue;
        }
        if (g % 256 == 0) detail::look_for(options.interrupt);
        small->compute(ties, options.length, values);
        const double scale = detail::betweenness_scale(n, options.normalised);
        for (double& value : values) value *= scale;
    }
    return result;
}

}  // namespace buygraph::graph
