#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "../influence/matrix.hpp"
#include "../separate.hpp"

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

/// Pairs our people with theirs: first as many key people as can have somebody, then the greatest sum of values.
///
/// Exact up to rounding.
/// \throws InputError  sizes that do not agree, a value that is no finite number ≥ 0, fixed pairs that are forbidden or too many: which
/// Cost: t for each pair where members have time; where they have none, a few times t² more. 20 members of capacity 8 and 150 people 20 µs.
/// Source: minimum-cost flow by successive shortest paths with prices; Ahuja, Magnanti and Orlin 1993, Network Flows, sections 9.7 and 12.4.
[[nodiscard]] BUYGRAPH_HEAVY Pairing pair_people(const PairingTask& task);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_ENGAGEMENT)

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <string>

#include "../deal/number_text.hpp"
#include "../error.hpp"

namespace buygraph {

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

/// Adds one person after another by the way of greatest gain: a member takes him and hands somebody else to another member, who does the same, until one has time left or somebody is let go.
///
/// What is paired so far is best for the people so far. Prices of the members' time prove it: nobody is worth more to another member, less the price of his time, than to the one who has him;
/// time that is left costs nothing. With them the best way is a shortest one among lengths ≥ 0 (Dijkstra), and most people are paired, or left out, at the first look. Whoever is
/// left out once stays out, and who is busy stays busy.
class Pairer {
  public:
    explicit Pairer(const PairingTask& task)
        : task_(task), members_(task.value.rows), people_(task.value.columns), open_(people_, members_), held_(members_), fixed_(members_), left_(task.capacity), holders_(people_, 0), handing_(members_), price_(members_, 0.0), length_(members_), before_(members_) {
        double most = 0, places = 0;
        for (std::size_t p = 0; p < people_; ++p) {
            double own = 0;  // apart from the others', so that one person's need not wait for the last one's
            for (std::size_t t = 0; t < members_; ++t) own = std::max(own, open_(p, t) = task.value(t, p));
            most = std::max(most, own);
            places += static_cast<double>(std::min(task.counterparts[p], members_));
        }
        bonus_ = most > 0 ? 2 * most * places : 1;  // more than all pairs together, in the unit of the values
        if (!std::isfinite(bonus_)) throw InputError("value", number_text(most), "values whose sum is finite");
        for (std::size_t t = 0; t < members_; ++t) held_[t].reserve(std::min(task.capacity[t], people_));
        for (const auto& [t, p] : task.forbidden) open_(p, t) = none;
        for (const auto& [t, p] : task.fixed) fix(t, p);
    }

    [[nodiscard]] Pairing operator()() {
        for (std::size_t p = 0; p < people_; ++p)
            while (holders_[p] < task_.counterparts[p] && add(p)) {}
        Pairing result;
        result.pairs.reserve(people_);
        for (std::size_t t = 0; t < members_; ++t) {
            std::vector<std::size_t>& own = held_[t];
            own.insert(own.end(), fixed_[t].begin(), fixed_[t].end());
            std::sort(own.begin(), own.end());
            for (const std::size_t p : own) {
                result.pairs.emplace_back(t, p);
                result.value += task_.value(t, p);
            }
        }
        for (std::size_t p = 0; p < people_; ++p)
            if (task_.key[p] && holders_[p] == 0) result.without.push_back(p);
        return result;
    }

  private:
    static constexpr double none = -std::numeric_limits<double>::infinity();
    static constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

    /// What a full member can do for one more: hand somebody to another member, for the difference in value, or let go the one who is worth least.
    struct Handing {
        std::vector<double> gain;
        std::vector<std::size_t> person;
        double loss = 0;
        std::size_t let_go = nobody;
        bool known = false;
    };

    void fix(std::size_t t, std::size_t p) {
        if (std::find(fixed_[t].begin(), fixed_[t].end(), p) != fixed_[t].end()) return;
        if (std::find(task_.forbidden.begin(), task_.forbidden.end(), std::pair(t, p)) != task_.forbidden.end()) throw InputError("fixed", "the pair" + of_pair(t, p), "a pair that is not forbidden as well");
        if (left_[t] == 0) throw InputError("fixed", "the pair" + of_pair(t, p), "no more pairs than the member's capacity of " + std::to_string(task_.capacity[t]));
        if (holders_[p] == task_.counterparts[p]) throw InputError("fixed", "the pair" + of_pair(t, p), "no more pairs than the person's counterparts, " + std::to_string(task_.counterparts[p]));
        fixed_[t].push_back(p);
        --left_[t];
        open_(p, t) = none;
        ++holders_[p];
    }

