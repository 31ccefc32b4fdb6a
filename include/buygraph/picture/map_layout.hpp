#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../insight/stance_scale.hpp"
#include "../separate.hpp"

namespace buygraph::picture {

/// Which places the account map gives to people.
enum class MapLayout {
    hierarchy,     ///< bosses above their reports
    influence,     ///< by steps to the decision, for accounts without reporting lines too
    power_stance,  ///< across by stance, up by decision influence
    zipper         ///< our people facing theirs
};

/// How a map is drawn.
struct MapOptions {
    MapLayout layout = MapLayout::hierarchy;
    bool heading = true;                ///< account, day and scale; a page has its own
    std::optional<double> width = {};   ///< of the scene, from 320 px; as wide as it needs unless given. What does not fit makes it wider
    StanceScale scale = StanceScale::lead;  ///< of dials and colours
    std::vector<std::string> open = {};     ///< ids of bosses whose reports are drawn one by one among more than 60 people
    std::string chosen = {};                ///< id of who is looked at: among more than 60 people he and whom a line joins with him are named too
};

/// What a layout is called, as on a tab.
[[nodiscard]] BUYGRAPH_HEAVY Text layout_words(MapLayout layout);

}  // namespace buygraph::picture

namespace buygraph {

template <>
struct Words<picture::MapLayout> {
    static constexpr WordTable<picture::MapLayout, 4> table{{{"hierarchy", picture::MapLayout::hierarchy},
                                                             {"influence", picture::MapLayout::influence},
                                                             {"power_stance", picture::MapLayout::power_stance},
                                                             {"zipper", picture::MapLayout::zipper}}};
};

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_PICTURE)

namespace buygraph::picture {

BUYGRAPH_HEAVY Text layout_words(MapLayout layout) {
    switch (layout) {
        case MapLayout::hierarchy: return {"Hierarchy", "层级"};
        case MapLayout::influence: return {"Influence", "影响"};
        case MapLayout::power_stance: return {"Power × stance", "权力 × 站位"};
        case MapLayout::zipper: break;
    }
    return {"Zipper", "拉链"};
}

}  // namespace buygraph::picture

#endif
