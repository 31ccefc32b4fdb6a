#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "../deal/deal.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"

namespace buygraph {

/// A deal whose people want counterparts.
struct ZipperDeal {
    const Deal& deal;
    const DecisionModel& model;     ///< compiled from it
    std::vector<double> influence;  ///< n: decision influence, signed
};

/// That two should be paired, or must not be.
struct PairWish {
    std::string member;
    std::string person;
    bool together = true;
    std::size_t deal = 0;  ///< of several
};

/// Why somebody has no counterpart, or a wish is not met.
enum class WithoutReason {
    vacant,       ///< nobody has been named for the seat
    not_wanted,   ///< his counterparts are 0, or taken by pairs that were asked for
    no_team,      ///< the deal names nobody of ours
    forbidden,    ///< with everybody who has time, the pair is forbidden
    no_capacity,  ///< who could look after him looks after others, which is worth more, or has no time at all
};
template <>
struct Words<WithoutReason> {
    static constexpr WordTable<WithoutReason, 5> table{{{"vacant", WithoutReason::vacant},
                                                        {"not_wanted", WithoutReason::not_wanted},
                                                        {"no_team", WithoutReason::no_team},
                                                        {"forbidden", WithoutReason::forbidden},
                                                        {"no_capacity", WithoutReason::no_capacity}}};
};

/// One of ours who looks after one of theirs.
struct ZipperPair {
    std::size_t deal;
    std::size_t member;
    std::size_t person;
    double fit;    ///< 0.2 to 1
    double value;  ///< (0.05 + |influence| / greatest) · fit
    bool key;      ///< he is a key person
    bool knows;    ///< they are in touch
    bool asked;    ///< a wish
};

struct WithoutCounterpart {
    std::size_t deal;
    std::size_t person;
    bool key;
    WithoutReason reason;
};

struct UnmetWish {
    PairWish wish;
    WithoutReason reason;
};

/// Who of ours looks after whom.
struct Zipper {
    std::vector<ZipperPair> pairs;                 ///< by deal, then member, then person
    std::vector<WithoutCounterpart> without;       ///< by deal, key people first
    std::vector<UnmetWish> unmet;
    std::vector<std::optional<std::size_t>> left;  ///< for each member: how many more he could look after; nothing where he has no limit
    double value = 0;                              ///< the sum over pairs
};

/// Everybody of ours whom several deals name, once by his id and as the first deal has him.
/// \param only  ids of those who take part; nothing: all
/// \throws InputError  ids that no deal names: all of them
[[nodiscard]] BUYGRAPH_HEAVY std::vector<TeamMember> team_of(std::span<const ZipperDeal> deals, const std::optional<std::vector<std::string>>& only = {});

/// Pairs our people with theirs like a zipper, over one deal or several at once: first as many key people as can have somebody, then the greatest
/// Σ (0.05 + |influence| / greatest of the deal) · fit.
///
/// Each person has at most `counterparts`, each member at most `capacity` in all deals together; a member without capacity has no limit. Vacant seats get nobody.
/// A member knows whom the deal's own team says that he knows; where a deal names no team, whom `team` says.
/// \param wishes  pairs that are agreed or must not be; those that cannot be met are named and left out
/// \throws InputError  wishes about people or members who are not there: all of them
/// Cost: that of the pairing. Source: docs/model.md, section 8.
[[nodiscard]] BUYGRAPH_HEAVY Zipper zipper(std::span<const ZipperDeal> deals, const std::vector<TeamMember>& team, std::span<const PairWish> wishes = {});

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_ENGAGEMENT)

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "../deal/merged_catalog.hpp"
#include "../insight/key_people.hpp"
#include "../numbers/sort_stably.hpp"
#include "fit.hpp"
#include "pairing.hpp"

namespace buygraph {

namespace detail {

/// The steps from deals and wishes to a task of pairing and back.
class ZipperMaker {
  public:
    ZipperMaker(std::span<const ZipperDeal> deals, const std::vector<TeamMember>& team) : deals_(deals), team_(team), task_{} {
        for (std::size_t d = 0; d < deals.size(); ++d) add_people(d);
        task_.value = Matrix(team.size(), seats_.size());
        for (const TeamMember& member : team) task_.capacity.push_back(member.capacity ? static_cast<std::size_t>(*member.capacity) : seats_.size());
        for (std::size_t p = 0; p < seats_.size(); ++p)
            for (std::size_t t = 0; t < team.size(); ++t) task_.value(t, p) = seats_[p].weight * fit_of(t, p);
    }

