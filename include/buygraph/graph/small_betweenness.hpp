#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "distances.hpp"
#include "ties.hpp"

namespace buygraph::graph {

namespace detail {

/// Betweenness of one network of at most 64 people: sets of people are bits of a word, and nothing is allocated.
///
/// Waves go out from one source after the other, so only ties of shortest ways are touched; what went out comes back in the opposite order.
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
            std::fill_n(ways_.begin(), n_, 0.0);
            std::fill_n(passed_on_.begin(), n_, 0.0);
            ways_[source] = 1;
            length == Length::steps ? steps_from(source, total) : lengths_from(source, total);
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
        for (std::size_t person = 0; person < n_; ++person) digits_[person] = static_cast<std::size_t>(std::bit_width(static_cast<unsigned>(std::popcount(out_[person]))));
    }
    void read_lengths(std::span<const Tie> ties) {
        clear();
        for (const Tie& tie : ties) strength(tie.from, tie.to) = 0;
        for (const Tie& tie : ties) strength(tie.from, tie.to) += tie.weight;
        for (const Tie& tie : ties)
            if (strength(tie.from, tie.to) > 0) link(tie.from, tie.to);
        for (std::size_t from = 0; from < n_; ++from) each(out_[from], [&](std::size_t to) { length_[from * most_people + to] = 1 / strength(from, to); });
    }

    /// Waves of one step each: ways grow outwards; inwards each way to a person passes on 1 / his ways, and what those after him pass on.
    ///
    /// Up to the second wave it goes from the nearer people, who are few, and further out from the farther ones: fewer loops, whose ends are what the processor
    /// guesses wrong. Those of the first wave have one way, and what they pass on is all that is asked of them.
    void steps_from(std::size_t source, std::span<double> total) {
        const People first = out_[source];
        People seen = first | only(source), second = 0;
        std::array<People, 7> digit{};  // of everybody's number of ways, in binary: all are counted at once
        const std::size_t digits = digits_[source];
        each(first, [&](std::size_t person) {
            People carry = out_[person] & ~seen;
            second |= carry;
            for (std::size_t k = 0; k < digits; ++k) carry &= std::exchange(digit[k], digit[k] ^ carry);
        });
        if (second == 0) return;
        each(second, [&](std::size_t person) {
            std::uint32_t ways = 0;
            for (std::size_t k = 0; k < digits; ++k) ways |= static_cast<std::uint32_t>(digit[k] >> person & 1) << k;
            ways_[person] = ways;
        });
        wave_[2] = second;
        for (std::size_t last = farther_waves(seen | second); last > 2; --last)
            each(wave_[last], [&](std::size_t person) {
                settle(person, total);
                each(in_[person] & wave_[last - 1], [&](std::size_t nearer) { passed_on_[nearer] += each_way_[person]; });
            });
        each(second, [&](std::size_t person) { settle(person, total); });
        each(first, [&](std::size_t person) {
            double passed_on = 0;
            each(out_[person] & second, [&](std::size_t other) { passed_on += each_way_[other]; });
            total[person] += passed_on;
        });
    }

    /// The waves from the third on, and the number of the last.
    std::size_t farther_waves(People seen) {
        for (std::size_t last = 2;; ++last) {
            People next = 0;
            each(wave_[last], [&](std::size_t person) { next |= out_[person]; });
            next &= ~seen;
            if (next == 0) return last;
            seen |= next;
            wave_[last + 1] = next;
            each(next, [&](std::size_t person) {
                double ways = 0;
                each(in_[person] & wave_[last], [&](std::size_t nearer) { ways += ways_[nearer]; });
                ways_[person] = ways;
            });
        }
    }
    void settle(std::size_t person, std::span<double> total) {
        each_way_[person] = 1 / ways_[person] + passed_on_[person];
        total[person] += ways_[person] * passed_on_[person];
    }

    /// Dijkstra's algorithm without a queue: the nearest of those waiting is found by looking at all. Then back as by steps.
    void lengths_from(std::size_t source, std::span<double> total) {
        std::size_t count = 0;
        distance_[source] = 0;
        People seen = only(source), waiting = 0;
        for (std::size_t person = source;;) {
            order_[count++] = person;
            each(out_[person] & ~seen, [&](std::size_t next) { walk(person, next, waiting); });
            if (waiting == 0) break;
            person = static_cast<std::size_t>(std::countr_zero(waiting));
            each(waiting & (waiting - 1), [&](std::size_t other) { person = distance_[other] < distance_[person] ? other : person; });
            waiting &= ~only(person);
            seen |= only(person);
            each(before_[person], [&](std::size_t last) { ways_[person] += ways_[last]; });
        }
        while (count-- > 1) {
            const std::size_t person = order_[count];
            settle(person, total);
            each(before_[person], [&](std::size_t last) { passed_on_[last] += each_way_[person]; });
        }
    }
    void walk(std::size_t person, std::size_t next, People& waiting) {
        const double way = distance_[person] + length_[person * most_people + next];
        const bool first = (waiting & only(next)) == 0;
        if (first || clearly_shorter(way, distance_[next])) {
            distance_[next] = way;
            before_[next] = only(person);
            waiting |= only(next);
        } else if (!clearly_shorter(distance_[next], way)) {
            before_[next] |= only(person);
        }
    }

    std::size_t n_ = 0;
    std::array<People, most_people> out_, in_, before_, wave_;
    std::array<double, most_people> ways_, each_way_, passed_on_, distance_;
    std::array<std::size_t, most_people> order_, digits_;
    std::array<double, most_people * most_people> strength_, length_;
};

}  // namespace detail

}  // namespace buygraph::graph
