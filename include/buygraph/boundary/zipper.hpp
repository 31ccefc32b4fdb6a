#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// Who of ours looks after whom: over the one deal of the request, or over several (`deals`, a list of numbers).
[[nodiscard]] BUYGRAPH_HEAVY Json answer_zipper(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_PLAN)

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "../insight/decision_influence.hpp"
#include "../text/zipper.hpp"
#include "results.hpp"

namespace buygraph::boundary {

namespace detail {

/// Wishes in a field: [deal, member, person], the first the place of the deal in the request's list, from 0.
inline void add_wishes(const Arguments& arguments, const char* field, bool together, std::vector<PairWish>& wishes) {
    const char* allowed = "a list of [place of the deal in the list from 0, member, person]";
    const Json& list = arguments.json(field);
    if (list.is_null()) return;
    if (!list.is_array()) Arguments::wrong(field, list, allowed);
    for (const Json& entry : list) {
        if (!entry.is_array() || entry.size() != 3 || !entry[1].is_string() || !entry[2].is_string()) Arguments::wrong(field, entry, allowed);
        wishes.push_back({entry[1].get<std::string>(), entry[2].get<std::string>(), together, static_cast<std::size_t>(Arguments::whole(field, entry[0], 0, 1000000))});
    }
}

}  // namespace detail

BUYGRAPH_HEAVY Json answer_zipper(Session& session, const Arguments& arguments) {
    const std::vector<std::shared_ptr<const Compiled>> versions = arguments.given("deals") ? session.originals(arguments, "deals") : std::vector{session.version(arguments)};
    std::vector<PairWish> wishes;
    detail::add_wishes(arguments, "fixed", true, wishes);
    detail::add_wishes(arguments, "forbidden", false, wishes);
    std::vector<ZipperDeal> deals;
    for (const auto& version : versions) deals.push_back({version->deal, version->model, decision_influence(version->model, 1024, 0, arguments.interrupt())});
    const std::vector<TeamMember> team = team_of(deals, arguments.given("team") ? std::optional(arguments.texts("team")) : std::nullopt);
    const Zipper found = zipper(deals, team, wishes);

    const Language language = arguments.language();
    const auto member_name = [&](std::size_t t) { return team[t].name.empty() ? team[t].id : team[t].name; };
    const auto person_name = [&](std::size_t d, std::size_t p) { return text::Names(deals[d].deal, language).person(deals[d].model.people[p]); };
    Json reply;
    for (const char* list : {"pairs", "without", "unmet", "members"}) reply[list] = Json::array();
    std::vector<std::size_t> count(team.size(), 0);
    for (const ZipperPair& pair : found.pairs) {
        ++count[pair.member];
        Json& row = reply["pairs"].emplace_back();
        put(row, "deal", pair.deal);
        put(row, "member", team[pair.member].id);
        put(row, "person", deals[pair.deal].model.people[pair.person]);
        put(row, "fit", pair.fit);
        put(row, "value", pair.value);
        put(row, "key", pair.key);
        put(row, "knows", pair.knows);
        put(row, "asked", pair.asked);
        put(row, "sentence", text::sentence(language, member_name(pair.member), person_name(pair.deal, pair.person), pair));
    }
    for (const WithoutCounterpart& one : found.without) {
        Json& row = reply["without"].emplace_back();
        put(row, "deal", one.deal);
        put(row, "person", deals[one.deal].model.people[one.person]);
        put(row, "key", one.key);
        put(row, "reason", word_of(one.reason));
        put(row, "sentence", text::sentence(language, person_name(one.deal, one.person), one));
    }
    for (const UnmetWish& one : found.unmet) {
        Json& row = reply["unmet"].emplace_back();
        put(row, "deal", one.wish.deal);
        put(row, "member", one.wish.member);
        put(row, "person", one.wish.person);
        put(row, "reason", word_of(one.reason));
        put(row, "sentence", text::without_words(one.reason).in(language));
    }
    for (std::size_t t = 0; t < team.size(); ++t) {
        Json& row = reply["members"].emplace_back();
        put(row, "member", team[t].id);
        put(row, "pairs", count[t]);
        put(row, "left", or_null(found.left[t]));
    }
    put(reply, "value", found.value);
    return reply;
}

}  // namespace buygraph::boundary

#endif
