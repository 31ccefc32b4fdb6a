#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "../insight/comparison.hpp"
#include "../model/validate.hpp"
#include "../separate.hpp"
#include "differences.hpp"
#include "write_deal.hpp"

namespace buygraph {

/// A deal that edits can be made to, one group of them or another.
///
/// The document is the old one without team, actions and moves, which no forecast reads and which may name people who are not there yet.
class EditableDeal {
  public:
    EditableDeal(Json document, const Differences& differences) : document_(std::move(document)), differences_(differences) {
        for (const char* list : {"team", "actions", "moves"}) document_.erase(list);
        FaultList none;
        apply_edits(document_, differences_.prepare, none);
    }

    /// The deal with some groups of edits made. It may be invalid unless the groups are those of `comparable`.
    [[nodiscard]] Deal with(const Coalition& groups) const {
        std::vector<std::size_t> chosen;
        for (std::size_t group = 0; group < groups.size(); ++group)
            if (groups[group]) chosen.insert(chosen.end(), differences_.groups[group].begin(), differences_.groups[group].end());
        std::sort(chosen.begin(), chosen.end());
        std::vector<Edit> edits;
        for (const std::size_t edit : chosen) edits.push_back(differences_.edits[edit].edit);
        Json document = document_;
        FaultList faults;
        apply_edits(document, edits, faults);
        return read_deal(document, faults);
    }
    [[nodiscard]] bool is_valid_with(const Coalition& groups) const { return validate(with(groups)).empty(); }

  private:
    Json document_;
    const Differences& differences_;
};

/// Merges groups of edits until every coalition of them that will be valued is a valid deal, and says which will be.
///
/// The rule: of the first coalition that is no valid deal, take out whatever can be taken out while it stays invalid; what is left is merged with whatever
/// makes it valid. It ends, for all edits together and none at all are valid.
/// \throws Interrupted  when options.interrupt says so
/// Cost: reads and validates the deal once for each coalition, and about once a group for each merger.
[[nodiscard]] BUYGRAPH_HEAVY AttributionPlan comparable(const EditableDeal& deal, Differences& found, const AttributionOptions& attribution, const ForecastOptions& options);

/// Two versions of a deal compared: the edits between them, and how much of the change in P(ours) each explains.
struct ComparedDeals {
    Comparison comparison;
    Differences differences;  ///< the groups as they were compared; the edits that no forecast reads stand at the end of the comparison, one by one
};

/// What changed from one version of a deal to another, and what each edit was worth in P(ours).
///
/// Edits that are no valid deal without each other are one. Entries keep the order of the old deal, new ones last, for the order says nothing and would
/// only use the points otherwise. Names, value, team, actions and moves are listed with a share of 0: no forecast reads them.
/// The offers may differ, ours too; the value is P(ours), whatever its id. See `explain_change` for the rest.
///
/// \throws DealError    a version that is not valid
/// \throws InputError   samples out of range
/// \throws Interrupted  when options.interrupt says so
/// Cost: 2^n forecasts for n ≤ 12 groups; beyond, about 4,096 and at least 32 · n.
[[nodiscard]] BUYGRAPH_HEAVY ComparedDeals compare(const Deal& old, const Deal& now, const ForecastOptions& options = {.samples = 1024});

#if defined(BUYGRAPH_DEFINE_DOCUMENTS)

namespace detail {

/// A coalition that is no valid deal, made as small as taking one out at a time can.
[[nodiscard]] inline Coalition least_invalid(const EditableDeal& deal, Coalition coalition) {
    for (bool smaller = true; smaller;) {
        smaller = false;
        for (std::size_t group = 0; group < coalition.size(); ++group) {
            if (!coalition[group]) continue;
            coalition[group] = false;
            if (deal.is_valid_with(coalition)) coalition[group] = true;
            else smaller = true;
        }
    }
    return coalition;
}

/// The same with what it lacks to be valid: one more group if one is enough, else as few as taking out one at a time leaves.
[[nodiscard]] inline Coalition mended(const EditableDeal& deal, const Coalition& invalid) {
    for (std::size_t group = 0; group < invalid.size(); ++group) {
        Coalition more = invalid;
        more[group] = true;
        if (!invalid[group] && deal.is_valid_with(more)) return more;
    }
    Coalition all(invalid.size(), true);
    for (std::size_t group = 0; group < all.size(); ++group) {
        if (invalid[group]) continue;
        all[group] = false;
        if (!deal.is_valid_with(all)) all[group] = true;
    }
    return all;
}

inline void merge_groups(std::vector<std::vector<std::size_t>>& groups, const Coalition& together) {
    std::vector<std::vector<std::size_t>> merged;
    std::vector<std::size_t> one;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (together[group]) one.insert(one.end(), groups[group].begin(), groups[group].end());
        else merged.push_back(std::move(groups[group]));
    }
    std::sort(one.begin(), one.end());
    merged.push_back(std::move(one));
    std::sort(merged.begin(), merged.end());
    groups = std::move(merged);
}

}  // namespace detail

BUYGRAPH_HEAVY AttributionPlan comparable(const EditableDeal& deal, Differences& found, const AttributionOptions& attribution, const ForecastOptions& options) {
    for (;;) {
        AttributionPlan plan = plan_attribution(found.groups.size(), attribution);
        std::atomic<std::size_t> first{plan.coalitions.size()};
        forecasting::run_tasks(plan.coalitions.size(), options.threads ? options.threads : forecasting::machine_threads(), [&](std::size_t i) {
            if (i > first) return;
            if (options.interrupt && options.interrupt()) throw Interrupted();
            if (deal.is_valid_with(plan.coalitions[i])) return;
            for (std::size_t least = first; i < least && !first.compare_exchange_weak(least, i);) continue;
        });
        if (first == plan.coalitions.size()) return plan;
        detail::merge_groups(found.groups, detail::mended(deal, detail::least_invalid(deal, plan.coalitions[first])));
    }
}

BUYGRAPH_HEAVY ComparedDeals compare(const Deal& old, const Deal& now, const ForecastOptions& options) {
    for (const Deal* deal : {&old, &now})
        if (std::vector<Fault> faults = validate(*deal); !faults.empty()) throw DealError(std::move(faults));
    const Json document = write_deal(old);
    ComparedDeals result{{}, differences(document, write_deal(now))};
    Differences& found = result.differences;
    const EditableDeal deal(document, found);
    const AttributionPlan plan = comparable(deal, found, {.seed = options.seed}, options);
    const auto places = [&](const std::vector<std::size_t>& edits) {
        std::vector<EditedPlace> list;
        for (const std::size_t edit : edits) list.push_back(found.edits[edit].place);
        return list;
    };
    std::vector<std::vector<EditedPlace>> groups;
    for (const auto& group : found.groups) groups.push_back(places(group));
    result.comparison = explain_change(std::move(groups), plan, [&](const Coalition& coalition) { return deal.with(coalition); }, options);
    for (std::size_t i = 0; i < found.unread.size(); ++i) result.comparison.edits.push_back({places({found.unread[i]}), found.groups.size() + i, {}, 0, false});
    return result;
}

#endif

}  // namespace buygraph
