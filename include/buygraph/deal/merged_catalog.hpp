#pragma once

#include <memory>
#include <string_view>

#include "../separate.hpp"
#include "builtin_advice.hpp"
#include "builtin_catalog.hpp"

namespace buygraph {

/// The catalog that holds for a deal: the built-in one, mended field by field and added to by the deal's own.
///
/// Importances given from the concern's side are moved to the roles, and every role weighs the common concerns. Nothing is left open:
/// a new role has susceptibility 0.5 and no veto, a new concern is organisational and has the general advice, and what has no label is called by its id.
[[nodiscard]] BUYGRAPH_HEAVY Catalog merged_catalog(const Catalog& own);

/// The same for reading only: deals that say nothing of their own share one, which is made once.
[[nodiscard]] BUYGRAPH_HEAVY std::shared_ptr<const Catalog> shared_catalog(const Catalog& own);

/// What to say about a concern by a merged catalog: its own templates, or the general ones for a person's own concern that the catalog does not know.
[[nodiscard]] BUYGRAPH_HEAVY AdviceTexts advice_of(const Catalog& merged, std::string_view concern);

/// A deal's own catalog laid over one that its user keeps for many deals: what the deal says of a field holds, the rest is the user's.
///
/// The result says everything that the two say, so a deal that carries it needs the user's catalog no more.
[[nodiscard]] BUYGRAPH_HEAVY Catalog layered_catalog(const Catalog& users, const Catalog& own);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_CATALOG)

#include <algorithm>
#include <optional>

namespace buygraph {

namespace detail {

template <class Value>
void mend(std::optional<Value>& entry, const std::optional<Value>& change) {
    if (change) entry = change;
}

template <class Value>
void mend(OrderedMap<Value>& entry, const OrderedMap<Value>& change) {
    for (const auto& [id, value] : change) entry[id] = value;
}

inline void mend(RoleEntry& entry, const RoleEntry& change) {
    mend(entry.labels, change.labels);
    mend(entry.descriptions, change.descriptions);
    mend(entry.importance, change.importance);
    mend(entry.susceptibility, change.susceptibility);
    mend(entry.veto, change.veto);
}

/// Language by language: whoever rewrites one leaves the other as it is.
inline void mend_template(std::optional<Text>& entry, const std::optional<Text>& change) {
    if (!change) return;
    if (!entry) entry.emplace();
    if (!change->en.empty()) entry->en = change->en;
    if (!change->zh.empty()) entry->zh = change->zh;
}

inline void mend(std::optional<AdviceTexts>& entry, const std::optional<AdviceTexts>& change) {
    if (!change) return;
    if (!entry) entry.emplace();
    mend_template(entry->lead, change->lead);
    mend_template(entry->mend, change->mend);
    mend_template(entry->ask, change->ask);
}

/// Everything but the importances, which belong to the roles.
inline void mend(ConcernEntry& entry, const ConcernEntry& change) {
    mend(entry.labels, change.labels);
    mend(entry.descriptions, change.descriptions);
    mend(entry.kind, change.kind);
    mend(entry.unit, change.unit);
    if (!change.points.empty()) entry.points = change.points;
    mend(entry.advice, change.advice);
}

}  // namespace detail

BUYGRAPH_HEAVY Catalog merged_catalog(const Catalog& own) {
    Catalog merged = builtin_catalog();
    for (const auto& [id, change] : own.roles) detail::mend(merged.roles[id], change);
    for (const auto& [id, change] : own.concerns) {
        ConcernEntry& entry = merged.concerns[id];
        if (!entry.advice) entry.advice = general_advice();
        detail::mend(entry, change);
        for (const auto& [role, importance] : change.importance)
            if (merged.roles.contains(role)) merged.roles[role].importance[id] = importance;
    }
    for (auto& [id, concern] : merged.concerns) {
        if (!concern.labels) concern.labels = Text{id, id};
        if (!concern.kind) concern.kind = ConcernKind::organisational;
    }
    for (auto& [id, role] : merged.roles) {
        if (!role.labels) role.labels = Text{id, id};
        if (!role.susceptibility) role.susceptibility = 0.5;
        if (!role.veto) role.veto = false;
        for (const CommonImportance& common : common_importance) {
            const double* said = role.importance.find(common.concern);
            if (!said) role.importance[common.concern] = common.importance;
            else if (common.at_least) role.importance[common.concern] = std::max(*said, common.importance);
        }
    }
    return merged;
}

BUYGRAPH_HEAVY std::shared_ptr<const Catalog> shared_catalog(const Catalog& own) {
    static const auto builtin = std::make_shared<const Catalog>(merged_catalog({}));
    return own.roles.empty() && own.concerns.empty() ? builtin : std::make_shared<const Catalog>(merged_catalog(own));
}

BUYGRAPH_HEAVY AdviceTexts advice_of(const Catalog& merged, std::string_view concern) {
    const ConcernEntry* entry = merged.concerns.find(concern);
    return entry && entry->advice ? *entry->advice : general_advice();
}

BUYGRAPH_HEAVY Catalog layered_catalog(const Catalog& users, const Catalog& own) {
    Catalog layered = users;
    for (const auto& [id, change] : own.concerns) {
        ConcernEntry& entry = layered.concerns[id];
        detail::mend(entry, change);
        detail::mend(entry.importance, change.importance);
        for (const auto& [role, importance] : change.importance)  // the user's word from the role's side gives way
            if (RoleEntry* said = layered.roles.find(role); said && said->importance.contains(id)) said->importance[id] = importance;
    }
    for (const auto& [id, change] : own.roles) {
        detail::mend(layered.roles[id], change);
        for (const auto& [concern, importance] : change.importance) {  // and from the concern's side
            const ConcernEntry* here = own.concerns.find(concern);
            ConcernEntry* said = layered.concerns.find(concern);
            if (said && said->importance.contains(id) && !(here && here->importance.contains(id))) said->importance[id] = importance;
        }
    }
    return layered;
}

}  // namespace buygraph

#endif
