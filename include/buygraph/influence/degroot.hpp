#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <string>
#include <vector>

#include "../deal/number_text.hpp"
#include "../error.hpp"
#include "../graph/strong_components.hpp"
#include "../graph/ties.hpp"
#include "matrix.hpp"
#include "solve.hpp"

namespace buygraph::influence {

/// A group of people who listen only to each other, and all to all, directly or through others.
struct ClosedClass {
    std::vector<std::size_t> people;  ///< by index
    std::vector<double> weights;      ///< of each of them in what the group ends with; positive, they add to 1
    std::size_t period = 1;           ///< 1: its opinions settle; above: they may go round for ever, and the weights are those of their mean over time
};

/// Where repeated averaging leads.
struct DeGrootLimit {
    std::vector<ClosedClass> classes;  ///< at least one, by their first person
    Matrix shares;                     ///< people × classes: how much of a person's end comes from each class; rows add to 1
    bool settles = true;               ///< every class has period 1: opinions settle, whatever they were

    /// Everybody ends with the same opinion, whatever they had: one class, and it settles.
    [[nodiscard]] bool consensus() const { return classes.size() == 1 && settles; }
};

namespace detail {

inline void require_averaging(const Matrix& trust) {
    const std::size_t n = trust.rows;
    if (n == 0 || trust.columns != n) throw InputError("trust", std::to_string(n) + " × " + std::to_string(trust.columns), "a square matrix of one person or more");
    for (std::size_t i = 0; i < n; ++i) {
        double sum = 0;
        for (const double weight : trust.row(i)) {
            if (!(weight >= 0)) throw InputError("trust, row " + std::to_string(i), number_text(weight), "weights of 0 or more");
            sum += weight;
        }
        if (!(std::abs(sum - 1) <= 1e-9)) throw InputError("trust, row " + std::to_string(i), "weights that add to " + number_text(sum), "weights that add to 1");
    }
}

/// Stationary weights of a closed class by Grassmann, Taksar and Heyman: elimination that never subtracts, so nothing cancels.
[[nodiscard]] inline std::vector<double> stationary(const Matrix& trust, const std::vector<std::size_t>& people) {
    const std::size_t size = people.size();
    Matrix p(size, size);
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j) p(i, j) = trust(people[i], people[j]);
    for (std::size_t k = size; k-- > 1;) {
        double leaving = 0;
        for (std::size_t j = 0; j < k; ++j) leaving += p(k, j);
        for (std::size_t i = 0; i < k; ++i) {
            p(i, k) /= leaving;
            for (std::size_t j = 0; j < k; ++j) p(i, j) += p(i, k) * p(k, j);
        }
    }
    std::vector<double> weights(size, 1);
    double sum = 1;
    for (std::size_t k = 1; k < size; ++k) {
        weights[k] = 0;
        for (std::size_t i = 0; i < k; ++i) weights[k] += weights[i] * p(i, k);
        sum += weights[k];
    }
    for (double& weight : weights) weight /= sum;
    return weights;
}

/// The greatest common divisor of the lengths of all circles in a closed class, by the steps from its first person.
[[nodiscard]] inline std::size_t period(const graph::Ties& listens, const std::vector<std::size_t>& people) {
    std::vector<std::size_t> level(listens.people(), listens.people()), order{people.front()};
    level[people.front()] = 0;
    std::size_t divisor = 0;
    for (std::size_t i = 0; i < order.size(); ++i)
        for (const graph::Tie& tie : listens.from(order[i])) {
            if (level[tie.to] == listens.people()) {
                level[tie.to] = level[tie.from] + 1;
                order.push_back(tie.to);
            }
            const std::size_t there = level[tie.from] + 1, known = level[tie.to];
            divisor = std::gcd(divisor, there > known ? there - known : known - there);
        }
    return divisor;
}

/// The closed classes among the strong components: whoever is in one listens to nobody outside.
[[nodiscard]] inline std::vector<ClosedClass> closed_classes(const Matrix& trust, const graph::Ties& listens) {
    const auto components = graph::strong_components(listens);
    std::vector<std::size_t> component(listens.people());
    for (std::size_t c = 0; c < components.size(); ++c)
        for (const std::size_t person : components[c]) component[person] = c;
    std::vector<bool> closed(components.size(), true);
    for (const graph::Tie& tie : listens.all())
        if (component[tie.from] != component[tie.to]) closed[component[tie.from]] = false;

    std::vector<ClosedClass> classes;
    for (std::size_t c = 0; c < components.size(); ++c)
        if (closed[c]) classes.push_back({components[c], stationary(trust, components[c]), period(listens, components[c])});
    return classes;
}

/// How much of everybody's end comes from each class: his own class, or for those outside what they hear on the way in.
[[nodiscard]] inline Matrix class_shares(const Matrix& trust, const std::vector<ClosedClass>& classes) {
    Matrix shares(trust.rows, classes.size());
    std::vector<bool> inside(trust.rows, false);
    for (std::size_t c = 0; c < classes.size(); ++c)
        for (const std::size_t person : classes[c].people) inside[person] = true, shares(person, c) = 1;
    std::vector<std::size_t> outside;
    for (std::size_t person = 0; person < trust.rows; ++person)
        if (!inside[person]) outside.push_back(person);

    const std::size_t count = outside.size();
    Matrix system(count, count), heard(count, classes.size());
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) system(i, j) = (i == j ? 1 : 0) - trust(outside[i], outside[j]);
        for (std::size_t c = 0; c < classes.size(); ++c)
            for (const std::size_t person : classes[c].people) heard(i, c) += trust(outside[i], person);
    }
    solve_dominant<double>(system.values, heard.values, count, classes.size());
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t c = 0; c < classes.size(); ++c) shares(outside[i], c) = heard(i, c);
    return shares;
}

}  // namespace detail

