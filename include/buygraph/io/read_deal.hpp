#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <type_traits>
#include <vector>

#include "../deal/check_fields.hpp"
#include "../deal/fields.hpp"
#include "../separate.hpp"
#include "json.hpp"

namespace buygraph {

/// The format that this library reads and writes: the number beside "buygraph" in a deal file.
inline constexpr int deal_format = 1;

namespace detail {

/// A value as a fault shows it: the same in every language.
[[nodiscard]] inline std::string excerpt(const Json& json) {
    if (json.is_object()) return "{…}";
    if (json.is_array()) return "[…]";
    if (json.is_number_float()) return number_text(json.get<double>());
    return printable(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

/// Fills structs from JSON by their field descriptions; what does not fit becomes a fault and is left out.
class DealReader {
  public:
    explicit DealReader(FaultList& faults) : faults_(faults) {}

    template <class Object>
    void object(const Json& json, Object& into, const Place& place, bool top = false) {
        if (!json.is_object()) return wrong(place, json, {"an object", "一个对象"});
        const Frame outer = std::exchange(frame_, Frame{&json, place, {}});
        if (top) frame_.known.emplace_back("buygraph");
        fields::describe(*this, into);
        unknown_fields();
        frame_ = outer;
    }

    template <class Member>
    void operator()(const char* name, Member& member, const fields::Spec& spec) {
        frame_.known.emplace_back(name);
        const auto found = frame_.json->find(name);
        if (found == frame_.json->end() || found->is_null()) return;
        const Place place = frame_.place.field(name);
        if constexpr (std::is_same_v<Member, Shares>) {
            if (spec.shares) return shares(*found, member, place, spec);
        }
        read(*found, member, place);
    }

  private:
    struct Frame {
        const Json* json = nullptr;
        Place place;
        std::vector<std::string> known;
    };

    void wrong(const Place& place, const Json& given, Text allowed) {
        faults_.add(place, {"has the wrong type", "类型不对"}, excerpt(given), std::move(allowed));
    }

    void unknown_fields() {
        for (const auto& [key, value] : frame_.json->items())
            if (std::find(frame_.known.begin(), frame_.known.end(), key) == frame_.known.end())
                faults_.add(frame_.place.field(key), {"there is no field \"" + printable(key, 40) + "\" here", "此处没有字段 \"" + printable(key, 40) + "\""}, excerpt(value),
                            {"one of " + joined(frame_.known), "其中之一：" + joined(frame_.known)}, nearest_word(key, frame_.known));
    }

    [[nodiscard]] static std::string joined(const std::vector<std::string>& words) {
        std::string text;
        for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
        return text;
    }

    void read(const Json& json, std::string& into, const Place& place) {
        if (json.is_string()) into = json.get<std::string>();
        else wrong(place, json, {"a text", "文本"});
    }

    void read(const Json& json, std::optional<double>& into, const Place& place) {
        if (json.is_number()) into = json.get<double>();
        else wrong(place, json, {"a number", "数字"});
    }

    void read(const Json& json, std::optional<int>& into, const Place& place) {
        const double value = json.is_number() ? json.get<double>() : std::numeric_limits<double>::quiet_NaN();
        if (std::floor(value) == value && std::abs(value) < 2e9) into = static_cast<int>(value);
        else wrong(place, json, {"a whole number", "整数"});
    }

    void read(const Json& json, std::optional<bool>& into, const Place& place) {
        if (json.is_boolean()) into = json.get<bool>();
        else wrong(place, json, {"true or false", "true 或 false"});
    }

    void read(const Json& json, std::optional<Date>& into, const Place& place) {
        if (json.is_string()) into = parse_date(json.get_ref<const std::string&>());
        if (!into) wrong(place, json, {"a day as \"YYYY-MM-DD\"", "日期，写作 \"YYYY-MM-DD\""});
    }

    template <class Enum>
    [[nodiscard]] std::optional<Enum> word(const Json& json, const Place& place) {
        const auto value = json.is_string() ? from_word<Enum>(json.get_ref<const std::string&>()) : std::nullopt;
        if (value) return value;
        std::vector<std::string> words;
        for (const auto& entry : Words<Enum>::table) words.emplace_back(entry.first);
        const std::string meant = json.is_string() ? nearest_word(json.get_ref<const std::string&>(), words) : std::string();
        faults_.add(place, {"is none of the words known here", "不是此处可用的词"}, excerpt(json), {joined(words), joined(words)}, meant);
        return std::nullopt;
    }

    template <class Value>
    void read(const Json& json, std::optional<Value>& into, const Place& place) {
        if constexpr (std::is_enum_v<Value>) {
            into = word<Value>(json, place);
        } else {
            Value value;
            if (shorthand(json, value, place)) into = std::move(value);
        }
    }

    void read(const Json& json, Stance& into, const Place& place) {
        if (json.is_number()) into = json.get<double>();
        else if (const auto value = word<StanceWord>(json, place)) into = *value;
    }

    void read(const Json& json, std::variant<std::monostate, double, std::vector<double>>& into, const Place& place) {
        if (json.is_number()) into = json.get<double>();
        else if (json.is_array()) into = numbers(json, place);
        else wrong(place, json, {"a number or a list of numbers", "数字或数字列表"});
    }

    [[nodiscard]] std::vector<double> numbers(const Json& json, const Place& place) {
        std::vector<double> list;
        for (std::size_t i = 0; i < json.size(); ++i) {
            if (json[i].is_number()) list.push_back(json[i].get<double>());
            else wrong(place.item(i), json[i], {"a number", "数字"});
        }
        return list;
    }

    void read(const Json& json, OrderedMap<double>& into, const Place& place) {
        if (!json.is_object()) return wrong(place, json, {"an object id: number", "id: 数字 的对象"});
        for (const auto& [key, value] : json.items()) {
            std::optional<double> number;
            read(value, number, place.field(key));
            if (number) into[key] = *number;
        }
    }

    /// One id, a list of ids of equal shares, or id → share. Shares that add to 1 are probabilities: a list of them is divided.
    void shares(const Json& json, Shares& into, const Place& place, const fields::Spec& spec) {
        if (json.is_object()) return read(json, into, place);
        const Json list = json.is_string() ? Json::array({json}) : json;
        if (!list.is_array()) return wrong(place, json, {"an id, a list of ids, or an object id: number", "id、id 列表或 id: 数字 的对象"});
        const double share = spec.greatest == 1 ? 1 / static_cast<double>(list.size()) : 1;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const Place at = json.is_string() ? place : place.item(i);
            std::string id;
            read(list[i], id, at);
            if (id.empty()) {
                if (list[i].is_string()) faults_.add(at, {"an id is empty", "id 为空"}, "", {"a text", "非空文本"});
                continue;
            }
            if (into.contains(id)) faults_.add(at, {"stands twice in the list", "列表中重复"}, printable(id), {"each once", "各一次"});
            into[id] = share;
        }
    }

    template <class Value>
    void read(const Json& json, OrderedMap<Value>& into, const Place& place) {
        if (!json.is_object()) return wrong(place, json, {"an object id: entry", "id: 条目 的对象"});
        for (const auto& [key, value] : json.items()) {
            Value entry;
            const std::string shown = printable(key, 40);
            if (shorthand(value, entry, place.field(key).called({place.who.en + (place.who.en.empty() ? "" : ", ") + shown, place.who.zh + (place.who.zh.empty() ? "" : "，") + shown})))
                into[key] = std::move(entry);
        }
    }

    /// An object, or a bare number or text for the types where that has a meaning.
    template <class Value>
    [[nodiscard]] bool shorthand(const Json& json, Value& into, const Place& place) {
        if constexpr (std::is_same_v<Value, Rating>) {
            if (json.is_number()) return into.score = json.get<double>(), true;
            if (!json.is_object()) return wrong(place, json, {"a number, or an object with score or measure", "数字，或含 score 或 measure 的对象"}), false;
        } else if constexpr (std::is_same_v<Value, Importance>) {
            if (json.is_number()) return into.importance = json.get<double>(), true;
            if (!json.is_object()) return wrong(place, json, {"a number, or an object with importance", "数字，或含 importance 的对象"}), false;
        } else if constexpr (std::is_same_v<Value, Text>) {
            if (json.is_string()) return into.en = into.zh = json.get<std::string>(), true;
            if (!json.is_object()) return wrong(place, json, {"a text, or an object with zh and en", "文本，或含 zh 和 en 的对象"}), false;
        }
        if (!json.is_object()) return wrong(place, json, {"an object", "一个对象"}), false;
        object(json, into, place);
        return true;
    }

    void read(const Json& json, std::vector<ValuePoint>& into, const Place& place) {
        const Text allowed{"a list of pairs [measure, score]", "[measure, score] 的列表"};
        if (!json.is_array() || json.empty()) return wrong(place, json, allowed);
        for (std::size_t i = 0; i < json.size(); ++i) {
            const bool pair = json[i].is_array() && json[i].size() == 2 && json[i][0].is_number() && json[i][1].is_number();
            if (pair) into.push_back({json[i][0].get<double>(), json[i][1].get<double>()});
            else wrong(place.item(i), json[i], allowed);
        }
    }

    template <class Entry>
    void read(const Json& json, std::vector<Entry>& into, const Place& place) {
        if (!json.is_array()) return wrong(place, json, {"a list", "列表"});
        for (std::size_t i = 0; i < json.size(); ++i) {
            const Place at = place.item(i);
            if constexpr (std::is_same_v<Entry, std::string>) {
                read(json[i], into.emplace_back(), at);
            } else if constexpr (std::is_enum_v<Entry>) {
                if (const auto value = word<Entry>(json[i], at)) into.push_back(*value);
            } else {
                Entry entry;
                object(json[i], entry, names_itself<Entry> ? at.called(preview<Entry>(json[i], i)) : at);
                into.push_back(std::move(entry));  // even when it is no object: later entries keep their pointers
            }
        }
    }

    /// How an entry will be called once it is read, for the faults found while reading it.
    template <class Entry>
    [[nodiscard]] static Text preview(const Json& json, std::size_t index) {
        Entry entry;
        const auto word = [&](const char* field, std::string& into) {
            if (!json.is_object()) return;
            if (const auto found = json.find(field); found != json.end() && found->is_string()) into = found->get<std::string>();
        };
        if constexpr (requires { entry.id; }) word("id", entry.id);
        if constexpr (requires { entry.from; }) word("from", entry.from), word("to", entry.to);
        if constexpr (requires { entry.about; }) word("about", entry.about);
        return entry_words(entry, index);
    }

    template <class Object>
        requires std::is_class_v<Object>
    void read(const Json& json, Object& into, const Place& place) {
        object(json, into, place);
    }

    FaultList& faults_;
    Frame frame_;
};

}  // namespace detail

/// Fills an object that is a whole document, {"buygraph": 1, …}: a deal or a catalog. What does not fit is left out and listed in `faults`.
///
/// \param wanted  said of a document that is no object: "a deal is an object"
template <class Object>
void read_document(const Json& document, Object& into, Text wanted, FaultList& faults) {
    if (!document.is_object()) return faults.add({}, std::move(wanted), detail::excerpt(document), {"an object with \"buygraph\": 1", "含 \"buygraph\": 1 的对象"});
    const auto format = document.find("buygraph");
    const bool known = format != document.end() && format->is_number() && format->get<double>() == deal_format;
    if (!known)
        faults.add(Place{"/buygraph", {}}, {"the format is missing or unknown", "格式缺失或未知"}, format == document.end() ? std::string() : printable(format->dump(-1, ' ', false, Json::error_handler_t::replace)),
                   {"1, the format of this version", "1，本版本的格式"});
    detail::DealReader(faults).object(document, into, {}, true);
}

/// The deal that a document describes. Ranges, references and the rest are the business of `validate`.
[[nodiscard]] BUYGRAPH_HEAVY Deal read_deal(const Json& document, FaultList& faults);

#if defined(BUYGRAPH_DEFINE_IO)

BUYGRAPH_HEAVY Deal read_deal(const Json& document, FaultList& faults) {
    Deal deal;
    read_document(document, deal, {"a deal is an object", "商机应是一个对象"}, faults);
    return deal;
}

#endif

}  // namespace buygraph
