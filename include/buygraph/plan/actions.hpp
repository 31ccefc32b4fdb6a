#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../deal/deal.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"

namespace buygraph {

/// What a kind of action takes and does unless the deal says otherwise.
struct ActionKindEntry {
    std::string_view kind;
    double hours;
    std::optional<std::size_t> most_people;            ///< nothing: everybody who weighs what it is about
    double effect;                                     ///< fraction of the way to the best score, times fit
    std::array<std::string_view, 4> concerns{};        ///< what it is about; empty: at most three of greatest gain
};

/// Source: docs/model.md, section 8.
inline constexpr std::array<ActionKindEntry, 5> action_kinds{{
    {"meeting", 2, 1, 0.25, {}},
    {"executive_call", 1, 1, 0.3, {"personal_trust", "supplier_cooperation"}},
    {"workshop", 6, 5, 0.2, {}},
    {"reference_visit", 8, 5, 0.35, {"risk", "reliability", "stability", "function"}},
    {"pilot", 40, std::nullopt, 0.5, {"function", "reliability", "efficiency", "convenience"}},
}};

/// A thing that could be done, with everything said: who goes, to whom, about what, at what price.
struct Candidate {
    std::string kind;
    std::optional<std::size_t> member;           ///< of the team; nothing: somebody of whom nothing is known (a competitor's)
    std::vector<std::size_t> people;
    std::vector<std::size_t> concerns;
    double hours = 0;
    double cost = 0;                             ///< in the deal's currency
    std::vector<double> reach;                   ///< for each of the people: effect · fit, the fraction of the way to the best
    std::optional<std::size_t> action;           ///< of the deal's list; nothing: from the catalog
};

/// What could be done: the deal's own actions, or where it names none those of the catalog. Whom, about what and who goes are filled in by greatest gain and best fit where the deal does not say.
///
/// \param gains  n × K: what P(ours) would gain, by its slope, from a view that comes all the way to the best
/// \param catalog   true: those of the catalog as well
/// \param with_fit  false: everybody fits (1), nobody is named; the competitor's case
/// Actions that reach nobody or are about nothing are left out. Cost: O(candidates · people · (team + K)).
[[nodiscard]] BUYGRAPH_HEAVY std::vector<Candidate> candidates(const Deal& deal, const DecisionModel& model, const Matrix& gains, bool catalog = false, bool with_fit = true);

/// How far a set of actions moves everybody's views of our offer: n × K shifts, centred. Later actions act on what is left; a kind reaches a person once, by the first that stands in `chosen`.
/// \param room  n × K: what is left to the best
[[nodiscard]] BUYGRAPH_HEAVY Matrix moved_views(std::span<const Candidate> all, std::span<const std::size_t> chosen, const Matrix& room);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_ENGAGEMENT)

#include <algorithm>
#include <numeric>

#include "../deal/merged_catalog.hpp"
#include "../numbers/greatest.hpp"
#include "fit.hpp"
#include "score_shifts.hpp"

namespace buygraph {

namespace detail {

/// The steps from a deal's actions, or from the catalog of kinds, to candidates.
class CandidateMaker {
  public:
    /// \param gains     n × K, of a view that comes all the way
    /// \param with_fit  false: fit 1 and no member, as for a competitor
    CandidateMaker(const Deal& deal, const DecisionModel& model, const Matrix& gains, bool with_fit) : deal_(deal), model_(model), gains_(gains), with_fit_(with_fit), named_(named_people(deal)) {
        const Catalog catalog = merged_catalog(deal.catalog);
        for (const Person& person : deal.people)
            if (!has_departed(person)) {
                people_.push_back(&person);
                mixes_.push_back(mix_roles(person, catalog));
            }
    }

    /// The deal's own actions, and where it has none or `catalog` says so: a meeting and an executive call with each, a workshop and a reference visit with those of greatest gain, a pilot.
    [[nodiscard]] std::vector<Candidate> make(bool catalog) const {
        std::vector<Candidate> result;
        const auto add = [&](const Action& action, std::optional<std::size_t> from) {
            Candidate candidate = resolve(action);
            candidate.action = from;
            if (!candidate.people.empty() && !candidate.concerns.empty()) result.push_back(std::move(candidate));
        };
        for (std::size_t a = 0; a < deal_.actions.size(); ++a) add(deal_.actions[a], a);
        if (!deal_.actions.empty() && !catalog) return result;
        for (const ActionKindEntry& entry : action_kinds) {
            Action action;
            action.kind = entry.kind;
            if (entry.most_people != 1) {
                add(action, std::nullopt);
                continue;
            }
            for (std::size_t p = 0; p < people_.size(); ++p) {
                action.whom = {model_.people[p]};
                if (named_[p]) add(action, std::nullopt);
            }
        }
        return result;
    }

