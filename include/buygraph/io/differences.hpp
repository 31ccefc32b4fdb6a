#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../deal/builtin_catalog.hpp"
#include "../insight/comparison.hpp"
#include "../numbers/sort_stably.hpp"
#include "../separate.hpp"
#include "edits.hpp"
#include "json_values.hpp"

namespace buygraph {

/// One edit with what stood there before, and what it is about.
struct Difference {
    Edit edit;
    Json was;
    EditedPlace place;
};

/// The edits that turn one deal document into another, in an order that works: changes, removals from the end of each list, new entries in the order
/// of the new document.
///
/// Edits that would be no valid deal without each other are a group: who or what came or went with all that names it, the fields of one tie or one reading, the
/// parameters of the rule when it changes. `comparable` (compare.hpp) merges further by trying.
struct Differences {
    std::vector<Edit> prepare;                     ///< empty lists that entries are added to; changes nothing
    std::vector<Difference> edits;
    std::vector<std::vector<std::size_t>> groups;  ///< of the edits that a forecast reads, by index, ascending
    std::vector<std::size_t> unread;               ///< the others: names, money, team, actions, moves
    std::vector<Edit> order;                       ///< whole lists whose entries stand in another order in the new document; to be applied last

    /// All of them, for `apply_edits`: it turns the old document into one of an equal deal.
    [[nodiscard]] std::vector<Edit> all() const {
        std::vector<Edit> list = prepare;
        for (const Difference& difference : edits) list.push_back(difference.edit);
        list.insert(list.end(), order.begin(), order.end());
        return list;
    }
};

/// What has to be edited to turn one deal document (of a valid deal, as `write_deal` gives it) into another.
///
/// Offers, people and team are matched by id; a tie by from, to and kind, else by from and to; a reading by about, offer, source and date, else
/// without the date; one's own view by offer and concern. A rating, an importance, roles, deciders, payments are each one value. Actions and
/// moves are replaced as whole lists.
/// Cost: the size of the documents, times the logarithm of the number of entries.
[[nodiscard]] BUYGRAPH_HEAVY Differences differences(const Json& old, const Json& now);

#if defined(BUYGRAPH_DEFINE_DOCUMENTS)

namespace detail {

/// Compares two documents place by place and says of each difference what it names.
class DocumentComparison {
  public:
    DocumentComparison(const Json& old, const Json& now) : old_(old), now_(now) {}

    [[nodiscard]] Differences run() {
        for (const std::string& key : keys(old_, now_)) {
            const Json &was = json_at(old_, key.c_str()), &is = json_at(now_, key.c_str());
            if (key == "offers") ids(key, was, is, "offer", [this](const auto&... arguments) { offer(arguments...); });
            else if (key == "people") ids(key, was, is, "person", [this](const auto&... arguments) { person(arguments...); });
            else if (key == "team") ids(key, was, is, "member", [this](const auto&... arguments) { fields(arguments...); });
            else if (key == "ties") entries(key, {}, was, is, {{"from", "to", "kind"}, {"from", "to"}}, true);
            else if (key == "evidence") entries(key, {}, was, is, {{"about", "offer", "source", "date"}, {"about", "offer", "source"}}, true);
            else if (key == "decision" || key == "customer" || key == "uncertainty") fields(key, {key, {}}, was, is);
            else if (key == "catalog") catalog(was, is);
            else leaf(key, {key, {}}, was, is, "");
        }
        sort();
        group();
        return std::move(found_);
    }

  private:
    enum Phase { changed, removed, added };
    struct Context {
        std::string part;
        OrderedMap<std::string> names;

        [[nodiscard]] Context with(const char* kind, const std::string& id) const {
            Context more = *this;
            more.names[kind] = id;
            return more;
        }
    };
    struct Found {
        Phase phase;
        Difference difference;
        std::set<std::string> mentions;  ///< "person:chen"
        std::string defines;             ///< what comes or goes by it; empty: nothing
        std::string entry;               ///< the list entry or rule that its edits share; empty: stands alone
    };

    [[nodiscard]] static std::vector<std::string> keys(const Json& left, const Json& right) {
        std::vector<std::string> all;
        for (const Json* object : {&left, &right})
            if (object->is_object())
                for (const auto& [key, value] : object->items())
                    if (std::find(all.begin(), all.end(), key) == all.end() && key != "buygraph") all.push_back(key);
        return all;
    }

