#pragma once

#include <utility>

#include "../separate.hpp"
#include "map_sheet.hpp"
#include "scene.hpp"

namespace buygraph::picture {

/// The account map in the hierarchy layout: people by reporting line, who sways whom, who of ours knows whom.
[[nodiscard]] BUYGRAPH_HEAVY Scene hierarchy_map(const MapSubject& subject);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "arrangement.hpp"

namespace buygraph::picture {

BUYGRAPH_HEAVY Scene hierarchy_map(const MapSubject& subject) {
    Arrangement map = arrange(gather_leaves(subject.figures, subject.options.open, subject.scale, subject.language), MapSheet::room(subject.options));
    MapSheet sheet(subject, map.width);
    const double floor = sheet.top() + map.height + 18;
    map.move((sheet.left() + sheet.right() - map.width) / 2, sheet.top());
    subject.cut_lines(map);
    const TieCurves ties = sheet.add_people(map, floor);
    return std::move(sheet).close(floor, sheet.legend(map, ties));
}

}  // namespace buygraph::picture

#endif
