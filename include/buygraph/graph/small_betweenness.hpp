#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#include "distances.hpp"
#include "ties.hpp"

namespace buygraph::graph {

namespace detail {

/// Betweenness of one network of at most 64 people: sets of people are bits of a word, and nothing is allocated.
///
/// People are taken in waves from the source, so only ties of shortest ways are touched. Waves are steps, or all who are nearest among those left.
class SmallBetweenness {
  public:
    static constexpr std::size_t most_people = 64;

    /// \param total  n, receives the sums over ordered pairs
    void compute(std::span<const Tie> ties, Length length, std::span<double> total) {
        n_ = total.size();
        length == Length::steps ? read_steps(ties) : read_lengths(ties);
        std::fill(total.begin(), total.end(), 0.0);
        for (std::size_t source = 0; source < n_; ++source) {
            if (out_[source] == 0) continue;
            length == Length::steps ? waves_of_steps(source) : waves_of_lengths(source);
            add_dependencies(total);
        }
    }

  private:
    using People = std::uint64_t;
    static People only(std::size_t person) { return People{1} << person; }
    template <class Visit>
    static void each(People people, Visit visit) {
        for (; people != 0; people &= people - 1) visit(static_cast<std::size_t>(std::countr_zero(people)));
    }

    void clear() {
        std::fill_n(out_.begin(), n_, People{0});
        std::fill_n(in_.begin(), n_, People{0});
    }
    void link(std::size_t from, std::size_t to) {
        if (from == to) return;
        out_[from] |= only(to);
        in_[to] |= only(from);
    }
    double& strength(std::size_t from, std::size_t to) { return strength_[from * most_people + to]; }

    /// Parallel ties add up, and negative ones may take away from positive ones: the signs are read from the sums.
    void read_steps(std::span<const Tie> ties) {
        clear();
        bool only_positive = true;
        for (const Tie& tie : ties) {
            only_positive = only_positive && tie.weight > 0;
            link(tie.from, tie.to);
        }
        if (!only_positive) read_lengths(ties);
    }
    void read_lengths(std::span<const Tie> ties) {
        clear();
        for (const Tie& tie : ties) strength(tie.from, tie.to) = 0;
        for (const Tie& tie : ties) strength(tie.from, tie.to) += tie.weight;
        for (const Tie& tie : ties)
            if (strength(tie.from, tie.to) > 0) link(tie.from, tie.to);
        for (std::size_t from = 0; from < n_; ++from) each(out_[from], [&](std::size_t to) { length_[from * most_people + to] = 1 / strength(from, to); });
    }

    void start(std::size_t source) {
        std::fill_n(dependency_.begin(), n_, 0.0);
        count_ = 0;
        order_[count_++] = source;
        ways_[source] = 1;
        before_[source] = 0;
    }
    void settle(std::size_t person, People before) {
        order_[count_++] = person;
        before_[person] = before;
        double ways = 0;
        each(before, [&](std::size_t last) { ways += ways_[last]; });
        ways_[person] = ways;
    }

    void waves_of_steps(std::size_t source) {
        start(source);
        People seen = only(source);
        for (People wave = seen, next = 0; wave != 0; wave = next) {
            next = 0;
            each(wave, [&](std::size_t person) { next |= out_[person]; });
            next &= ~seen;
            each(next, [&](std::size_t person) { settle(person, in_[person] & wave); });
            seen |= next;
        }
    }

    void waves_of_lengths(std::size_t source) {
        start(source);
        People seen = only(source), waiting = 0;
        for (std::size_t person = source;;) {
            each(out_[person] & ~seen, [&](std::size_t next) { walk(person, next, waiting); });
            if (waiting == 0) break;
            std::size_t nearest = static_cast<std::size_t>(std::countr_zero(waiting));
            each(waiting, [&](std::size_t other) { nearest = distance_[other] < distance_[nearest] ? other : nearest; });
            settle(nearest, before_[nearest]);
            waiting &= ~only(nearest);
            seen |= only(nearest);
            person = nearest;
        }
    }
    void walk(std::size_t person, std::size_t next, People& waiting) {
        const double way = (count_ == 1 ? 0 : distance_[person]) + length_[person * most_people + next];
        const bool first = (waiting & only(next)) == 0;
        if (first || clearly_shorter(way, distance_[next])) {
            distance_[next] = way;
            before_[next] = only(person);
            waiting |= only(next);
        } else if (!clearly_shorter(distance_[next], way)) {
            before_[next] |= only(person);
        }
    }

    void add_dependencies(std::span<double> total) {
        for (std::size_t i = count_; i-- > 1;) {
            const std::size_t person = order_[i];
            const double each_way = (1 + dependency_[person]) / ways_[person];
            each(before_[person], [&](std::size_t last) { dependency_[last] += ways_[last] * each_way; });
            total[person] += dependency_[person];
        }
    }

    std::size_t n_ = 0, count_ = 0;
    std::array<People, most_people> out_, in_, before_;
    std::array<double, most_people> ways_, dependency_, distance_;
    std::array<std::size_t, most_people> order_;
    std::array<double, most_people * most_people> strength_, length_;
};

}  // namespace detail

}  // namespace buygraph::graph
