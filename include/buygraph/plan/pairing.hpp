#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "../deal/number_text.hpp"
#include "../error.hpp"
#include "../influence/matrix.hpp"

namespace buygraph {

/// What is known of t members and p people before they are paired.
struct PairingTask {
    Matrix value;                                                ///< t × p: what a pair is worth, ≥ 0
    std::vector<std::size_t> capacity;                           ///< t: how many people each member can look after
    std::vector<std::size_t> counterparts;                       ///< p: how many members each person may have
    std::vector<bool> key;                                       ///< p: who should have somebody before anything else counts
    std::vector<std::pair<std::size_t, std::size_t>> fixed;      ///< member and person: pairs that are agreed
    std::vector<std::pair<std::size_t, std::size_t>> forbidden;  ///< member and person: pairs that must not be
};

/// Who of ours looks after whom.
struct Pairing {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;  ///< member and person, by member, then person
    double value = 0;                                        ///< the sum over pairs
    std::vector<std::size_t> without;                        ///< key people for whom nobody is left
};

namespace detail {

[[nodiscard]] inline std::string of_pair(std::size_t member, std::size_t person) { return " of member " + std::to_string(member) + " and person " + std::to_string(person); }

inline void require_pairing(const PairingTask& task) {
    const auto sized = [](const char* name, std::size_t given, std::size_t wanted) {
        if (given != wanted) throw InputError(name, std::to_string(given) + " values", std::to_string(wanted));
    };
    sized("capacity", task.capacity.size(), task.value.rows);
    sized("counterparts", task.counterparts.size(), task.value.columns);
    sized("key", task.key.size(), task.value.columns);
    for (std::size_t t = 0; t < task.value.rows; ++t)
        for (std::size_t p = 0; p < task.value.columns; ++p) {
            const double value = task.value(t, p);
            if (!(value >= 0 && std::isfinite(value))) throw InputError("value" + of_pair(t, p), number_text(value), "a finite number ≥ 0");
        }
    for (const auto* wishes : {&task.fixed, &task.forbidden})
        for (const auto& [t, p] : *wishes)
            if (t >= task.value.rows || p >= task.value.columns)
                throw InputError(wishes == &task.fixed ? "fixed" : "forbidden", "the pair" + of_pair(t, p), std::to_string(task.value.rows) + " members and " + std::to_string(task.value.columns) + " people");
}

/// Adds one pair after another, each by the way of greatest gain: a member with time left takes a person, who may be taken from another member, who takes another.
class Pairer {
  public:
    explicit Pairer(const PairingTask& task) : task_(task), members_(task.value.rows), people_(task.value.columns), open_(task.value), fixed_(members_, std::vector<bool>(people_, false)), used_(members_, 0), holders_(people_) {
        double most = 0, places = 0;
        for (std::size_t p = 0; p < people_; ++p) {
            places += static_cast<double>(std::min(task.counterparts[p], members_));
            for (std::size_t t = 0; t < members_; ++t) most = std::max(most, task.value(t, p));
        }
        bonus_ = most > 0 ? 2 * most * places : 1;  // more than all pairs together, in the unit of the values
        if (!std::isfinite(bonus_)) throw InputError("value", number_text(most), "values whose sum is finite");
        for (std::size_t p = 0; p < people_; ++p)
            for (std::size_t t = 0; t < members_ && task.counterparts[p] == 0; ++t) open_(t, p) = none;
        for (const auto& [t, p] : task.forbidden) open_(t, p) = none;
        for (const auto& [t, p] : task.fixed) fix(t, p);
    }

    [[nodiscard]] Pairing operator()() {
        while (add_one()) {}
        Pairing result;
        for (std::size_t p = 0; p < people_; ++p)
            for (const std::size_t t : holders_[p]) result.pairs.emplace_back(t, p);
        std::sort(result.pairs.begin(), result.pairs.end());
        for (const auto& [t, p] : result.pairs) result.value += task_.value(t, p);
        for (std::size_t p = 0; p < people_; ++p)
            if (task_.key[p] && holders_[p].empty()) result.without.push_back(p);
        return result;
    }

  private:
    static constexpr double none = -std::numeric_limits<double>::infinity();
    static constexpr std::size_t start = std::numeric_limits<std::size_t>::max();

