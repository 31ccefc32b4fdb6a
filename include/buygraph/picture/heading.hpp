#pragma once

#include <string>

#include "../deal/deal.hpp"
#include "../separate.hpp"
#include "map_layout.hpp"
#include "scene.hpp"

namespace buygraph::picture {

/// Account and deal; what the picture is, of which day, and what dial or place show; at the right that nothing is calibrated.
[[nodiscard]] BUYGRAPH_HEAVY Group heading(const Deal& deal, MapLayout layout, StanceScale shown, double left, double right, Language language);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "../deal/date.hpp"
#include "../text/stances.hpp"
#include "../text/verdict.hpp"
#include "marks.hpp"
#include "text_width.hpp"

namespace buygraph::picture {

BUYGRAPH_HEAVY Group heading(const Deal& deal, MapLayout layout, StanceScale shown, double left, double right, Language language) {
    const auto say = [&](const char* en, const char* zh) { return Text{en, zh}.in(language); };
    Group group;
    Mark& title = add_text(group, fitted((deal.account.empty() ? "" : deal.account + " · ") + deal.name, right - left, 16, true), {left, 30}, 16, "ink", 650);
    if (deal.language && *deal.language != language) title.language = word_of(*deal.language);
    const std::string& chip = text::uncalibrated(language);
    const double wide = text_width(chip, 11) + 12;
    const std::string what = layout == MapLayout::zipper         ? say("Who of ours looks after whom", "我方谁对接谁")
                             : layout == MapLayout::power_stance ? say("Power and stance", "权力与站位")
                                                                 : say("Who moves the decision", "谁在影响决定");
    std::string scale = layout == MapLayout::power_stance ? say("place and colour: ", "位置与颜色：") : say("dial and colour: ", "刻度与颜色：");
    scale += text::scale_words(shown).in(language);
    if (deal.as_of) scale = say("as of ", "截至 ") + to_string(*deal.as_of) + " · " + scale;
    const double room = right - left - wide - 12;
    const std::string all = what + " · " + scale;  // where there is no room for all, the scale is what has to be said
    add_text(group, text_width(all, 12) <= room ? all : fitted(scale, room, 12), {left, 53}, 12, "ink2");
    add_path(group, rounded(right - wide, 39, wide, 20, 3), "", "ink2", 1).dash = "3 2";
    add_text(group, chip, {right - wide / 2, 53}, 11, "ink2").anchor = "middle";
    return group;
}

}  // namespace buygraph::picture

#endif
