#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "answered.hpp"
#include "blind_spots.hpp"
#include "brief.hpp"
#include "catalog.hpp"
#include "coverage.hpp"
#include "explain.hpp"
#include "export.hpp"
#include "forecast.hpp"
#include "load.hpp"
#include "map.hpp"
#include "messages.hpp"
#include "negotiate.hpp"
#include "page.hpp"
#include "people.hpp"
#include "plan.hpp"
#include "power.hpp"
#include "qualification.hpp"
#include "questions.hpp"
#include "rival_plan.hpp"
#include "sensitivities.hpp"
#include "structure.hpp"
#include "what_if.hpp"
#include "zipper.hpp"
#if !defined(__EMSCRIPTEN__)
#include "compare.hpp"
#endif

namespace buygraph::boundary {

/// One thing that can be asked for.
struct Call {
    std::string_view name;
    std::vector<std::string> fields;                 ///< that a request may have, beside `call`
    Json (*answer)(Session&, const Arguments&);      ///< \throws InputError, DealError, Interrupted
};

namespace detail {

/// Fields of a call about one deal: which, with which edits, and the words of its sentences; then its own.
[[nodiscard]] inline std::vector<std::string> about_deal(std::vector<std::string> own) {
    own.insert(own.begin(), {"deal", "edits", "language"});
    return own;
}

/// The same for a call that forecasts.
[[nodiscard]] inline std::vector<std::string> with_forecast(std::vector<std::string> own = {}) {
    own.insert(own.end(), {"samples", "seed", "threads", "method", "precision"});
    return about_deal(std::move(own));
}

}  // namespace detail

/// Every call there is. A further one is a header with its function, and a line here.
[[nodiscard]] inline const std::vector<Call>& calls() {
    using detail::about_deal, detail::with_forecast;
    static const std::vector<Call> table{
        {"load", {"source", "catalog", "language"}, &answer_load},
        {"validate", {"source", "catalog", "language"}, &answer_validate},
        {"release", {"deal"}, &answer_release},
        {"export", {"deal", "edits", "moves", "language"}, &answer_export},
        {"catalog", {"deal", "edits"}, &answer_catalog},
        {"forecast", with_forecast(), &answer_forecast},
        {"what_if", with_forecast({"moves"}), &answer_what_if},
        {"move", with_forecast({"moves"}), &answer_move},
        {"answer", with_forecast({"kind", "about", "offer", "concern", "to", "informant", "value", "name", "reliability"}), &answer_answer},
        {"sensitivities", with_forecast({"outcome"}), &answer_sensitivities},
        {"people", about_deal({"moves"}), &answer_people},
        {"map", about_deal({"moves", "svg", "layout", "changes"}), &answer_map},
        {"explain", about_deal({"decider", "rival", "gate"}), &answer_explain},
        {"power", with_forecast({"attenuation"}), &answer_power},
        {"structure", about_deal({}), &answer_structure},
        {"blind_spots", with_forecast(), &answer_blind_spots},
        {"coverage", with_forecast(), &answer_coverage},
        {"qualification", with_forecast(), &answer_qualification},
        {"messages", with_forecast(), &answer_messages},
        {"zipper", about_deal({"deals", "team", "fixed", "forbidden"}), &answer_zipper},
        {"plan", with_forecast({"weeks", "budget", "objective", "quantile", "all_actions"}), &answer_plan},
        {"rival_plan", with_forecast({"rival", "most"}), &answer_rival_plan},
        {"questions", with_forecast({"most", "all_informants"}), &answer_questions},
        {"negotiate", with_forecast({"prices", "cut", "trade_step"}), &answer_negotiate},
        {"page", with_forecast({"moves", "changes", "layout", "redrawn", "person", "frame"}), &answer_page},
        {"page_words", {"language"}, &answer_page_words},
        {"brief", with_forecast({"person"}), &answer_brief},
#if !defined(__EMSCRIPTEN__)  // a page compares what it shows; two files are compared where there is room for it
        {"compare", {"deal", "to", "language", "samples", "seed", "threads", "method", "precision"}, &answer_compare},
#endif
    };
    return table;
}

}  // namespace buygraph::boundary
