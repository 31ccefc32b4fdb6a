#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "../numbers/normal.hpp"
#include "../numbers/random_bits.hpp"

namespace buygraph::simulation {

/// Random numbers of one deal, one after the other: a function of (seed, deal, stream) and how many were drawn before.
class Dice {
  public:
    Dice(std::uint64_t seed, std::uint64_t deal, std::uint64_t stream) : seed_(seed), deal_(deal), stream_(stream) {}

    /// In (0, 1).
    double uniform() { return numbers::unit_interval(numbers::random_word(seed_ ^ 0xB07C6A9D5E2F4813ULL, stream_, deal_, drawn_++)); }
    bool chance(double probability) { return uniform() < probability; }
    double normal() { return numbers::normal_quantile(uniform()); }
    double between(double least, double greatest) { return least + (greatest - least) * uniform(); }
    /// From 0 to count − 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(uniform() * static_cast<double>(count)); }
    std::size_t from_to(std::size_t least, std::size_t greatest) { return least + below(greatest - least + 1); }
    /// One of several, by weights.
    std::size_t weighted(std::span<const double> weights) {
        double total = 0;
        for (const double weight : weights) total += weight;
        double left = uniform() * total;
        for (std::size_t i = 0; i + 1 < weights.size(); ++i)
            if ((left -= weights[i]) < 0) return i;
        return weights.size() - 1;
    }

  private:
    std::uint64_t seed_, deal_, stream_, drawn_ = 0;
};

}  // namespace buygraph::simulation
