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

/// The roles that a person has, by id: their shares add to 1, or there is none. Roles that the catalog does not know are left out (validation names them).
[[nodiscard]] inline OrderedMap<double> role_shares(const Person& person, const Catalog& catalog) {
    OrderedMap<double> shares;
    double total = 0;
    for (const auto& [id, share] : person.roles)
        if (share > 0 && catalog.roles.contains(id)) total += shares[id] = share;
    for (auto& [id, share] : shares) share /= total;
    return shares;
}

/// The votes that roles bring.
[[nodiscard]] inline int votes_of(const OrderedMap<double>& shares) { return shares.size() == 1 && shares.contains("coach") ? 0 : 1; }

/// Mixes the roles of a person by their shares.
[[nodiscard]] inline RoleMix mix_roles(const Person& person, const Catalog& catalog) {
    RoleMix mix;
    mix.shares = role_shares(person, catalog);
    if (mix.shares.empty()) return mix;

    mix.susceptibility = 0;
    for (const auto& [id, share] : mix.shares) {
        const RoleEntry& role = *catalog.roles.find(id);
        for (const auto& [concern, importance] : role.importance) mix.importance[concern] += share * importance;
        mix.susceptibility += share * role.susceptibility.value_or(0.5);
        mix.veto = mix.veto || role.veto.value_or(false);
    }
    mix.votes = votes_of(mix.shares);
    return mix;
}

/// The kinds of the concerns that people of the deal have beyond the catalog, as they say; organisational where nobody does.
[[nodiscard]] inline OrderedMap<ConcernKind> own_concern_kinds(const Deal& deal, const Catalog& catalog) {
    OrderedMap<ConcernKind> kinds;
    for (const Person& person : deal.people)
        for (const auto& [id, entry] : person.concerns)
            if (entry.kind && !catalog.concerns.contains(id)) kinds[id] = *entry.kind;
    for (const Person& person : deal.people)
        for (const auto& [id, entry] : person.concerns)
            if (!catalog.concerns.contains(id) && !kinds.contains(id)) kinds[id] = ConcernKind::organisational;
    return kinds;
}

}  // namespace buygraph
