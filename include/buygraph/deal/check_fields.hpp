#pragma once

#include <cmath>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "fault_list.hpp"
#include "nearest.hpp"
#include "role_mix.hpp"

namespace buygraph {

/// The ids that a deal knows, by what they name, and for people their names too (to suggest the id to one who wrote the name).
struct KnownIds {
    std::vector<std::string> offers, people, concerns, roles, members;
    std::unordered_set<std::string> everybody;  ///< the people once more, to be found at once
    std::unordered_map<std::string, std::string> id_of_name;

    [[nodiscard]] const std::vector<std::string>* of(fields::Names names) const {
        switch (names) {
            case fields::Names::offer: return &offers;
            case fields::Names::person: return &people;
            case fields::Names::concern: return &concerns;
            case fields::Names::role: return &roles;
            case fields::Names::member: return &members;
            case fields::Names::anything: break;
        }
        return nullptr;
    }
};

/// The status quo's id where a deal does not name it.
inline constexpr const char* default_status_quo = "status_quo";

[[nodiscard]] inline KnownIds known_ids(const Deal& deal, const Catalog& catalog) {
    KnownIds known;
    bool stays = false;
    for (const Offer& offer : deal.offers) {
        known.offers.push_back(offer.id);
        stays = stays || offer.kind == OfferKind::status_quo;
    }
    if (!stays) known.offers.emplace_back(default_status_quo);
    for (const Person& person : deal.people) {
        known.people.push_back(person.id);
        known.everybody.insert(person.id);
        if (!person.name.empty()) known.id_of_name[person.name] = person.id;
    }
    for (const auto& [id, kind] : concern_kinds(deal, catalog)) known.concerns.push_back(id);
    for (const auto& [id, role] : catalog.roles) known.roles.push_back(id);
    for (const TeamMember& member : deal.team) known.members.push_back(member.id);
    return known;
}

namespace detail {

[[nodiscard]] inline Text names_words(fields::Names names) {
    switch (names) {
        case fields::Names::offer: return {"the id of an offer", "方案的 id"};
        case fields::Names::person: return {"the id of a person of this deal", "本商机中人物的 id"};
        case fields::Names::concern: return {"the id of a concern of the catalog or of a person here", "目录中或本商机人物的诉求 id"};
        case fields::Names::role: return {"the id of a role", "角色的 id"};
        case fields::Names::member: return {"the id of a member of the team", "我方团队成员的 id"};
        case fields::Names::anything: break;
    }
    return {};
}

/// How a list's entries are called in messages: "person chen", "tie chen → liu", "entry 3".
template <class Entry>
[[nodiscard]] Text entry_words(const Entry& entry, std::size_t index) {
    const auto called = [](const char* en, const char* zh, const std::string& id) {
        return Text{en + (" " + printable(id, 40)), zh + (" " + printable(id, 40))};
    };
    if constexpr (std::is_same_v<Entry, Offer>) {
        if (!entry.id.empty()) return called("offer", "方案", entry.id);
    } else if constexpr (std::is_same_v<Entry, Person>) {
        if (!entry.id.empty()) return called("person", "人物", entry.id);
    } else if constexpr (std::is_same_v<Entry, TeamMember>) {
        if (!entry.id.empty()) return called("team member", "团队成员", entry.id);
    } else if constexpr (std::is_same_v<Entry, Tie>) {
        return called("tie", "关系", entry.from + " → " + entry.to);
    } else if constexpr (std::is_same_v<Entry, Evidence>) {
        return called("evidence about", "证据，关于", entry.about);
    }
    return {"entry " + std::to_string(index), "第 " + std::to_string(index + 1) + " 项"};
}

template <class Entry>
inline constexpr bool names_itself = std::is_same_v<Entry, Offer> || std::is_same_v<Entry, Person> || std::is_same_v<Entry, TeamMember> ||
                                     std::is_same_v<Entry, Tie> || std::is_same_v<Entry, Evidence>;

}  // namespace detail

/// Checks every field of a deal by what `fields::describe` says of it: presence, range, finiteness, texts fit to be shown, and that
/// ids name something that exists.
class FieldCheck {
  public:
    FieldCheck(const KnownIds& known, FaultList& faults) : known_(known), faults_(faults) {}

    /// Checks the fields of one object that stands at `place`.
    template <class Object>
    void object(const Object& object, const Place& place) {
        const Place outer = std::exchange(place_, place);
        fields::describe(*this, object);
        place_ = outer;
    }

    template <class Member>
    void operator()(const char* name, const Member& member, const fields::Spec& spec) {
        check(member, place_.field(name), name, spec);
    }

  private:
    using Spec = fields::Spec;

    void missing(const Place& place, const char* name) {
        faults_.add(place, {std::string(name) + " is missing", std::string("缺少 ") + name}, "", {"a value", "必须给出"});
    }

    void text(const std::string& value, const Place& place, const Spec& spec) {
        const auto fault = text_fault(value, spec.multiline);
        if (!fault) return;
        switch (*fault) {
            case TextFault::ill_formed:
                return faults_.add(place, {"text is not valid UTF-8", "文本不是有效的 UTF-8"}, printable(value), {"UTF-8 text", "UTF-8 文本"});
            case TextFault::control:
                return faults_.add(place, {"text holds a control character", "文本含有控制字符"}, printable(value), {"text without control characters", "不含控制字符的文本"});
            case TextFault::bidi_override:
                return faults_.add(place, {"text holds a bidirectional override", "文本含有双向覆盖字符"}, printable(value),
                                   {"text without U+202D and U+202E", "不含 U+202D、U+202E 的文本"});
        }
    }

