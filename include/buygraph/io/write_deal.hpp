#pragma once

#include <cmath>
#include <string>
#include <type_traits>
#include <vector>

#include "../deal/fields.hpp"
#include "../separate.hpp"
#include "json.hpp"
#include "read_deal.hpp"

namespace buygraph {

namespace detail {

/// A number as people write it: 3 and not 3.0. Reading gives the same double back.
[[nodiscard]] inline Json number_json(double value) {
    const bool whole = std::floor(value) == value && std::abs(value) < 9e15 && !(value == 0 && std::signbit(value));
    return whole ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

/// Turns structs into JSON by their field descriptions. What is not given is not written.
class DealWriter {
  public:
    template <class Object>
    [[nodiscard]] static Json object(const Object& object) {
        DealWriter writer;
        fields::describe(writer, object);
        return std::move(writer.json_);
    }

    template <class Member>
    void operator()(const char* name, const Member& member, const fields::Spec& spec) {
        if (given(member) || (spec.required && std::is_same_v<Member, std::string>)) json_[name] = write(member, spec);
    }

  private:
    template <class Value> static bool given(const std::optional<Value>& value) { return value.has_value(); }
    template <class... Values> static bool given(const std::variant<Values...>& value) { return !std::holds_alternative<std::monostate>(value); }
    template <class Object> static bool given(const Object& object) {
        if constexpr (requires { object.empty(); }) return !object.empty();
        else return !(object == Object{});
    }

    static Json write(const std::string& value, const fields::Spec&) { return value; }
    static Json write(double value, const fields::Spec&) { return number_json(value); }
    static Json write(int value, const fields::Spec&) { return value; }
    static Json write(bool value, const fields::Spec&) { return value; }
    static Json write(const Date& date, const fields::Spec&) { return to_string(date); }
    static Json write(const ValuePoint& point, const fields::Spec&) { return Json::array({number_json(point.measure), number_json(point.score)}); }
    static Json write(const Stance& stance, const fields::Spec& spec) {
        if (const double* value = std::get_if<double>(&stance)) return write(*value, spec);
        return std::string(word_of(std::get<StanceWord>(stance)));
    }
    static Json write(const std::variant<std::monostate, double, std::vector<double>>& benefit, const fields::Spec& spec) {
        if (const double* value = std::get_if<double>(&benefit)) return write(*value, spec);
        return write(std::get<std::vector<double>>(benefit), spec);
    }

    template <class Value>
    static Json write(const std::optional<Value>& value, const fields::Spec& spec) {
        return write(*value, spec);
    }

    template <class Value>
    static Json write(const std::vector<Value>& list, const fields::Spec& spec) {
        Json json = Json::array();
        for (const Value& entry : list) json.push_back(write(entry, spec));
        return json;
    }

    /// Roles that weigh alike are a list; a certain decider is his id.
    static Json write(const OrderedMap<double>& map, const fields::Spec& spec) {
        const bool alike = spec.shares && std::all_of(map.begin(), map.end(), [](const auto& entry) { return entry.second == 1; });
        if (alike && spec.names == fields::Names::person && map.size() == 1) return map.begin()->first;
        Json json = alike && spec.names == fields::Names::role ? Json::array() : Json::object();
        for (const auto& [id, value] : map) {
            if (json.is_array()) json.push_back(id);
            else json[id] = number_json(value);
        }
        return json;
    }

    template <class Value>
    static Json write(const OrderedMap<Value>& map, const fields::Spec& spec) {
        Json json = Json::object();
        for (const auto& [id, value] : map) json[id] = write(value, spec);
        return json;
    }

    template <class Value>
        requires(std::is_class_v<Value> || std::is_enum_v<Value>)
    static Json write(const Value& value, const fields::Spec&) {
        if constexpr (std::is_enum_v<Value>) return std::string(word_of(value));
        else if constexpr (std::is_same_v<Value, Rating>) return value.score && !value.measure && !value.sd ? number_json(*value.score) : object(value);
        else if constexpr (std::is_same_v<Value, Importance>) return value.importance && !value.sd && !value.kind ? number_json(*value.importance) : object(value);
        else if constexpr (std::is_same_v<Value, Text>) return value.en == value.zh ? Json(value.en) : object(value);
        else return object(value);
    }

    Json json_ = Json::object();
};

}  // namespace detail

/// The document of a deal: reading it gives an equal deal.
[[nodiscard]] BUYGRAPH_HEAVY Json write_deal(const Deal& deal);

/// A catalog as it stands in a deal file.
[[nodiscard]] BUYGRAPH_HEAVY Json write_catalog(const Catalog& catalog);

#if defined(BUYGRAPH_DEFINE_IO)

BUYGRAPH_HEAVY Json write_deal(const Deal& deal) {
    Json document = Json::object();
    document["buygraph"] = deal_format;
    const Json fields = detail::DealWriter::object(deal);
    for (const auto& [key, value] : fields.items()) document[key] = value;
    return document;
}

BUYGRAPH_HEAVY Json write_catalog(const Catalog& catalog) { return detail::DealWriter::object(catalog); }

#endif

}  // namespace buygraph
