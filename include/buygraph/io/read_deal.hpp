#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "../deal/check_fields.hpp"
#include "../deal/fields.hpp"
#include "../deal/way.hpp"
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

/// Fills structs from JSON by their field descriptions; what does not fit becomes a fault and is left out. Places are put into words only where a fault is found.
class DealReader {
  public:
    explicit DealReader(FaultList& faults) : faults_(faults) {}

    template <class Object>
    void object(const Json& json, Object& into, bool top = false) {
        if (!json.is_object()) return wrong(json, {"an object", "一个对象"});
        Frame outer = std::exchange(frame_, Frame{&json, {}, 0});
        if (top) is_known("buygraph");
        fields::describe(*this, into);
        if (frame_.found < json.size()) unknown_fields();
        frame_ = std::move(outer);
    }

    template <class Member>
    void operator()(const char* name, Member& member, const fields::Spec& spec) {
        const Json* found = is_known(name);
        if (!found || found->is_null()) return;
        const auto step = way_.field(name);
        if constexpr (std::is_same_v<Member, Shares>) {
            if (spec.shares) return shares(*found, member, spec);
        }
        read(*found, member);
    }

  private:
    struct Frame {
        const Json* json = nullptr;
        std::vector<std::string_view> known;  ///< names of fields
        std::size_t found = 0;                ///< how many of them are there
    };

    /// Its value where the object has it.
    const Json* is_known(std::string_view name) {
        frame_.known.push_back(name);
        const auto found = frame_.json->find(name);
        if (found == frame_.json->end()) return nullptr;
        ++frame_.found;
        return &*found;
    }

    void wrong(const Json& given, Text allowed) { faults_.add(way_.place(), {"has the wrong type", "类型不对"}, excerpt(given), std::move(allowed)); }

    void unknown_fields() {
        const std::vector<std::string> known(frame_.known.begin(), frame_.known.end());
        for (const auto& [key, value] : frame_.json->items()) {
            if (std::find(known.begin(), known.end(), key) != known.end()) continue;
            const auto step = way_.field(key);
            faults_.add(way_.place(), {"there is no field \"" + printable(key, 40) + "\" here", "此处没有字段 \"" + printable(key, 40) + "\""}, excerpt(value),
                        {"one of " + joined(known), "其中之一：" + joined(known)}, nearest_word(key, known));
        }
    }

    [[nodiscard]] static std::string joined(const std::vector<std::string>& words) {
        std::string text;
        for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
        return text;
    }

    void read(const Json& json, std::string& into) {
        if (json.is_string()) into = json.get_ref<const std::string&>();
        else wrong(json, {"a text", "文本"});
    }

    void read(const Json& json, std::optional<double>& into) {
        if (json.is_number()) into = json.get<double>();
        else wrong(json, {"a number", "数字"});
    }

    void read(const Json& json, std::optional<int>& into) {
        const double value = json.is_number() ? json.get<double>() : std::numeric_limits<double>::quiet_NaN();
        if (std::floor(value) == value && std::abs(value) < 2e9) into = static_cast<int>(value);
        else wrong(json, {"a whole number", "整数"});
    }

    void read(const Json& json, std::optional<bool>& into) {
        if (json.is_boolean()) into = json.get<bool>();
        else wrong(json, {"true or false", "true 或 false"});
    }

    void read(const Json& json, std::optional<Date>& into) {
        if (json.is_string()) into = parse_date(json.get_ref<const std::string&>());
        if (!into) wrong(json, {"a day as \"YYYY-MM-DD\"", "日期，写作 \"YYYY-MM-DD\""});
    }

    template <class Enum>
    [[nodiscard]] std::optional<Enum> word(const Json& json) {
        const auto value = json.is_string() ? from_word<Enum>(json.get_ref<const std::string&>()) : std::nullopt;
        if (value) return value;
        std::vector<std::string> words;
        for (const auto& entry : Words<Enum>::table) words.emplace_back(entry.first);
        const std::string meant = json.is_string() ? nearest_word(json.get_ref<const std::string&>(), words) : std::string();
        faults_.add(way_.place(), {"is none of the words known here", "不是此处可用的词"}, excerpt(json), {joined(words), joined(words)}, meant);
        return std::nullopt;
    }

    template <class Value>
    void read(const Json& json, std::optional<Value>& into) {
        if constexpr (std::is_enum_v<Value>) {
            into = word<Value>(json);
        } else {
            Value value;
            if (shorthand(json, value)) into = std::move(value);
        }
    }

    void read(const Json& json, Stance& into) {
        if (json.is_number()) into = json.get<double>();
        else if (const auto value = word<StanceWord>(json)) into = *value;
    }

    void read(const Json& json, std::variant<std::monostate, double, std::vector<double>>& into) {
        if (json.is_number()) into = json.get<double>();
        else if (json.is_array()) into = numbers(json);
        else wrong(json, {"a number or a list of numbers", "数字或数字列表"});
    }

