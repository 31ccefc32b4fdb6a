#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// The text of the deal file, with `edits` made in it; `moves`, where given, stand in the place of those that the deal holds. Loaded again, both are there.
///
/// \throws DealError   with every fault of the changed deal
/// \throws InputError  a move that cannot be made
[[nodiscard]] BUYGRAPH_HEAVY Json answer_export(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY)

#include <utility>

#include "../io/file.hpp"
#include "../io/write_deal.hpp"
#include "moved.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY Json answer_export(Session& session, const Arguments& arguments) {
    Deal deal = moved_version(session, arguments).deal();
    if (auto moves = moves_in(arguments)) deal.moves = std::move(*moves);
    Json reply;
    reply["text"] = deal_text(deal);
    return reply;
}

}  // namespace buygraph::boundary

#endif
