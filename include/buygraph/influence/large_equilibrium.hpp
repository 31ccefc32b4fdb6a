#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "../deal/number_text.hpp"
#include "../error.hpp"
#include "matrix.hpp"
#include "refinement.hpp"
#include "sparse_network.hpp"

namespace buygraph::influence {

/// Where attitudes in a large network come to rest, and how well that is known.
struct LargeEquilibrium : Iteration {
    Matrix attitudes;  ///< people × columns
};

namespace detail {

[[nodiscard]] inline std::string person_called(const SparseNetwork& network, std::size_t person) {
    return network.name ? network.name(person) : "person " + std::to_string(person);
}

/// People who hear, directly or through others, nobody that keeps some of his own attitude: with them there is no rest point, or not only one. By index, rising.
///
/// Cost: O(people) where nobody's susceptibility is 1, otherwise O(people + ties) and a transposed network.
[[nodiscard]] inline std::vector<std::size_t> unanchored(const SparseNetwork& network, std::span<const double> susceptibility) {
    std::vector<bool> anchored(network.people());
    std::vector<std::uint32_t> next;
    for (std::uint32_t i = 0; i < anchored.size(); ++i)
        if (susceptibility[network.person[i]] * network.attention[i] < 1 - 1e-12) anchored[i] = true, next.push_back(i);
    std::vector<std::size_t> without;
    if (next.size() == anchored.size()) return without;

    const SparseNetwork heard_by = transposed(network);
    while (!next.empty()) {
        const std::uint32_t i = next.back();
        next.pop_back();
        for (const std::uint32_t listener : heard_by.listening().row(i))
            if (!anchored[listener]) anchored[listener] = true, next.push_back(listener);
    }
    for (std::size_t person = 0; person < anchored.size(); ++person)
        if (!anchored[network.position[person]]) without.push_back(person);
    return without;
}

inline void require_susceptibility(const SparseNetwork& network, std::span<const double> susceptibility) {
    if (susceptibility.size() != network.people())
        throw InputError("susceptibility", std::to_string(susceptibility.size()) + " values", std::to_string(network.people()) + ", one for each person");
    for (std::size_t i = 0; i < susceptibility.size(); ++i)
        if (!(susceptibility[i] >= 0 && susceptibility[i] <= 1))
            throw InputError("susceptibility, " + person_called(network, i), number_text(susceptibility[i]), "a number from 0 to 1");

    const std::vector<std::size_t> without = unanchored(network, susceptibility);
    if (without.empty()) return;
    std::string given = "1 for " + std::to_string(without.size()) + (without.size() == 1 ? " person who listens to nobody else: " : " people who listen only to each other, in one group or several: ");
    for (std::size_t k = 0; k < std::min<std::size_t>(without.size(), 10); ++k) given += (k ? ", " : "") + person_called(network, without[k]);
    if (without.size() > 10) given += ", …";
    throw InputError("susceptibility", given, "less than 1 for somebody to whom each of them listens, directly or through others; where people only average there is degroot");
}

}  // namespace detail

/// Where attitudes come to rest in a network of millions: as `equilibrium`, by iteration, on the ties alone.
///
/// Susceptibility may be 1 for people who hear somebody with less, however far away. Nobody's attitude is off by more than residual · largest |attitude| / (1 − largest s_i Σ_j |W[i,j]|).
/// The bits are the same for any number of threads.
///
/// \param susceptibility  n, in [0, 1]
/// \param attitudes       n × columns
/// \throws InputError  naming who: an attitude that is not finite, a group without a rest point of its own; too little memory
/// Cost: iterations · (people + ties), the same for four columns as for two; some 15 iterations are usual for a residual of 1e-8. Source: as `equilibrium`.
[[nodiscard]] inline LargeEquilibrium equilibrium(const SparseNetwork& network, std::span<const double> susceptibility, Matrix attitudes, const SolveOptions& options = {}) {
    detail::require_susceptibility(network, susceptibility);
    if (attitudes.rows != network.people() || attitudes.columns == 0)
        throw InputError("attitudes", std::to_string(attitudes.rows) + " rows", std::to_string(network.people()) + ", one for each person, and a column or more");
    std::vector<double> scales(attitudes.columns, 0);
    for (std::size_t i = 0; i < attitudes.rows; ++i)
        for (std::size_t c = 0; c < attitudes.columns; ++c) {
            double& value = attitudes(i, c);
            if (!std::isfinite(value)) throw InputError("attitudes, " + detail::person_called(network, i), number_text(value), "finite numbers");
            scales[c] = std::max(scales[c], std::abs(value));
            value *= 1 - susceptibility[i];
        }
    for (double& scale : scales)
        if (scale == 0) scale = 1;
    LargeEquilibrium result;
    static_cast<Iteration&>(result) = solve_network(network, susceptibility, attitudes, scales, options);
    result.attitudes = std::move(attitudes);
    return result;
}

}  // namespace buygraph::influence
