#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "../deal/number_text.hpp"
#include "../error.hpp"

namespace buygraph::graph {

/// One directed tie: how much `from` moves `to`.
struct Tie {
    std::size_t from;
    std::size_t to;
    double weight;  ///< any finite number; 1 where only the tie matters

    bool operator==(const Tie&) const = default;
};

/// The network that the measures of this room work on: n people by index and their directed, weighted ties, in order, in both directions.
///
/// Stands alone: any edge table will do, no deal is needed. Parallel ties add up to one, and where they add up to 0 there is none. A tie of a
/// person to himself is kept; each measure says what it does with it. Own arrays and no adjacency lists: built with two sorts.
/// It does not change and may be read from several threads.
/// Cost: O(ties · log ties) to build, O(1) to read.
class Ties {
  public:
    /// \throws InputError  a person out of range, a weight that is not finite; naming the tie
    Ties(std::size_t people, std::span<const Tie> ties) : outgoing_(ties.begin(), ties.end()) {
        for (std::size_t i = 0; i < ties.size(); ++i) require(ties[i], i, people);
        std::stable_sort(outgoing_.begin(), outgoing_.end(), by_from);
        add_up();
        incoming_ = outgoing_;
        bool (*by_to)(const Tie&, const Tie&) = [](const Tie& a, const Tie& b) { return a.to < b.to; };  // of one type with the other: one sort is compiled
        std::stable_sort(incoming_.begin(), incoming_.end(), by_to);
        first_out_ = starts(people, outgoing_, [](const Tie& tie) { return tie.from; });
        first_in_ = starts(people, incoming_, [](const Tie& tie) { return tie.to; });
    }

    [[nodiscard]] std::size_t people() const { return first_out_.size() - 1; }
    /// All ties, by from, then by to.
    [[nodiscard]] std::span<const Tie> all() const { return outgoing_; }
    /// Those that go out from a person, by to.
    [[nodiscard]] std::span<const Tie> from(std::size_t person) const { return part(outgoing_, first_out_, person); }
    /// Those that come in to a person, by from.
    [[nodiscard]] std::span<const Tie> to(std::size_t person) const { return part(incoming_, first_in_, person); }

    /// \throws InputError  naming the argument
    void require_person(std::size_t person, const char* argument) const {
        if (person >= people()) throw InputError(argument, std::to_string(person), "a person's index below " + std::to_string(people()));
    }

  private:
    static bool by_from(const Tie& a, const Tie& b) { return a.from < b.from || (a.from == b.from && a.to < b.to); }

    static void require(const Tie& tie, std::size_t position, std::size_t people) {
        const std::string where = "ties, tie " + std::to_string(position);
        if (tie.from >= people || tie.to >= people)
            throw InputError(where, std::to_string(std::max(tie.from, tie.to)), "a person's index below " + std::to_string(people));
        if (!std::isfinite(tie.weight)) throw InputError(where, number_text(tie.weight), "a finite weight");
    }

    void add_up() {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < outgoing_.size();) {
            Tie sum = outgoing_[i];
            for (++i; i < outgoing_.size() && outgoing_[i].from == sum.from && outgoing_[i].to == sum.to; ++i) sum.weight += outgoing_[i].weight;
            if (sum.weight != 0) outgoing_[kept++] = sum;
        }
        outgoing_.resize(kept);
    }

    template <class End>
    static std::vector<std::size_t> starts(std::size_t people, const std::vector<Tie>& ties, End end) {
        std::vector<std::size_t> first(people + 1, 0);
        for (const Tie& tie : ties) ++first[end(tie) + 1];
        for (std::size_t person = 0; person < people; ++person) first[person + 1] += first[person];
        return first;
    }

    static std::span<const Tie> part(const std::vector<Tie>& ties, const std::vector<std::size_t>& first, std::size_t person) {
        return std::span<const Tie>(ties).subspan(first[person], first[person + 1] - first[person]);
    }

    std::vector<Tie> outgoing_, incoming_;
    std::vector<std::size_t> first_out_, first_in_;
};

/// The ties of positive weight alone, for measures that have no meaning for negative ones.
[[nodiscard]] inline Ties positive(const Ties& ties) {
    std::vector<Tie> kept;
    for (const Tie& tie : ties.all())
        if (tie.weight > 0) kept.push_back(tie);
    return {ties.people(), kept};
}

/// Every tie the other way round: who is moved by whom.
[[nodiscard]] inline Ties reversed(const Ties& ties) {
    std::vector<Tie> turned(ties.all().begin(), ties.all().end());
    for (Tie& tie : turned) std::swap(tie.from, tie.to);
    return {ties.people(), turned};
}

}  // namespace buygraph::graph
