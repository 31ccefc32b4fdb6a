#pragma once

#include <string>
#include <string_view>
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
#include "page_section.hpp"
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

/// What a call is about, and with it the fields that it has beside its own.
enum class About {
    nothing,   ///< no deal, or one that is not loaded yet
    deal,      ///< which deal, with which edits, and the words of its sentences
    forecast   ///< that, and how to forecast
};

/// One thing that can be asked for.
struct Call {
    std::string_view name;
    About about;
    std::string_view own;                        ///< further fields, with a space between
    Json (*answer)(Session&, const Arguments&);  ///< \throws InputError, DealError, Interrupted

    /// All fields that a request may have, beside `call`.
    [[nodiscard]] std::vector<std::string> fields() const {
        std::string all = about == About::nothing ? "" : "deal edits language ";
        if (about == About::forecast) all += "samples seed threads method precision ";
        all += own;
        std::vector<std::string> list(1);
        for (const char letter : all) letter == ' ' ? list.emplace_back() : list.back() += letter;
        if (list.back().empty()) list.pop_back();
        return list;
    }
};

/// Every call there is. A further one is a header with its function, and a line here.
inline constexpr Call calls[]{
    {"load", About::nothing, "source catalog filed language", &answer_load},
    {"validate", About::nothing, "source catalog language", &answer_validate},
    {"release", About::nothing, "deal", &answer_release},
    {"export", About::deal, "moves", &answer_export},
    {"catalog", About::nothing, "deal edits", &answer_catalog},
    {"forecast", About::forecast, "", &answer_forecast},
    {"what_if", About::forecast, "moves", &answer_what_if},
    {"move", About::forecast, "moves", &answer_move},
    {"answer", About::forecast, "kind about offer concern to informant value name reliability", &answer_answer},
    {"sensitivities", About::forecast, "outcome", &answer_sensitivities},
    {"people", About::deal, "moves", &answer_people},
    {"map", About::deal, "moves changes layout scale open svg", &answer_map},
    {"explain", About::deal, "decider rival gate", &answer_explain},
    {"power", About::forecast, "attenuation", &answer_power},
    {"structure", About::deal, "", &answer_structure},
    {"blind_spots", About::forecast, "", &answer_blind_spots},
    {"coverage", About::forecast, "", &answer_coverage},
    {"qualification", About::forecast, "", &answer_qualification},
    {"messages", About::forecast, "", &answer_messages},
    {"zipper", About::deal, "deals team fixed forbidden", &answer_zipper},
    {"plan", About::forecast, "weeks budget objective quantile all_actions", &answer_plan},
    {"rival_plan", About::forecast, "rival most", &answer_rival_plan},
    {"questions", About::forecast, "most all_informants", &answer_questions},
    {"negotiate", About::forecast, "prices cut trade_step", &answer_negotiate},
    {"brief", About::forecast, "person", &answer_brief},
    {"page", About::forecast, "moves changes layout scale open redrawn person frame quick", &answer_page},
    {"page_section", About::forecast, "section", &answer_page_section},
    {"page_words", About::nothing, "language", &answer_page_words},
#if !defined(__EMSCRIPTEN__)  // a page compares what it shows; two files are compared where there is room for it
    {"compare", About::nothing, "deal to language samples seed threads method precision", &answer_compare},
#endif
};

}  // namespace buygraph::boundary
