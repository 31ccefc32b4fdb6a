#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../deal/fault_list.hpp"
#include "../deal/nearest.hpp"
#include "../separate.hpp"
#include "json.hpp"

namespace buygraph {

/// One change to a document: where, and the new value; null removes what is there.
using Edit = std::pair<std::string, Json>;

namespace detail {

/// An id as one step of a path: / is written ~1, ~ is ~0.
[[nodiscard]] inline std::string path_step(std::string_view id) {
    std::string step;
    for (const char c : id) step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return step;
}

/// "people/chen~1wu/susceptibility" → its steps, ~1 meaning / and ~0 meaning ~.
[[nodiscard]] inline std::vector<std::string> edit_steps(std::string_view path) {
    std::vector<std::string> steps(1);
    if (!path.empty() && path.front() == '/') path.remove_prefix(1);
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] == '/') steps.emplace_back();
        else if (path[i] == '~' && i + 1 < path.size() && (path[i + 1] == '0' || path[i + 1] == '1')) steps.back() += path[++i] == '0' ? '~' : '/';
        else steps.back() += path[i];
    }
    return steps;
}

}  // namespace detail

/// Changes a deal document in places named by ids: "people/chen/susceptibility", "offers/us/ratings/cost", "ties/-" for a new entry.
///
/// A step into a list is the id of an entry or its number; a value of null removes. `/` in an id is written ~1, `~` is ~0.
/// Faults are added for paths that lead nowhere; the result has still to be read and validated.
BUYGRAPH_HEAVY void apply_edits(Json& document, const std::vector<Edit>& edits, FaultList& faults);

#if defined(BUYGRAPH_DEFINE_IO)

namespace detail {

[[nodiscard]] inline std::vector<std::string> list_ids(const Json& list) {
    std::vector<std::string> ids;
    for (const Json& entry : list)
        if (entry.is_object() && entry.contains("id") && entry["id"].is_string()) ids.push_back(entry["id"].get<std::string>());
    return ids;
}

/// Where a step leads in a list: the entry of that id, or the number, or "-" for one past the end.
[[nodiscard]] inline std::optional<std::size_t> list_position(const Json& list, const std::string& step) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].is_object() && list[i].contains("id") && list[i]["id"] == step) return i;
    if (step == "-") return list.size();
    if (step.empty() || step.size() > 6 || step.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    const std::size_t number = std::stoul(step);
    return number < list.size() ? std::optional(number) : std::nullopt;
}

inline void apply_edit(Json& document, const Edit& edit, FaultList& faults) {
    const std::vector<std::string> steps = edit_steps(edit.first);
    Json* at = &document;
    Place place;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool last = i + 1 == steps.size();
        place = place.field(steps[i]);
        if (at->is_array()) {
            const auto position = list_position(*at, steps[i]);
            if (!position)
                return faults.add(place, {"there is no such entry", "没有这一项"}, printable(steps[i], 40), {"an id, a number of the list, or - for a new entry", "id、列表序号，或用 - 新增"},
                                  nearest_word(steps[i], list_ids(*at)));
            if (last && edit.second.is_null()) {
                if (*position < at->size()) at->erase(*position);
                return;
            }
            if (*position == at->size()) at->push_back(nullptr);
            at = &(*at)[*position];
        } else {
            if (at->is_null()) *at = Json::object();
            constexpr std::array lists{"offers", "people", "ties", "evidence", "team", "actions", "moves"};
            const bool names_a_list = i == 0 && std::find(lists.begin(), lists.end(), steps[0]) != lists.end();
            if (!at->is_object())
                return faults.add(place, {"there is nothing to step into", "此处没有下级字段"}, printable(at->dump(-1, ' ', false, Json::error_handler_t::replace), 40),
                                  {"a path that ends one step earlier", "路径应少一级"});
            if (last && edit.second.is_null()) {
                at->erase(steps[i]);
                return;
            }
            Json& next = (*at)[steps[i]];
            if (names_a_list && next.is_null() && !last) next = Json::array();
            at = &next;
        }
        if (last) *at = edit.second;
    }
}

}  // namespace detail

BUYGRAPH_HEAVY void apply_edits(Json& document, const std::vector<Edit>& edits, FaultList& faults) {
    for (const Edit& edit : edits) detail::apply_edit(document, edit, faults);
}

#endif

}  // namespace buygraph