    [[nodiscard]] std::vector<double> numbers(const Json& json) {
        std::vector<double> list;
        for (std::size_t i = 0; i < json.size(); ++i) {
            const auto step = way_.item(i);
            if (json[i].is_number()) list.push_back(json[i].get<double>());
            else wrong(json[i], {"a number", "数字"});
        }
        return list;
    }

    void read(const Json& json, OrderedMap<double>& into) {
        if (!json.is_object()) return wrong(json, {"an object id: number", "id: 数字 的对象"});
        for (const auto& [key, value] : json.items()) {
            const auto step = way_.field(key);
            std::optional<double> number;
            read(value, number);
            if (number) into[key] = *number;
        }
    }

    /// One id, a list of ids of equal shares, or id → share. Shares that add to 1 are probabilities: a list of them is divided.
    void shares(const Json& json, Shares& into, const fields::Spec& spec) {
        if (json.is_object()) return read(json, into);
        if (json.is_string()) return share(json, into, 1);
        if (!json.is_array()) return wrong(json, {"an id, a list of ids, or an object id: number", "id、id 列表或 id: 数字 的对象"});
        for (std::size_t i = 0; i < json.size(); ++i) {
            const auto step = way_.item(i);
            share(json[i], into, spec.greatest == 1 ? 1 / static_cast<double>(json.size()) : 1);
        }
    }

    void share(const Json& json, Shares& into, double share) {
        std::string id;
        read(json, id);
        if (id.empty()) {
            if (json.is_string()) faults_.add(way_.place(), {"an id is empty", "id 为空"}, "", {"a text", "非空文本"});
            return;
        }
        if (into.contains(id)) faults_.add(way_.place(), {"stands twice in the list", "列表中重复"}, printable(id), {"each once", "各一次"});
        into[id] = share;
    }

    template <class Value>
    void read(const Json& json, OrderedMap<Value>& into) {
        if (!json.is_object()) return wrong(json, {"an object id: entry", "id: 条目 的对象"});
        for (const auto& [key, value] : json.items()) {
            const auto step = way_.key(key);
            Value entry;
            if (shorthand(value, entry)) into[key] = std::move(entry);
        }
    }

    /// An object, or a bare number or text for the types where that has a meaning.
    template <class Value>
    [[nodiscard]] bool shorthand(const Json& json, Value& into) {
        if constexpr (std::is_same_v<Value, Rating>) {
            if (json.is_number()) return into.score = json.get<double>(), true;
            if (!json.is_object()) return wrong(json, {"a number, or an object with score or measure", "数字，或含 score 或 measure 的对象"}), false;
        } else if constexpr (std::is_same_v<Value, Importance>) {
            if (json.is_number()) return into.importance = json.get<double>(), true;
            if (!json.is_object()) return wrong(json, {"a number, or an object with importance", "数字，或含 importance 的对象"}), false;
        } else if constexpr (std::is_same_v<Value, Text>) {
            if (json.is_string()) return into.en = into.zh = json.get<std::string>(), true;
            if (!json.is_object()) return wrong(json, {"a text, or an object with zh and en", "文本，或含 zh 和 en 的对象"}), false;
        }
        if (!json.is_object()) return wrong(json, {"an object", "一个对象"}), false;
        object(json, into);
        return true;
    }

    void read(const Json& json, std::vector<ValuePoint>& into) {
        const Text allowed{"a list of pairs [measure, score]", "[measure, score] 的列表"};
        if (!json.is_array() || json.empty()) return wrong(json, allowed);
        for (std::size_t i = 0; i < json.size(); ++i) {
            const auto step = way_.item(i);
            const bool pair = json[i].is_array() && json[i].size() == 2 && json[i][0].is_number() && json[i][1].is_number();
            if (pair) into.push_back({json[i][0].get<double>(), json[i][1].get<double>()});
            else wrong(json[i], allowed);
        }
    }

    template <class Entry>
    void read(const Json& json, std::vector<Entry>& into) {
        if (!json.is_array()) return wrong(json, {"a list", "列表"});
        for (std::size_t i = 0; i < json.size(); ++i) {
            const auto step = way_.item(i);
            if constexpr (std::is_same_v<Entry, std::string>) {
                read(json[i], into.emplace_back());
            } else if constexpr (std::is_enum_v<Entry>) {
                if (const auto value = word<Entry>(json[i])) into.push_back(*value);
            } else {
                if constexpr (names_itself<Entry>) way_.about(&json[i], [](const void* entry, std::size_t index) { return preview<Entry>(*static_cast<const Json*>(entry), index); });
                object(json[i], into.emplace_back());  // even when it is no object: later entries keep their pointers
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
    void read(const Json& json, Object& into) {
        object(json, into);
    }

    FaultList& faults_;
    Way way_;
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
    detail::DealReader(faults).object(document, into, true);
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
