#pragma once

#include <buygraph/picture/figure.hpp>

#include <string>

namespace made {

using namespace buygraph;
using namespace buygraph::picture;

inline Standing standing(double lead, Sureness sureness = Sureness::sure, int sign = 2, double sd = 0.1) {
    return {lead, sd, lead - 1.2816 * sd, lead + 1.2816 * sd, sign, sureness, StanceScale::lead, 2};
}

/// A figure with its name shown in full, standing at (100, 100).
inline Figure figure(std::string name = "Chen Wei", double lead = 0.4) {
    Figure made;
    made.id = "chen";
    made.name = made.shown = std::move(name);
    made.role = "user";
    made.standing = standing(lead);
    made.centre = {100, 100};
    made.radius = 20;
    return made;
}

/// The same standing somewhere else.
inline Figure one_figure(Point centre) {
    Figure made = figure();
    made.centre = centre;
    return made;
}

}  // namespace made