  private:
    [[nodiscard]] Candidate resolve(const Action& action) const {
        const auto known = std::find_if(action_kinds.begin(), action_kinds.end(), [&](const ActionKindEntry& entry) { return entry.kind == action.kind; });
        const ActionKindEntry entry = known == action_kinds.end() ? ActionKindEntry{action.kind, 0, std::nullopt, 0, {}} : *known;
        Candidate candidate{action.kind, std::nullopt, {}, {}, action.hours.value_or(entry.hours), action.cost.value_or(0), {}, std::nullopt};
        const auto add = [](std::vector<std::size_t>& to, std::size_t one) {
            if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
        };
        for (const std::string& id : action.whom)
            if (const std::size_t p = position(id); p < people_.size() && named_[p]) add(candidate.people, p);
        for (const std::string& id : action.concerns)
            if (const std::size_t k = concern(id); k < model_.table.concerns.size()) add(candidate.concerns, k);
        if (action.concerns.empty())
            for (const std::string_view id : entry.concerns)
                if (const std::size_t k = concern(id); k < model_.table.concerns.size()) candidate.concerns.push_back(k);
        if (action.whom.empty()) candidate.people = whom(candidate.concerns, entry.most_people);
        if (action.concerns.empty() && entry.concerns.front().empty()) candidate.concerns = about(candidate.people);
        const double effect = action.effect.value_or(entry.effect);
        candidate.member = member(action.who, candidate.people);
        for (const std::size_t p : candidate.people) candidate.reach.push_back(effect * (candidate.member ? fit(deal_.team[*candidate.member], *people_[p], mixes_[p]) : 1));
        return candidate;
    }

    /// Those of greatest gain by these concerns, or by any; with no limit everybody who weighs one of them.
    [[nodiscard]] std::vector<std::size_t> whom(const std::vector<std::size_t>& concerns, std::optional<std::size_t> most) const {
        std::vector<double> gain(people_.size(), 0.0);
        std::vector<std::size_t> weigh;
        for (std::size_t p = 0; p < people_.size(); ++p) {
            if (!named_[p]) continue;
            bool weighs = concerns.empty();
            for (std::size_t k = 0; k < model_.table.concerns.size(); ++k) {
                if (!concerns.empty() && std::find(concerns.begin(), concerns.end(), k) == concerns.end()) continue;
                gain[p] += gains_(p, k);
                weighs = weighs || model_.table.importance(p, k) > 0;
            }
            if (weighs) weigh.push_back(p);
        }
        if (!most) return weigh;
        std::vector<std::size_t> best = numbers::greatest(gain, *most);
        std::sort(best.begin(), best.end());
        return best;
    }

    [[nodiscard]] std::vector<std::size_t> about(const std::vector<std::size_t>& people) const {
        std::vector<double> gain(model_.table.concerns.size(), 0.0);
        for (const std::size_t p : people)
            for (std::size_t k = 0; k < gain.size(); ++k) gain[k] += gains_(p, k);
        return numbers::greatest(gain, concerns_at_once);
    }

    /// The one asked for, or the one of best fit over all of them.
    [[nodiscard]] std::optional<std::size_t> member(const std::string& id, const std::vector<std::size_t>& people) const {
        if (!with_fit_ || deal_.team.empty()) return std::nullopt;
        std::size_t best = 0;
        double most = -1;
        for (std::size_t t = 0; t < deal_.team.size(); ++t) {
            if (!id.empty() && deal_.team[t].id == id) return t;
            double sum = 0;
            for (const std::size_t p : people) sum += fit(deal_.team[t], *people_[p], mixes_[p]);
            if (sum > most) most = sum, best = t;
        }
        return best;
    }

    [[nodiscard]] std::size_t position(const std::string& id) const { return static_cast<std::size_t>(std::find(model_.people.begin(), model_.people.end(), id) - model_.people.begin()); }
    [[nodiscard]] std::size_t concern(std::string_view id) const { return static_cast<std::size_t>(std::find(model_.table.concerns.begin(), model_.table.concerns.end(), id) - model_.table.concerns.begin()); }

    const Deal& deal_;
    const DecisionModel& model_;
    const Matrix& gains_;
    bool with_fit_;
    std::vector<bool> named_;
    std::vector<const Person*> people_;
    std::vector<RoleMix> mixes_;
};

}  // namespace detail

BUYGRAPH_HEAVY std::vector<Candidate> candidates(const Deal& deal, const DecisionModel& model, const Matrix& gains, bool catalog, bool with_fit) {
    return detail::CandidateMaker(deal, model, gains, with_fit).make(catalog);
}

BUYGRAPH_HEAVY Matrix moved_views(std::span<const Candidate> all, std::span<const std::size_t> chosen, const Matrix& room) {
    Matrix left = room;
    std::vector<std::pair<std::string_view, std::size_t>> done;
    for (const std::size_t c : chosen) {
        const Candidate& candidate = all[c];
        const std::size_t before = done.size();
        for (std::size_t i = 0; i < candidate.people.size(); ++i) {
            const std::pair<std::string_view, std::size_t> reached(candidate.kind, candidate.people[i]);
            if (std::find(done.begin(), done.begin() + static_cast<std::ptrdiff_t>(before), reached) != done.begin() + static_cast<std::ptrdiff_t>(before)) continue;
            for (const std::size_t k : candidate.concerns) left(candidate.people[i], k) *= 1 - candidate.reach[i];
            done.push_back(reached);
        }
    }
    Matrix moved = room;
    for (std::size_t at = 0; at < moved.values.size(); ++at) moved.values[at] -= left.values[at];
    return moved;
}

}  // namespace buygraph

#endif
