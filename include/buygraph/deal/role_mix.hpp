#pragma once

#include "deal.hpp"
#include "merged_catalog.hpp"

namespace buygraph {

/// What a person's roles make of him, before his own entries.
struct RoleMix {
    OrderedMap<double> shares;      ///< role id → share; they add to 1, or there is none
    OrderedMap<double> importance;  ///< concern id → share-weighted mean over the roles, 0 where a role lacks it
    double susceptibility = 0.5;    ///< share-weighted mean; 0.5 without a role
    bool veto = false;              ///< any role with a share holds one
    int votes = 1;                  ///< 0 for one whose only role is coach
};

/// Mixes the roles of a person by their shares. Roles that the catalog does not know are left out (validation names them).
[[nodiscard]] inline RoleMix mix_roles(const Person& person, const Catalog& catalog) {
    RoleMix mix;
    double total = 0;
    for (const auto& [id, share] : person.roles)
        if (share > 0 && catalog.roles.contains(id)) total += share;
    if (!(total > 0)) return mix;

    mix.susceptibility = 0;
    for (const auto& [id, share] : person.roles) {
        const RoleEntry* role = catalog.roles.find(id);
        if (!role || !(share > 0)) continue;
        const double weight = share / total;
        mix.shares[id] = weight;
        for (const auto& [concern, importance] : role->importance) mix.importance[concern] += weight * importance;
        mix.susceptibility += weight * role->susceptibility.value_or(0.5);
        mix.veto = mix.veto || role->veto.value_or(false);
    }
    mix.votes = mix.shares.size() == 1 && mix.shares.contains("coach") ? 0 : 1;
    return mix;
}

/// The kind of every concern that the deal knows: the catalog's, then what people say of their own; organisational where nobody does.
[[nodiscard]] inline OrderedMap<ConcernKind> concern_kinds(const Deal& deal, const Catalog& catalog) {
    OrderedMap<ConcernKind> kinds;
    for (const auto& [id, concern] : catalog.concerns) kinds[id] = concern.kind.value_or(ConcernKind::organisational);
    for (const Person& person : deal.people)
        for (const auto& [id, entry] : person.concerns)
            if (entry.kind && !catalog.concerns.contains(id)) kinds[id] = *entry.kind;
    for (const Person& person : deal.people)
        for (const auto& [id, entry] : person.concerns)
            if (!kinds.contains(id)) kinds[id] = ConcernKind::organisational;
    return kinds;
}

}  // namespace buygraph