    void reference(const std::string& id, const Place& place, fields::Names names) {
        const std::vector<std::string>* ids = known_.of(names);
        if (!ids || (names == fields::Names::person ? known_.everybody.contains(id) : std::find(ids->begin(), ids->end(), id) != ids->end())) return;
        const auto meant = known_.id_of_name.find(id);
        const bool by_name = names == fields::Names::person && meant != known_.id_of_name.end();
        faults_.add(place, {"names something that is not there", "所指的对象不存在"}, printable(id), detail::names_words(names),
                    printable(by_name ? meant->second : nearest_word(id, *ids)));
    }

    void number(double value, const Place& place, const char* name, const Spec& spec, bool whole) {
        const bool low = value < spec.least || (spec.above_least && value == spec.least);
        const bool high = value > spec.greatest || (spec.below_greatest && value == spec.greatest);
        if (!std::isfinite(value))
            faults_.add(place, {std::string(name) + " is not a finite number", std::string(name) + " 不是有限的数"}, number_text(value), range_words(spec, whole));
        else if (low || high)
            faults_.add(place, {std::string(name) + " is out of range", std::string(name) + " 超出范围"}, number_text(value), range_words(spec, whole));
    }

    void check(const std::string& value, const Place& place, const char* name, const Spec& spec) {
        if (value.empty()) {
            if (spec.required) missing(place, name);
            return;
        }
        text(value, place, spec);
        reference(value, place, spec.names);
    }

    void check(const std::optional<double>& value, const Place& place, const char* name, const Spec& spec) {
        if (value) number(*value, place, name, spec, false);
        else if (spec.required) missing(place, name);
    }

    void check(const std::optional<int>& value, const Place& place, const char* name, const Spec& spec) {
        if (value) number(*value, place, name, spec, true);
    }

    template <class Value>
    void check(const std::optional<Value>& value, const Place& place, const char* name, const Spec& spec) {
        if constexpr (std::is_class_v<Value> && !std::is_same_v<Value, Date>) {
            if (value) object(*value, place);
        }
        if (!value && spec.required) missing(place, name);
    }

    void check(const Stance& stance, const Place& place, const char* name, const Spec& spec) {
        if (const double* value = std::get_if<double>(&stance)) number(*value, place, name, spec, false);
        else if (std::holds_alternative<std::monostate>(stance)) missing(place, name);
    }

    void check(const std::variant<std::monostate, double, std::vector<double>>& benefit, const Place& place, const char* name, const Spec& spec) {
        if (const double* value = std::get_if<double>(&benefit)) number(*value, place, name, spec, false);
        if (const auto* list = std::get_if<std::vector<double>>(&benefit)) {
            if (list->empty()) missing(place, name);
            for (std::size_t i = 0; i < list->size(); ++i) number((*list)[i], place.item(i), name, spec, false);
        }
    }

    void check(const OrderedMap<double>& map, const Place& place, const char* name, const Spec& spec) {
        for (const auto& [id, value] : map) {
            key(id, place.field(id), spec);
            number(value, place.field(id), name, spec, false);
        }
    }

    template <class Value>
    void check(const OrderedMap<Value>& map, const Place& place, const char*, const Spec& spec) {
        for (const auto& [id, value] : map) {
            key(id, place.field(id), spec);
            const std::string shown = printable(id, 40);
            object(value, place.field(id).called({place.who.en + (place.who.en.empty() ? "" : ", ") + shown,
                                                  place.who.zh + (place.who.zh.empty() ? "" : "，") + shown}));
        }
    }

    void key(const std::string& id, const Place& place, const Spec& spec) {
        if (id.empty()) return faults_.add(place, {"an id is empty", "id 为空"}, "", {"a text", "非空文本"});
        text(id, place, spec);
        reference(id, place, spec.names);
    }

    void check(const std::vector<ValuePoint>& points, const Place& place, const char* name, const Spec&) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            number(points[i].measure, place.item(i).item(0), name, fields::number(""), false);
            number(points[i].score, place.item(i).item(1), name, fields::between(0, 10, ""), false);
        }
    }

    template <class Entry>
    void check(const std::vector<Entry>& list, const Place& place, const char*, const Spec& spec) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            const Place at = place.item(i);
            if constexpr (std::is_same_v<Entry, std::string>) {
                if (list[i].empty()) faults_.add(at, {"an entry is empty", "有一项为空"}, "", {"a text", "非空文本"});
                else key(list[i], at, spec);
            } else if constexpr (std::is_class_v<Entry>) {
                object(list[i], detail::names_itself<Entry> ? at.called(detail::entry_words(list[i], i)) : at);
            }
        }
    }

    template <class Object>
        requires std::is_class_v<Object>
    void check(const Object& value, const Place& place, const char*, const Spec&) {
        object(value, place);
    }

    const KnownIds& known_;
    FaultList& faults_;
    Place place_;
};

}  // namespace buygraph
