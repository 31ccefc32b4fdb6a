#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// How the deal will end, with `edits` if any: chances, standard errors, intervals, ways of no decision, falls of variance, and the verdict in words.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_forecast(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY)

#include <string>

#include "../forecast/forecast.hpp"
#include "results.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY Json answer_forecast(Session& session, const Arguments& arguments) {
    HeldDeal& held = session.deal(arguments);
    const auto version = held.edited(edit_list(arguments.json("edits")));
    const ForecastOptions options = arguments.forecast_options();
    const Forecast found = version == held.original() ? held.before(options).forecast : forecast(version->model, options);
    Json reply;
    put(reply, "name", version->deal.name);
    put(reply, "account", version->deal.account);
    put_forecast(reply, found);
    put_variance(reply, found);
    put_samples(reply, found);
    put(reply, "calibrated", found.calibrated);
    put_verdict(reply, text::Names(version->deal, arguments.language()), version->model, found);
    return reply;
}

}  // namespace buygraph::boundary

#endif
