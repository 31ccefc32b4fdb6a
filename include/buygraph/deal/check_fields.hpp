#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "fault_list.hpp"
#include "nearest.hpp"
#include "role_mix.hpp"
#include "way.hpp"

namespace buygraph {

/// The ids that a deal knows, by what they name, and for people their names too (to suggest the id to one who wrote the name). They are those of a deal and of a catalog that outlive this.
struct KnownIds {
    std::vector<std::string_view> offers, people, concerns, roles, members;
    std::unordered_set<std::string_view> everybody;  ///< the people once more, to be found at once
    std::unordered_map<std::string_view, std::string_view> id_of_name;

    [[nodiscard]] const std::vector<std::string_view>* of(fields::Names names) const {
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
    for (const auto& [id, concern] : catalog.concerns) known.concerns.push_back(id);
    for (const Person& person : deal.people)
        for (const auto& [id, entry] : person.concerns)
            if (std::find(known.concerns.begin(), known.concerns.end(), id) == known.concerns.end()) known.concerns.push_back(id);
    for (const auto& [id, role] : catalog.roles) known.roles.push_back(id);
    for (const TeamMember& member : deal.team) known.members.push_back(member.id);
    return known;
}

KnownIds known_ids(const Deal& deal, Catalog&& gone_at_once) = delete;

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

}  // namespace detail

/// Checks every field of a deal by what `fields::describe` says of it: presence, range, finiteness, texts fit to be shown, and that
/// ids name something that exists.
class FieldCheck {
  public:
    FieldCheck(const KnownIds& known, FaultList& faults) : known_(known), faults_(faults) {}

    /// Checks the fields of one object, the root of a document or what stands at the place reached.
    template <class Object>
    void object(const Object& object) {
        fields::describe(*this, object);
    }

    template <class Member>
    void operator()(const char* name, const Member& member, const fields::Spec& spec) {
        const auto step = way_.field(name);
        check(member, name, spec);
    }

  private:
    using Spec = fields::Spec;

    void missing(const char* name) {
        faults_.add(way_.place(), {std::string(name) + " is missing", std::string("缺少 ") + name}, "", {"a value", "必须给出"});
    }

    void text(const std::string& value, const Spec& spec) {
        const auto fault = text_fault(value, spec.multiline);
        if (!fault) return;
        switch (*fault) {
            case TextFault::ill_formed:
                return faults_.add(way_.place(), {"text is not valid UTF-8", "文本不是有效的 UTF-8"}, printable(value), {"UTF-8 text", "UTF-8 文本"});
            case TextFault::control:
                return faults_.add(way_.place(), {"text holds a control character", "文本含有控制字符"}, printable(value), {"text without control characters", "不含控制字符的文本"});
            case TextFault::bidi_override:
                return faults_.add(way_.place(), {"text holds a bidirectional override", "文本含有双向覆盖字符"}, printable(value),
                                   {"text without U+202D and U+202E", "不含 U+202D、U+202E 的文本"});
        }
    }

    void reference(const std::string& id, fields::Names names) {
        const std::vector<std::string_view>* ids = known_.of(names);
        if (!ids || (names == fields::Names::person ? known_.everybody.contains(id) : std::find(ids->begin(), ids->end(), id) != ids->end())) return;
        const auto meant = known_.id_of_name.find(id);
        const bool by_name = names == fields::Names::person && meant != known_.id_of_name.end();
        faults_.add(way_.place(), {"names something that is not there", "所指的对象不存在"}, printable(id), detail::names_words(names),
                    printable(by_name ? std::string(meant->second) : nearest_word(id, {ids->begin(), ids->end()})));
    }

    void number(double value, const char* name, const Spec& spec, bool whole) {
        const bool low = value < spec.least || (spec.above_least && value == spec.least);
        const bool high = value > spec.greatest || (spec.below_greatest && value == spec.greatest);
        if (!std::isfinite(value))
            faults_.add(way_.place(), {std::string(name) + " is not a finite number", std::string(name) + " 不是有限的数"}, number_text(value), range_words(spec, whole));
        else if (low || high)
            faults_.add(way_.place(), {std::string(name) + " is out of range", std::string(name) + " 超出范围"}, number_text(value), range_words(spec, whole));
    }

    void check(const std::string& value, const char* name, const Spec& spec) {
        if (value.empty()) {
            if (spec.required) missing(name);
            return;
        }
        text(value, spec);
        reference(value, spec.names);
    }

    void check(const std::optional<double>& value, const char* name, const Spec& spec) {
        if (value) number(*value, name, spec, false);
        else if (spec.required) missing(name);
    }

    void check(const std::optional<int>& value, const char* name, const Spec& spec) {
        if (value) number(*value, name, spec, true);
    }

    template <class Value>
    void check(const std::optional<Value>& value, const char* name, const Spec& spec) {
        if constexpr (std::is_class_v<Value> && !std::is_same_v<Value, Date>) {
            if (value) object(*value);
        }
        if (!value && spec.required) missing(name);
    }

    void check(const Stance& stance, const char* name, const Spec& spec) {
        if (const double* value = std::get_if<double>(&stance)) number(*value, name, spec, false);
        else if (std::holds_alternative<std::monostate>(stance)) missing(name);
    }

    void check(const std::variant<std::monostate, double, std::vector<double>>& benefit, const char* name, const Spec& spec) {
        if (const double* value = std::get_if<double>(&benefit)) number(*value, name, spec, false);
        if (const auto* list = std::get_if<std::vector<double>>(&benefit)) {
            if (list->empty()) missing(name);
            for (std::size_t i = 0; i < list->size(); ++i) {
                const auto step = way_.item(i);
                number((*list)[i], name, spec, false);
            }
        }
    }

    void check(const OrderedMap<double>& map, const char* name, const Spec& spec) {
        for (const auto& [id, value] : map) {
            const auto step = way_.field(id);
            key(id, spec);
            number(value, name, spec, false);
        }
    }

    template <class Value>
    void check(const OrderedMap<Value>& map, const char*, const Spec& spec) {
        for (const auto& [id, value] : map) {
            {
                const auto step = way_.field(id);
                key(id, spec);
            }
            const auto step = way_.key(id);
            object(value);
        }
    }

    void key(const std::string& id, const Spec& spec) {
        if (id.empty()) return faults_.add(way_.place(), {"an id is empty", "id 为空"}, "", {"a text", "非空文本"});
        text(id, spec);
        reference(id, spec.names);
    }

    void check(const std::vector<ValuePoint>& points, const char* name, const Spec&) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto step = way_.item(i);
            {
                const auto measure = way_.item(0);
                number(points[i].measure, name, fields::number(""), false);
            }
            const auto score = way_.item(1);
            number(points[i].score, name, fields::between(0, 10, ""), false);
        }
    }

    template <class Entry>
    void check(const std::vector<Entry>& list, const char*, const Spec& spec) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            const auto step = way_.item(i);
            if constexpr (std::is_same_v<Entry, std::string>) {
                if (list[i].empty()) faults_.add(way_.place(), {"an entry is empty", "有一项为空"}, "", {"a text", "非空文本"});
                else key(list[i], spec);
            } else if constexpr (std::is_class_v<Entry>) {
                way_.about(list[i]);
                object(list[i]);
            }
        }
    }

    template <class Object>
        requires std::is_class_v<Object>
    void check(const Object& value, const char*, const Spec&) {
        object(value);
    }

    const KnownIds& known_;
    FaultList& faults_;
    Way way_;
};

}  // namespace buygraph