    [[nodiscard]] Zipper make(std::span<const PairWish> wishes) {
        require_known(wishes);
        Zipper result;
        for (const PairWish& wish : wishes)
            if (!wish.together) task_.forbidden.emplace_back(member(wish.member), seat(wish));
        for (const PairWish& wish : wishes)
            if (wish.together)
                if (const auto reason = fix(wish)) result.unmet.push_back({wish, *reason});
        const Pairing pairing = pair_people(task_);

        std::vector<std::size_t> looks_after(team_.size(), 0);
        std::vector<bool> has(seats_.size(), false);
        for (const auto& [t, p] : pairing.pairs) {
            ++looks_after[t], has[p] = true;
            const TeamMember* known = in_deal(t, seats_[p].deal);
            const bool knows = known && std::find(known->knows.begin(), known->knows.end(), seats_[p].person->id) != known->knows.end();
            const bool asked = std::find(task_.fixed.begin(), task_.fixed.end(), std::pair(t, p)) != task_.fixed.end();
            result.pairs.push_back({seats_[p].deal, t, seats_[p].index, fit_of(t, p), task_.value(t, p), task_.key[p] != 0, knows, asked});
        }
        numbers::sort_stably(result.pairs, [](const ZipperPair& left, const ZipperPair& right) { return left.deal < right.deal; });
        result.value = pairing.value;
        for (std::size_t t = 0; t < team_.size(); ++t) result.left.push_back(team_[t].capacity ? std::optional(task_.capacity[t] - looks_after[t]) : std::nullopt);
        for (std::size_t p = 0; p < seats_.size(); ++p)
            if (!has[p]) result.without.push_back({seats_[p].deal, seats_[p].index, seats_[p].key, why_without(p)});
        numbers::sort_stably(result.without, [](const auto& left, const auto& right) { return std::pair(left.deal, !left.key) < std::pair(right.deal, !right.key); });
        return result;
    }

  private:
    struct Seat {
        std::size_t deal, index;
        const Person* person;
        RoleMix mix;
        bool key;
        double weight;
    };

    void add_people(std::size_t d) {
        const ZipperDeal& one = deals_[d];
        const Catalog catalog = merged_catalog(one.deal.catalog);
        double greatest = 0;
        for (const double influence : one.influence) greatest = std::max(greatest, std::abs(influence));
        const std::vector<std::size_t> key = key_people(one.model, one.influence);
        std::size_t i = 0;
        for (const Person& person : one.deal.people) {
            if (has_departed(person)) continue;
            const bool is_key = std::find(key.begin(), key.end(), i) != key.end(), vacant = person.vacant.value_or(false);
            seats_.push_back({d, i, &person, mix_roles(person, catalog), is_key, 0.05 + (greatest > 0 ? std::abs(one.influence[i]) / greatest : 0)});
            task_.key.push_back(is_key && !vacant);
            task_.counterparts.push_back(vacant ? 0 : static_cast<std::size_t>(person.counterparts.value_or(1)));
            ++i;
        }
    }

    /// What the deal itself says of a member; what the team says where the deal names nobody.
    [[nodiscard]] const TeamMember* in_deal(std::size_t t, std::size_t d) const {
        const std::vector<TeamMember>& own = deals_[d].deal.team;
        if (own.empty()) return &team_[t];
        const auto found = std::find_if(own.begin(), own.end(), [&](const TeamMember& member) { return member.id == team_[t].id; });
        return found == own.end() ? nullptr : &*found;
    }

    [[nodiscard]] double fit_of(std::size_t t, std::size_t p) const {
        TeamMember member{.id = {}, .name = {}, .functions = team_[t].functions, .level = team_[t].level, .capacity = {}, .hours = {}, .languages = {}, .knows = {}};
        if (const TeamMember* known = in_deal(t, seats_[p].deal)) member.knows = known->knows;
        return fit(member, *seats_[p].person, seats_[p].mix);
    }

