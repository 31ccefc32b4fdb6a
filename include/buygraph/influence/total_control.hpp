#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <string>
#include <vector>

#include "../deal/number_text.hpp"
#include "../error.hpp"
#include "columns.hpp"
#include "large_equilibrium.hpp"
#include "refinement.hpp"
#include "sparse_network.hpp"

namespace buygraph::influence {

/// How much of what some people will think in the end comes from whom.
struct Control : Iteration {
    std::vector<double> shares;  ///< of each person; without negative weights and with rows of W that add to 1 they add to the sum of the targets
};

/// What comes from whom in a weighted mean of final attitudes: targets' V, one number a person, by one adjoint solve and without V.
///
/// With a single target of weight 1 that is his row of the control matrix: whom to win over to win him. With 1/n for everybody it is Friedkin's total effects centrality: `total_control`.
///
/// \param network         who listens to whom
/// \param heard_by        `transposed(network)`, which one may keep for more questions
/// \param susceptibility  n, in [0, 1], as for `equilibrium`
/// \param targets         n, the weight of each person's final attitude; any finite numbers
/// \throws InputError  naming who
/// Cost: as an equilibrium of one column, and once more through the ties. Source: Friedkin 1991, doi:10.1086/229694 (total effects).
[[nodiscard]] inline Control control_over(const SparseNetwork& network, const SparseNetwork& heard_by, std::span<const double> susceptibility, std::span<const double> targets, const SolveOptions& options = {}) {
    detail::require_susceptibility(network, susceptibility);
    const std::size_t people = network.people();
    if (targets.size() != people) throw InputError("targets", std::to_string(targets.size()) + " values", std::to_string(people) + ", one for each person");
    double scale = 0;
    for (std::size_t i = 0; i < people; ++i) {
        if (!std::isfinite(targets[i])) throw InputError("targets, " + detail::person_called(network, i), number_text(targets[i]), "finite numbers");
        scale = std::max(scale, std::abs(targets[i]));
    }
    // V't = (I − Λ) y with y = t + W'Λ y. With u = Λ y that is u = Λ t + Λ W' u, a network like any other, and then y = t + W' u.
    Matrix u(people, 1);
    for (std::size_t i = 0; i < people; ++i) u(i, 0) = susceptibility[i] * targets[i];
    Control result;
    static_cast<Iteration&>(result) = solve_network(heard_by, susceptibility, u, std::vector{scale > 0 ? scale : 1.0}, options);
    std::vector<double> by_position(people);
    for (std::size_t at = 0; at < people; ++at) by_position[at] = u(heard_by.person[at], 0);
    result.shares.resize(people);
    for_shares(people, options.threads ? options.threads : numbers::machine_threads(), [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end; ++at) {
            const std::size_t person = heard_by.person[at];
            double heard = heard_by.own[at] * by_position[at];
            for (std::uint64_t k = heard_by.first[at]; k < heard_by.first[at + 1]; ++k) heard += heard_by.strengths[k] * by_position[heard_by.others[k]];
            result.shares[person] = (1 - susceptibility[person]) * (targets[person] + heard);
        }
    });
    return result;
}

/// The share of each person in what everybody will think, on average: the column means of the control matrix, by one adjoint solve.
[[nodiscard]] inline Control total_control(const SparseNetwork& network, const SparseNetwork& heard_by, std::span<const double> susceptibility, const SolveOptions& options = {}) {
    const std::vector<double> everybody(network.people(), 1 / static_cast<double>(network.people()));
    return control_over(network, heard_by, susceptibility, everybody, options);
}

/// The people with the greatest shares by size, the greatest first; equals by index.
///
/// Cost: O(people + count · log count).
[[nodiscard]] inline std::vector<std::size_t> strongest(std::span<const double> shares, std::size_t count) {
    std::vector<std::size_t> people(shares.size());
    std::iota(people.begin(), people.end(), std::size_t{0});
    const auto before = [&](std::size_t a, std::size_t b) { return std::abs(shares[a]) > std::abs(shares[b]) || (std::abs(shares[a]) == std::abs(shares[b]) && a < b); };
    const auto end = people.begin() + static_cast<std::ptrdiff_t>(std::min(count, people.size()));
    if (end != people.end()) std::nth_element(people.begin(), end, people.end(), before);
    std::sort(people.begin(), end, before);
    people.erase(end, people.end());
    return people;
}

}  // namespace buygraph::influence