    Found& emit(Phase phase, const std::string& path, const Context& context, const std::string& field, const Json& was, const Json& now) {
        const auto shown = [&](const Json& value) {
            if (context.part == "ties" && field.empty() && value.is_object()) return text_at(value, "kind").empty() ? std::string("advises") : text_at(value, "kind");
            if (context.part == "evidence" && field.empty()) return short_value(json_at(value, "stance"));
            if ((context.part == "people" || context.part == "offers") && field.empty() && value.is_object()) return printable(text_at(value, text_at(value, "name").empty() ? "id" : "name"));
            return short_value(value);
        };
        found_list_.push_back({phase, {{path, now}, was, {path, context.part, field, context.names, shown(was), shown(now)}}, {}, {}, {}});
        Found& found = found_list_.back();
        for (const auto& [kind, id] : context.names) mention(found, kind, id);
        for (const Json* value : {&was, &now}) mentions_in(found, context.part, field, *value);
        return found;
    }

    static void mention(Found& found, const std::string& kind, const std::string& id) {
        if (id.empty()) return;
        if (kind == "from" || kind == "to" || kind == "about") found.mentions.insert("person:" + id);
        else found.mentions.insert(kind + ":" + id);
    }

    /// Names inside a value: of one field, or of a whole entry.
    static void mentions_in(Found& found, const std::string& part, const std::string& field, const Json& value) {
        const auto ids = [&](const char* kind, const Json& named) {
            if (named.is_string()) mention(found, kind, named.get<std::string>());
            if (named.is_array())
                for (const Json& id : named) mention(found, kind, id.is_string() ? id.get<std::string>() : "");
            if (named.is_object())
                for (const auto& [id, entry] : named.items()) mention(found, kind, id);
        };
        const bool whole = field.empty();
        const auto in = [&](const char* name, const char* kind) {
            if (whole) ids(kind, json_at(value, name));
            else if (field == name) ids(kind, value);
        };
        if (part == "people") {
            in("roles", "role"), in("concerns", "concern"), in("leaning", "offer"), in("reports_to", "person");
            for (const Json& view : whole ? json_at(value, "perceptions") : field == "perceptions" && value.is_array() ? value : Json::array()) ids("offer", json_at(view, "offer")), ids("concern", json_at(view, "concern"));
        }
        if (part == "offers") in("ratings", "concern");
        if (part == "decision" && field == "decider") ids("person", value);
    }

    void leaf(const std::string& path, const Context& context, const Json& was, const Json& now, const std::string& field) {
        if (!same_json(was, now)) emit(changed, path, context, field, was, now);
    }

    /// Fields that stand alone.
    void fields(const std::string& path, const Context& context, const Json& was, const Json& now, std::initializer_list<std::string_view> without = {}) {
        for (const std::string& key : keys(was, now))
            if (key != "id" && std::find(without.begin(), without.end(), key) == without.end()) leaf(path + "/" + path_step(key), context, json_at(was, key.c_str()), json_at(now, key.c_str()), key);
    }

    /// The fields of an optional object, or the whole of it where one version lacks it.
    void object(const std::string& path, const Context& context, const Json& was, const Json& now, const std::string& field) {
        if (!was.is_object() || !now.is_object()) return leaf(path, context, was, now, field);
        for (const std::string& key : keys(was, now)) leaf(path + "/" + path_step(key), context, json_at(was, key.c_str()), json_at(now, key.c_str()), field + "/" + key);
    }

    /// The entries of a map id → value.
    void map(const std::string& path, const Context& context, const char* kind, const Json& was, const Json& now, const std::string& field) {
        for (const std::string& id : keys(was, now)) leaf(path + "/" + path_step(id), context.with(kind, id), json_at(was, id.c_str()), json_at(now, id.c_str()), field);
    }

    /// Lists whose entries have ids.
    template <class Inside>
    void ids(const std::string& list, const Json& was, const Json& now, const char* kind, Inside inside) {
        const auto by_id = [](const Json& entries) {
            std::map<std::string, const Json*> found;
            for (const Json& entry : entries) found.emplace(text_at(entry, "id"), &entry);
            return found;
        };
        const auto here = by_id(was), there = by_id(now);
        if (here.contains("-") || there.contains("-")) return leaf(list, {list, {}}, was, now, "");  // an edit could not tell this id from "a new entry"
        std::vector<std::string> order;
        for (const Json& entry : was) {
            const std::string id = text_at(entry, "id"), path = list + "/" + path_step(id);
            const Context context = Context{list, {}}.with(kind, id);
            if (const auto other = there.find(id); other != there.end()) inside(path, context, entry, *other->second), order.push_back(id);
            else emit(removed, path, context, "", entry, nullptr).defines = kind + (":" + id);
        }
        for (const Json& entry : now) {
            const std::string id = text_at(entry, "id");
            if (here.contains(id)) continue;
            order.push_back(id);
            emit(added, list + "/-", Context{list, {}}.with(kind, id), "", nullptr, entry).defines = kind + (":" + id);
        }
        const bool kept = std::equal(order.begin(), order.end(), now.begin(), now.end(), [](const std::string& id, const Json& entry) { return text_at(entry, "id") == id; });
        if (!kept) found_.order.emplace_back(list, now);
    }

