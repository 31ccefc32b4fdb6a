#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// One page for tomorrow's meeting with `person`: sections, and the page as Markdown.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_brief(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_INSIGHT)

#include <string>

#include "../text/brief.hpp"
#include "results.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY Json answer_brief(Session& session, const Arguments& arguments) {
    const auto version = session.version(arguments);
    const std::size_t person = version->model.person(arguments.required_text("person"));
    const text::Brief found = text::brief(version->deal, version->model, person, arguments.language(), arguments.forecast_options());
    Json reply;
    put(reply, "person", found.person);
    put(reply, "title", found.title);
    put(reply, "sections", Json::array());
    for (const text::BriefSection& section : found.sections) {
        Json& one = reply["sections"].emplace_back();
        put(one, "key", section.key);
        put(one, "heading", section.heading);
        put(one, "lines", section.lines);
    }
    put(reply, "markdown", text::markdown(found));
    return reply;
}

}  // namespace buygraph::boundary

#endif