    void fix(std::size_t t, std::size_t p) {
        if (fixed_[t][p]) return;
        if (std::find(task_.forbidden.begin(), task_.forbidden.end(), std::pair(t, p)) != task_.forbidden.end()) throw InputError("fixed", "the pair" + of_pair(t, p), "a pair that is not forbidden as well");
        if (used_[t] == task_.capacity[t]) throw InputError("fixed", "the pair" + of_pair(t, p), "no more pairs than the member's capacity of " + std::to_string(task_.capacity[t]));
        if (full(p)) throw InputError("fixed", "the pair" + of_pair(t, p), "no more pairs than the person's counterparts, " + std::to_string(task_.counterparts[p]));
        fixed_[t][p] = true;
        take(t, p);
        ++used_[t];
    }

    [[nodiscard]] bool full(std::size_t p) const { return holders_[p].size() == task_.counterparts[p]; }

    void take(std::size_t t, std::size_t p) {
        holders_[p].push_back(t);
        open_(t, p) = none;
    }
    void leave(std::size_t t, std::size_t p) {
        holders_[p].erase(std::find(holders_[p].begin(), holders_[p].end(), t));
        open_(t, p) = task_.value(t, p);
    }

    bool add_one() {
        find_ways();
        std::size_t last = start;
        double greatest = 0;
        for (std::size_t p = 0; p < people_; ++p) {
            if (full(p) || to_person_[p] == none) continue;
            const double gain = to_person_[p] + (task_.key[p] && holders_[p].empty() ? bonus_ : 0);
            if (last == start ? gain >= 0 : gain > greatest) last = p, greatest = gain;
        }
        if (last == start) return false;
        for (std::size_t p = last;;) {
            const std::size_t t = member_before_[p];
            take(t, p);
            p = person_before_[t];
            if (p == start) {
                ++used_[t];
                return true;
            }
            leave(t, p);
        }
    }

    /// The greatest gain of any way to each person (Bellman and Ford: no way around gains anything, so it ends).
    void find_ways() {
        const double rounding = 1e-13 * bonus_;
        to_member_.assign(members_, none);
        to_person_.assign(people_, none);
        person_before_.assign(members_, start);
        member_before_.assign(people_, start);
        std::vector<bool> waits(members_, false);
        std::vector<std::size_t> queue;
        for (std::size_t t = 0; t < members_; ++t)
            if (used_[t] < task_.capacity[t]) {
                to_member_[t] = 0;
                waits[t] = true;
                queue.push_back(t);
            }
        for (std::size_t at = 0; at < queue.size(); ++at) {
            const std::size_t t = queue[at];
            waits[t] = false;
            const double so_far = to_member_[t];
            const std::span<const double> open = open_.row(t);
            for (std::size_t p = 0; p < people_; ++p) {
                const double gain = so_far + open[p];
                if (!(gain > to_person_[p] + rounding)) continue;
                to_person_[p] = gain;
                member_before_[p] = t;
                for (const std::size_t other : holders_[p]) {
                    if (fixed_[other][p] || !(gain - task_.value(other, p) > to_member_[other] + rounding)) continue;
                    to_member_[other] = gain - task_.value(other, p);
                    person_before_[other] = p;
                    if (!waits[other]) {
                        waits[other] = true;
                        queue.push_back(other);
                    }
                }
            }
        }
    }

    const PairingTask& task_;
    std::size_t members_, people_;
    Matrix open_;  ///< what a pair is worth that could be made now, otherwise −∞
    std::vector<std::vector<bool>> fixed_;
    std::vector<std::size_t> used_;
    std::vector<std::vector<std::size_t>> holders_;  ///< by person
    double bonus_ = 0;
    std::vector<double> to_member_, to_person_;
    std::vector<std::size_t> person_before_, member_before_;
};

}  // namespace detail

/// Pairs our people with theirs: first as many key people as can have somebody, then the greatest sum of values.
///
/// Exact up to rounding: ways that differ by less than 2·10^−13 of the greatest value times all places count as equal.
/// \throws InputError  sizes that do not agree, a value that is no finite number ≥ 0, fixed pairs that are forbidden or too many: which
/// Cost: for each pair a few times t·p; 20 members of capacity 8 and 150 people 1 ms.
/// Source: minimum-cost flow by successive shortest paths; Ahuja, Magnanti and Orlin 1993, Network Flows, section 9.7.
[[nodiscard]] inline Pairing pair_people(const PairingTask& task) {
    detail::require_pairing(task);
    return detail::Pairer(task)();
}

}  // namespace buygraph