    void offer(const std::string& path, const Context& context, const Json& was, const Json& now) {
        fields(path, context, was, now, {"ratings", "terms", "economics"});
        map(path + "/ratings", context, "concern", json_at(was, "ratings"), json_at(now, "ratings"), "ratings");
        for (const char* part : {"terms", "economics"}) object(path + "/" + part, context, json_at(was, part), json_at(now, part), part);
    }

    void person(const std::string& path, const Context& context, const Json& was, const Json& now) {
        fields(path, context, was, now, {"concerns", "leaning", "personal_emphasis", "perceptions"});
        map(path + "/concerns", context, "concern", json_at(was, "concerns"), json_at(now, "concerns"), "concerns");
        map(path + "/leaning", context, "offer", json_at(was, "leaning"), json_at(now, "leaning"), "leaning");
        object(path + "/personal_emphasis", context, json_at(was, "personal_emphasis"), json_at(now, "personal_emphasis"), "personal_emphasis");
        entries(path + "/perceptions", context, json_at(was, "perceptions"), json_at(now, "perceptions"), {{"offer", "concern"}}, false);
    }

    /// Lists whose entries have no ids: matched by the first set of fields that agree, in their order.
    ///
    /// \param split  changed fields of a matched entry are edits of their own, in one group; else the entry is replaced
    void entries(const std::string& path, Context context, const Json& was, const Json& now, const std::vector<std::vector<const char*>>& identities, bool split) {
        const bool views = !context.part.empty();
        if (!views) context.part = path;
        std::vector<std::optional<std::size_t>> match(now.size());
        std::vector<bool> taken(was.size(), false);
        for (const auto& identity : identities) {
            const auto key = [&](const Json& entry) {
                Json parts = Json::array();
                for (const char* field : identity) parts.push_back(json_at(entry, field));
                return parts.dump(-1, ' ', false, Json::error_handler_t::replace);
            };
            std::map<std::string, std::vector<std::size_t>> free;  // of each key, the last first
            for (std::size_t j = was.size(); j-- > 0;)
                if (!taken[j]) free[key(was[j])].push_back(j);
            for (std::size_t i = 0; i < now.size(); ++i) {
                if (match[i]) continue;
                const auto found = free.find(key(now[i]));
                if (found == free.end() || found->second.empty()) continue;
                match[i] = found->second.back(), taken[*match[i]] = true;
                found->second.pop_back();
            }
        }
        const auto about = [&](const Json& entry) {
            Context named = context;
            for (const char* field : {"from", "to", "kind", "about", "offer", "concern", "source", "date"})
                if (const std::string id = text_at(entry, field); !id.empty()) named.names[field] = id;
            return named;
        };
        const std::string field = views ? "perceptions" : "";
        for (std::size_t i = 0; i < now.size(); ++i) {
            if (!match[i] || same_json(was[*match[i]], now[i])) continue;
            const std::string entry = path + "/" + std::to_string(*match[i]);
            if (!split) {
                emit(changed, entry, about(now[i]), field, was[*match[i]], now[i]);
                continue;
            }
            const std::size_t first = found_list_.size();
            fields(entry, about(now[i]), was[*match[i]], now[i]);
            for (std::size_t at = first; at < found_list_.size(); ++at) found_list_[at].entry = entry;
        }
        for (std::size_t j = was.size(); j-- > 0;)
            if (!taken[j]) emit(removed, path + "/" + std::to_string(j), about(was[j]), field, was[j], nullptr);
        std::size_t last = 0;
        bool adding = false, kept = true;
        for (std::size_t i = 0; i < now.size(); ++i) {
            kept = kept && (!match[i] || (!adding && *match[i] >= last));
            if (match[i]) last = *match[i];
            else adding = true, emit(added, path + "/-", about(now[i]), field, nullptr, now[i]);
        }
        if (adding && views && !was.is_array()) found_.prepare.emplace_back(path, Json::array());
        if (!kept) found_.order.emplace_back(path, now);
    }

