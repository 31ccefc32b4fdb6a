#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include <buygraph/influence/matrix.hpp>
#include <buygraph/influence/sparse_network.hpp>

/// Networks for tests, dense and sparse.
namespace sparse {

using buygraph::Matrix;
using buygraph::influence::NetworkOptions;
using buygraph::influence::SparseNetwork;

/// The rows of a dense matrix as CSR.
struct Rows {
    std::vector<std::int32_t> first{0}, columns;
    std::vector<double> strengths;

    explicit Rows(const Matrix& dense) {
        for (std::size_t i = 0; i < dense.rows; ++i) {
            for (std::size_t j = 0; j < dense.columns; ++j)
                if (dense(i, j) != 0) columns.push_back(static_cast<std::int32_t>(j)), strengths.push_back(dense(i, j));
            first.push_back(static_cast<std::int32_t>(columns.size()));
        }
    }
};

inline SparseNetwork network(const Matrix& dense, const NetworkOptions& options = {}) {
    const Rows rows(dense);
    return buygraph::influence::network_of_rows(rows.first, rows.columns, rows.strengths, options);
}

/// A random matrix: each entry there with a chance, diagonal included, absolute values of a row adding to `attention` at most.
inline Matrix random_influence(std::size_t people, double chance, bool with_minus, unsigned seed, double attention = 1) {
    std::mt19937 bits(seed);
    std::uniform_real_distribution<double> uniform(0, 1);
    Matrix influence(people, people);
    for (std::size_t i = 0; i < people; ++i) {
        double sum = 0;
        for (std::size_t j = 0; j < people; ++j)
            if (uniform(bits) < chance) {
                influence(i, j) = (with_minus && uniform(bits) < .3 ? -1 : 1) * uniform(bits);
                sum += std::abs(influence(i, j));
            }
        for (std::size_t j = 0; sum > 0 && j < people; ++j) influence(i, j) *= attention / sum;
    }
    return influence;
}

inline std::vector<double> random_numbers(std::size_t count, double low, double high, unsigned seed) {
    std::mt19937 bits(seed);
    std::uniform_real_distribution<double> uniform(low, high);
    std::vector<double> values(count);
    for (double& value : values) value = uniform(bits);
    return values;
}

inline Matrix random_attitudes(std::size_t people, std::size_t columns, unsigned seed) {
    Matrix result(people, columns);
    result.values = random_numbers(people * columns, -1, 1, seed);
    return result;
}

/// Entries of a network in the terms of people.
inline Matrix dense(const SparseNetwork& network) {
    Matrix result(network.people(), network.people());
    for (std::size_t at = 0; at < network.people(); ++at) {
        result(network.person[at], network.person[at]) = network.own[at];
        for (std::uint64_t k = network.first[at]; k < network.first[at + 1]; ++k) result(network.person[at], network.person[network.others[k]]) = network.strengths[k];
    }
    return result;
}

inline double largest_difference(const std::vector<double>& a, const std::vector<double>& b) {
    double largest = a.size() == b.size() ? 0 : 1e300;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

}  // namespace sparse
