#pragma once

#include <utility>
#include <vector>

#include "../deal/fault_list.hpp"
#include "../deal/team.hpp"
#include "../separate.hpp"
#include "json.hpp"

namespace buygraph {

/// Moves alone, a list as it stands in the field `moves` of a deal file. What does not fit is left out and listed in `faults`, at its place below `/moves`.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<Move> read_moves(const Json& list, FaultList& faults);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_IO)

#include "read_deal.hpp"

namespace buygraph {

BUYGRAPH_HEAVY std::vector<Move> read_moves(const Json& list, FaultList& faults) {
    Json document = Json::object();
    document["moves"] = list;
    Deal deal;
    detail::DealReader(faults).object(document, deal);
    return std::move(deal.moves);
}

}  // namespace buygraph

#endif
