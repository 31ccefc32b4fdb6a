#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// The forecast with `edits`, read again with the evidence, and `moves`, made after it: against the deal as it was loaded, on common points.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_what_if(Session& session, const Arguments& arguments);

/// The forecast after `moves`; without them after those that the deal holds.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_move(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY)

#include <optional>
#include <vector>

#include "moved.hpp"
#include "results.hpp"

namespace buygraph::boundary {

namespace detail {

/// The change from the deal as it was loaded to a version of it, with the whole forecast of the latter.
[[nodiscard]] inline Json change_to(HeldDeal& held, const Moved& after, const Arguments& arguments) {
    ForecastOptions options = arguments.forecast_options();
    options.variance_by_group = false;
    const Baseline& before = held.before(options);
    const ForecastChange change = after.moved ? change_from(before, *after.moved, options.interrupt) : change_from(before, after.version->model, options.interrupt, after.version->plan());
    Json reply;
    put_change(reply, change);
    Json& whole = reply["forecast"];
    put_forecast(whole, change.after);
    put_verdict(whole, text::Names(after.deal(), arguments.language()), after.model(), change.after);
    return reply;
}

}  // namespace detail

BUYGRAPH_HEAVY Json answer_what_if(Session& session, const Arguments& arguments) { return detail::change_to(session.deal(arguments), moved_version(session, arguments), arguments); }

BUYGRAPH_HEAVY Json answer_move(Session& session, const Arguments& arguments) {
    HeldDeal& held = session.deal(arguments);
    if (arguments.given("moves")) return answer_what_if(session, arguments);
    const std::vector<Move>& own = held.original()->deal.moves;
    if (own.empty()) throw InputError("moves", "none, and the deal holds none", "a list of moves");
    return detail::change_to(held, {held.original(), forecasting::make_moves(held.original()->model, own, held.original()->plan())}, arguments);
}

}  // namespace buygraph::boundary

#endif
