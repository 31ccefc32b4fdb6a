#pragma once

#include "catalog.hpp"
#include "fault_list.hpp"

namespace buygraph {

/// What can be wrong in a catalog beyond single fields: value functions of one point or with measures that do not rise, and an
/// importance that the role and the concern state differently.
///
/// \param place  where the catalog stands: "/catalog" in a deal, the root in a catalog file
/// Cost: linear in the catalog.
inline void check_catalog(const Catalog& catalog, const Place& place, FaultList& faults) {
    for (const auto& [id, concern] : catalog.concerns) {
        const Place here = place.field("concerns").field(id);
        if (concern.points.size() == 1)
            faults.add(here.field("points"), {"a value function needs two points", "价值函数至少要两个点"}, "1", {"two or more", "两个以上"});
        for (std::size_t i = 1; i < concern.points.size(); ++i)
            if (!(concern.points[i].measure > concern.points[i - 1].measure))
                faults.add(here.field("points").item(i), {"the measures do not rise", "measure 没有递增"}, number_text(concern.points[i].measure),
                           {"above " + number_text(concern.points[i - 1].measure), "大于 " + number_text(concern.points[i - 1].measure)});
        for (const auto& [role, importance] : concern.importance) {
            const RoleEntry* entry = catalog.roles.find(role);
            const double* said = entry ? entry->importance.find(id) : nullptr;
            if (said && *said != importance)
                faults.add(here.field("importance").field(role), {"the role says another importance", "与角色处给出的看重程度不一致"}, number_text(importance), {number_text(*said), number_text(*said)});
        }
    }
}

}  // namespace buygraph
