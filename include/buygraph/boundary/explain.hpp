#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// Why ours and not theirs: the margin taken apart by person and concern, with edits if any; `decider`, `rival` and `gate` as in `explain`.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_explain(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_INSIGHT)

#include <optional>
#include <string>
#include <string_view>

#include "../insight/chains.hpp"
#include "../insight/shares.hpp"
#include "../text/explanation.hpp"
#include "results.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY Json answer_explain(Session& session, const Arguments& arguments) {
    const auto version = session.version(arguments);
    const DecisionModel& model = version->model;
    const std::optional<std::string> decider = arguments.text("decider"), rival = arguments.text("rival");
    const auto view = [](const std::optional<std::string>& id) { return id ? std::optional<std::string_view>(*id) : std::nullopt; };
    const Explanation found = explain(model, view(decider), view(rival), arguments.word<Gate>("gate"));
    const auto& concerns = model.table.concerns;
    Json reply;
    put(reply, "margin", found.margin);
    put(reply, "rival", model.offers[found.rival]);
    put(reply, "gate", found.gate == 0 ? "buy" : "vendor");
    for (const char* list : {"contributions", "people", "concerns", "ties", "chains"}) reply[list] = Json::array();
    for (const Contribution& term : found.contributions) {
        Json& row = reply["contributions"].emplace_back();
        put(row, "person", model.people[term.person]);
        put(row, "concern", id_or_null(concerns, term.concern));
        put(row, "kind", word_of(term.kind));
        put(row, "contribution", term.value);
    }
    const auto shares = [&](const char* list, const char* of, const std::vector<std::string>& names, const std::vector<double>& values) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            Json& row = reply[list].emplace_back();
            row[of] = names[i];
            put(row, "share", values[i]);
        }
    };
    shares("people", "person", model.people, person_shares(model, found));
    shares("concerns", "concern", concerns, concern_shares(model, found));
    for (const TieShare& tie : tie_shares(model, found)) {
        Json& row = reply["ties"].emplace_back();
        put(row, "from", model.people[tie.from]);
        put(row, "to", model.people[tie.to]);
        put(row, "relation", word_of(tie.relation));
        put(row, "share", tie.share);
    }
    for (const Chain& chain : strongest_chains(model, found)) {
        Json& row = reply["chains"].emplace_back();
        put(row, "concern", concerns[chain.concern]);
        put(row, "people", ids(model.people, chain.people));
        put(row, "contribution", chain.value);
    }
    put(reply, "sentences", text::sentences(text::Names(version->deal, arguments.language()), model, found));
    return reply;
}

}  // namespace buygraph::boundary

#endif
