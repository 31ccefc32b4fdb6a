#pragma once

#include <cstddef>
#include <vector>

#include "../separate.hpp"
#include "key_people.hpp"
#include "standing.hpp"

namespace buygraph {

/// The traffic light of relationship-map products.
enum class MapLight { red, amber, green };
template <>
struct Words<MapLight> {
    static constexpr WordTable<MapLight, 3> table{{{"red", MapLight::red}, {"amber", MapLight::amber}, {"green", MapLight::green}}};
};

struct MapStatus {
    MapLight light = MapLight::red;
    std::vector<std::size_t> key_people;
    std::vector<std::size_t> supporters;  ///< among them: leading for us by 0.08 or more; never a vacant seat
};

/// Red: no supporter among the key people; amber: one or more; green: one of them also decides or approves.
///
/// For comparison with other tools only, and no verdict: it counts heads. It does not see how strong a support is, how sure we are of it, who opposes, nor
/// who sways whom, so that committees of quite different chances get the same light.
/// \param vacant     n: a seat that nobody has named
/// \param influence  n, decision influence
[[nodiscard]] BUYGRAPH_HEAVY MapStatus map_status(const DecisionModel& model, const std::vector<Standing>& standings, const std::vector<bool>& vacant, const std::vector<double>& influence);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_BLIND_SPOTS)

namespace buygraph {

BUYGRAPH_HEAVY MapStatus map_status(const DecisionModel& model, const std::vector<Standing>& standings, const std::vector<bool>& vacant, const std::vector<double>& influence) {
    MapStatus status;
    status.key_people = key_people(model, influence);
    for (const std::size_t person : status.key_people) {
        if (vacant[person] || standings[person].sign < 1) continue;
        status.supporters.push_back(person);
        if (status.light == MapLight::red) status.light = MapLight::amber;
        if (decides_or_approves(model, person)) status.light = MapLight::green;
    }
    return status;
}

}  // namespace buygraph

#endif
