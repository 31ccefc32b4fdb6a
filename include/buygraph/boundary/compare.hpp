#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// What changed from the deal to `to`, the number of a later version of it, and how much of the change in our chance each edit explains.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_compare(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_INSIGHT)

#include <cstddef>
#include <string>
#include <vector>

#include "../io/compare.hpp"
#include "../text/comparison.hpp"
#include "results.hpp"

namespace buygraph::boundary {

namespace detail {

[[nodiscard]] inline std::string listed(const std::vector<EditedPlace>& places, std::string EditedPlace::* what, const char* between) {
    std::string text;
    for (const EditedPlace& place : places)
        if (!(place.*what).empty()) text += (text.empty() ? "" : between) + place.*what;
    return text;
}

}  // namespace detail

BUYGRAPH_HEAVY Json answer_compare(Session& session, const Arguments& arguments) {
    const Deal& old = session.deal(arguments).original()->deal;
    const Deal& now = session.deal(arguments, "to").original()->deal;
    const text::VersionNames names(old, now, arguments.language());
    const ComparedDeals found = compare(old, now, arguments.forecast_options(1024));
    const Comparison& comparison = found.comparison;
    const std::size_t groups = found.differences.groups.size();
    Json reply;
    put(reply, "before", comparison.before.value());
    put(reply, "after", comparison.after.value());
    put(reply, "change", comparison.change().value());
    put(reply, "standard_error", comparison.change().standard_error());
    put(reply, "exact", comparison.exact);
    put(reply, "headline", text::headline(names, comparison));
    put(reply, "edits", Json::array());
    for (const ExplainedEdit& edit : comparison.edits) {
        Json& row = reply["edits"].emplace_back();
        put(row, "edits", detail::listed(edit.places, &EditedPlace::path, ", "));
        put(row, "was", detail::listed(edit.places, &EditedPlace::was, "; "));
        put(row, "now", detail::listed(edit.places, &EditedPlace::now, "; "));
        put(row, "share", edit.value());
        put(row, "standard_error", edit.standard_error());
        put(row, "sentence", text::sentence(names, edit));
        put(row, "details", Json::array());
        for (const std::size_t at : edit.read ? found.differences.groups[edit.group] : std::vector{found.differences.unread[edit.group - groups]}) {
            const Difference& difference = found.differences.edits[at];
            Json& detail = row["details"].emplace_back();
            put(detail, "path", difference.edit.first);
            put(detail, "was", difference.was);
            put(detail, "now", difference.edit.second);
        }
    }
    return reply;
}

}  // namespace buygraph::boundary

#endif
