#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// A section of a page that takes longer than a hand waits for, as a tree of elements, and as a report has it: `section` is plan, questions, blind_spots, price or coverage.
///
/// About the deal with its `edits`. Moves, which come after the evidence, are for `page`.
/// Cost: as the call of that name takes (`negotiate` for price); a good second in WebAssembly for ten people.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_page_section(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_PAGE)

#include <algorithm>
#include <optional>

#include "../forecast/forecast.hpp"
#include "../insight/contributions.hpp"
#include "../insight/looking.hpp"
#include "../page/blind_spot_rows.hpp"
#include "../page/coverage_table.hpp"
#include "../page/next_steps.hpp"
#include "../page/price.hpp"
#include "../page/question_rows.hpp"
#include "../plan/planning.hpp"
#include "../plan/stakes.hpp"
#include "page.hpp"
#include "results.hpp"

namespace buygraph::boundary {

/// What of a page can be asked for by itself.
enum class PageSection { plan, questions, blind_spots, price, coverage };

}  // namespace buygraph::boundary

template <>
struct buygraph::Words<buygraph::boundary::PageSection> {
    static constexpr WordTable<boundary::PageSection, 5> table{{{"plan", boundary::PageSection::plan}, {"questions", boundary::PageSection::questions}, {"blind_spots", boundary::PageSection::blind_spots}, {"price", boundary::PageSection::price}, {"coverage", boundary::PageSection::coverage}}};
};

namespace buygraph::boundary {

namespace detail {

[[nodiscard]] inline picture::Element page_section(PageSection wanted, const text::Names& names, const Compiled& version, ForecastOptions options) {
    const Deal& deal = version.deal;
    const DecisionModel& model = version.model;
    switch (wanted) {
        case PageSection::plan: return page::next_steps(names, model, deal.team.empty() ? std::nullopt : plan_of(deal, planning(model, options)));
        case PageSection::questions: {
            const Planning from = planning(model, options);
            return page::question_rows(names, model, questions(deal, *from.worlds, stakes_of(deal, from)));
        }
        case PageSection::blind_spots: options.samples = std::min(options.samples, blind_spot_samples); return page::blind_spot_rows(names, model, blind_spots(deal, model, options));
        case PageSection::price: {
            NegotiationOptions terms;
            terms.forecast = options;
            return page::price(names, model, negotiate(deal, model, terms));
        }
        case PageSection::coverage: break;
    }
    options.variance_by_group = false;
    return page::coverage_table(names, model, coverage(deal, model, likeliest_rival(model, forecast(model, options))));
}

}  // namespace detail

BUYGRAPH_HEAVY Json answer_page_section(Session& session, const Arguments& arguments) {
    const auto version = session.version(arguments);
    const auto wanted = arguments.required_word<PageSection>("section");
    Json reply;
    put(reply, "section", element_json(detail::page_section(wanted, text::Names(version->deal, arguments.language()), *version, arguments.forecast_options())));
    return reply;
}

}  // namespace buygraph::boundary

#endif
