#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advice_template.hpp"
#include "catalog.hpp"
#include "fault_list.hpp"
#include "nearest.hpp"

namespace buygraph {

/// What can be wrong in a catalog beyond single fields: value functions of one point or with measures that do not rise, an importance
/// that the role and the concern state differently, and advice with braces around what nobody fills in.
///
/// \param place  where the catalog stands: "/catalog" in a deal, the root in a catalog file
/// Cost: linear in the catalog.
inline void check_catalog(const Catalog& catalog, const Place& place, FaultList& faults) {
    if (catalog.concerns.empty()) return;
    const std::vector<std::string> placeholders(advice_placeholders.begin(), advice_placeholders.end());
    const Text allowed{"{person}, {rival}, {concern}", "{person}、{rival}、{concern}"};
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
        if (!concern.advice) continue;
        const auto check_template = [&](const char* kind, const std::optional<Text>& advice) {
            if (!advice) return;
            const auto unknown = unknown_placeholder(advice->en) ? unknown_placeholder(advice->en) : unknown_placeholder(advice->zh);
            if (unknown)
                faults.add(here.field("advice").field(kind), {"holds a placeholder that is not known", "含有未知的占位符"}, printable(*unknown), allowed,
                           nearest_word(*unknown, placeholders));
        };
        check_template("lead", concern.advice->lead);
        check_template("mend", concern.advice->mend);
        check_template("ask", concern.advice->ask);
    }
}

}  // namespace buygraph