/// DeGroot's limit: what everybody ends with who again and again takes the weighted mean of the opinions he listens to, x(t+1) = T x(t).
///
/// With one closed class everybody ends with the same opinion, Σ weights · first opinions: its weights are the power of its members, and nobody outside has any. Several
/// closed classes have no single vector of power: each has its own, and those outside end with a mix of the classes, given in `shares`. A class whose circles have a common
/// divisor is periodic: its opinions go round, and weights and shares describe their mean over time.
///
/// \param trust  n × n, T[i,j] = weight that i gives j, himself included; 0 or more, rows add to 1 within 1e-9
/// \throws InputError  naming the row
/// Cost: n³. Source: DeGroot 1974, doi:10.1080/01621459.1974.10480137; Golub and Jackson 2010, doi:10.1257/mic.2.1.112; elimination: Grassmann, Taksar and Heyman 1985, doi:10.1287/opre.33.5.1107.
[[nodiscard]] inline DeGrootLimit degroot(const Matrix& trust) {
    detail::require_averaging(trust);
    std::vector<graph::Tie> listening;
    for (std::size_t i = 0; i < trust.rows; ++i)
        for (std::size_t j = 0; j < trust.rows; ++j)
            if (trust(i, j) > 0) listening.push_back({i, j, trust(i, j)});

    DeGrootLimit limit;
    limit.classes = detail::closed_classes(trust, graph::Ties(trust.rows, listening));
    limit.shares = detail::class_shares(trust, limit.classes);
    limit.settles = std::all_of(limit.classes.begin(), limit.classes.end(), [](const ClosedClass& group) { return group.period == 1; });
    return limit;
}

/// The averaging that ties ask for: T[i,j] is j's share of all that comes in to i, i's tie to himself included; one to whom nothing comes in keeps to himself.
///
/// \throws InputError  a negative tie: opposing is no averaging
/// Cost: n² memory.
[[nodiscard]] inline Matrix averaging(const graph::Ties& ties) {
    const std::size_t n = ties.people();
    Matrix trust(n, n);
    for (std::size_t i = 0; i < n; ++i) {
        double all = 0;
        for (const graph::Tie& tie : ties.to(i)) {
            if (tie.weight < 0) throw InputError("ties, from " + std::to_string(tie.from) + " to " + std::to_string(i), number_text(tie.weight), "a weight of 0 or more");
            all += tie.weight;
        }
        for (const graph::Tie& tie : ties.to(i)) trust(i, tie.from) = tie.weight / all;
        if (all == 0) trust(i, i) = 1;
    }
    return trust;
}

}  // namespace buygraph::influence
