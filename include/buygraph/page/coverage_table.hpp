#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "../insight/coverage.hpp"
#include "../separate.hpp"
#include "../text/names.hpp"
#include "parts.hpp"

namespace buygraph::page {

inline constexpr Heading coverage_heading{"How much we know", "我们知道多少"};

/// How much the evidence has told us, role by what we know: a number in every cell, the darker the more.
[[nodiscard]] BUYGRAPH_HEAVY Element coverage_table(const text::Names& names, const DecisionModel& model, const Coverage& found);

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)


namespace buygraph::page {

BUYGRAPH_HEAVY Element coverage_table(const text::Names& names, const DecisionModel& model, const Coverage& found) {
    const bool zh = names.language() == Language::chinese;
    Element part = section("coverage", coverage_heading.in(names.language()), zh ? text::joined({"证据已说明做决定者态度的 ", text::percent(found.overall)}) : "evidence tells " + text::percent(found.overall) + " of the deciders' margin");
    Element table = element("table", "heat");
    Element head = element("tr", "", words("th", zh ? "角色" : "Role"));
    std::vector<std::size_t> offers{model.ours};
    for (std::size_t j = 1; j < model.offer_count(); ++j)
        if (j != model.ours) offers.push_back(j);
    for (const std::size_t j : offers) head.add(element("th", "", words("span", zh ? "对" : "on "), name_words(names.outcome(model.offers[j]))));
    for (const char* what : {zh ? "看重什么" : "weights", zh ? "听谁的" : "sways", zh ? "新不新" : "freshness"}) head.add(words("th", what));
    for (Element& cell : head.children) cell.set("scope", "col");
    table.add(element("thead", "", std::move(head)));
    Element body = element("tbody");
    for (const RoleKnown& role : found.roles) {
        Element heading = words("th", names.role(role.role));
        heading.set("scope", "row");
        Element row = element("tr", "", std::move(heading));
        const auto cell = [&](double known) { row.add(words("td", text::percent(known), "heat-" + std::to_string(std::lround(20 * std::clamp(known, 0.0, 1.0))))); };
        for (const std::size_t j : offers) cell(role.known.stance[j]);
        cell(role.known.weights);
        cell(role.known.sways);
        cell(role.known.freshness);
        body.add(std::move(row));
    }
    table.add(std::move(body));
    part.add(element("div", "scrolls", std::move(table))).set("tabindex", "0");  // wider than a phone: to be scrolled by keys too
    return part;
}

}  // namespace buygraph::page

#endif