    void take(std::size_t t, std::size_t p) {
        held_[t].push_back(p);
        open_(p, t) = none;
        if (task_.counterparts[p] > 1) forget();
        else if (handing_[t].known) offer(handing_[t], t, p);
    }
    void leave(std::size_t t, std::size_t p) {
        held_[t].erase(std::find(held_[t].begin(), held_[t].end(), p));
        open_(p, t) = task_.value(t, p);
        if (task_.counterparts[p] > 1) return forget();
        Handing& hands = handing_[t];
        if (!hands.known) return;
        if (hands.let_go == p) hands.loss = -none;
        for (std::size_t u = 0; u < members_; ++u)
            if (hands.person[u] == p) hands.gain[u] = none;
        for (std::size_t u = 0; u < members_; ++u)
            if (hands.person[u] == p)
                for (const std::size_t q : held_[t]) offer(hands, t, q, u);
        if (hands.let_go == p)
            for (const std::size_t q : held_[t]) offer_to_let_go(hands, t, q);
    }
    /// Of somebody with several counterparts others may hold him as well, and could hand him on or no longer.
    void forget() {
        for (Handing& hands : handing_) hands.known = false;
    }

    void offer(Handing& hands, std::size_t t, std::size_t p, std::size_t u) const {
        if (const double gain = open_(p, u) - task_.value(t, p); gain > hands.gain[u]) hands.gain[u] = gain, hands.person[u] = p;
    }
    void offer_to_let_go(Handing& hands, std::size_t t, std::size_t p) const {
        if (const double loss = task_.value(t, p) + (task_.key[p] && holders_[p] == 1 ? bonus_ : 0); loss < hands.loss) hands.loss = loss, hands.let_go = p;
    }
    void offer(Handing& hands, std::size_t t, std::size_t p) const {
        for (std::size_t u = 0; u < members_; ++u) offer(hands, t, p, u);
        offer_to_let_go(hands, t, p);
    }

    [[nodiscard]] const Handing& handing(std::size_t t) {
        Handing& result = handing_[t];
        if (result.known) return result;
        result.known = true;
        result.gain.assign(members_, none);
        result.person.assign(members_, nobody);
        result.loss = -none;
        for (const std::size_t p : held_[t]) offer(result, t, p);
        return result;
    }

    /// Adds a counterpart for a person, unless that loses more than it gains.
    bool add(std::size_t added) {
        const double *open = open_.row(added).data(), *price = price_.data();
        double* way = length_.data();  // apart from what is written, so that nothing is read twice
        const std::size_t members = members_;
        double shortest = task_.key[added] && holders_[added] == 0 ? bonus_ : 0;  // he is left out
        std::size_t first = 0;
        double least = -none;
        for (std::size_t t = 0; t < members; ++t) {
            const double length = way[t] = price[t] - open[t];
            if (length < least) least = length, first = t;
        }
        if (!(least <= shortest)) return false;
        if (left_[first] > 0) {
            take(first, added);
            --left_[first];
            ++holders_[added];
            return true;
        }
        before_.assign(members_, {nobody, added});
        settled_.clear();
        std::size_t last = nobody, let_go = nobody;
        for (std::size_t t = first; last == nobody ? least <= shortest : least < shortest;) {
            if (left_[t] > 0) {
                shortest = least, last = t, let_go = nobody;
                break;
            }
            settled_.emplace_back(t, least);
            const Handing& hands = handing(t);
            const double so_far = least - price[t];
            if (so_far + hands.loss < shortest) shortest = so_far + hands.loss, last = t, let_go = hands.let_go;
            way[t] = none;  // no way is shorter
            least = -none;
            const std::size_t from = t;
            const double* gain = hands.gain.data();
            for (std::size_t u = 0; u < members; ++u) {
                double length = way[u];
                if (const double by_hand = so_far - gain[u] + price[u]; by_hand < length) way[u] = length = by_hand, before_[u] = {from, hands.person[u]};
                if (length < least && length != none) least = length, t = u;
            }
        }
        for (const auto& [t, length] : settled_)
            if (length < shortest) price_[t] += shortest - length;
        if (last == nobody) return false;
        ++holders_[added];
        if (let_go != nobody) {
            leave(last, let_go);
            --holders_[let_go];
        } else {
            --left_[last];
        }
        for (std::size_t t = last; t != nobody;) {
            const auto [from, p] = before_[t];
            if (from != nobody) leave(from, p);
            take(t, p);
            t = from;
        }
        return true;
    }

    const PairingTask& task_;
    std::size_t members_, people_;
    Matrix open_;                                              ///< p × t: what a pair is worth that could be made now, otherwise −∞
    std::vector<std::vector<std::size_t>> held_, fixed_;       ///< by member
    std::vector<std::size_t> left_;                            ///< by member: how many more he can look after
    std::vector<std::size_t> holders_;                         ///< by person
    double bonus_ = 0;
    std::vector<Handing> handing_;                             ///< by member
    std::vector<double> price_, length_;                       ///< of a member's time, of the shortest way to one more for him
    std::vector<std::pair<std::size_t, std::size_t>> before_;  ///< who hands this member whom
    std::vector<std::pair<std::size_t, double>> settled_;      ///< members and the length of the shortest way to each
};

}  // namespace detail

BUYGRAPH_HEAVY Pairing pair_people(const PairingTask& task) {
    detail::require_pairing(task);
    return detail::Pairer(task)();
}

}  // namespace buygraph

#endif