    [[nodiscard]] std::size_t member(const std::string& id) const {
        return static_cast<std::size_t>(std::find_if(team_.begin(), team_.end(), [&](const TeamMember& one) { return one.id == id; }) - team_.begin());
    }
    [[nodiscard]] std::size_t seat(const PairWish& wish) const {
        return static_cast<std::size_t>(std::find_if(seats_.begin(), seats_.end(), [&](const Seat& one) { return one.deal == wish.deal && one.person->id == wish.person; }) - seats_.begin());
    }

    void require_known(std::span<const PairWish> wishes) const {
        std::string unknown;
        for (const PairWish& wish : wishes) {
            if (member(wish.member) == team_.size()) unknown += (unknown.empty() ? "" : ", ") + ("member " + wish.member);
            if (seat(wish) == seats_.size()) unknown += (unknown.empty() ? "" : ", ") + ("person " + wish.person);
        }
        if (!unknown.empty()) throw InputError("wishes", unknown, "members of the team and people of the deal who have not left");
    }

    [[nodiscard]] std::optional<WithoutReason> fix(const PairWish& wish) {
        const std::pair pair(member(wish.member), seat(wish));
        const auto count = [&](auto has) { return static_cast<std::size_t>(std::count_if(task_.fixed.begin(), task_.fixed.end(), has)); };
        if (std::find(task_.fixed.begin(), task_.fixed.end(), pair) != task_.fixed.end()) return std::nullopt;
        if (seats_[pair.second].person->vacant.value_or(false)) return WithoutReason::vacant;
        if (std::find(task_.forbidden.begin(), task_.forbidden.end(), pair) != task_.forbidden.end()) return WithoutReason::forbidden;
        if (count([&](const auto& fixed) { return fixed.second == pair.second; }) >= task_.counterparts[pair.second]) return WithoutReason::not_wanted;
        if (count([&](const auto& fixed) { return fixed.first == pair.first; }) >= task_.capacity[pair.first]) return WithoutReason::no_capacity;
        task_.fixed.push_back(pair);
        return std::nullopt;
    }

    [[nodiscard]] WithoutReason why_without(std::size_t p) const {
        if (seats_[p].person->vacant.value_or(false)) return WithoutReason::vacant;
        if (task_.counterparts[p] == 0) return WithoutReason::not_wanted;
        if (team_.empty()) return WithoutReason::no_team;
        bool time = false;
        for (std::size_t t = 0; t < team_.size(); ++t) {
            if (task_.capacity[t] == 0) continue;
            if (std::find(task_.forbidden.begin(), task_.forbidden.end(), std::pair(t, p)) == task_.forbidden.end()) return WithoutReason::no_capacity;
            time = true;
        }
        return time ? WithoutReason::forbidden : WithoutReason::no_capacity;
    }

    std::span<const ZipperDeal> deals_;
    const std::vector<TeamMember>& team_;
    std::vector<Seat> seats_;
    PairingTask task_;
};

}  // namespace detail

BUYGRAPH_HEAVY std::vector<TeamMember> team_of(std::span<const ZipperDeal> deals, const std::optional<std::vector<std::string>>& only) {
    std::vector<TeamMember> team;
    const auto has = [](const std::vector<TeamMember>& members, const std::string& id) { return std::any_of(members.begin(), members.end(), [&](const TeamMember& member) { return member.id == id; }); };
    for (const ZipperDeal& one : deals)
        for (const TeamMember& member : one.deal.team)
            if (!has(team, member.id) && (!only || std::find(only->begin(), only->end(), member.id) != only->end())) team.push_back(member);
    std::string unknown;
    if (only)
        for (const std::string& id : *only)
            if (!has(team, id)) unknown += (unknown.empty() ? "" : ", ") + id;
    if (!unknown.empty()) throw InputError("team", unknown, "ids of members that the deals name");
    return team;
}

BUYGRAPH_HEAVY Zipper zipper(std::span<const ZipperDeal> deals, const std::vector<TeamMember>& team, std::span<const PairWish> wishes) {
    return detail::ZipperMaker(deals, team).make(wishes);
}

}  // namespace buygraph

#endif