    void catalog(const Json& was, const Json& now) {
        static const Catalog builtin = builtin_catalog();
        for (const char* part : {"roles", "concerns"}) {
            const Json &before = json_at(was, part), &after = json_at(now, part);
            const bool roles = part == std::string_view("roles");
            const char *kind = roles ? "role" : "concern", *other = roles ? "concern" : "role";
            for (const std::string& id : keys(before, after)) {
                const std::string path = std::string("catalog/") + part + "/" + path_step(id);
                const Context context = Context{"catalog", {}}.with(kind, id);
                const Json &left = json_at(before, id.c_str()), &right = json_at(after, id.c_str());
                if (left.is_object() && right.is_object()) {
                    fields(path, context, left, right, {"importance"});
                    map(path + "/importance", context, other, json_at(left, "importance"), json_at(right, "importance"), "importance");
                } else {
                    Found& found = emit(changed, path, context, "", left, right);
                    for (const Json* entry : {&left, &right})
                        for (const auto& [named, importance] : json_at(*entry, "importance").items()) mention(found, other, named);
                    if (!(roles ? builtin.roles.contains(id) : builtin.concerns.contains(id))) found.defines = kind + (":" + id);
                }
            }
        }
    }

    void sort() {
        numbers::sort_stably(found_list_, [](const Found& left, const Found& right) { return left.phase < right.phase; });
        for (const Found& found : found_list_) found_.edits.push_back(found.difference);
    }

    /// Whether `compile` looks at a place. The test of this header changes all others and finds the same model.
    [[nodiscard]] static bool is_read(const EditedPlace& place) {
        const std::string field = place.field.substr(0, place.field.find('/'));
        const auto none_of = [&](std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), field) == words.end(); };
        if (place.part == "people") return none_of({"name", "title", "department", "level", "counterparts", "vacant"});
        if (place.part == "offers") return none_of({"name"}) && place.field != "terms/contract_years" && place.field != "economics/discount_rate";
        if (place.part == "catalog") return none_of({"labels", "descriptions", "unit", "advice"});
        return place.part == "ties" || place.part == "evidence" || place.part == "decision" || place.part == "customer" || place.part == "uncertainty" || place.part == "as_of";
    }

    void group() {
        const std::size_t count = found_list_.size();
        std::vector<std::size_t> leader(count);
        std::iota(leader.begin(), leader.end(), std::size_t{0});
        const auto lead = [&](std::size_t i) {
            while (leader[i] != i) i = leader[i] = leader[leader[i]];
            return i;
        };
        const auto join = [&](std::size_t i, std::size_t j) { leader[std::max(lead(i), lead(j))] = std::min(lead(i), lead(j)); };
        const auto is_rule = [&](std::size_t i) {
            const EditedPlace& place = found_list_[i].difference.place;
            return place.part == "decision" && (place.field == "rule" || place.field == "decider" || place.field == "quota" || place.field == "rounds" || place.field == "agreement");
        };
        bool rule_changes = false;
        std::vector<bool> read(count);
        for (std::size_t i = 0; i < count; ++i) {
            read[i] = is_read(found_list_[i].difference.place);
            rule_changes = rule_changes || found_list_[i].difference.edit.first == "decision/rule";
        }
        std::map<std::string, std::size_t> defined, entries;  // the first edit of each
        std::optional<std::size_t> rule;
        for (std::size_t i = 0; i < count; ++i) {
            const Found& found = found_list_[i];
            if (!read[i]) continue;
            if (!found.defines.empty()) join(i, defined.emplace(found.defines, i).first->second);
            if (!found.entry.empty()) join(i, entries.emplace(found.entry, i).first->second);
            if (rule_changes && is_rule(i)) join(i, rule ? *rule : *(rule = i));
        }
        for (std::size_t i = 0; i < count; ++i)
            for (const std::string& mentioned : found_list_[i].mentions)
                if (const auto found = defined.find(mentioned); read[i] && found != defined.end()) join(i, found->second);
        std::vector<std::size_t> group_of(count, count);
        for (std::size_t i = 0; i < count; ++i) {
            if (!read[i]) {
                found_.unread.push_back(i);
                continue;
            }
            std::size_t& group = group_of[lead(i)];
            if (group == count) group = found_.groups.size(), found_.groups.emplace_back();
            found_.groups[group].push_back(i);
        }
    }

    const Json& old_;
    const Json& now_;
    std::vector<Found> found_list_;
    Differences found_;
};

}  // namespace detail

BUYGRAPH_HEAVY Differences differences(const Json& old, const Json& now) { return detail::DocumentComparison(old, now).run(); }

#endif

}  // namespace buygraph
