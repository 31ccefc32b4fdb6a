#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "arrangement.hpp"
#include "figures.hpp"
#include "heading.hpp"
#include "legend.hpp"
#include "person_marks.hpp"
#include "svg.hpp"
#include "tie_curves.hpp"

namespace buygraph::picture {

/// The account map in the hierarchy layout: people by reporting line, size by decision influence, stance by dial, sign and colour,
/// sureness by ink; who sways whom, who of ours knows whom. Laid out and marked here once; `to_svg` writes it.
///
/// Cost: the decision influence (2·n small forecasts) and the layout; tens of milliseconds for a dozen people.
[[nodiscard]] inline Scene account_map(const Deal& deal, const DecisionModel& model, Language language) {
    constexpr double margin = 28, head = 76, gap = 18, narrowest = 760;
    const text::Names names(deal, language);
    Arrangement map = arrange(figures(deal, model, names));
    const bool against_rival = std::any_of(map.figures.begin(), map.figures.end(), [](const Figure& figure) { return figure.standing && figure.standing->against_rival; });

    Scene scene;
    scene.language = word_of(language);
    scene.title = (deal.account.empty() ? "" : deal.account + " · ") + deal.name;
    scene.width = std::max(map.width, narrowest) + 2 * margin;
    const double left = margin, right = scene.width - margin, floor = head + map.height + gap;
    map.move((scene.width - map.width) / 2, head);
    const TieCurves ties = tie_curves(deal, map, {8, head - 12, scene.width - 8, floor});
    const Legend legend(map, ties, against_rival, right - left, language);
    scene.height = floor + legend.height() + 14;

    scene.groups.push_back(heading(deal, against_rival, left, right, language));
    std::string reporting;  // one path, so that stems which several share are not painted twice
    for (const auto& path : map.lines) reporting += polyline(path);
    if (!reporting.empty()) add_path(scene.groups.emplace_back(), reporting, "", "line2", 1.25);
    add_ties(scene.groups.emplace_back(), ties);
    for (const Figure& figure : map.figures) scene.groups.push_back(person_marks(figure, map.density));
    Group rule;
    add_path(rule, line({left, floor}, {right, floor}), "", "line", 1);
    scene.groups.push_back(std::move(rule));
    scene.groups.push_back(legend.draw({left, floor + 6}));
    return scene;
}

}  // namespace buygraph::picture
